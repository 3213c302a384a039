"""The law shelf: every legal value with its clause, document, first day, standing and day checked.

One TOML file a topic, rules by id (``[PEN-1]``), documents in ``sources.toml``. A value holds from
its ``since`` until the next row; a row with ``ended = true`` closes it. Nothing else is a value:
asking for a day without one raises ``NotInForce``. What the product needs but nobody could confirm
stands apart, in ``assumptions.toml``, and carries no citation.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError

from overdue.given import a_day
from overdue.law.rules import Assumption, Force, Row, Rule, Source, Value
from overdue.model import BadFile, Citation, Frozen, NotInForce

HERE = Path(__file__).parent
Noun = TypeVar("Noun", bound=Frozen)


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
        return self._row(rule, name, on).value

    def cite(self, rule: str, name: str | None = None, on: date | None = None) -> Citation:
        """Where a rule, or one of its values on a day, comes from; ``NotInForce`` as ``value``.

        >>> LAW.cite("CR-2").standing.value
        'text'
        """
        held = self.rules[rule]
        row = self._row(rule, name, on) if name is not None and on is not None else None
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

    def _row(self, rule: str, name: str, on: date) -> Row:
        held = self.rules[rule]
        value = held.values[name]
        row = value.row(a_day(on))
        if row is not None:
            return row
        last = value.rows[-1]
        known: dict[str, object] = {"rule": rule, "title": held.title, "on": on}
        if on < value.rows[0].since:
            raise NotInForce("law.not_in_force", **known, since=value.rows[0].since)
        if last.known_until is not None and on > last.known_until:
            raise NotInForce("law.not_known", **known, until=last.known_until)
        raise NotInForce("law.ended", **known, since=value.rows[0].since)


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
            _read(path, Rule, rules, topic=path.stem)
    for name, rule in rules.items():
        for source in sorted(rule.documents - sources.keys()):
            raise BadFile(f"{rule.topic}.toml", f"{name}.source", f"no document {source!r} in sources.toml")
    return Law(rules, sources, assumptions)


def _read(path: Path, noun: type[Noun], shelf: dict[str, Noun], **known: str) -> None:
    """Read one file onto its shelf; ``known`` are fields the file itself must not repeat."""
    for name, table in _tables(path).items():
        if name in shelf:
            raise BadFile(path.name, name, "this id is already on the shelf")
        if not isinstance(table, dict):
            raise BadFile(path.name, name, "an entry is a table")
        for field in sorted(known.keys() & table.keys()):
            raise BadFile(path.name, f"{name}.{field}", "is the name of the file and is not repeated in it")
        try:
            shelf[name] = noun.model_validate(known | table)
        except ValidationError as error:
            first = error.errors()[0]
            raise BadFile(path.name, ".".join([name, *map(str, first["loc"])]), first["msg"]) from error


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(path.name, "-", str(error)) from error


LAW = load()
