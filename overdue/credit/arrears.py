"""The times an account was in arrears, read off the ledger: when each began and when it was cured."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from overdue.accrual import accrue
from overdue.accrual.part import Part
from overdue.accrual.sweep import Sweep
from overdue.credit.retention import Retention, retention
from overdue.model import LEGAL_ORDER, ZERO, Citation, Frozen, Loan, Order, Payment, exact, fen
from overdue.periods import days_after


@dataclass(frozen=True, slots=True)
class State:
    """An account at the end of a day: due day of its oldest unpaid instalment, and whether all is paid."""

    day: date
    oldest_unpaid: date | None
    settled: bool

    @property
    def overdue(self) -> bool:
        """Whether a due day has passed unpaid."""
        return self.oldest_unpaid is not None and self.oldest_unpaid < self.day


class Spell(Frozen):
    """One time in arrears: first overdue day, the day the last overdue yuan was paid, its window."""

    starts_on: date
    ended_on: date | None
    retention: Retention

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the window comes from."""
        return self.retention.citations


@exact
def states(
    loan: Loan, payments: Iterable[Payment], until: date, days: Iterable[date] = (), order: Order = LEGAL_ORDER
) -> tuple[State, ...]:
    """The account at the end of every due day, payment day and asked day up to ``until``.

    ``settled`` means that nothing is owed and what was paid beyond covers all that is not yet due.

    >>> from overdue.model import Instalment
    >>> loan = Loan(lender=None, contract_on=date(2026, 1, 1), annual_rate="0",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="100")])
    >>> [state.settled for state in states(loan, [Payment(paid_on=date(2026, 3, 1), amount="100")], date(2026, 3, 2))]
    [False, True]
    """
    paid = tuple(payments)
    events = {i.due_on for i in loan.instalments} | {p.paid_on for p in paid} | set(days)
    if loan.accelerated_on is not None:
        events.add(loan.accelerated_on)
    sweep = Sweep(loan, until, paid, order, rows=False)
    found: list[State] = []
    cleared: set[int] = set()

    def see(day: date) -> None:
        unpaid = (part for part in sweep.parts if part.number not in cleared and not _cleared(part, day, cleared))
        oldest = next((part.due_on for part in unpaid), None)  # they stand in the order in which they fell due
        found.append(State(day, oldest, oldest is None and sweep.credit >= _not_due(loan, day)))

    sweep.walk(sorted(day for day in events if day <= until), see)
    return tuple(found)


def _cleared(part: Part, day: date, cleared: set[int]) -> bool:
    part.count_to(day.toordinal())
    if part.total():
        return False
    cleared.add(part.number)
    return True


def _not_due(loan: Loan, day: date) -> Decimal:
    if loan.accelerated_on is not None and loan.accelerated_on <= day:
        return ZERO
    later = [i for i in loan.instalments if i.due_on > day]
    return sum((fen(i.principal) + fen(i.interest) + fen(i.fee) for i in later), ZERO)


def spells(loan: Loan, payments: Iterable[Payment], until: date, order: Order = LEGAL_ORDER) -> tuple[Spell, ...]:
    """Every time in arrears up to ``until``, oldest first, each with its own clock.

    A part cure ends nothing: the spell ends on the day the last overdue yuan is paid; later arrears
    are a spell of their own. Rules: CC-2, and those of ``retention``.

    >>> from overdue.model import Instalment
    >>> loan = Loan(lender=None, contract_on=date(2026, 1, 1), annual_rate="0",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="100")])
    >>> spell, = spells(loan, [Payment(paid_on=date(2026, 3, 1), amount="100")], date(2026, 6, 30))
    >>> spell.starts_on, spell.ended_on
    (datetime.date(2026, 2, 2), datetime.date(2026, 3, 1))
    """
    return told(states(loan, payments, until, order=order), until)


def told(course: Iterable[State], until: date) -> tuple[Spell, ...]:
    """The times in arrears that the states of an account tell of."""
    return tuple(Spell(starts_on=start, ended_on=end, retention=retention(end)) for start, end in _spans(course, until))


def _spans(found: Iterable[State], until: date) -> Iterator[tuple[date, date | None]]:
    start: date | None = None
    for state in found:
        if start is not None and not state.overdue:
            yield start, state.day
            start = None
        if start is None and state.oldest_unpaid is not None and state.day < until:
            start = days_after(state.oldest_unpaid, 1)
    if start is not None:
        yield start, None


def clearing(
    loan: Loan, payments: Iterable[Payment], on: date, whole: bool = True, order: Order = LEGAL_ORDER
) -> tuple[Payment, ...]:
    """The payments up to ``on``, with what clears the overdue part that day.

    ``whole`` settles the account: what is not yet due is taken as planned, which closes the account
    in the picture of the record and is no quotation for paying early. Otherwise the contract runs
    on and each later instalment is taken to be paid on its due day.

    >>> from overdue.model import Instalment
    >>> loan = Loan(lender=None, contract_on=date(2026, 1, 1), annual_rate="0",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="100")])
    >>> clearing(loan, (), date(2026, 3, 1))[0].amount
    Decimal('100.00')
    """
    paid = tuple(payment for payment in payments if payment.paid_on <= on)
    ledger = accrue(loan, on, paid, order)
    amount = ledger.total + (max(ZERO, ledger.not_due - ledger.surplus) if whole else ZERO)
    cleared = (Payment(paid_on=on, amount=amount),) if amount else ()
    return (*paid, *cleared, *(() if whole else _on_time(loan, on)))


def _on_time(loan: Loan, on: date) -> Iterator[Payment]:
    """Each instalment that falls due after a day, paid on its due day."""
    called = loan.accelerated_on
    for instalment in loan.instalments:
        amount = fen(instalment.principal) + fen(instalment.interest) + fen(instalment.fee)
        if instalment.due_on > on and amount and (called is None or instalment.due_on <= called):
            yield Payment(paid_on=instalment.due_on, amount=amount)
