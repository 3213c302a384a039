"""Being sued: the real steps from a lawyer's letter to enforcement, dated from "I received it on"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from overdue.law import LAW
from overdue.milestones.deadlines import Deadline, deadline
from overdue.milestones.model import Binding
from overdue.model import Citation, Day, Frozen
from overdue.periods import days_after


class Papers(Frozen):
    """What the person has received from a court, and when; None for what has not come.

    ``complaint_on`` the copy of the complaint, ``hearing_on`` the day of the hearing, ``judgment_on``
    the judgment, ``perform_until`` the last day it gives for paying, ``order_on`` a payment order.
    ``small_claim`` is whether the papers name the small-claims procedure, None if they do not say.
    """

    complaint_on: Day | None = None
    hearing_on: Day | None = None
    judgment_on: Day | None = None
    perform_until: Day | None = None
    order_on: Day | None = None
    small_claim: bool | None = None


@dataclass(frozen=True, slots=True)
class CourtStep:
    """One step of a lawsuit: how binding, on which day or until when, where the person's days tell."""

    key: str
    kind: Binding
    citations: tuple[Citation, ...]
    day: date | None = None
    deadline: Deadline | None = None

    @property
    def known_on(self) -> date | None:
        """The day to note: the step's own day, else the end of its period or the day it cannot lie before."""
        return self.day or (self.deadline.not_before if self.deadline else None)


def lawsuit(papers: Papers, as_of: date) -> tuple[CourtStep, ...]:
    """The steps in their order; those whose day follows from the papers carry it.

    A court's own papers decide if they name another day. The law is asked by ``as_of``.
    Rules: JUD-1 to JUD-3, JUD-6, JUD-7, JUD-10 to JUD-14, JUD-16 to JUD-18, JUD-20 to JUD-26, CC-9 to CC-11, CC-4.
    Raises ``NotInForce`` if a period has no value that day.

    >>> steps = lawsuit(Papers(complaint_on=date(2026, 9, 11)), date(2026, 9, 12))
    >>> [s.deadline.last_day for s in steps if s.key == "answer"]
    [datetime.date(2026, 9, 28)]
    """
    return (*_before_court(), *_order(papers, as_of), *_first_instance(papers, as_of), *_after(papers, as_of))


def _step(key: str, kind: Binding, *rules: str, day: date | None = None) -> CourtStep:
    return CourtStep(key, kind, LAW.cites(rules), day)


def _until(key: str, kind: Binding, received: date | None, *rules: str, years: int = 0, days: int = 0) -> CourtStep:
    """A step with a period of law, dated if the day of receipt is known."""
    if received is None:
        return _step(key, kind, *rules, "CC-4")
    end = deadline(received, rules, years=years, days=days)
    return CourtStep(key, kind, end.citations, deadline=end)


def _before_court() -> Iterator[CourtStep]:
    yield _step("letter", Binding.USUAL, "CC-10", "CC-11", "COL-7")
    yield _step("pre_mediation", Binding.USUAL, "JUD-6", "JUD-18")
    yield _step("filing", Binding.MAY, "JUD-22", "CC-9")


def _order(papers: Papers, as_of: date) -> Iterator[CourtStep]:
    days: int = LAW.value("JUD-7", "objection_days", as_of)
    yield _until("order", Binding.MAY, papers.order_on, "JUD-7", days=days)


def _first_instance(papers: Papers, as_of: date) -> Iterator[CourtStep]:
    answer: int = LAW.value("JUD-11", "answer_days", as_of)
    appeal: int = LAW.value("JUD-11", "appeal_days", as_of)
    yield _step("service", Binding.MUST, "JUD-21", "JUD-23", day=papers.complaint_on)
    yield _until("answer", Binding.MUST, papers.complaint_on, "JUD-11", "JUD-22", "JUD-26", days=answer)
    yield _step("evidence", Binding.MUST, "JUD-20", "JUD-26", "JUD-19", "CAP-3", "CC-8")
    yield _step("mediation", Binding.MAY, "JUD-6", "JUD-18")
    yield _step("hearing", Binding.MUST, "JUD-11", day=papers.hearing_on)
    yield _step("judgment", Binding.MUST, "JUD-11", day=papers.judgment_on)
    if papers.small_claim is not True:
        yield _until("appeal", Binding.MAY, papers.judgment_on, "JUD-11", "JUD-24", days=appeal)
    if papers.small_claim is not False:
        yield _step("no_appeal", Binding.MUST, "JUD-10", "JUD-25")


def _after(papers: Papers, as_of: date) -> Iterator[CourtStep]:
    years: int = LAW.value("JUD-12", "enforcement_years", as_of)
    late = days_after(papers.perform_until, 1) if papers.perform_until else None
    yield _step("perform", Binding.MUST, "JUD-3", day=papers.perform_until)
    yield _step("doubled", Binding.MUST, "JUD-1", "JUD-2", day=late)
    yield _until("enforcement", Binding.MAY, papers.perform_until, "JUD-12", years=years)
    yield _step("living", Binding.MUST, "JUD-13")
    yield _step("spending", Binding.MAY, "JUD-16")
    yield _step("defaulters", Binding.MAY, "JUD-14")
    yield _step("refusal", Binding.MAY, "JUD-17")
