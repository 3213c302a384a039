"""What is entered of proposals, taken into the case."""

from overdue.casefile.offers import Desk, entered
from overdue.ui import state


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
