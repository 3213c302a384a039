"""The case as a web address, both ways. Reading never raises: it says what it dropped."""

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
from overdue.casefile.debts import is_blank, packed, same_figures, without
from overdue.casefile.fields import Value, check, read_debts, shown, written
from overdue.casefile.keys import BUDGET, CELLS, FIELDS, ITEMS, LAST_DAY, LOOKED, MOST_SHARED, STORIES, UNKNOWN
from overdue.casefile.needs import agree, spelled, withheld
from overdue.model import Frozen, OverdueError
from overdue.words import Lang

LONGEST = 2000
NAMES = tuple(field.name for field in fields(Case))
FIGURES = FIELDS.keys() - set(LOOKED)
# What a person may have typed of themselves beside a ready-made one: not what goes by the numbers of that one's debts.
TYPED = tuple(n for n in LOOKED if FIELDS[n].group in ("offer", "budget") and n not in ("way", "turns", "taken"))


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
    story's. A lender's bill beside a story's figures makes them nobody's own. What neither gives is not given
    (see ``Case``), and the day looked at is ``today``. ``lang`` is the reader's first language, used unless the
    address names one.

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
            if name == "debts":
                found[name], refused = read_debts(text)
                notes += [Note(name=name, key=f"errors.{error.key}", values=error.fields) for error in refused]
            elif text or name == "paid":
                found[name] = check(name, text)
        except OverdueError as error:
            notes.append(Note(name=name, key=f"errors.{error.key}", values=error.fields))
    if not params.keys() & FIGURES:
        found.setdefault("story", STORIES[0])
    story = found.pop("story", None)
    told = {name: check(name, text) for name, text in stories()[str(story)].items()} if story else {}
    of_story = Case(**({"as_of": today, "lang": lang} | told))  # type: ignore[arg-type]
    told = {name: value for name, value in told.items() if params.get(name) != ""}
    given = {"as_of": today} | told | found | {"lang": Lang(str(found.get("lang", lang)))}
    if "due_on" in found and "contract_on" not in found:
        given.pop("contract_on", None)
    case = Case(**given)  # type: ignore[arg-type]
    if case.debts and is_blank(case):
        case = without(case, 1)  # the first debt there is is the case
    if story and same_figures(case, of_story):
        case = replace(case, story=str(story))
    case, said = _sound(case, notes)
    further = [_sound_debt(debt) for debt in case.further]
    if any(each for _, each in further):
        case = replace(case, story=None, debts=tuple(packed(debt) for debt, _ in further))
    return case, (*said, *(note for _, each in further for note in each))


def fresh(today: date, lang: Lang) -> Case:
    """The case of a person who begins: nothing given, looked at ``today``."""
    return Case(lang=lang, as_of=today)


def begun(case: Case, today: date) -> Case:
    """The case of a person who begins beside a ready-made one: nothing given but the offer and the budget they
    typed, without days that are over.

    >>> beside, _ = read({"story": "job", "lump_amount": "3000", "monthly": "500"}, date(2026, 11, 29))
    >>> own = begun(beside, date(2026, 11, 29))
    >>> own.story, own.principal, own.lump_amount, own.monthly
    (None, None, Decimal('3000'), Decimal('500'))
    """
    told = fresh(today, case.lang) if case.story is None else read({"story": case.story}, today)[0]
    typed = {name: value for name in TYPED if (value := getattr(case, name)) != getattr(told, name)}
    over = [name for name, value in typed.items() if isinstance(value, date) and value < today]
    return replace(fresh(today, case.lang), **{name: value for name, value in typed.items() if name not in over})


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


def _sound_debt(debt: Case) -> tuple[Case, tuple[Note, ...]]:
    """The same for a further debt: the day looked at is everybody's, so a contract after it is left out."""
    day = debt.contract_on
    if day is None or day <= debt.as_of:
        return _sound(debt, [])
    values: dict[str, object] = {"given": debt.as_of, "contract_on": day}
    note = Note(name="contract_on", key="errors.case.before_contract", values=values)
    return _sound(replace(debt, contract_on=None), [note])


