"""The proposals of a case: the two with keys of their own, two more, and how they are looked at, both ways.

What has no key of its own stands in the code ``offers``: segments joined by ``~``, each a letter (``a`` to ``d``
a proposal, ``w`` waiting, ``x`` how it is looked at) and items joined by ``:``, a letter and a value each. Reading
never raises: it says what it dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from overdue.casefile.case import Case
from overdue.casefile.entered_offer import KINDS, EnteredOffer, usual
from overdue.casefile.fields import Value, check, shown, written
from overdue.model import OverdueError
from overdue.periods import add_period
from overdue.proposal.terms import OfferKind

NAMED: Mapping[str, OfferKind] = MappingProxyType({"a": "lump", "b": "plan"})
FURTHER = ("c", "d")
STRESS = ("missed", "income", "without")

# Item letter → figure and the key of the case whose range it has; a figure without a key is yes or no.
ITEMS: Mapping[str, tuple[str, str | None]] = MappingProxyType(
    {
        "o": ("on", "lump_on"),
        "p": ("penalty", "lump_waive"),
        "i": ("interest", "lump_waive"),
        "c": ("principal", "lump_waive"),
        "a": ("amount", "lump_amount"),
        "v": ("valid_until", "lump_on"),
        "w": ("whole", None),
        "m": ("months", "plan_months"),
        "r": ("rate", "plan_rate"),
        "k": ("method", "plan_method"),
        "d": ("down", "lump_amount"),
        "n": ("stays_waived", None),
        "s": ("stays_stopped", None),
        "e": ("apart", None),
        "y": ("even", None),
    }
)
# Which figures of the two named proposals have keys of their own.
KEYS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "a": {"on": "lump_on", "penalty": "lump_waive", "amount": "lump_amount"},
        "b": {
            "on": "plan_first",
            "penalty": "plan_waive",
            "months": "plan_months",
            "rate": "plan_rate",
            "method": "plan_method",
        },
    }
)


@dataclass(frozen=True, slots=True)
class Desk:
    """All proposals of a case by letter, the day waiting ends, and how they are looked at.

    ``pinned`` is the letter drawn as the grey baseline (``w`` is waiting), ``agreement`` the other reading of the
    record, ``missed`` the payment that does not come, ``stress`` the switches that are on.
    """

    proposals: Mapping[str, EnteredOffer]
    wait_until: date
    pinned: str | None = None
    agreement: bool = False
    missed: int = 1
    stress: frozenset[str] = field(default_factory=frozenset)
    dropped: tuple[str, ...] = ()

    def edited(self, letter: str, terms: EnteredOffer | None) -> Desk:
        """The desk with one proposal changed, added or (None) taken away."""
        kept = {name: one for name, one in self.proposals.items() if name != letter}
        added = {} if terms is None else {letter: terms}
        pinned = self.pinned if terms is not None or self.pinned != letter else None
        return replace(self, proposals=dict(sorted((kept | added).items())), pinned=pinned)

    def free(self) -> str | None:
        """The letter a further proposal would take, None where all four are there."""
        return next((letter for letter in FURTHER if letter not in self.proposals), None)


def desk(case: Case) -> Desk:
    """The proposals of a case. Absent figures are those of ``usual``; what cannot be read is named in ``dropped``.

    >>> from overdue.casefile import read
    >>> address = {"as_of": "2026-06-30", "plan_months": "24", "offers": "c:L:o20260801:p50~x:pb"}
    >>> case, _ = read(address, date(2026, 6, 30))
    >>> found = desk(case)
    >>> found.proposals["b"].months, found.proposals["c"].penalty, found.pinned
    (24, Decimal('50'), 'b')
    """
    dropped: list[str] = []
    code = dict(piece.partition(":")[::2] for piece in (case.offers or "").split("~") if piece)
    proposals: dict[str, EnteredOffer] = {}
    for letter, kind in NAMED.items():
        proposals[letter] = _read(usual(kind, case.as_of, case.pay_on), code.pop(letter, ""), dropped)
        own = {figure: getattr(case, key) for figure, key in KEYS[letter].items()}
        for figure, value in own.items():
            if value is not None:
                proposals[letter] = proposals[letter].edited(figure, value)
    for letter in FURTHER:
        kind_code, _, items = code.pop(letter, "").partition(":")
        for further in (name for name, sort in KINDS.items() if sort.letter == kind_code):
            proposals[letter] = _read(usual(further, case.as_of, case.pay_on), items, dropped)
    found = Desk(proposals, add_period(case.as_of, months=12))
    found = _view(found, code.pop("w", "").split(":") + code.pop("x", "").split(":"), dropped)
    return replace(found, dropped=(*dropped, *map(shown, code)))


def _read(terms: EnteredOffer, items: str, dropped: list[str]) -> EnteredOffer:
    for item in filter(None, items.split(":")):
        name, key = ITEMS.get(item[0], ("", None))
        try:
            if name not in KINDS[terms.kind].figures or (key is None and item[1:]):
                raise OverdueError("field.code", given=shown(item))
            terms = terms.edited(name, True if key is None else _value(key, item[1:]))
        except OverdueError:
            dropped.append(shown(item))
    return terms


def _value(key: str, text: str) -> Value:
    return _day(text) if key == "lump_on" else check(key, text)


def _day(text: str) -> date:
    """A day written without signs between, as codes write it."""
    day = check("lump_on", f"{text[:4]}-{text[4:6]}-{text[6:]}")
    if not isinstance(day, date):
        raise OverdueError("field.code", given=shown(text))
    return day


def _view(found: Desk, items: list[str], dropped: list[str]) -> Desk:
    for item in filter(None, items):
        letter, rest = item[0], item[1:]
        try:
            if letter == "o":
                found = replace(found, wait_until=_day(rest))
            elif letter == "p" and rest in {*found.proposals, "w"}:
                found = replace(found, pinned=rest)
            elif letter == "k":
                found = replace(found, missed=int(str(check("plan_months", rest))))
            elif letter == "r" and not rest:
                found = replace(found, agreement=True)
            elif letter == "t" and rest in STRESS:
                found = replace(found, stress=found.stress | {rest})
            else:
                dropped.append(shown(item))
        except OverdueError:
            dropped.append(shown(item))
    return found


def entered(found: Desk, case: Case) -> dict[str, Value]:
    """The figures of a case that say these proposals; the inverse of ``desk``."""
    changes: dict[str, Value] = {}
    pieces = []
    for letter, terms in found.proposals.items():
        plain = usual(terms.kind, case.as_of, case.pay_on)
        keys = KEYS.get(letter, {})
        changes |= {key: getattr(terms, figure) for figure, key in keys.items()
                    if getattr(case, key) is not None or getattr(terms, figure) != getattr(plain, figure)}  # fmt: skip
        items = [_item(code, getattr(terms, name), key) for code, (name, key) in ITEMS.items()
                 if name not in keys and getattr(terms, name) != getattr(plain, name)]  # fmt: skip
        kind = [] if letter in NAMED else [KINDS[terms.kind].letter]
        if kind or items:
            pieces.append(":".join([letter, *kind, *items]))
    if found.wait_until != add_period(case.as_of, months=12):
        pieces.append(f"w:o{found.wait_until:%Y%m%d}")
    view = [f"p{found.pinned}"] if found.pinned else []
    view += ["r"] if found.agreement else []
    view += [f"k{found.missed}"] if found.missed != 1 else []
    view += [f"t{name}" for name in STRESS if name in found.stress]
    if view:
        pieces.append(":".join(["x", *view]))
    return changes | {"offers": "~".join(pieces) or None}


def _item(code: str, value: Value | bool, key: str | None) -> str:
    if key is None:
        return code
    return code + (f"{value:%Y%m%d}" if isinstance(value, date) else written(key, value))
