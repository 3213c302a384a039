"""All debts of one person: the case is the first of them, the further ones stand beside it; any can take its place.

Number 1 is the case, as the other pages know it. ``turns`` (the person's own order) and ``taken`` (whose offer is
taken) name debts by these numbers, joined by dots, so both follow when numbers change.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from overdue.casefile.case import Case
from overdue.casefile.fields import FurtherDebt, further_debt, written
from overdue.casefile.keys import CELLS, FIELDS, ITEMS, LOOKED, MOST_DEBTS
from overdue.model import OverdueError
from overdue.words import Lang

OF_A_DEBT = (*CELLS, *ITEMS.values())
CONTRACT = tuple(name for name in OF_A_DEBT if name not in LOOKED and FIELDS[name].group != "bill")
PLAIN = Case(lang=Lang.ZH, as_of=date.min)
DOT = "."


def packed(case: Case) -> FurtherDebt:
    """The case as a further debt would be written: every figure that is this debt's own."""
    held = {name: getattr(case, name) for name in OF_A_DEBT}
    return further_debt({name: value for name, value in held.items() if value != getattr(PLAIN, name)})


def numbered(case: Case) -> dict[int, Case]:
    """All debts by their numbers; the first is left out while it holds nothing.

    >>> from overdue.casefile import read
    >>> case, _ = read({"principal": "5", "due_on": "2026-01-10", "debts": "bank:20260201:8:0:18:"}, date(2026, 6, 30))
    >>> {number: debt.principal for number, debt in numbered(case).items()}
    {1: Decimal('5'), 2: Decimal('8')}
    """
    first = {} if is_blank(case) else {1: case}
    return first | dict(enumerate(case.further, 2))


def is_blank(case: Case) -> bool:
    """Whether the case itself holds no figure of a debt."""
    return packed(case) == further_debt({})


def added(case: Case, debt: Case) -> Case:
    """The case with one debt more; the first figures there are become the case itself.

    Raises ``OverdueError`` for more than thirty.
    """
    if is_blank(case):
        return _become(case, packed(debt), case.debts)
    if len(case.debts) >= MOST_DEBTS - 1:
        raise OverdueError("field.debts_many", given=len(case.debts) + 2, most=MOST_DEBTS)
    return replace(case, story=None, debts=(*case.debts, packed(debt)))


def changed(case: Case, number: int, debt: Case) -> Case:
    """The case with one of its debts as edited."""
    if number == 1:
        return _become(case, packed(debt), case.debts)
    rest = tuple(packed(debt) if at == number else held for at, held in enumerate(case.debts, 2))
    return replace(case, story=None, debts=rest)


def without(case: Case, number: int) -> Case:
    """The case without one of its debts; where the first goes, the next one takes its place."""
    rest = [packed(case), *case.debts]
    del rest[number - 1]
    first, *others = rest or [further_debt({})]
    moved = _become(case, first, tuple(others))
    return _renumbered(moved, lambda held: None if held == number else held - (held > number))


def opened(case: Case, number: int) -> Case:
    """The case with another debt in the first place, where the other pages answer for it; nothing is lost.

    A ready-made person stays one: these are the same figures.
    """
    if number == 1:
        return case
    rest = list(case.debts)
    if is_blank(case):
        first = rest.pop(number - 2)
        return _renumbered(
            _become(case, first, tuple(rest)), lambda held: 1 if held == number else held - (held > number)
        )
    first, rest[number - 2] = rest[number - 2], packed(case)
    moved = replace(_become(case, first, tuple(rest)), story=case.story)
    swapped = {1: number, number: 1}
    return _renumbered(moved, lambda held: swapped.get(held, held))


def same_figures(one: Case, other: Case) -> bool:
    """Whether two cases hold the same debts, whichever of them is in the first place."""
    return sorted(map(_told, (packed(one), *one.debts))) == sorted(map(_told, (packed(other), *other.debts)))


def numbers(code: str | None) -> tuple[int, ...]:
    """The debts a code names, in its order; what is no number is passed over.

    >>> numbers("3.1.x")
    (3, 1)
    """
    return tuple(dict.fromkeys(int(piece) for piece in (code or "").split(DOT) if piece.isdecimal() and len(piece) < 4))


def named(held: tuple[int, ...]) -> str | None:
    """The code that names these debts; None for none."""
    return DOT.join(map(str, held)) or None


def _become(case: Case, first: FurtherDebt, rest: tuple[FurtherDebt, ...]) -> Case:
    blank = {name: getattr(PLAIN, name) for name in OF_A_DEBT}
    return replace(case, story=None, debts=rest, **(blank | dict(first.figures)))


def _renumbered(case: Case, new: Callable[[int], int | None]) -> Case:
    def told(code: str | None) -> str | None:
        return named(tuple(there for held in numbers(code) if (there := new(held)) is not None))

    return replace(case, turns=told(case.turns), taken=told(case.taken))


def _told(debt: FurtherDebt) -> str:
    """What decides whose figures these are: not what is only tried out, and not a bill held against them."""
    return written("debts", (FurtherDebt(tuple((name, value) for name, value in debt.figures if name in CONTRACT)),))
