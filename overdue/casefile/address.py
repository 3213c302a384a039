"""The case as a web address, both ways. Reading never raises: it says what it dropped."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from pydantic import ValidationError

from overdue.casefile.case import Case
from overdue.casefile.fields import BUDGET, FIELDS, FIRST_DAY, UNKNOWN, Value, check, shown, written
from overdue.model import Frozen, OverdueError
from overdue.periods import add_period
from overdue.words import Lang

LONGEST = 2000
NAMES = tuple(field.name for field in fields(Case))


class Note(Frozen):
    """Something about an address the reader should know: which key, and the sentence that says it."""

    name: str
    key: str
    values: dict[str, object]


@cache
def stories() -> dict[str, dict[str, str]]:
    """The ready-made people by code, each as an address writes it."""
    return tomllib.loads((Path(__file__).parent / "stories.toml").read_text(encoding="utf-8"))


def defaults(today: date) -> dict[str, str]:
    """The case a newcomer meets: four instalments of a platform loan missed, looked at today."""
    first = add_period(today, months=-3, days=-12)
    return {
        "lang": Lang.ZH,
        "lender": "platform",
        "contract_on": written("contract_on", add_period(first, months=-4)),
        "due_on": written("due_on", first),
        "as_of": written("as_of", today),
        "principal": "1000",
        "missed": "4",
        "remaining": "2000",
        "rate": "18",
        "uplift": "50",
    }


def read(params: Mapping[str, str], today: date, lang: Lang = Lang.ZH) -> tuple[Case, tuple[Note, ...]]:
    """The case an address describes, and what was wrong with it; never raises.

    Keys that are absent come from the story named, then from the defaults for ``today``; ``lang`` is
    the reader's first language, used unless the address names one.

    >>> case, notes = read({"principal": "-5", "rate": "18"}, date(2026, 6, 30))
    >>> case.principal, [note.name for note in notes]
    (Decimal('1000'), ['principal'])
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
    story = found.get("story")
    base = defaults(today) | {"lang": lang} | (stories()[story] if isinstance(story, str) else {})
    values = {name: check(name, text) for name, text in base.items()} | found
    if "due_on" in found and "contract_on" not in found and isinstance(found["due_on"], date):
        values["contract_on"] = min(values["contract_on"], _before(found["due_on"]))  # type: ignore[type-var]
    values["lang"] = Lang(str(values["lang"]))
    case = Case(**{name: value for name, value in values.items() if name in NAMES})  # type: ignore[arg-type]
    return _sound(case, notes)


def _before(due_on: date) -> date:
    """A contract day that fits a due day: a month before, within the days an address may hold."""
    return max(add_period(due_on, months=-1), FIRST_DAY)


def _sound(case: Case, notes: list[Note]) -> tuple[Case, tuple[Note, ...]]:
    """Undo, one by one and with a note, the figures that contradict one another."""
    for _ in range(len(REPAIRS) + 1):
        try:
            consistent(case)
            return case, tuple(notes)
        except OverdueError as error:
            name = str(error.fields["name"])
            notes.append(Note(name=name, key=f"errors.{error.key}", values=error.fields))
            case = REPAIRS[name](case)
    return case, tuple(notes)


def consistent(case: Case) -> None:
    """Raise ``OverdueError`` (field ``name`` says which) where the figures contradict one another."""
    if case.contract_on > case.due_on:
        raise OverdueError(
            "case.contract_after_due", name="contract_on", contract_on=case.contract_on, due_on=case.due_on
        )
    if case.rows and case.contract_on > case.instalments()[0].due_on:
        first = case.instalments()[0].due_on
        raise OverdueError("case.contract_after_due", name="rows", contract_on=case.contract_on, due_on=first)
    for name in ("accelerated_on", "compensated_on"):
        day = getattr(case, name)
        if day is not None and day < case.contract_on:
            raise OverdueError("case.before_contract", name=name, given=day, contract_on=case.contract_on)
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


REPAIRS = {
    "contract_on": lambda case: case.edited(contract_on=_before(case.due_on)),
    "accelerated_on": lambda case: case.edited(accelerated_on=None),
    "compensated_on": lambda case: case.edited(compensated_on=None),
    "base": lambda case: case.edited(base="principal"),
    "rows": lambda case: case.edited(rows=()),
    "rest": lambda case: case.edited(rest="quarterly"),
    "remaining": lambda case: case.edited(remaining=case.remaining * 0),
}


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
