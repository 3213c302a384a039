"""The noun of a timeline: one thing that happens on a day or over a span, and how binding it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overdue.model import Citation


class Binding(StrEnum):
    """How binding a milestone is: a rule commands it, a rule allows it, it is common, an article says so."""

    MUST = "must"
    MAY = "may"
    USUAL = "usual"
    CLAIMED = "claimed"


@dataclass(frozen=True, slots=True)
class Span:
    """From ``start`` to ``end``, both counted; ``end`` None is open."""

    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """One entry of a timeline.

    ``key`` names its sentences in ``words`` (sections ``timeline`` or ``lawsuit``); either ``day`` or
    ``span`` is set. ``not_before`` says that the day is the earliest one possible and not the day
    itself. ``number`` fills the sentence where one is needed: a code, a count of days.
    """

    key: str
    kind: Binding
    citations: tuple[Citation, ...]
    day: date | None = None
    span: Span | None = None
    not_before: bool = False
    number: int | None = None
    articles: tuple[str, ...] = ()

    @property
    def start(self) -> date:
        """The day, or the first day of the span."""
        if self.day is not None:
            return self.day
        if self.span is None:
            raise TypeError(f"{self.key} has neither day nor span")
        return self.span.start

    @property
    def end(self) -> date | None:
        """The day, or the last day of the span; None while the span is open."""
        return self.day if self.day is not None else self.span.end if self.span else None


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do or to know: its sentence's key and the rules it rests on (none: plain sense)."""

    key: str
    citations: tuple[Citation, ...]
