"""The smallest site that MkDocs can build and the check lets through; tests break it in one way each."""

import hashlib
from pathlib import Path

SETTINGS = """\
site_name: Liten
site_url: https://liten.example/
docs_dir: content
theme: {name: null, custom_dir: theme}
plugins: []
validation: {links: {not_found: warn}}
"""
TEMPLATE = """\
<!doctype html>
<html lang="nb"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'">
<title>Liten</title></head>
<body>{{ page.content }}</body></html>
"""


def write_small_site(folder: Path) -> Path:
    """A site of two pages in ``folder``."""
    write(folder / "mkdocs.yml", SETTINGS)
    write(folder / "theme" / "main.html", TEMPLATE)
    write(folder / "content" / "index.md", "# Fram\n\n[Om](om.md)\n")
    write(folder / "content" / "om.md", "# Om\n")
    return folder


def write(path: Path, text: str) -> None:
    """Write a file, and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def fingerprint(folder: Path) -> dict[str, str]:
    """Each file with a sum of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
