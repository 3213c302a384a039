"""The law shelf: every legal value with its clause, document, first day, standing and day checked.

One TOML file a topic, rules by id (``[PEN-1]``), documents in ``sources.toml``. A value holds from
its ``since`` until the next row; a row with ``ended = true`` closes it. Nothing else is a value:
asking for a day without one raises ``NotInForce``. What the product needs but nobody could confirm
stands apart, in ``assumptions.toml``, and carries no citation.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Self, TypeVar

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from overdue.model import BadFile, Citation, Day, Frozen, NotInForce, Standing, Text

HERE = Path(__file__).parent
Noun = TypeVar("Noun", bound=Frozen)
DAY_AS_TEXT = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


class Force(StrEnum):
    """Whom a document binds."""

    LAW = "law"
    REGULATION = "regulation"
    JUDICIAL = "judicial"
    GUIDANCE = "guidance"
    STANDARD = "standard"
    INDUSTRY = "industry"
    PRESS = "press"


def _frozen(value: object) -> object:
    """Lists as tuples and tables read-only, so that nothing on the shelf can be changed.

    A float, a day written as a text, a time of day and a number that is not finite are refused.
    """
    if isinstance(value, list | tuple):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, Mapping):
        return MappingProxyType({name: _frozen(item) for name, item in value.items()})
    if isinstance(value, float) or (isinstance(value, Decimal) and not value.is_finite()):
        raise ValueError("a number must be exact and finite")
    if isinstance(value, datetime | time) or (isinstance(value, str) and DAY_AS_TEXT.fullmatch(value)):
        raise ValueError("a day is written without quotes and without a time")
    return value


Kept = Annotated[Any, BeforeValidator(_frozen)]


class Source(Frozen):
    """One document: title, number, issuer, force, how it was read and under which address."""

    title: Text
    number: str = ""
    issuer: Text
    force: Force
    read_as: Text
    code: str
    url: str = ""


class Row(Frozen):
    """A value from one day on. What is left out is as on its rule."""

    since: Day
    value: Kept = None
    ended: bool = False
    known_until: Day | None = None
    source: str | None = None
    clause: Text | None = None
    standing: Standing | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _value_or_end(self) -> Self:
        if self.ended == (self.value is not None):
            raise ValueError("a row either gives a value or says ended = true")
        return self


class Value(Frozen):
    """A named value of a rule: its unit and its rows, oldest first."""

    unit: str
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _oldest_first(self) -> Self:
        for earlier, later in pairwise(self.rows):
            if earlier.since >= later.since:
                raise ValueError(f"rows must rise by day: {earlier.since} stands before {later.since}")
        return self

    def row(self, on: date) -> Row | None:
        """The row in force on a day, or None."""
        held = [row for row in self.rows if row.since <= on]
        if not held or held[-1].ended or (held[-1].known_until is not None and on > held[-1].known_until):
            return None
        return held[-1]


class Basis(Frozen):
    """A further document a rule rests on, and where in it."""

    source: str
    clause: Text


class Rule(Frozen):
    """A rule in one sentence, with its clause, its standing and the values it sets.

    ``topic`` is the name of its file; ``ended`` the last day it could be used.
    """

    topic: str
    title: Text
    says: Text
    applies: Text | None = None
    excludes: Text | None = None
    note: Text | None = None
    source: str
    clause: Text
    also: tuple[Basis, ...] = ()
    since: Day
    ended: Day | None = None
    standing: Standing
    checked: Day
    review_by: Day | None = None
    values: dict[str, Value] = {}

    @property
    def documents(self) -> frozenset[str]:
        """The keys of every document this rule or one of its values names."""
        rows = {row.source for value in self.values.values() for row in value.rows if row.source}
        return frozenset({self.source} | {basis.source for basis in self.also} | rows)


class Assumption(Frozen):
    """What the product needs and no document read confirms: a default or a number, never a fact.

    ``row`` is the id under which it was looked for, ``why`` says why it is only assumed, ``confirm``
    what would make it a rule.
    """

    row: str
    name: Text
    says: Text
    value: Kept
    unit: str
    why: Text
    confirm: Text


class Law:
    """The whole shelf, read once and never changed: rules and documents by id, and assumptions."""

    def __init__(
        self, rules: Mapping[str, Rule], sources: Mapping[str, Source], assumptions: Mapping[str, Assumption]
    ) -> None:
        self.rules = MappingProxyType(dict(rules))
        self.sources = MappingProxyType(dict(sources))
        self.assumptions = MappingProxyType(dict(assumptions))

    def rule(self, rule: str) -> Rule:
        """The rule of that id; ``KeyError`` if the shelf has none."""
        return self.rules[rule]

    def value(self, rule: str, name: str, on: date) -> Any:
        """The value in force on a day; ``NotInForce`` if the shelf holds none for it.

        >>> LAW.value("CR-2", "retention_years", date(2026, 11, 22))
        5
        """
        value = self.rules[rule].values[name]
        row = value.row(on)
        if row is None:
            known = [r.known_until for r in value.rows if r.known_until]
            until = known[-1] if known else ""
            raise NotInForce("law.not_in_force", rule=rule, on=on, since=value.rows[0].since, until=until)
        return row.value

    def cite(self, rule: str, name: str | None = None, on: date | None = None) -> Citation:
        """Where a rule, or one of its values on a day, comes from."""
        held = self.rules[rule]
        row = held.values[name].row(on) if name is not None and on is not None else None
        return Citation(
            rule=rule,
            source=(row and row.source) or held.source,
            clause=(row and row.clause) or held.clause,
            since=row.since if row else held.since,
            standing=(row and row.standing) or held.standing,
        )

    def cites(self, rules: Iterable[str]) -> tuple[Citation, ...]:
        """The citations of several rules, in the order given."""
        return tuple(self.cite(rule) for rule in rules)


def load(folder: Path = HERE) -> Law:
    """Read a shelf; ``BadFile`` names the file, the place in it and the fault."""
    rules: dict[str, Rule] = {}
    sources: dict[str, Source] = {}
    assumptions: dict[str, Assumption] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.stem == "sources":
            _read(path, Source, sources)
        elif path.stem == "assumptions":
            _read(path, Assumption, assumptions)
        else:
            _read(path, Rule, rules)
    for name, rule in rules.items():
        for source in sorted(rule.documents - sources.keys()):
            raise BadFile(f"{rule.topic}.toml", f"{name}.source", f"no document {source!r} in sources.toml")
    return Law(rules, sources, assumptions)


def _read(path: Path, noun: type[Noun], shelf: dict[str, Noun]) -> None:
    for name, table in _tables(path).items():
        if name in shelf:
            raise BadFile(path.name, name, "this id is already on the shelf")
        if noun is Rule and isinstance(table, dict):
            table.setdefault("topic", path.stem)
        try:
            shelf[name] = noun.model_validate(table)
        except ValidationError as error:
            first = error.errors()[0]
            raise BadFile(path.name, ".".join([name, *map(str, first["loc"])]), first["msg"]) from error


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(path.name, "-", str(error)) from error


LAW = load()
