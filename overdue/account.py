"""The case answers for itself: the one place where loan, day, payments and order meet."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from typing import Literal

from overdue.accrual import TrueCost, true_cost
from overdue.bill import Band, Bill, BillCheck, agrees_on, check_bill
from overdue.casefile import Case
from overdue.casefile.judged import judged_bill
from overdue.casefile.means import budget
from overdue.casefile.offers import Desk, desk
from overdue.casefile.unknowns import case_band, extreme, ranges
from overdue.casefile.unsaid import cost_unsaid
from overdue.credit import Record, record
from overdue.milestones import Milestone, milestones_of
from overdue.milestones.clocks import Clocks, acts, three_clocks
from overdue.milestones.limitation import Limitation, limitation
from overdue.model import ZERO, OverdueError, answering
from overdue.owed import Owed
from overdue.periods import days_after
from overdue.proposal import Affordability, Asked, Budget, Offer, Settlement, Wait, afford, asked, settle

WAITING = "w"


class Account(Owed):
    """One case with everything that follows from it, each worked out once, when it is first asked for.

    Every answer is seen from ``as_of``: payments made by then count, later ones are not made yet. What cannot be
    answered raises ``OverdueError`` where it is asked for; while ``missing`` names figures, nearly everything.

    >>> from overdue.casefile import read
    >>> account = Account(read({"story": "job"}, date(2026, 11, 22))[0])
    >>> account.ledger.total + account.waiting(date(2026, 7, 1)).grows == account.ledger_on(date(2026, 7, 1)).total
    True
    """

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self._clocks: dict[date, Clocks] = {}
        self._records: dict[object, Record] = {}

    @cached_property
    @answering()
    def band(self) -> Band | None:
        """Between which sums the debt lies while something is not known; None where all is known."""
        return case_band(self.case)

    @answering()
    def check(self, progress: Callable[[int, int], None] | None = None) -> BillCheck | None:
        """The lender's bill against every reading of the contract; None where none was entered."""
        bill = judged_bill(self.case)
        return None if bill is None else check_bill(self.loan, bill, self.as_of, self.payments, self.order, progress)

    @answering()
    def bill_day(self, bill: Bill, days: Sequence[date]) -> date | None:
        """The first of ``days`` on which the contract makes a bill to the fen; None where there is none."""
        return agrees_on(self.loan, bill, days, self.payments, self.order)

    @cached_property
    @answering()
    def true_cost(self) -> TrueCost | None:
        """What the loan costs a year, at the least, by the instalments listed; None where nothing said tells it."""
        return None if cost_unsaid(self.case) else true_cost(self.loan)

    @cached_property
    @answering()
    def desk(self) -> Desk:
        """The proposals of the case by letter, and how they are looked at."""
        return desk(self.case)

    @cached_property
    def most(self) -> "Account":
        """The account by the highest reading of what is not known; itself where all is known."""
        return Account(extreme(self.case, "high")) if ranges(self.case) else self

    def settle(self, offer: Offer) -> Settlement:
        """One proposal worked out on this account: a whole figure within what may be owed at most is taken."""
        try:
            return self.settled_at(offer)
        except OverdueError as error:
            if error.key != "proposal.more_than_owed" or self.most is self:
                raise
        self.most.settled_at(offer)
        return self.settled_at(offer, at_least=True)

    @answering()
    def settled_at(self, offer: Offer, at_least: bool = False) -> Settlement:
        """One proposal by the usual reading; ``at_least`` takes a whole figure of more than that owes as well."""
        discount = (self.case.discount or ZERO) / 100
        clock: Literal["agreement", "last_payment"] = "agreement" if self.desk.agreement else "last_payment"
        return settle(
            self.loan, offer, self.as_of, self.payments, discount, self.order, clock, self.ledger_on, at_least
        )

    @cached_property
    @answering()
    def _offers(self) -> tuple[dict[str, Settlement], dict[str, OverdueError]]:
        offers = {letter: terms.offer() for letter, terms in self.desk.proposals.items()}
        settled: dict[str, Settlement] = {}
        refused: dict[str, OverdueError] = {}
        for letter, offer in (offers | {WAITING: Wait(until=self.desk.wait_until)}).items():
            try:
                settled[letter] = self.settle(offer)
            except OverdueError as error:
                refused[letter] = error
        return settled, refused

    @property
    def settled(self) -> dict[str, Settlement]:
        """The proposals that can be worked out, by letter; ``w`` is waiting."""
        return self._offers[0]

    @property
    def refused(self) -> dict[str, OverdueError]:
        """Why the others cannot, by letter."""
        return self._offers[1]

    @property
    def budget(self) -> Budget | None:
        """The budget of the case; None where it gives none."""
        return budget(self.case, (one.monthly for one in self.others))

    @cached_property
    def others(self) -> tuple[Asked, ...]:
        """What each further debt of the case asks for; one that cannot be worked out is left out."""
        found = []
        for one in map(Account, self.case.further):
            with suppress(OverdueError), answering():
                found.append(asked(one.loan, one.ledger, one.case.deal_monthly))
        return tuple(each for each in found if any(each))

    @answering()
    def afford(self, letter: str) -> Affordability | None:
        """A proposal held against the budget; None without a budget or where the proposal is refused."""
        budget, settled = self.budget, self.settled.get(letter)
        return None if budget is None or settled is None else afford(settled, budget)

    @property
    def clocks(self) -> Clocks:
        """The three clocks for the payoff day."""
        return self.clocks_on(self.paid_off_on)

    @answering()
    def clocks_on(self, day: date) -> Clocks:
        """The three clocks if everything is paid on a day."""
        if day not in self._clocks:
            self._clocks[day] = three_clocks(self.loan, day, self.payments, self.case.suit(), self.order)
        return self._clocks[day]

    @cached_property
    @answering()
    def limitation(self) -> Limitation:
        """The limitation period with everything done about it by the day looked at."""
        return limitation(self.loan, acts(self.payments, self.case.suit()))

    @cached_property
    @answering()
    def record(self) -> Record:
        """The credit record, with the payoff day that was entered or chosen; as it stands where none was."""
        overdue_on = days_after(self.case.first_due, 1)
        chosen = self.case.pay_on if self.case.pay_on and self.case.pay_on >= overdue_on else None
        return self.record_on(self.case.paid_off_on or chosen)

    @answering()
    def record_on(self, paid_off_on: date | None, looked_on: date | None = None, whole: bool = True) -> Record:
        """The credit record if the last overdue yuan is paid on a day (None: only what was paid counts)."""
        asked = (paid_off_on, looked_on, whole, self.order)
        if asked not in self._records:
            self._records[asked] = record(self.loan, self.as_of, self.payments, *asked)
        return self._records[asked]

    @cached_property
    @answering()
    def milestones(self) -> tuple[Milestone, ...]:
        """What happens when, with everything paid and everything the court has done by the day looked at."""
        return milestones_of(self.loan, self.as_of, self.payments, self.order, self.case.suit())
