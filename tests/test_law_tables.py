"""The tables on the shelf: fees of a court, codes of the record, classes of a card, warning signs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from overdue.law import LAW

TODAY = date(2026, 11, 22)
CASE_FEE = (
    "10000-100000 .025 | -200000 .02 | -500000 .015 | -1000000 .01 | -2000000 .009"
    " | -5000000 .008 | -10000000 .007 | -20000000 .006 | - .005"
)
ENFORCEMENT_FEE = "10000-500000 .015 | -5000000 .01 | -10000000 .005 | - .001"
PRESERVATION_FEE = "1000-100000 .01 | - .005"


@pytest.mark.parametrize(
    ("rule", "flat", "bands", "most"),
    [
        ("JUD-5", (10_000, 50), CASE_FEE, None),
        ("JUD-8", (10_000, 50), ENFORCEMENT_FEE, None),
        ("JUD-9", (1_000, 30), PRESERVATION_FEE, 5_000),
    ],
)
def test_court_fee_bands(rule: str, flat: tuple[int, int], bands: str, most: int | None) -> None:
    table = LAW.value(rule, "bands", TODAY)
    over = flat[0]
    expected = []
    for band in bands.split(" | "):
        span, rate = band.split()
        to = span.split("-")[1]
        expected.append((over, int(to) if to else None, Decimal(rate)))
        over = int(to) if to else 0
    assert (table["flat_up_to"], table["flat_fee"]) == flat
    assert [(band["over"], band.get("to"), band["rate"]) for band in table["bands"]] == expected
    assert table.get("max") == most


def test_status_codes() -> None:
    codes = LAW.value("RPT-2", "codes", TODAY)
    assert "".join(code["code"] for code in codes) == "*N1234567DZBCGMA#/"
    assert {code["code"] for code in codes if code.get("weak")} == {"B", "M", "A"}
    spans = LAW.value("RPT-2", "code_days", TODAY)
    assert [(span["from"], span.get("to")) for span in spans] == [
        (30 * n + 1, 30 * n + 30 if n < 6 else None) for n in range(7)
    ]


def test_special_transactions() -> None:
    types = {kind["code"]: kind["zh"] for kind in LAW.value("RPT-4", "types", TODAY)}
    assert list(types) == ["1", "2", "3", "4", "5", "8", "9", "11", "12", "13", "14", "16", "17"]
    assert (types["11"], types["14"]) == ("债务减免", "信用卡个性化分期")


def test_card_classes() -> None:
    classes = [(c["code"], c["from"], c.get("to")) for c in LAW.value("RPT-8", "classes", TODAY)]
    assert classes == [
        ("special_mention", 1, 90),
        ("substandard", 91, 120),
        ("doubtful", 121, 180),
        ("loss", 181, None),
    ]


def test_warning_signs() -> None:
    flags = [flag["code"] for n in (2, 3, 4, 6) for flag in LAW.value(f"SCAM-{n}", "flags", TODAY)]
    assert flags == [
        "new_policy",
        "agent_fee",
        "hand_over_cards",
        "forged_papers",
        "credit_washing",
        "fake_regulator",
        "debt_bought",
    ]
