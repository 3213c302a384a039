"""One proposal as a person enters it, and the table of the kinds there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from overdue.casefile.fields import Value
from overdue.model import ZERO
from overdue.periods import add_period
from overdue.proposal import InstalmentPlan, LumpSum, Offer, Waiver
from overdue.proposal.terms import OfferKind


@dataclass(frozen=True, slots=True)
class EnteredOffer:
    """One proposal as a person enters it: days, yuan, percents. ``amount`` wins over the waiver of a lump sum."""

    kind: OfferKind
    on: date
    penalty: Decimal = ZERO
    interest: Decimal = ZERO
    principal: Decimal = ZERO
    amount: Decimal | None = None
    valid_until: date | None = None
    whole: bool = False
    months: int = 12
    rate: Decimal = ZERO
    method: str = "level_payment"
    down: Decimal = ZERO
    stays_waived: bool = False
    stays_stopped: bool = False
    apart: bool = False
    even: bool = False

    def edited(self, figure: str, value: Value | bool) -> EnteredOffer:
        """The same proposal with one figure changed."""
        return replace(self, **{figure: value})  # type: ignore[arg-type]

    @property
    def scope(self) -> str:
        """What a sum paid at once settles: all there is, what is due on its day, or what is due today."""
        return "whole" if self.whole else "apart" if self.apart else "due"

    def within(self, scope: str) -> EnteredOffer:
        """The same proposal settling something else; the inverse of ``scope``."""
        return replace(self, whole=scope == "whole", apart=scope == "apart")

    def offer(self) -> Offer:
        """The offer these figures make."""
        return KINDS[self.kind].makes(self)

    @property
    def waive(self) -> Waiver:
        """The shares given up."""
        return Waiver(penalty=self.penalty / 100, interest=self.interest / 100, principal=self.principal / 100)


def _lump(terms: EnteredOffer) -> Offer:
    waive = terms.waive if terms.amount is None else Waiver()
    return LumpSum(
        pay_on=terms.on,
        amount=terms.amount,
        waive=waive,
        whole=terms.whole,
        valid_until=terms.valid_until,
        apart=terms.apart and not terms.whole,
    )


def _plan(terms: EnteredOffer) -> Offer:
    return InstalmentPlan(
        first_on=terms.on,
        months=terms.months,
        annual_rate=terms.rate / 100,
        method=terms.method,  # type: ignore[arg-type]
        down_payment=terms.down,
        waive=terms.waive,
        whole=terms.whole,
        waiver_revives=not terms.stays_waived,
        penalty_resumes=not terms.stays_stopped,
        even=terms.even and terms.method == "level_payment",
    )


@dataclass(frozen=True, slots=True)
class Sort:
    """What there is to know of one kind of proposal a person can enter.

    ``letter`` names it in a code, ``asked`` are the figures everybody looks at in the order a lender says them,
    ``further`` the others; ``later`` are the months from the agreement to its usual first payment.
    """

    letter: str
    asked: tuple[str, ...]
    further: tuple[str, ...]
    later: int
    makes: Callable[[EnteredOffer], Offer]

    @property
    def figures(self) -> frozenset[str]:
        """All that can be entered; a sum that settles what is due may leave out what falls due before its day, and
        what each payment takes makes them even."""
        return frozenset((*self.asked, *self.further, "apart" if "amount" in self.asked else "even"))


KINDS: Mapping[OfferKind, Sort] = MappingProxyType(
    {
        "lump": Sort("L", ("on", "penalty", "amount"), ("interest", "principal", "valid_until", "whole"), 0, _lump),
        "plan": Sort(
            "P",
            ("months", "monthly", "rate"),
            ("on", "method", "penalty", "interest", "principal", "down", "whole", "stays_waived", "stays_stopped"),
            1,
            _plan,
        ),
    }
)


def usual(kind: OfferKind, as_of: date, pay_on: date | None = None) -> EnteredOffer:
    """What a proposal says before anything is entered: at once on the day of paying, nothing waived, twelve months."""
    later = KINDS[kind].later
    return EnteredOffer(kind, add_period(as_of, months=later) if later else pay_on or as_of)
