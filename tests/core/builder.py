"""A small portal on disk, from a few files; what a case does not say is as small as it can be."""

from base64 import b64decode
from pathlib import Path

from stifinner.portal import Portal, build_portal

SMALLEST = {
    "index.md": "# Forside\n\nVelkommen.\n",
    "programmer/p/index.md": "# Programmet\n\nEt lite program.\n",
}
"""A portal with one programme and nothing in it."""

PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
"""The smallest picture there is: one black point, as PNG."""


def write_files(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below ``folder``; text as UTF-8."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def portal_of(
    folder: Path, files: dict[str, str | bytes], *, name: str = "Portalen", publishing: bool = False
) -> Portal:
    """The portal of the smallest content with ``files`` on top; None as content takes a file away."""
    together = {path: content for path, content in {**SMALLEST, **files}.items() if content is not None}
    return build_portal(write_files(folder, together), name=name, publishing=publishing)
