"""All ways of dividing one budget side by side, and the sums worth looking at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Literal

from overdue.household.division import MONTHS, MOST_WORK, TALK_MONTHS, divide
from overdue.household.model import Household, Way
from overdue.household.order import turn_of
from overdue.household.picture import Picture, picture
from overdue.household.result import Division
from overdue.household.walk import IN_TURN
from overdue.model import FEN, ZERO, OverdueError, fen

MOST_STOPS = 12
STEPS = (1, 2, 5)
SMALLEST_STEP = Decimal(10)


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways side by side.

    ``cheapest`` is a way on which least is paid in all, among those that pay everything off, ``ties`` all that come
    to the same; where there is none ``reason`` says why: no way finishes (``none_finishes``).
    ``work`` is how often an unpaid instalment was brought to a paying day. ``ends`` are the same ways at ends of what
    nobody gave, the lowest and the highest of all first; ``open`` says that no order is the least at all of them.
    """

    divisions: Mapping[Way, Division]
    cheapest: Way | None
    ties: tuple[Way, ...]
    reason: Literal["none_finishes"] | None
    work: int = 0
    ends: tuple["Ways", ...] = ()
    open: bool = False

    def between(self, way: Way) -> tuple[Decimal | None, Decimal | None]:
        """The least and the most that is paid in all on a way at the ends, in yuan; None where it may not finish.

        There is no most either where the highest end was too much to work out.
        """
        found = [ways.divisions[way] for ways in (self, *self.ends)]
        sums = [one.paid for one in found if one.done_on is not None]
        return min(sums, default=None), max(sums, default=None) if len(sums) == len(found) > 2 else None

    @property
    def talk_costs(self) -> Decimal | None:
        """By how many yuan talking first costs more than fair shares at once; None where one does not finish."""
        talk, fair = self.divisions[Way.TALK], self.divisions[Way.FAIR]
        return talk.paid - fair.paid if talk.done_on and fair.done_on else None


def compare_ways(
    household: Household,
    as_of: date,
    monthly: Decimal | str | int,
    order: Sequence[str] = (),
    taken: Iterable[str] = frozenset(),
    talk_months: int = TALK_MONTHS,
    months: int = MONTHS,
    lowest: bool = False,
    most: int = MOST_WORK,
) -> Ways:
    """Divide one budget in every ``Way``, and name the cheapest of those computed; all as ``divide`` does.

    No way is cheapest by its name: where interest is paid before principal, the highest rate first can lose.

    >>> from overdue.model import Instalment, Lender, Loan
    >>> from overdue.household.model import Debt
    >>> loan = Loan(lender=Lender.BANK, contract_on=date(2026, 1, 1), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="3000")])
    >>> found = compare_ways(Household(debts=[Debt(key="a", loan=loan)]), date(2026, 4, 10), "1500")
    >>> found.cheapest, len(found.ties), found.talk_costs
    (<Way.FAIR: 'fair'>, 4, Decimal('216.58'))
    """
    chosen = frozenset(taken)
    found: dict[Way, Division] = {}
    alone = len(household.debts) == 1  # nothing to share or to put in turn
    work = 0
    for way in Way:
        turn = turn_of(household, as_of, way, order) if way in IN_TURN else ()
        same = next((found[other] for other in IN_TURN if other in found and found[other].order == turn), None)
        if alone and way in IN_TURN:
            same = found[Way.FAIR]
        if same is not None:
            found[way] = replace(same, way=way, order=turn)
            continue
        left = most - work
        found[way] = divide(household, as_of, monthly, way, order, chosen, talk_months, months, lowest, left)
        work += found[way].work
    done = {way: division.paid for way, division in found.items() if division.done_on is not None}
    level = [way for way, paid in done.items() if paid == min(done.values())]
    ties = tuple(sorted(level, key=lambda way: way is Way.OWN))  # an order of one's own is named where nothing else is
    return Ways(found, ties[0] if ties else None, ties, None if ties else "none_finishes", work)


def across(found: Ways, ends: Iterable[Ways], complete: bool = True) -> Ways:
    """The ways with what they come to at the ends of what nobody gave: named the cheapest is only an order that is the
    least at each of them, and none where these are not all there are (``complete`` false). What breaks off with
    ``OverdueError`` is not complete. No end is looked at that can change nothing.
    """
    seen: list[Ways] = []
    held = found.ties if complete else ()
    try:
        for end in ends:
            seen.append(end)
            held = tuple(way for way in held if way in end.ties and _order(end, way) == _order(found, way))
            if not held and len(seen) > 1:
                break
    except OverdueError:
        held = ()
    work = found.work + sum(end.work for end in seen)
    named = {"cheapest": held[0], "ties": held} if held else {}
    return replace(found, work=work, ends=tuple(seen), open=not held, **named)  # type: ignore[arg-type]


def _order(ways: Ways, way: Way) -> tuple[str, ...]:
    return ways.divisions[way].order


def stops(
    household: Household, as_of: date, monthly: Decimal | None = None, seen: Picture | None = None
) -> tuple[Decimal, ...]:
    """At most 12 monthly sums in yuan worth drawing, from nothing to what a month leaves, or what ends it at once.

    What a month leaves is income less needs; the sum that is set (``monthly``) is one of them, and where income or
    needs are not known it is the last. ``seen`` is the household's picture, where there is one already.

    >>> from overdue.model import Instalment, Lender, Loan
    >>> from overdue.household.model import Debt
    >>> loan = Loan(lender=Lender.BANK, contract_on=date(2026, 1, 1), annual_rate="0.18",
    ...     instalments=[Instalment(due_on=date(2026, 2, 1), principal="90000")])
    >>> home = Household(debts=[Debt(key="a", loan=loan)], income="6000", needs="3700")
    >>> [int(stop) for stop in stops(home, date(2026, 4, 10), Decimal("1500"))]
    [0, 500, 1000, 1500, 2000, 2300]
    """
    seen = seen or picture(household, as_of)
    owed = (seen.owed + seen.not_due).to_integral_value(ROUND_CEILING)
    free = max(ZERO, min(household.free or ZERO, owed))
    most = max(free, monthly or ZERO)
    step = _step(most)
    marks = {step * number for number in range(int(most / step) + 1)} | {free, *([monthly] if monthly else [])}
    return tuple(sorted(fen(mark) if mark % 1 else mark.quantize(Decimal(1)) for mark in marks))


def _step(most: Decimal) -> Decimal:
    """The smallest round step that leaves room for both ends and the sum that is set."""
    step = SMALLEST_STEP
    for times in range(60):
        step = STEPS[times % 3] * SMALLEST_STEP * 10 ** (times // 3)
        if most / step < MOST_STOPS - 3:
            break
    return max(step, FEN)
