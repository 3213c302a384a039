"""One instalment out of its marks, and the totals a page shows held against its instalments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from overdue.casefile.repayment.marks import Mark
from overdue.model import ZERO, Instalment, OverdueError

Parts = Literal["both", "principal", "sum"]
TOTALS = ("total", "sum")
NAME = re.compile(r"[^\d]*")


@dataclass(frozen=True, slots=True)
class Row:
    """An instalment, what it shows of its parts, every sum its figures may come to and each figure shown (yuan)."""

    instalment: Instalment
    parts: Parts
    sums: tuple[Decimal, ...]
    shown: dict[str, Decimal]


def row_of(block: Sequence[Mark], due_on: date) -> Row:
    """The instalment that fell due on ``due_on``; ``OverdueError`` for a part that was paid or waived, for two figures
    of one name, for a principal that is not shown, and for a total its parts do not make."""
    figures = figures_of(block)
    for kind in ("paid", "waived"):
        for mark in block:
            if mark.kind == kind and mark.figure:
                raise OverdueError(f"repayment.{kind}", given=mark.words)
    fee = _fees(block)
    interest, late = figures["interest"], (figures["penalty"] or ZERO) + (figures["compound"] or ZERO)
    principal, parts = figures["principal"], "both" if interest is not None else "principal"
    if principal is None:
        principal = _left(block, figures, (interest or ZERO) + fee, late)
        parts = "both" if interest is not None else "sum"
    both = principal + (interest or ZERO)
    sums = tuple(dict.fromkeys((both, both + fee, both + fee + late, both + late)))
    for kind in ("total", "sum"):
        if figures[kind] is not None and figures[kind] not in sums:
            given = next(mark.words for mark in block if mark.kind == kind)
            raise OverdueError("repayment.total", given=given, sum=both + fee)
    row = Instalment(due_on=due_on, principal=principal, interest=interest or ZERO, fee=fee)
    held = {kind: figure for kind, figure in (figures | {"fees": fee or None}).items() if figure is not None}
    return Row(row, "sum" if parts == "sum" else "both" if parts == "both" else "principal", sums, held)


def figures_of(block: Sequence[Mark]) -> dict[str, Decimal | None]:
    """The figures of a block but its fees; ``OverdueError`` for two of one kind, as where a day was not understood."""
    return {kind: _one(block, kind) for kind in ("principal", "interest", "penalty", "compound", "total", "sum")}


def _left(block: Sequence[Mark], figures: dict[str, Decimal | None], known: Decimal, late: Decimal) -> Decimal:
    """The principal by what a total leaves; a total that need not hold fees and penalty leaves none beside them."""
    total, whole = figures["total"], figures["sum"]
    fees = any(mark.kind == "fees" and mark.figure for mark in block)
    if whole is not None and total in (None, whole):
        left = whole - known - late
    elif total is not None and whole is None and not fees and not late:
        left = total - known
    else:
        left = ZERO
    if left <= 0:
        raise OverdueError("repayment.no_principal", given=block[0].words)
    return left


def _one(block: Sequence[Mark], kind: str) -> Decimal | None:
    """The figure of a kind; one that stands there twice may be of two instalments, however alike."""
    found = [mark for mark in block if mark.kind == kind]
    if len(found) > 1:
        raise OverdueError("repayment.two", given=found[0].words, other=found[1].words)
    return found[0].figure if found else None


def _fees(block: Sequence[Mark]) -> Decimal:
    """The fees of different names, added up; one name twice may be the same fee or two."""
    held: dict[str, Mark] = {}
    for mark in block:
        if mark.kind == "fees":
            name = (NAME.match(mark.words) or [""])[0].strip()
            if name in held:
                raise OverdueError("repayment.two", given=held[name].words, other=mark.words)
            held[name] = mark
    return sum((mark.figure for mark in held.values()), ZERO)


def checked(rows: Sequence[Row], beside: Sequence[Mark], loose: Sequence[Mark], as_of: date) -> None:
    """Hold what stands beside the instalments against them: it sums up all, those due, or one that shows no such sum;
    ``OverdueError`` for any other figure, which may be one of an instalment whose day was not understood."""
    due = [row for row in rows if row.instalment.due_on <= as_of]
    sums = {one for row in rows for one in row.sums}
    sums |= {_sum(group, pick) for group in (rows, due) for pick in range(4)}
    for mark in loose:
        if mark.figure not in sums:
            raise OverdueError("repayment.loose", given=mark.words)
    for mark in beside:
        own = {row.shown.get(mark.kind) for row in rows}
        every = {sum((row.shown.get(mark.kind, ZERO) for row in group), ZERO) for group in (rows, due)}
        if mark.figure and (mark.figure in own or mark.figure not in every | (sums if mark.kind in TOTALS else set())):
            raise OverdueError("repayment.loose", given=mark.words)


def _sum(rows: Sequence[Row], pick: int) -> Decimal:
    """What rows come to in all, each by the same of its sums."""
    return sum((row.sums[min(pick, len(row.sums) - 1)] for row in rows), ZERO)
