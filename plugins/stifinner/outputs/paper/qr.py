"""QR codes, which lead from a paper back to its page."""

import io

import segno


def draw_qr(address: str) -> str:
    """Draw an address as SVG, without the usual white border: the paper around it is white."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", border=0, xmldecl=False, svgns=True)
    return drawing.getvalue().decode()
