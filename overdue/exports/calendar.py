"""A calendar file (.ics) of dated reminders, with time zone, alarm and identifiers that stay the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from overdue.household import Division, Near
from overdue.negotiation import called
from overdue.words import Words

if TYPE_CHECKING:  # read with the first file: a server is up sooner
    from icalendar import Event, Timezone

ZONE = ZoneInfo("Asia/Shanghai")
ONE_OFFSET_SINCE, LAST_ENTRY = date(1992, 1, 1), date(2100, 1, 1)
OPENS = time(9)
LENGTH = timedelta(minutes=30)
PRODUCT = "-//Overdue explained//ZH EN//"
FAMILY = UUID("6f1d0a3e-54c8-5b7e-9d0a-2f3f6a8f5a11")


@dataclass(frozen=True, slots=True)
class Entry:
    """One reminder: ``key`` is unique in its file, ``alarm_days`` how many days ahead it rings."""

    key: str
    day: date
    title: str
    text: str
    alarm_days: int = 1


def calendar_file(entries: Sequence[Entry], name: str, seed: str, made_at: datetime, note: str) -> bytes:
    """The entries as an iCalendar file in Chinese time, each at nine in the morning for half an hour.

    ``seed`` makes the identifiers: the same seed and key give the same one, so that opening a newer
    file moves an entry instead of doubling it. ``made_at`` knows its time zone; ``note`` is the line
    every export bears (law as of, version, made on) and closes each description. The days are not
    computed here; their rules stand with what computed them. Raises ``ValueError`` for a ``made_at``
    without time zone or a key given twice.

    >>> from datetime import datetime
    >>> made = datetime(2026, 11, 22, 9, tzinfo=ZONE)
    >>> b"TRIGGER:-P1D" in calendar_file([Entry("gone", date(2031, 7, 1), "Gone", "Look")], "Record", "case", made, "-")
    True
    """
    from icalendar import Calendar

    if made_at.tzinfo is None:
        raise ValueError("made_at has no time zone: give one")
    if len({entry.key for entry in entries}) < len(entries):
        raise ValueError("two entries have the same key: give each its own")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add_component(_zone())
    for entry in entries:
        calendar.add_component(_event(entry, seed, made_at, note))
    return bytes(calendar.to_ical())


def division_entries(
    division: Division, names: Mapping[str, str], w: Words, near: Iterable[tuple[str, Near]] = ()
) -> tuple[Entry, ...]:
    """A reminder for each day of paying of a divided budget, saying who gets how many yuan; and the days on which
    everything is paid and the last record ends, where it comes to that and every rate is known. Of the days ``near``
    (see ``near_days``) the last one for an answer to a court and that of an offer ring three days ahead. For
    ``calendar_file``.
    """
    days: dict[date, dict[str, Decimal]] = defaultdict(dict)
    for course in division.debts:
        for payment in course.payments:
            held = days[payment.paid_on]
            held[course.key] = held.get(course.key, Decimal(0)) + payment.amount
    found = []
    for day, paid in sorted(days.items()):
        lines = [w("common.labelled", label=called(names, key), value=w.yuan(amount)) for key, amount in paid.items()]
        title = w("statement.calendar.pay", sum=w.yuan(sum(paid.values(), Decimal(0))))
        found.append(Entry(f"pay {day}", day, title, "\n".join(lines)))
    for name, on in (("done", division.done_on), ("record", division.last_record_day)):
        if on is not None and not division.unrated:
            found.append(Entry(name, on, w(f"statement.calendar.{name}"), w(f"statement.calendar.{name}_says")))
    for key, (kind, day) in near:
        if kind in ("answer", "offer_ends"):
            title = w(f"statement.calendar.{kind}", name=called(names, key))
            found.append(Entry(f"{kind} {key}", day, title, w(f"statement.calendar.{kind}_says"), 3))
    return tuple(found)


@cache
def _zone() -> Timezone:
    """Chinese time, which has known one offset only for longer than any day here; looked up once, for that is slow."""
    from icalendar import Timezone

    return Timezone.from_tzid(ZONE.key, first_date=ONE_OFFSET_SINCE, last_date=LAST_ENTRY)


def identifier(seed: str, key: str) -> str:
    """The lasting identifier of an entry.

    >>> identifier("case", "gone") == identifier("case", "gone") != identifier("case", "kept")
    True
    """
    return str(uuid5(uuid5(FAMILY, seed), key))


def _event(entry: Entry, seed: str, made_at: datetime, note: str) -> Event:
    from icalendar import Alarm, Event

    begins = datetime.combine(entry.day, OPENS, ZONE)
    event = Event()
    event.add("uid", identifier(seed, entry.key))
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("dtstart", begins)
    event.add("dtend", begins + LENGTH)
    event.add("summary", entry.title)
    event.add("description", f"{entry.text}\n\n{note}")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", timedelta(days=-entry.alarm_days))
    event.add_component(alarm)
    return event
