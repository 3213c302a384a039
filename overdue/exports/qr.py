"""An address as a QR code, drawn as vectors: black on white, with a quiet margin, error correction M."""

from io import BytesIO

import segno

from overdue.model import OverdueError

LONGEST = 300  # characters: beyond it the modules get too fine for a phone across a room
MARGIN = 4


def qr_svg(address: str, alt: str) -> str:
    """The code of an address as an SVG that scales, titled ``alt``. Raises ``OverdueError`` beyond 300 characters.

    >>> qr_svg("https://example.org/credit", "scan me").startswith("<svg")
    True
    """
    if len(address) > LONGEST:
        raise OverdueError("qr.too_long", given=len(address), most=LONGEST)
    out = BytesIO()
    made = segno.make(address, error="m", boost_error=False, micro=False)
    made.save(out, kind="svg", border=MARGIN, dark="#000", light="#fff", title=alt, xmldecl=False, omitsize=True)
    return out.getvalue().decode("utf-8").strip()