def consistent(case: Case) -> None:
    """Raise ``OverdueError`` (field ``name`` says which) where the figures contradict one another."""
    agree(case)
    if case.missing:
        return
    if case.contract_on is not None and case.contract_on > case.first_due:
        name = "rows" if case.rows else "contract_on"
        days = {"contract_on": case.contract_on, "due_on": case.first_due}
        raise OverdueError("case.contract_after_due", name=name, **days)
    for name in ("accelerated_on", "compensated_on", "complaint_on", "as_of"):
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
        "contract_on": lambda _: {"contract_on": None},
        "accelerated_on": lambda _: {"accelerated_on": None},
        "compensated_on": lambda _: {"compensated_on": None},
        "complaint_on": lambda _: {"complaint_on": None},
        "as_of": lambda case: {"as_of": case.contracted},
        "pay_on": lambda _: {"pay_on": None},
        "missed": lambda case: {"missed": case.can_be_missed()},
        "base": lambda _: {"base": "principal"},
        "rows": lambda _: {"rows": ()},
        "rest": lambda _: {"rest": "quarterly"},
        "spending": lambda _: {"spending": None},
        "remaining": lambda _: {"remaining": None},
    }
)


def write(case: Case, budget: bool = True, debts: bool = True) -> dict[str, str]:
    """A case as an address and a file write it: every figure that is given, defaults too.

    Of a budget that is not wanted only the plan is written, of debts that are not nothing. What a ready-made person
    has and the debt in the first place has not is written empty, or the story would fill it.
    """
    address = {}
    out, case = withheld(budget, debts), spelled(case) if debts and not budget else case
    told = stories()[case.story] if case.story else {}
    for name in NAMES:
        value = getattr(case, name)
        if value is None and not FIELDS[name].unknown:
            if name in told:
                address[name] = ""
            continue
        if name in out or (value == () and name not in told):
            continue
        address[name] = UNKNOWN if value is None else written(name, value)
    return address


def brief(case: Case, debts: bool = False) -> dict[str, str]:
    """The shortest address that brings the same case back, without the monthly budget: for a code a phone reads.

    A ready-made person is a name and what was changed to look at; of one's own figures what an absent key would mean
    is left out. Where the further ``debts`` are wanted all stand in their one code, the first of them too.

    >>> brief(read({"story": "job"}, date(2026, 11, 29))[0])
    {'story': 'job'}
    >>> brief(read({"due_on": "2026-01-10", "principal": "1000", "missed": "1"}, date(2026, 11, 29))[0])
    {'lang': 'zh', 'as_of': '2026-11-29', 'due_on': '2026-01-10', 'principal': '1000'}
    """
    if case.story is None:
        plain = fresh(date.min, case.lang)
        if debts and case.debts:
            first = {name: getattr(plain, name) for name in (*CELLS, *ITEMS.values())}
            case = replace(case, debts=(packed(case), *case.debts), **first)
        held, usual = write(case, budget=False, debts=debts), write(plain)
        return {name: text for name, text in held.items() if usual.get(name) != text or name == "lang"}
    changed = {name: text for name, text in write(case, budget=False).items() if _told(case.story).get(name) != text}
    return {"story": case.story} | changed


@cache
def _told(story: str) -> Mapping[str, str]:
    """A ready-made person as an address writes every figure; the day looked at is the story's own."""
    return write(read({"story": story}, LAST_DAY)[0], budget=False)


def carried(case: Case, budget: bool, debts: bool) -> dict[str, str]:
    """A case as the address bar holds it: of a ready-made person, whose figures never change, the name and what was
    changed to look at; of one's own every figure, defaults too, so that a link never changes its meaning.

    >>> carried(read({}, date(2026, 11, 29))[0], False, False)
    {'lang': 'zh', 'story': 'job'}
    """
    if case.story is None:
        return write(case, budget, debts)
    typed = {name: text for name, text in write(case).items() if name in BUDGET and budget}
    return {"lang": str(case.lang)} | brief(case) | typed


def fits(case: Case) -> bool:
    """Whether an address takes all debts: eight; more are kept in the case file."""
    return len(case.debts) < MOST_SHARED


def too_long(address: Mapping[str, str]) -> bool:
    """Whether the address passes the 2,000 characters that travel safely."""
    return len(urlencode(address)) > LONGEST
