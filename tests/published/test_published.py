"""Every printed figure of the published examples, through the public names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.published import arrears, rates  # noqa: F401, the figures are registered where they are worked out
from tests.published.examples import CASES, HERE, REPRODUCED


def out_of_scope() -> dict[tuple[str, str], str]:
    """The table of the README: example and figure, why."""
    rows = [line.strip("| \n").split(" | ") for line in (HERE / "README.md").read_text("utf-8").splitlines()]
    listed = [row for row in rows if len(row) == 3 and row[0] != "example"]
    return {(i, f): why for i, figure, why in listed for f in (CASES[i]["expected"] if figure == "all" else [figure])}


def same(ours: Any, printed: Any, within: Decimal) -> bool:
    """Whether a figure, or each in a list, is the printed one."""
    if isinstance(printed, list):
        return len(ours) == len(printed) and all(same(o, p, within) for o, p in zip(ours, printed, strict=True))
    if isinstance(ours, (date, str)):
        return bool(str(ours) == printed)
    return bool(abs(Decimal(ours) - Decimal(printed)) <= within)


@pytest.mark.parametrize("name", CASES)
def test_every_printed_figure(name: str) -> None:
    case, excused = CASES[name], out_of_scope()
    ours = REPRODUCED[name](case["inputs"] | case.get("settings", {})) if name in REPRODUCED else {}
    for figure, printed in case["expected"].items():
        if (name, figure) in excused:
            assert figure not in ours, f"{figure} is reproduced and need not be excused"
            continue
        assert figure in ours, f"{figure} is neither reproduced nor out of scope"
        within = Decimal(case["tolerance"][figure])
        assert same(ours[figure], printed, within), f"{figure}: {ours[figure]} is not {printed} within {within}"


def test_what_is_out_of_scope_names_a_figure_and_a_reason() -> None:
    for (name, figure), why in out_of_scope().items():
        assert figure in CASES[name]["expected"], (name, figure)
        assert why.endswith("."), (name, figure)


def test_each_example_names_its_source() -> None:
    for name, case in CASES.items():
        assert case["source"]["publisher"] and case["source"]["read_from"], name
        assert case["evidence"] in "ABC", name
