"""What a month must leave for living, in parts: optional, and what of the sum they do not name is other."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from overdue.casefile.case import Case
from overdue.casefile.fields import check, written
from overdue.casefile.keys import BY_NUMBER, PRIVATE
from overdue.household.model import left_of
from overdue.model import ZERO, OverdueError

PARTS = ("living", "rent", "medicine", "family")
OTHER = "other"


def parts(case: Case) -> dict[str, Decimal]:
    """The parts that were given, yuan a month; what is no part is passed over.

    >>> from datetime import date
    >>> from overdue.words import Lang
    >>> parts(Case(lang=Lang.ZH, as_of=date(2026, 6, 30), spending="rent:1800~living:x~family:0"))
    {'rent': Decimal('1800')}
    """
    found: dict[str, Decimal] = {}
    for piece in (case.spending or "").split("~"):
        name, _, text = piece.partition(":")
        amount = _amount(text)
        if name in PARTS and amount:
            found[name] = amount
    return {name: found[name] for name in PARTS if name in found}


def _amount(text: str) -> Decimal | None:
    try:
        held = check("needs", text)
    except OverdueError:
        return None
    return held if isinstance(held, Decimal) else None


def shown(case: Case) -> dict[str, Decimal]:
    """The parts with the rest of the sum as other; empty where no part was given."""
    found = parts(case)
    rest = (case.needs or ZERO) - sum(found.values(), ZERO)
    return found | ({OTHER: rest} if found and rest > 0 else {})


def with_part(case: Case, name: str, amount: Decimal | None) -> Case:
    """The case with one part set or left out; a sum made of parts alone follows them, a larger one stays."""
    before = parts(case)
    after: Mapping[str, Decimal] = {key: sum_ for key, sum_ in (before | {name: amount or ZERO}).items() if sum_}
    whole, old, new = case.needs, sum(before.values(), ZERO), sum(after.values(), ZERO)
    needs = new if whole is None or whole == old else max(whole, new)
    code = "~".join(f"{key}:{written('needs', after[key])}" for key in PARTS if key in after)
    return replace(case, spending=code or None, needs=None if not code and whole in (None, old) else needs)


def agree(case: Case) -> None:
    """Raise ``OverdueError`` where the parts are more than the sum."""
    whole = sum(parts(case).values(), ZERO)
    if whole and whole > (case.needs or ZERO):
        raise OverdueError("case.needs_parts", name="spending", given=case.needs or ZERO, parts=whole)


def withheld(budget: bool, debts: bool) -> frozenset[str]:
    """The keys that stay out of an address: of a budget that does not travel all but the plan (its monthly sum and its
    way; what goes by the debts' numbers goes with these)."""
    by_number = frozenset() if budget or debts else frozenset(BY_NUMBER)
    return by_number | (frozenset() if budget else frozenset(PRIVATE)) | (frozenset() if debts else {"debts"})


def spelled(case: Case) -> Case:
    """The case with the monthly sum of its plan, yuan, where that only follows from income and needs: without these
    whoever opens the debts would see another sum and other totals.

    >>> from datetime import date
    >>> from overdue.casefile import read
    >>> given = {"debts": "bank:20260201:8:0:18:~bank:20260101:9:0:18:", "income": "3000", "needs": "2100"}
    >>> spelled(read(given, date(2026, 6, 30))[0]).monthly
    Decimal('900')
    """
    left = left_of(case.income, case.needs)
    return (
        case if left is None or case.monthly is not None or not case.debts else replace(case, monthly=max(left, ZERO))
    )
