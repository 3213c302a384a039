"""One budget divided: month by month who gets what, until every debt is paid or the months are over."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain

from pydantic import TypeAdapter

from overdue.given import a_day
from overdue.household.budget import Short, Span, carried, held_back, spans
from overdue.household.model import Debt, Household, Way
from overdue.household.order import turn_of
from overdue.household.result import Course, Division, Month
from overdue.household.track import Agreed, Track
from overdue.household.walk import Walk
from overdue.law import LAW
from overdue.model import ZERO, Citation, Fen, OverdueError, answering, exact, fen
from overdue.proposal import settle

NOTHING = fen(ZERO)
MONTHS = 120
TALK_MONTHS = 3
MOST_WORK = 120_000  # unpaid instalments times paying days, of all ways together
YUAN: TypeAdapter[Decimal] = TypeAdapter(Fen)


@answering()
@exact
def divide(
    household: Household,
    as_of: date,
    monthly: Decimal | str | int,
    way: Way | str = Way.FAIR,
    order: Sequence[str] = (),
    taken: Iterable[str] = frozenset(),
    talk_months: int = TALK_MONTHS,
    months: int = MONTHS,
    lowest: bool = False,
    most: int = MOST_WORK,
) -> Division:
    """Divide ``monthly`` yuan over the debts, on the corresponding day of each month after ``as_of``.

    Every payment runs through the engine of ``accrue``, with each lender's own terms and order. A payment first meets
    what is due; when all that is due is paid, what falls due before the next paying day is paid ahead (credit without
    interest). What one debt does not need goes to the next; the rest of a month is ``unused``. A lump sum is divided
    on its own day. Fair shares go by what is due that day, to the fen; ``order`` is one's own order, the rest
    follows as listed. ``taken`` are the keys whose offer is taken: its payments come first, on their days; where a
    month's money, with the lump sums that have come by then, cannot carry them, that is a ``Short`` and the debt goes
    on under its contract. ``TALK`` divides nothing for
    ``talk_months`` and then fair shares. It ends after ``months`` at most.

    A debt whose rate is not known is refused (``household.no_rate``); with ``lowest`` it is divided on its lowest
    reading, without penalty. More than ``most`` unpaid instalments, counted on each paying day, are refused
    (``work.divided``). The record of each is ``retention`` of the day its last overdue yuan is paid. Rules:
    those of ``accrue``, ``settle`` and ``retention``.

    >>> from overdue.model import Instalment, Lender, Loan
    >>> def owing(key, principal):
    ...     return Debt(key=key, loan=Loan(lender=Lender.BANK, contract_on=date(2026, 1, 1), annual_rate="0.18",
    ...         instalments=[Instalment(due_on=date(2026, 2, 1), principal=principal)]))
    >>> found = divide(Household(debts=[owing("a", "3000"), owing("b", "1000")]), date(2026, 4, 10), "1500")
    >>> found.months[0].paid, found.done_on, found.paid
    ({'a': Decimal('1125.00'), 'b': Decimal('375.00')}, datetime.date(2026, 7, 10), Decimal('4389.53'))
    """
    a_day(as_of)
    monthly = fen(YUAN.validate_python(monthly))
    way, taken = Way(way), frozenset(taken)
    _admit(household, order, taken)
    months_ = spans(as_of, months, monthly, household.helps)
    agreed, shorts = carried([_agree(debt, as_of) for debt in household.debts if debt.key in taken], months_)
    if way is Way.TALK:
        held_back(months_, talk_months, agreed)
    following = {offer.key for offer in agreed}
    _rated((debt for debt in household.debts if debt.key not in following), lowest)
    tracks = [Track(debt, as_of, months_[-1].on) for debt in household.debts if debt.key not in following]
    turn = turn_of(household, as_of, way, order)
    found: dict[str, Track | Agreed] = {debt.key: debt for debt in chain[Track | Agreed](tracks, agreed)}
    begun = {key: debt.left for key, debt in found.items()}
    walk = Walk(tracks, agreed, turn, way, talk_months if way is Way.TALK else 0, most)
    rows = tuple(walk.rows(months_))
    courses = tuple(_course(found[debt.key]) for debt in household.debts)
    income = _income_short(household, rows, months_)
    return Division(
        way=way,
        as_of=as_of,
        monthly=monthly,
        order=turn,
        months=rows,
        debts=courses,
        shorts=(*([income] if income else ()), *shorts),
        outgrown=tuple(c.key for c in courses if c.done_on is None and c.left >= begun[c.key]),
        work=walk.work,
        unrated=tuple(d.key for d in household.debts if d.key not in following and not d.rate_known and begun[d.key]),
        citations=_citations(tracks, agreed, courses),
    )


def _admit(household: Household, order: Sequence[str], taken: frozenset[str]) -> None:
    """Refuse a key that no debt has, and an offer that is none."""
    debts = {debt.key: debt for debt in household.debts}
    for key in (*order, *sorted(taken)):
        if key not in debts:
            raise OverdueError("household.no_such_debt", given=key)
    for key in sorted(taken):
        if debts[key].offer is None:
            raise OverdueError("household.no_offer", name=key)


def _rated(debts: Iterable[Debt], lowest: bool) -> None:
    """Refuse a debt under its contract whose rate is not known, unless the lowest reading is asked for."""
    unknown = next((debt.key for debt in debts if not debt.rate_known), None)
    if unknown is not None and not lowest:
        raise OverdueError("household.no_rate", name=unknown)


def _agree(debt: Debt, as_of: date) -> Agreed:
    if debt.offer is None:
        raise OverdueError("household.no_offer", name=debt.key)
    past = tuple(payment for payment in debt.payments if payment.paid_on <= as_of)
    return Agreed(debt.key, settle(debt.loan, debt.offer, as_of, past, order=debt.order))


def _course(debt: Track | Agreed) -> Course:
    return Course(
        key=debt.key,
        done_on=debt.done_on,
        paid=debt.paid,
        charges=debt.charges,
        left=debt.left,
        payments=tuple(debt.payments),
        offer=isinstance(debt, Agreed),
        record=debt.record(),
    )


def _income_short(household: Household, rows: Sequence[Month], months: Sequence[Span]) -> Short | None:
    """The first month at whose end savings and income, less needs and all that was paid, are below nothing."""
    free, cushion, at = household.free, household.savings, 0
    if free is None:
        return None
    for span in months:
        cushion += free + span.helps
        while at < len(rows) and rows[at].paid_on <= span.on:
            cushion -= sum(rows[at].paid.values(), ZERO)
            at += 1
        if cushion < 0:
            return Short(span.on, fen(-cushion), "income")
        if at == len(rows):
            return None
    return None


def _citations(tracks: Sequence[Track], agreed: Sequence[Agreed], courses: Sequence[Course]) -> tuple[Citation, ...]:
    found = [
        *(c for offer in agreed for c in offer.settled.citations),
        *(c for course in courses for c in course.record.citations),
    ]
    basis = LAW.cites(dict.fromkeys(rule for track in tracks for rule in track.rules))
    return tuple({citation.rule: citation for citation in (*basis, *found)}.values())
