"""The call sheet: what to read out on the telephone."""

from collections.abc import Iterator
from dataclasses import dataclass

from overdue.law import LAW
from overdue.milestones import Cause
from overdue.model import Citation
from overdue.negotiation.ask import Ask


@dataclass(frozen=True, slots=True)
class Line:
    """One line to read out: its sentence's key, the figures in it, the rules behind it."""

    key: str
    fields: dict[str, object]
    citations: tuple[Citation, ...]


def call_sheet(cause: Cause | None = None, ask: Ask | None = None) -> tuple[Line, ...]:
    """The lines in the order of a call; what is not known is left out, never invented. Their figures are asked for, the
    person's own are not told: read out to a caller they would pass for an acknowledgement.

    Words: ``sheet.<key>`` in section ``negotiate``. Rules: CC-10, CC-17, CC-18, COL-6, COL-8, CR-1, PEN-9.
    """
    return tuple(Line(key, fields, LAW.cites(rules)) for key, fields, rules in _lines(cause, ask))


def _lines(cause: Cause | None, ask: Ask | None) -> Iterator[tuple[str, dict[str, object], tuple[str, ...]]]:
    yield "open", {}, ("COL-8",)
    yield "creditor", {}, ("CC-18",)
    yield "figures", {}, ("PEN-9",)
    if cause is not None:
        yield f"cause_{cause}", {}, ()
    if ask is not None:
        fields = {"amount": ask.amount, "first": ask.first_on, "months": ask.months}
        yield ("ask_once" if ask.at_once else "ask_monthly"), fields, ("CC-17", "CC-10")
    yield "writing", {}, ("CC-17",)
    yield "report", {}, ("CR-1",)
    yield "others", {}, ("COL-6",)
    yield "close", {}, ()
