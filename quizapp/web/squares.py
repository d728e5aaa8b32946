"""QR codes, for addresses that another device is to open."""

from markupsafe import Markup
from segno import make_qr


def qr_code(address: str) -> Markup:
    """Return the QR code of an address, as an SVG that needs no style."""
    drawn = make_qr(address).svg_inline(scale=1, border=3, light="#fff", omitsize=True)
    return Markup(drawn)  # noqa: S704 - drawn by a library, from an address of our own
