"""Three clocks on one axis: the penalty, the court, the credit record; what starts each and what stops it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from overdue.accrual import Ledger, accrue
from overdue.court import Judged, Judgment, judged
from overdue.credit import Retention, retention, spells
from overdue.law import LAW
from overdue.milestones.deadlines import deadline
from overdue.milestones.limitation import Act, Limitation, limitation
from overdue.model import (
    LEGAL_ORDER,
    ZERO,
    Citation,
    Day,
    Frozen,
    Loan,
    NotInForce,
    Order,
    OverdueError,
    Payment,
    Ratio,
    Yuan,
)
from overdue.periods import days_after

MOST_RATE = 10  # what a ratio may be
Name = Literal["penalty", "court", "record"]


class Suit(Frozen):
    """How far the matter has gone: days None where it has not come to that.

    ``demanded_on`` is the last demand or promise after the last payment, ``sued_on`` the day of filing,
    ``complaint_on`` that on which its copy came, ``judgment_on`` the day the judgment took effect, with
    ``perform_days`` to pay and general interest at ``annual_rate`` (a ratio; None is the ledger's penalty rate, at
    most the reference line: an assumption) on ``principal`` yuan (None is what was owed that day).
    """

    demanded_on: Day | None = None
    sued_on: Day | None = None
    complaint_on: Day | None = None
    judgment_on: Day | None = None
    perform_days: Annotated[int, Field(ge=0, le=3650)] = LAW.assumptions["perform_days"].value
    annual_rate: Ratio | None = None
    principal: Yuan | None = None
    costs: Yuan = ZERO


@dataclass(frozen=True, slots=True)
class ClockDay:
    """A day on a clock; ``key`` names its sentence, ``not_before`` says that it is the earliest day possible."""

    key: str
    day: date
    citations: tuple[Citation, ...]
    not_before: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock: it runs from ``starts_on`` to ``ends_on`` (None: nothing has stopped it), with its marks.

    ``starts`` and ``stops`` name the sentences of what sets it going and what ends it.
    """

    name: Name
    starts_on: date
    ends_on: date | None
    starts: str
    stops: str
    marks: tuple[ClockDay, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Clocks:
    """The three clocks of one case, and the sums on the payoff day.

    ``owed`` is what paying off on ``paid_off_on`` takes, in yuan: under the contract, or once there is a
    judgment under that (``under_judgment``). ``ledger`` stands on the payoff day or the day of judgment.
    Where everything had been paid before, penalty and record run from that day. ``limitation`` is None for a
    loan from before the law here knows a period; ``no_limitation`` says so.
    """

    paid_off_on: date
    penalty: Clock
    court: Clock
    record: Clock
    owed: Decimal
    ledger: Ledger
    limitation: Limitation | None
    no_limitation: NotInForce | None
    under_judgment: Judged | None
    retention: Retention

    @property
    def all(self) -> tuple[Clock, Clock, Clock]:
        """The three, in the order shown."""
        return self.penalty, self.court, self.record


def three_clocks(
    loan: Loan,
    paid_off_on: date,
    payments: Iterable[Payment] = (),
    suit: Suit = Suit(),  # noqa: B008  # frozen
    order: Order = LEGAL_ORDER,
) -> Clocks:
    """What paying everything on a day does to the penalty, to the court's time and to the record.

    Under a judgment the contract's figures stop on the day it takes effect and the judgment's go on.
    Rules: PEN-3, CC-9 to CC-11, JUD-1 to JUD-4, JUD-12, CR-2, CR-3. Raises ``OverdueError`` where
    ``accrue``, ``judged`` or ``retention`` do.

    >>> from overdue.model import Instalment
    >>> loan = Loan(lender=None, contract_on=date(2025, 9, 10), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, 1, 10), principal="1000")])
    >>> clocks = three_clocks(loan, date(2026, 6, 30))
    >>> clocks.penalty.ends_on, clocks.record.ends_on
    (datetime.date(2026, 6, 30), datetime.date(2031, 6, 30))
    """
    paid = tuple(p for p in payments if p.paid_on <= paid_off_on)
    under = _judgment(loan, paid_off_on, paid, suit, order)
    until = paid_off_on if under is None else under.judgment.effective_on
    ledger = accrue(loan, until, paid, order)
    period, refused = _period(loan, acts(paid, suit))
    times = spells(loan, paid, paid_off_on, order) if paid and under is None and not ledger.total else ()
    cleared_on = (times[-1].ended_on if times else None) or paid_off_on
    window = retention(cleared_on)
    first = min(i.due_on for i in loan.instalments)
    return Clocks(
        paid_off_on=paid_off_on,
        penalty=_penalty(loan, first, cleared_on, ledger),
        court=_court(loan, period, suit, under, paid_off_on),
        record=_record(first, window),
        owed=ledger.total if under is None else under.total,
        ledger=ledger,
        limitation=period,
        no_limitation=refused,
        under_judgment=under,
        retention=window,
    )


def _period(loan: Loan, done: Sequence[tuple[date, Act]]) -> tuple[Limitation | None, NotInForce | None]:
    try:
        return limitation(loan, done), None
    except NotInForce as error:
        return None, error


def _judgment(loan: Loan, on: date, paid: Sequence[Payment], suit: Suit, order: Order) -> Judged | None:
    """The judgment as far as it is known, brought to a day; the contract's figures of its day fill what is not."""
    day = suit.judgment_on
    if day is None or day > on:
        return None
    ledger = accrue(loan, day, paid, order)
    rate = suit.annual_rate
    if rate is None:
        line = ledger.ceiling.annual_rate if ledger.ceiling else None
        rate = ledger.penalty_rate if line is None else min(ledger.penalty_rate, line)
        if rate > MOST_RATE:
            raise OverdueError("figures.no_judged_rate", rate=rate * 100)
    return judged(
        Judgment(
            effective_on=day,
            perform_days=suit.perform_days,
            principal=ledger.principal if suit.principal is None else suit.principal,
            annual_rate=rate,
            interest=ledger.interest + ledger.penalty + ledger.compound + ledger.fees,
            costs=suit.costs,
            interest_until=day,
            day_basis=loan.penalty.day_basis if loan.penalty.daily_rate is None else 365,
        ),
        on,
        paid,
    )


def acts(paid: Iterable[Payment], suit: Suit) -> list[tuple[date, Act]]:
    """What was done about a debt, for its limitation period: each payment, the last demand, the suit."""
    done = [(p.paid_on, Act.PAYMENT) for p in paid]
    if suit.demanded_on is not None:
        done.append((suit.demanded_on, Act.DEMAND))
    sued = suit.sued_on or suit.complaint_on or suit.judgment_on
    return done if sued is None else [*done, (sued, Act.SUIT)]


def _mark(key: str, day: date, *rules: str, not_before: bool = False) -> ClockDay:
    return ClockDay(key, day, LAW.cites(rules), not_before)


def _penalty(loan: Loan, first: date, paid_off_on: date, ledger: Ledger) -> Clock:
    taken_over = loan.compensated_on
    ends, stops = paid_off_on, "penalty_paid"
    if taken_over is not None and taken_over < ends:
        ends, stops = taken_over, "penalty_guarantor"
    elif ledger.until < ends:
        ends, stops = ledger.until, "penalty_judgment"
    marks = [_mark("first_missed", first, "CC-2")]
    if loan.accelerated_on is not None and loan.accelerated_on <= ends:
        marks.append(_mark("called_in", loan.accelerated_on, "PEN-3"))
    if taken_over is not None and taken_over <= paid_off_on:
        marks.append(_mark("guarantor", taken_over))
    return Clock("penalty", days_after(first, 1), ends, "penalty", stops, tuple(marks), LAW.cites(("PEN-3", "CC-2")))


def _court(loan: Loan, period: Limitation | None, suit: Suit, under: Judged | None, paid_off_on: date) -> Clock:
    deeds = [] if period is None else [deed for deed in period.deeds if deed.on <= paid_off_on]
    marks = [_mark(f"deed_{deed.effect}", deed.on, "CC-10", "CC-11") for deed in deeds]
    if under is None:
        if suit.sued_on is not None:
            marks.append(_mark("sued", suit.sued_on, "CC-10"))
        if period is not None and period.end is not None:
            open_end = period.end.last_day is None
            marks.append(_mark("limitation_ends", period.end.not_before, "CC-9", "CC-4", not_before=open_end))
        rules = ("CC-9", "CC-10", "CC-11")
        began = loan.due_days()[-1] if period is None else period.began_on
        return Clock("court", began, paid_off_on, "limitation", "court_paid", tuple(marks), LAW.cites(rules))
    judgment = under.judgment
    years: int = LAW.value("JUD-12", "enforcement_years", judgment.perform_until)
    enforce = deadline(judgment.perform_until, ("JUD-12",), years=years)
    marks += [
        _mark("judgment", judgment.effective_on, "JUD-3"),
        _mark("perform_until", judgment.perform_until, "JUD-3"),
        _mark("doubled_from", days_after(judgment.perform_until, 1), "JUD-1", "JUD-2"),
        _mark("enforce_until", enforce.not_before, "JUD-12", "CC-4", not_before=enforce.last_day is None),
    ]
    starts = suit.sued_on or judgment.effective_on
    return Clock("court", starts, paid_off_on, "judgment", "court_paid", tuple(marks), under.citations)


def _record(first: date, window: Retention) -> Clock:
    if window.starts_on is None or window.last_day is None or window.removed_from is None:
        raise TypeError("a payoff day always has a window")
    marks = (
        _mark("paid_off", window.starts_on, "CR-3"),
        _mark("last_kept", window.last_day, "CR-2"),
        _mark("gone", window.removed_from, "CR-2"),
    )
    return Clock("record", days_after(first, 1), window.last_day, "record", "record_ends", marks, window.citations)
