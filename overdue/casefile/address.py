"""The case as a web address, both ways. Reading never raises: it says what it dropped."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlencode

from pydantic import ValidationError

from overdue.casefile.case import Case
from overdue.casefile.fields import Value, check, shown, written
from overdue.casefile.keys import BUDGET, FIELDS, LOOKED, STORIES, UNKNOWN
from overdue.model import ZERO, Frozen, OverdueError
from overdue.words import Lang

LONGEST = 2000
NAMES = tuple(field.name for field in fields(Case))
EMPTY = Case(lang=Lang.ZH, as_of=date.min)
FIGURES = FIELDS.keys() - set(LOOKED)


class Note(Frozen):
    """Something about an address the reader should know: which key, and the sentence that says it."""

    name: str
    key: str
    values: dict[str, object]


@cache
def stories() -> dict[str, dict[str, str]]:
    """The ready-made people by code, each as an address writes it."""
    return tomllib.loads((Path(__file__).parent / "stories.toml").read_text(encoding="utf-8"))


def read(params: Mapping[str, str], today: date, lang: Lang = Lang.ZH) -> tuple[Case, tuple[Note, ...]]:
    """The case an address describes, and what was wrong with it; never raises.

    Keys that are absent come from the story named; an address that gives no figure at all is the first
    story's. What neither gives is not given (see ``Case``), and the day looked at is ``today``. ``lang`` is
    the reader's first language, used unless the address names one.

    >>> case, notes = read({"principal": "-5", "rate": "18"}, date(2026, 6, 30))
    >>> case.principal, case.rate, [note.name for note in notes]
    (None, Decimal('18'), ['principal'])
    """
    notes: list[Note] = []
    found: dict[str, Value] = {}
    for name, text in params.items():
        if name not in FIELDS:
            notes.append(Note(name="?", key="address.unknown_key", values={"given": shown(name)}))
            continue
        try:
            if text or name == "paid":
                found[name] = check(name, text)
        except OverdueError as error:
            notes.append(Note(name=name, key=f"errors.{error.key}", values=error.fields))
    if not params.keys() & FIGURES:
        found.setdefault("story", STORIES[0])
    story = found.pop("story", None)
    told = {name: check(name, text) for name, text in stories()[str(story)].items()} if story else {}
    given = {"as_of": today} | told | found | {"lang": Lang(str(found.get("lang", lang)))}
    if "due_on" in found and "contract_on" not in found:
        given.pop("contract_on", None)
    case = Case(**given)  # type: ignore[arg-type]
    if told and all(getattr(case, name) == told.get(name, getattr(EMPTY, name)) for name in FIGURES):
        case = replace(case, story=str(story))
    return _sound(case, notes)


def fresh(today: date, lang: Lang) -> Case:
    """The case of a person who begins: nothing given, looked at ``today``."""
    return Case(lang=lang, as_of=today)


def _sound(case: Case, notes: list[Note]) -> tuple[Case, tuple[Note, ...]]:
    """Undo, one by one and with a note, the figures that contradict one another."""
    for _ in range(len(REPAIRS) + 1):
        try:
            consistent(case)
            return case, tuple(notes)
        except OverdueError as error:
            name = str(error.fields["name"])
            notes.append(Note(name=name, key=f"errors.{error.key}", values=error.fields))
            case = replace(case, story=None, **REPAIRS[name](case))  # type: ignore[arg-type]
    return case, tuple(notes)


def consistent(case: Case) -> None:
    """Raise ``OverdueError`` (field ``name`` says which) where the figures contradict one another."""
    if case.missing:
        return
    if case.contract_on is not None and case.contract_on > case.first_due:
        name = "rows" if case.rows else "contract_on"
        days = {"contract_on": case.contract_on, "due_on": case.first_due}
        raise OverdueError("case.contract_after_due", name=name, **days)
    for name in ("accelerated_on", "compensated_on", "as_of"):
        day = getattr(case, name)
        if day is not None and day < case.contracted:
            raise OverdueError("case.before_contract", name=name, given=day, contract_on=case.contracted)
    if case.pay_on is not None and case.pay_on < case.as_of:
        raise OverdueError("case.pay_before_seen", name="pay_on", given=case.pay_on, as_of=case.as_of)
    if not case.rows and case.missed > case.can_be_missed():
        counts = {"given": case.missed, "most": case.can_be_missed(), "due_on": case.due_on, "as_of": case.as_of}
        raise OverdueError("case.missed_too_many", name="missed", **counts)
    if case.base == "principal_and_interest" and case.compound not in (None, "none"):
        raise OverdueError("case.base_and_compound", name="base")
    if case.compound == "all" and case.rest == "none":
        raise OverdueError("case.rest_missing", name="rest")
    try:
        case.loan()
    except OverdueError as error:
        raise OverdueError(error.key, name="remaining", **error.fields) from error
    except ValidationError as error:
        raise OverdueError("case.not_a_loan", name="remaining", why=error.errors()[0]["msg"]) from error


REPAIRS: Mapping[str, Callable[[Case], dict[str, object]]] = MappingProxyType(
    {
        "contract_on": lambda case: {"contract_on": None},
        "accelerated_on": lambda case: {"accelerated_on": None},
        "compensated_on": lambda case: {"compensated_on": None},
        "as_of": lambda case: {"as_of": case.contracted},
        "pay_on": lambda case: {"pay_on": None},
        "missed": lambda case: {"missed": case.can_be_missed()},
        "base": lambda case: {"base": "principal"},
        "rows": lambda case: {"rows": ()},
        "rest": lambda case: {"rest": "quarterly"},
        "remaining": lambda case: {"remaining": ZERO},
    }
)


def write(case: Case, budget: bool = True) -> dict[str, str]:
    """The address of a case: every figure that is given, defaults too; without the monthly budget unless asked."""
    address = {}
    for name in NAMES:
        value = getattr(case, name)
        if value is None and not FIELDS[name].unknown:
            continue
        if (value == () and case.story is None) or (name in BUDGET and not budget):
            continue
        address[name] = UNKNOWN if value is None else written(name, value)
    return address


def too_long(address: Mapping[str, str]) -> bool:
    """Whether the address passes the 2,000 characters that travel safely."""
    return len(urlencode(address)) > LONGEST
