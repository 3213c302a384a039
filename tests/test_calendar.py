"""Calendar files are read back by the library that wrote them and by one that did not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import ics
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from overdue.exports.calendar import Entry, calendar_file

ZONE = ZoneInfo("Asia/Shanghai")
MADE = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
NOTE = "law as of 2026-11-22; version 0.1.0; made on 2026-11-22"
ENTRIES = [
    Entry("last_day", date(2031, 11, 22), "征信记录：最后保存日", "保存到今天；第二天应当删除，\n留意。"),
    Entry("removed", date(2031, 11, 23), "Must be gone; look, then dispute", "Get your report.", alarm_days=7),
]


def made(entries=ENTRIES, seed="case"):
    return calendar_file(entries, "征信记录的日子", seed, MADE, NOTE)


def test_read_back_with_zone_end_and_alarm():
    calendar = Calendar.from_ical(made())
    first, second = calendar.walk("VEVENT")
    assert first.decoded("dtstart") == datetime(2031, 11, 22, 9, tzinfo=ZONE)
    assert first["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert first.decoded("dtend") - first.decoded("dtstart") == timedelta(minutes=30)
    assert str(first["summary"]) == ENTRIES[0].title
    assert str(first["description"]) == f"{ENTRIES[0].text}\n\n{NOTE}"
    assert [alarm.decoded("trigger") for alarm in second.walk("VALARM")] == [timedelta(days=-7)]
    assert [zone["tzid"] for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]


def test_a_second_library_reads_the_same():
    events = sorted(ics.Calendar(made().decode()).events)
    assert [event.begin.datetime.astimezone(ZONE).date() for event in events] == [entry.day for entry in ENTRIES]
    assert [event.begin.datetime.astimezone(ZONE).hour for event in events] == [9, 9]
    assert [event.duration for event in events] == [timedelta(minutes=30)] * 2
    assert [event.name for event in events] == [entry.title for entry in ENTRIES]
    assert [alarm.trigger for event in events for alarm in event.alarms] == [timedelta(days=-1), timedelta(days=-7)]
    assert all(event.description.endswith(NOTE) for event in events)


def test_the_same_seed_names_the_same_entry_and_another_seed_another():
    def names(seed):
        return [str(event["uid"]) for event in Calendar.from_ical(made(seed=seed)).walk("VEVENT")]

    assert names("case") == names("case")
    assert not set(names("case")) & set(names("another"))


def test_lines_are_folded_at_75_octets_and_end_as_the_standard_asks():
    lines = made().split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in b"".join(lines)


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_whatever_is_written_is_read_back(text):
    (event,) = Calendar.from_ical(made([Entry("one", date(2030, 1, 1), text, text)])).walk("VEVENT")
    assert str(event["summary"]) == text


def test_a_clock_without_zone_or_a_key_given_twice_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        calendar_file(ENTRIES, "name", "seed", MADE.replace(tzinfo=None), NOTE)
    with pytest.raises(ValueError, match="same key"):
        made([ENTRIES[0], ENTRIES[0]])
