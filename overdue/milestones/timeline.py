"""What happens when: the dated milestones of one loan, from before the due day to the court's door."""

from collections.abc import Iterable, Iterator
from datetime import date

from overdue.accrual import accrue
from overdue.credit import Spell, retention, spells, status_codes
from overdue.given import a_day, a_loan, all_paid
from overdue.law import LAW
from overdue.milestones.clocks import Suit, acts
from overdue.milestones.limitation import Act, limitation
from overdue.milestones.model import Binding, Milestone, Span
from overdue.milestones.stages import claimed
from overdue.model import LEGAL_ORDER, Lender, Loan, NotInForce, Order, Payment
from overdue.periods import days_after


def milestones_of(
    loan: Loan,
    as_of: date,
    payments: Iterable[Payment] = (),
    order: Order = LEGAL_ORDER,
    suit: Suit = Suit(),  # noqa: B008  # frozen
) -> tuple[Milestone, ...]:
    """The timeline of a loan, oldest entry first.

    It begins with the oldest instalment that the ``payments`` made by ``as_of`` leave unpaid, or the next to fall
    due; once everything is paid only the record goes on. A payment, a demand or a suit moves the end of the
    limitation period as in ``limitation``; for a loan from before that rule the entry is left out.

    Each entry is *must* (a rule commands it), *may* (a rule allows it), *usual* (commonly done or
    commonly described, no rule sets it) or *claimed* (an article says so; its citations are the rules
    it is held against). Days come from the loan's own days, which end on the day it was called in; the law
    is asked by ``as_of``.
    Rules: CC-2, CC-9, CC-15, CC-21, COL-3 to COL-9, COL-15, CR-1, CR-2, CR-7, CR-8, CR-14, JUD-7, JUD-22, JUD-23,
    PEN-3, PLAN-1 to PLAN-3, RPT-2, RPT-5. Raises ``NotInForce`` if a period has no value that day.

    >>> from overdue.model import Instalment
    >>> loan = Loan(lender=None, contract_on=date(2025, 9, 10), annual_rate="0.18",
    ...             instalments=[Instalment(due_on=date(2026, 1, 10), principal="1000")])
    >>> [m.day.isoformat() for m in milestones_of(loan, date(2026, 6, 30)) if m.key == "limitation"]
    ['2029-01-10']
    """
    a_loan(loan), a_day(as_of)
    paid = tuple(p for p in all_paid(payments) if p.paid_on <= as_of)
    first = _first_open(loan, as_of, paid, order) if paid else _first_due(loan)
    past = [*_cured(spells(loan, paid, as_of, order), first is None)] if paid else []
    if first is None:
        return tuple(past)
    found = [
        *past,
        *_due(loan, as_of, first),
        *_lateness(as_of, first),
        *_record(as_of, first),
        *_changes(loan, as_of, first),
        *_ways_out(loan, as_of),
        *_court(loan, first, acts(paid, suit)),
        *claimed(first),
    ]
    return tuple(sorted(found, key=lambda m: (m.start, list(Binding).index(m.kind))))


def _first_due(loan: Loan) -> date:
    return min(i.due_on for i in loan.instalments)


def _first_open(loan: Loan, as_of: date, paid: tuple[Payment, ...], order: Order) -> date | None:
    """The due day of the oldest instalment not paid, else the next one; None once everything is paid."""
    ledger = accrue(loan, as_of, paid, order)
    open_ = [owed.due_on for owed in ledger.instalments if owed.total]
    coming = [i.due_on for i in loan.instalments if i.due_on > as_of] if ledger.not_due > ledger.surplus else []
    return min([*open_, *coming], default=None)


def _cured(times: tuple[Spell, ...], settled: bool) -> Iterator[Milestone]:
    """What a time in arrears leaves once it is paid: the day it was, and the day its record ends."""
    last = times[-1] if times else None
    if last is not None and last.ended_on is not None and last.retention.removed_from is not None:
        yield _at("settled" if settled else "cured", Binding.MUST, ("CR-3",), last.ended_on)
        yield _at("record_gone", Binding.MUST, ("CR-2", "CR-3"), last.retention.removed_from)


