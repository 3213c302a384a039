"""The days of a debt that are fixed, drawn as marks in time: a finger, a key or a tap goes from one to the next."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from overdue.milestones import Binding, Milestone
from overdue.periods import days_after
from overdue.tables import timeline as tables
from overdue.tables.moving import Moving, Picture, Stop, run
from overdue.tables.spans import Spans
from overdue.words import Words

ROOM = timedelta(days=60)
KINDS = (Binding.MUST, Binding.MAY, Binding.USUAL)
LOOKED = "as_of"


def moving(found: Sequence[Milestone], as_of: date, w: Words, held: Mapping[str, object]) -> Moving:
    """A stop and a row for each of ``found`` (by time) and one for the day looked at; nothing of the case changes."""
    rows = sorted([*found, None], key=lambda m: (_day(m, as_of), m is not None))
    looked = Stop(
        LOOKED,
        w("timeline.looked_says", when=run(w.day(as_of), "day")),
        spoken=f"{w('timeline.as_of_line')} {w.day(as_of)}",
    )
    stops = tuple(looked if m is None else _stop(m, w, held) for m in rows)
    days = [_day(m, as_of) for m in rows]
    spans = Spans(days_after(days[0], -ROOM.days), days_after(days[-1], ROOM.days))
    for n, m in enumerate(rows):
        spans.row(w("timeline.as_of_line") if m is None else tables.says(m, "name", w, held))
        spans.spot("looked" if m is None else str(m.kind), days[n], w.day(days[n]), n)
    spans.chosen(days)
    kinds = [kind for kind in KINDS if any(m is not None and m.kind is kind for m in rows)]
    legend = tuple((str(kind), w(f"timeline.kind.{kind}")) for kind in kinds)
    said = w.clauses(w("timeline.entry", when=tables.when(m, w), name=tables.says(m, "name", w, held)) for m in found)
    alt = w("timeline.chart_alt", count=len(found), as_of=as_of, rows=said)
    return Moving(
        w("timeline.move"), stops, pictures=(Picture(spans.height, alt, spans.years(), legend=legend),), tells=False
    )


def at(found: Sequence[Milestone], as_of: date) -> str:
    """Where it begins: the next day to come, else the day looked at."""
    return next((m.key for m in found if _day(m, as_of) > as_of), LOOKED)


def _day(m: Milestone | None, as_of: date) -> date:
    return as_of if m is None else m.end or m.start


def _stop(m: Milestone, w: Words, held: Mapping[str, object]) -> Stop:
    name, when = tables.says(m, "name", w, held), tables.when(m, w)
    says = w("timeline.entry", when=run(when, "day"), name=run(name, "strong"))
    note = w.together([tables.says(m, "what", w, held), w("timeline.kind_told", kind=tables.kind(m, w))])
    return Stop(m.key, says, note, spoken=f"{when} {name}")
