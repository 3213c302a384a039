"""The law shelf as rows: how each rule stands on a day, its values in words, every value by its first day."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from overdue.law import LAW, Row, Rule, Value
from overdue.model import Text
from overdue.tables import Frame, framed
from overdue.words import Words
from overdue.words.script import typed

State = Literal["force", "later", "ended"]
COLUMNS = (
    "rule", "topic", "title", "says", "state", "name", "value", "since", "applies", "live", "known_until", "clause",
    "document", "number", "issuer", "force", "standing", "checked", "review_by",
)  # fmt: skip


def state_on(rule: Rule, on: date) -> State:
    """Whether a rule applies on a day, has not begun, or has ended.

    >>> state_on(LAW.rule("PEN-9"), date(2026, 7, 31)), state_on(LAW.rule("PEN-9"), date(2026, 8, 1))
    ('later', 'force')
    """
    if on < rule.since:
        return "later"
    return "ended" if rule.ended is not None and on > rule.ended else "force"


def find(text: str, topic: str) -> tuple[str, ...]:
    """Ids of the rules that hold every word of ``text`` in either script or language; empty ``topic`` is all.

    In the order of topics and ids.
    """
    sought = typed(text).split()
    wanted = [name for name, rule in LAW.rules.items() if topic in ("", rule.topic)]
    return tuple(sorted((n for n in wanted if all(word in _spelt(n) for word in sought)), key=_order))


def _order(name: str) -> tuple[str, str, int]:
    head, _, number = name.partition("-")
    return LAW.rules[name].topic, head, int(number)


def _spelt(name: str) -> str:
    rule = LAW.rules[name]
    source = LAW.sources[rule.source]
    texts = (rule.title, rule.says, rule.clause, source.title, source.issuer)
    return typed(" ".join([name, source.number, *(t.zh for t in texts), *(t.en for t in texts)]))


def shown(value: Any, unit: str, w: Words) -> str:
    """A value with its unit in the reader's words."""
    share = unit.startswith("ratio") and isinstance(value, Decimal | int)
    text = w.percent(Decimal(value)) if share else _plain(value, w)
    return w("sources.unit." + re.sub(r"[^a-z0-9]+", "_", unit.lower()), value=text)


def told(value: Value) -> bool:
    """Whether a value says more than its rule's sentence: figures, days and worded lists do, bare codes do not."""
    if value.unit in ("code", "yes or no"):
        return False
    last = value.rows[-1].value
    return value.unit != "codes" or (isinstance(last, tuple) and isinstance(last[0], Mapping))


def _plain(value: Any, w: Words) -> str:
    if isinstance(value, bool):
        return w("sources.word.yes" if value else "sources.word.no")
    if isinstance(value, Mapping):
        return _fees(value, w) if "bands" in value else _entry(value, w)
    if isinstance(value, tuple):
        return w.listed(_plain(item, w) for item in value)
    return w.text(Text(zh=value, en=value)) if isinstance(value, str) else w.value(value)


def _entry(entry: Mapping[str, Any], w: Words) -> str:
    """One line of a list: its code, its words and its range."""
    said = w.text(Text(zh=entry["zh"], en=entry["en"])) if "zh" in entry else ""
    code = entry["code"] if len(entry["code"]) <= 2 else ""
    span = f"({entry['from']}–{entry.get('to', '')})" if "from" in entry else ""
    return " ".join(part for part in (code, said, span) if part)


def _fees(value: Mapping[str, Any], w: Words) -> str:
    """A table of fees: the flat part, each band with its rate, the most there is."""
    lines = [w("sources.word.flat", upto=value["flat_up_to"], fee=value["flat_fee"])]
    for band in value["bands"]:
        key = "sources.word.band" if "to" in band else "sources.word.band_open"
        lines.append(w(key, over=band["over"], to=band.get("to", ""), rate=w.percent(band["rate"])))
    if "max" in value:
        lines.append(w("sources.word.most", fee=value["max"]))
    return w.listed(lines)


def values(value: Value, w: Words, name: Callable[[str], str]) -> Frame:
    """Every row of a value by its first day, newest first."""
    rows = [{name("since"): row.since.isoformat(), name("value"): row_text(row, value, w)} for row in value.rows]
    return framed(rows[::-1])


def row_text(row: Row, value: Value, w: Words) -> str:
    """What a row says: its value, or that the value ended, and how far it is confirmed."""
    if row.ended:
        return w("sources.rule.ended_row")
    text = shown(row.value, value.unit, w)
    if row.known_until is None:
        return text
    return f"{text} ({w('sources.rule.known_until', day=row.known_until)})"


def shelf(names: Iterable[str], on: date, w: Words, name: Callable[[str], str]) -> Frame:
    """One row for every value of every rule named, and one for a rule without values; days as 2026-11-22."""
    rows = [row for rule in names for row in _rows(rule, on, w)]
    return framed(rows, columns=list(COLUMNS)).rename(columns=name)


def _rows(rule_id: str, on: date, w: Words) -> list[dict[str, str]]:
    rule = LAW.rules[rule_id]
    base = {
        "rule": rule_id,
        "topic": w(f"sources.q.{rule.topic}"),
        "title": w.text(rule.title),
        "says": w.text(rule.says),
        "state": w(f"sources.state.{state_on(rule, on)}"),
        "name": "",
        "value": "",
        "since": rule.since.isoformat(),
        "applies": "",
        "live": "",
        "known_until": "",
        "checked": rule.checked.isoformat(),
        "review_by": rule.review_by.isoformat() if rule.review_by else "",
    }
    if not rule.values:
        return [base | _origin(rule, None, w)]
    return [base | _valued(named, value, row, on, w) | _origin(rule, row, w) for named, value, row in _each(rule)]


def _each(rule: Rule) -> list[tuple[str, Value, Row]]:
    return [(name, value, row) for name, value in rule.values.items() for row in value.rows]


def _valued(name: str, value: Value, row: Row, on: date, w: Words) -> dict[str, str]:
    return {
        "name": name,
        "value": row_text(row, value, w),
        "since": row.since.isoformat(),
        "applies": w("sources.word.yes" if value.row(on) is row else "sources.word.no"),
        "live": w("sources.word.yes" if value.live else "sources.word.no"),
        "known_until": row.known_until.isoformat() if row.known_until else "",
    }


def _origin(rule: Rule, row: Row | None, w: Words) -> dict[str, str]:
    source = LAW.sources[(row and row.source) or rule.source]
    return {
        "clause": w.text((row and row.clause) or rule.clause),
        "document": w.text(source.title),
        "number": source.number,
        "issuer": w.text(source.issuer),
        "force": w(f"force.{source.force}"),
        "standing": w(f"standing.{(row and row.standing) or rule.standing}"),
    }


def documents(w: Words, name: Callable[[str], str]) -> Frame:
    """Every document once: title, number, issuer, force, how it was read."""
    rows = [
        {
            name("document"): w.text(source.title),
            name("number"): source.number,
            name("issuer"): w.text(source.issuer),
            name("force"): w(f"force.{source.force}"),
            name("read_as"): w.text(source.read_as),
        }
        for source in LAW.sources.values()
    ]
    return framed(rows)
