"""Pictures within a drawing, written out in an address (``data:``), accepted by their bytes whatever it says."""

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from ...language.misread import Misread
from ..types import ending_for

_DATA = re.compile(r"data:([\w/+.-]*)((?:;[\w=.+-]*)*),", re.IGNORECASE)
_TYPES = {".png": "png", ".jpg": "jpeg", ".gif": "gif", ".webp": "webp"}
"""Ending → the type that the address gets."""
_LARGEST = 8_000_000
"""Bytes of one picture."""


def rebuild_picture(written: str, rebuild: Callable[[bytes], bytes]) -> str:
    """Write the address of a picture anew. ``rebuild``: rebuilds a drawing in the drawing. Raises Misread."""
    said = _DATA.match(written)
    if not said:
        raise Misread("picture-in-drawing")
    rest = written[said.end() :]
    content = _from_base64(rest) if ";base64" in said[2].lower() else unquote_to_bytes(rest)
    if len(content) > _LARGEST:
        raise Misread("picture-in-drawing")
    if kind := _TYPES.get(ending_for(content[:64])):
        return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
    if said[1].lower() == "image/svg+xml":
        return f"data:image/svg+xml;base64,{base64.b64encode(rebuild(content)).decode()}"
    raise Misread("picture-in-drawing")


def _from_base64(text: str) -> bytes:
    """Decode base64, also without the padding at its end."""
    letters = re.sub(r"\s", "", unquote_to_bytes(text).decode("ascii", "replace"))
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
    except binascii.Error:
        raise Misread("picture-in-drawing") from None
