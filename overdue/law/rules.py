"""What stands on the shelf: documents, rules with their dated values, and assumptions."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from overdue.model import Day, Frozen, Standing, Text

DAY_AS_TEXT = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


class Force(StrEnum):
    """Whom a document binds; ``sources.toml`` says how each is assigned."""

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
    """A named value of a rule: its unit and its rows, oldest first.

    ``live`` says that the code asks for it, so that correcting it changes what the app answers; else it
    is told on the sources page and nowhere else.
    """

    unit: str
    live: bool
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _oldest_first(self) -> Self:
        for earlier, later in pairwise(self.rows):
            if earlier.since >= later.since:
                raise ValueError(f"rows must rise by day: {earlier.since} stands before {later.since}")
        if any(row.known_until for row in self.rows[:-1]):
            raise ValueError("only the last row is known until a day")
        return self

    def row(self, on: date) -> Row | None:
        """The row in force on a day, or None."""
        row = next((row for row in reversed(self.rows) if row.since <= on), None)
        if row is None or row.ended or (row.known_until is not None and on > row.known_until):
            return None
        return row


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
    values: Annotated[Mapping[str, Value], AfterValidator(MappingProxyType)] = Field({}, validate_default=True)

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
