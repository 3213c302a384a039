"""The law shelf: every legal value with its clause, document, first day, standing and day checked.

One TOML file a topic, rules by id (``[PEN-1]``), documents in ``sources.toml``. A value holds from
its ``since`` until the next row; a row with ``ended = true`` closes it. Nothing else is a value:
asking for a day without one raises ``NotInForce``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, ValidationError, model_validator

from overdue.model import BadFile, Citation, Day, Frozen, NotInForce, Standing, Text

HERE = Path(__file__).parent


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
    """Lists as tuples, so that nothing read from the shelf can be changed; floats are refused."""
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {name: _frozen(item) for name, item in value.items()}
    if isinstance(value, float):
        raise ValueError("a float is not exact")
    return value


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
    value: Annotated[Any, BeforeValidator(_frozen)] = None
    ended: bool = False
    known_until: Day | None = None
    source: str | None = None
    clause: Text | None = None
    standing: Standing | None = None
    note: Text | None = None


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


class Rule(Frozen):
    """A rule in one sentence, with its clause, its standing and the values it sets."""

    topic: str
    title: Text
    says: Text
    applies: Text | None = None
    excludes: Text | None = None
    note: Text | None = None
    source: str
    clause: Text
    since: Day
    ended: Day | None = None
    standing: Standing
    checked: Day
    review_by: Day | None = None
    values: dict[str, Value] = {}


class Law:
    """The whole shelf, read once and never changed."""

    def __init__(self, rules: dict[str, Rule], sources: dict[str, Source]) -> None:
        self.rules = rules
        self.sources = sources

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
            raise NotInForce("law.not_in_force", rule=rule, on=on, since=value.rows[0].since, until=known[-1] if known else "")
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
    """Read a shelf; ``BadFile`` names the file, the place and the fault."""
    rules: dict[str, Rule] = {}
    sources: dict[str, Source] = {}
    for path in sorted(folder.glob("*.toml")):
        kind = Source if path.stem == "sources" else Rule
        shelf: dict[str, Any] = sources if kind is Source else rules
        for name, table in _tables(path).items():
            if name in shelf:
                raise BadFile(path.name, name, "this id is already on the shelf")
            try:
                shelf[name] = kind.model_validate(table)
            except ValidationError as error:
                first = error.errors()[0]
                raise BadFile(path.name, ".".join([name, *map(str, first["loc"])]), first["msg"]) from error
    for name, rule in rules.items():
        named = {rule.source} | {r.source for v in rule.values.values() for r in v.rows if r.source}
        for source in sorted(named - sources.keys()):
            raise BadFile(rule.topic, f"{name}.source", f"no document {source!r} in sources.toml")
    return Law(rules, sources)


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(path.name, "-", str(error)) from error


LAW = load()
