"""A code is read back by somebody else's reader, out of a picture of the size it has in a room."""

from __future__ import annotations

import io

import pytest
import segno
import zxingcpp
from PIL import Image

from overdue.exports.qr import LONGEST, qr_svg
from overdue.model import OverdueError

ADDRESS = "https://example.streamlit.app/workshop?room=ACDEFG"


def modules(svg: str) -> int:
    """How many modules a side has, from the picture's own box."""
    return int(svg.split('viewBox="0 0 ')[1].split(" ")[0]) - 8


def test_it_is_one_picture_with_a_title_and_without_a_script() -> None:
    svg = qr_svg(ADDRESS, "扫码进入房间 <b>")
    assert svg.startswith("<svg") and svg.count("<svg") == 1
    assert "扫码进入房间 &lt;b&gt;" in svg and "<script" not in svg and "href" not in svg


def test_somebody_else_reads_the_address() -> None:
    # The same call as ours, drawn as pixels: 21 mm of modules at about 4 px each.
    out = io.BytesIO()
    segno.make(ADDRESS, error="m", boost_error=False, micro=False).save(out, kind="png", scale=4, border=4)
    assert segno.make(ADDRESS, error="m", boost_error=False, micro=False).symbol_size(border=0)[0] == modules(
        qr_svg(ADDRESS, "x")
    )
    assert zxingcpp.read_barcodes(Image.open(out))[0].text == ADDRESS


def test_what_a_phone_could_not_read_is_a_sentence() -> None:
    qr_svg("x" * LONGEST, "x")
    with pytest.raises(OverdueError) as error:
        qr_svg("x" * (LONGEST + 1), "x")
    assert error.value.fields == {"given": LONGEST + 1, "most": LONGEST}
