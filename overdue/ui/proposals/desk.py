"""The proposals on the desk: read from the case, changed in one place, each worked out alone."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from overdue.casefile.offers import Desk, entered
from overdue.model import Loan, OverdueError
from overdue.proposal import Budget, Settlement
from overdue.ui import state


@dataclass(frozen=True, slots=True)
class Seen:
    """What this run shows: the proposals by letter (``w`` is waiting) that can be worked out, and why others cannot."""

    desk: Desk
    loan: Loan
    settled: dict[str, Settlement]
    refused: dict[str, OverdueError]
    labels: dict[str, str]
    budget: Budget | None

    def of_kind(self, kind: str) -> list[str]:
        """The letters of the lump sums, or of the plans, that can be worked out."""
        return [
            letter for letter, terms in self.desk.proposals.items() if terms.kind == kind and letter in self.settled
        ]


def seen() -> Seen:
    """Work out every proposal of the case."""
    w, account = state.reader(), state.account()
    found = account.desk
    labels = {x: w(f"proposals.name.{terms.kind}", letter=x.upper()) for x, terms in found.proposals.items()}
    return Seen(
        found, account.loan, account.settled, account.refused, labels | {"w": w("proposals.name.wait")}, account.budget
    )


def less_income(found: Budget, share: Decimal) -> Budget:
    """The same budget with a share of the income gone."""
    return found.model_copy(update={"income": found.income * (1 - share)})


def keep(found: Desk) -> None:
    """Take what has no key of its own into the case."""
    case = state.case()
    state.keep(case.edited(offers=entered(found, case)["offers"]))


def lay_out(found: Desk) -> None:
    """Take all proposals into the case, the two with keys of their own too."""
    case = state.case()
    changes = entered(found, case)
    state.keep(case.edited(**changes))
    for name in changes:
        state.accept(name)
