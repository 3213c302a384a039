"""All debts of one person and the one budget they share: the place where the case and the household meet."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_CEILING, Decimal
from functools import cached_property
from types import MappingProxyType

from overdue.account import Account
from overdue.casefile import Case, consistent
from overdue.casefile.debts import named, numbered, numbers
from overdue.debts.ends import MOST_UNKNOWN, at_ends, households, unsure
from overdue.debts.offer import held_out
from overdue.household import MOST_WORK, Debt, Division, Help, Household, Picture, Way, Ways, compare_ways, picture
from overdue.household.model import left_of
from overdue.model import ZERO, OverdueError, answering

ROUND = Decimal(100)  # yuan; a monthly sum nobody named is set in hundreds
MOST_INSTALMENTS = 3_600  # of all debts together that are worked out at once
MONTHS_TO_PAY = 24  # within which such a sum would pay what is due and to come, charges left aside


class Debts:
    """The debts of a case with everything that follows from them together, each worked out once.

    Debts go by their numbers: 1 is the case itself, as the other pages know it; ``called`` are the names a person
    gave them. What cannot be counted is in ``refused``, by number, and everything else is answered without it.

    >>> from overdue.casefile import read
    >>> debts = Debts(Account(read({"story": "household"}, date(2026, 11, 22))[0]))
    >>> len(debts.debts), debts.way.value, debts.refused
    (5, 'dearest', {})
    """

    def __init__(self, account: Account, called: Mapping[int, str] = MappingProxyType({})) -> None:
        self.account, self.case, self.called = account, account.case, dict(called)
        self._divisions: dict[object, Ways] = {}
        self._refused: dict[object, OverdueError] = {}

    @property
    def as_of(self) -> date:
        """The day looked at."""
        return self.case.as_of

    @cached_property
    def accounts(self) -> dict[int, Account]:
        """Each debt answering for itself, by its number."""
        held = {number: Account(case) for number, case in numbered(self.case).items()}
        return held | ({1: self.account} if 1 in held else {})

    @cached_property
    def _told(self) -> tuple[dict[int, Debt], dict[int, OverdueError], dict[int, OverdueError]]:
        debts: dict[int, Debt] = {}
        refused: dict[int, OverdueError] = {}
        unfit: dict[int, OverdueError] = {}
        left = MOST_INSTALMENTS
        for number, account in self.accounts.items():
            try:
                with answering():
                    consistent(account.case)
                    debt = _debt(number, account)
                    left -= (count := len(debt.loan.instalments))
                    if left < 0:
                        left += count
                        raise OverdueError("work.debts", given=count, most=MOST_INSTALMENTS)
                    account.ledger  # noqa: B018  # one that cannot be counted must not silence the others
                debts[number] = debt
            except OverdueError as error:
                refused[number] = error
                continue
            try:
                debts[number] = debts[number].model_copy(update={"offer": held_out(account)})
            except OverdueError as error:
                unfit[number] = error
        return debts, refused, unfit

    @property
    def debts(self) -> dict[int, Debt]:
        """The debts that can be counted, by number."""
        return self._told[0]

    @property
    def refused(self) -> dict[int, OverdueError]:
        """Why others cannot be counted, by number."""
        return self._told[1]

    @property
    def unfit(self) -> dict[int, OverdueError]:
        """Why an offer that was entered is left out, by the number of its debt."""
        return self._told[2]

    @property
    def offered(self) -> tuple[int, ...]:
        """The debts with an offer that can be taken."""
        return tuple(number for number, debt in self.debts.items() if debt.offer is not None)

    @property
    def alike(self) -> tuple[tuple[int, int], ...]:
        """Pairs of debts with the same lender, first day and sums: perhaps one entered twice."""
        held = [(number, _likeness(self.accounts[number].case)) for number in self.debts]
        return tuple((a, b) for at, (a, one) in enumerate(held) for b, other in held[at + 1 :] if one == other)

    @cached_property
    def household(self) -> Household | None:
        """The household; None while no debt can be counted."""
        case = self.case
        if not self.debts:
            return None
        with answering():
            return Household(
                debts=tuple(self.debts.values()),
                income=case.income,
                needs=case.needs,
                savings=case.savings or ZERO,
                helps=tuple(Help(on=p.paid_on, amount=p.amount) for p in case.helps if p.paid_on >= case.as_of),
            )

    @cached_property
    def unsure(self) -> tuple[str, ...]:
        """The keys of the debts whose penalty rests on a rate or an uplift that nobody gave."""
        return () if self.household is None else unsure(self.household, self.accounts)

    @cached_property
    def _ends(self) -> tuple[Household, ...]:
        household, keys = self.household, self.unsure
        return () if household is None or not keys else households(household, self.accounts, keys)

    @cached_property
    def picture(self) -> Picture | None:
        """What is owed to whom on the day looked at, before any plan."""
        household = self.household
        with answering():
            known = {str(number): self.accounts[number].ledger for number in self.debts}
            return None if household is None else picture(household, self.as_of, known)

    @property
    def settled(self) -> bool:
        """Whether nothing is owed any more, due or not."""
        seen = self.picture
        return seen is not None and not self.refused and not seen.owed and not seen.not_due

    @property
    def free(self) -> Decimal | None:
        """What a month leaves for debts, in yuan; None until income and needs are given."""
        return left_of(self.case.income, self.case.needs)

    @property
    def monthly(self) -> Decimal:
        """The monthly sum that is divided: as chosen, else what a month leaves, else one that pays within two years."""
        if self.case.monthly is not None:
            return self.case.monthly
        if self.free is not None:
            return max(ZERO, self.free)
        owed = ZERO if self.picture is None else self.picture.owed + self.picture.not_due
        return (owed / MONTHS_TO_PAY / ROUND).to_integral_value(ROUND_CEILING) * ROUND

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways worth looking at: one debt has no order, only paying from now on or talking first."""
        return tuple(Way) if len(self.debts) > 1 else (Way.FAIR, Way.TALK)

    @property
    def way(self) -> Way:
        """The way everything follows (see ``followed``); raises as ``compare`` does."""
        return self.followed(self.compare())

    def followed(self, ways: Ways) -> Way:
        """Of the ways at a sum the one chosen, else the cheapest computed; fair shares, which go by no rate, where none
        finishes, and where a rate that is not known could make another one cheaper."""
        chosen = Way(self.case.way or (None if ways.open else ways.cheapest) or Way.FAIR)
        return chosen if chosen in self.ways else Way.FAIR

    @property
    def turns(self) -> tuple[int, ...]:
        """The person's own order: as moved, the rest as numbered."""
        there = [number for number in numbers(self.case.turns) if number in self.debts]
        return tuple(dict.fromkeys((*there, *self.debts)))

    @property
    def taken(self) -> frozenset[int]:
        """The debts whose offer is taken."""
        return frozenset(numbers(self.case.taken)) & frozenset(self.offered)

    def with_turn(self, number: int) -> str | None:
        """The code of the own order with one debt moved one place ahead."""
        order = list(self.turns)
        at = order.index(number)
        order[max(0, at - 1) : at + 1] = reversed(order[max(0, at - 1) : at + 1])
        return named(tuple(order))

    def with_taken(self, number: int, taken: bool) -> str | None:
        """The code of the offers taken with one more, or without it."""
        return named(tuple(sorted(self.taken | {number} if taken else self.taken - {number})))

    def compare(
        self, monthly: Decimal | None = None, taken: frozenset[int] | None = None, most: int = MOST_WORK
    ) -> Ways:
        """Every way of dividing a monthly sum, side by side; where a rate or an uplift is not known at its ends too.

        Raises ``OverdueError`` while no debt can be counted, and above ``most`` unpaid instalments times paying days.
        """
        household = self.household
        if household is None:
            raise OverdueError("debts.none")
        sum_, offers = self.monthly if monthly is None else monthly, self.taken if taken is None else taken
        key = (sum_, offers)
        if key in self._refused:
            raise self._refused[key]
        if key not in self._divisions:
            turns, chosen = tuple(map(str, self.turns)), frozenset(map(str, offers))
            try:
                found = compare_ways(household, self.as_of, sum_, turns, chosen, lowest=True, most=most)
                if found.cheapest is not None:
                    plan = (self.as_of, sum_, turns, chosen, most - found.work)
                    found = at_ends(found, household, self._ends, *plan, complete=len(self.unsure) <= MOST_UNKNOWN)
                self._divisions[key] = found
            except OverdueError as error:
                if most == MOST_WORK:
                    self._refused[key] = error
                raise
        return self._divisions[key]

    def divided(self, way: Way | None = None) -> Division:
        """The sum divided in one way, the one looked at where none is named."""
        return self.compare().divisions[way or self.way]


def _debt(number: int, account: Account) -> Debt:
    case = account.case
    return Debt(
        key=str(number),
        loan=account.loan,
        payments=account.payments,
        order=account.order,
        secured=case.secured == "yes",
        carried=case.carried == "yes",
        rate_known=account.rate_known,
        suit=case.suit(),
    )


def _likeness(case: Case) -> object:
    return case.lender, case.due_on, case.principal, case.interest, case.missed, case.remaining, case.rate
