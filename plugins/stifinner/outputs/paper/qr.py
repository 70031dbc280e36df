"""A QR code as a drawing: the way back from paper to the page."""

import io

import segno


def draw_qr(address: str) -> str:
    """SVG of the address, without a frame of white: the paper around it is white."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", border=0, xmldecl=False, svgns=True)
    return drawing.getvalue().decode()