def _at(key: str, kind: Binding, rules: Iterable[str], day: date, number: int | None = None) -> Milestone:
    return Milestone(key, kind, LAW.cites(rules), day=day, number=number)


def _over(key: str, kind: Binding, rules: Iterable[str], start: date, end: date | None = None) -> Milestone:
    return Milestone(key, kind, LAW.cites(rules), span=Span(start, end))


def _due(loan: Loan, as_of: date, first: date) -> Iterator[Milestone]:
    """The due day, and what can still be asked for before the next one."""
    yield _at("due", Binding.MUST, ("CC-21",), first)
    coming = [day for day in loan.due_days() if day >= as_of]
    if coming:
        yield _over("extension", Binding.MAY, ("CC-15",), as_of, coming[0])
    if coming and coming[0] != first:
        yield _at("next_due", Binding.MUST, ("CC-21",), coming[0])


def _lateness(as_of: date, first: date) -> Iterator[Milestone]:
    """The first day overdue and the collection that may follow, with its limits."""
    late = days_after(first, 1)
    yield _at("first_day", Binding.MUST, ("CC-2", "PEN-3"), late, 1)
    yield _over("reminders", Binding.USUAL, ("COL-1", "COL-3"), late)
    if as_of >= LAW.rule("COL-4").since:
        yield _over("limits", Binding.MUST, ("COL-3", "COL-4", "COL-6", "COL-7", "COL-8", "COL-9", "COL-11"), late)
    else:
        yield _over("limits_before", Binding.MUST, ("COL-9", "COL-10"), late)
    yield _over("agency", Binding.MAY, ("COL-8", "COL-9"), late)


def _record(as_of: date, first: date) -> Iterator[Milestone]:
    """When the record may say it, how its code moves, and the day it would be gone."""
    late = days_after(first, 1)
    yield _over("report", Binding.MAY, ("CR-1", "CR-14", "RPT-3"), late)
    yield _over("check_record", Binding.MAY, ("CR-7", "CR-8", "CR-6"), late)
    coming = ((code.code, days_after(first, code.first_day)) for code in status_codes(as_of) if code.first_day)
    for code, day in [pair for pair in coming if pair[1] > as_of][:1]:
        yield _at("record_code", Binding.USUAL, ("RPT-2", "RPT-3"), day, int(code))
    if as_of > first and (removed := retention(as_of).removed_from):
        yield _at("record_if_paid", Binding.MUST, ("CR-2", "CR-3"), removed)


def _changes(loan: Loan, as_of: date, first: date) -> Iterator[Milestone]:
    """What may change in the debt itself: called in, paid by a guarantor, sold."""
    late = days_after(first, 1)
    if loan.accelerated_on:
        yield _at("accelerated", Binding.MAY, ("PEN-3", "CC-20"), loan.accelerated_on)
    else:
        yield _over("acceleration", Binding.MAY, ("PEN-3", "CC-20"), late)
    if loan.compensated_on:
        yield _at("compensated", Binding.USUAL, ("RPT-5", "CC-18"), loan.compensated_on)
    if as_of >= LAW.rule("COL-15").since:
        yield _over("debt_sale", Binding.MAY, ("COL-15", "CC-18"), late)


def _ways_out(loan: Loan, as_of: date) -> Iterator[Milestone]:
    """Talking about a plan."""
    card = loan.lender is Lender.CREDIT_CARD
    rules = ("CC-17", "PLAN-1") if card else ("CC-17", "PLAN-2", "PLAN-3")
    yield _over("negotiate_card" if card else "negotiate", Binding.MAY, rules, max(as_of, loan.contract_on))


def _court(loan: Loan, first: date, done: Iterable[tuple[date, Act]]) -> Iterator[Milestone]:
    """From when a suit is possible, and when the limitation period ends if nothing restarts it."""
    yield _over("suit", Binding.MAY, ("CC-21", "CC-9", "JUD-22", "JUD-7", "JUD-23"), days_after(first, 1))
    try:
        end = limitation(loan, done).end
    except NotInForce:
        return
    if end is not None:
        rules = LAW.cites(("CC-9", "CC-10", "CC-11", "CC-4"))
        yield Milestone("limitation", Binding.MAY, rules, day=end.not_before, not_before=end.last_day is None)
