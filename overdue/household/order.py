"""In which order one debt is paid after the other."""

from collections.abc import Sequence
from datetime import date

from overdue.household.model import Household, Way
from overdue.household.picture import cost_a_day
from overdue.household.track import Track
from overdue.model import ZERO


def turn_of(household: Household, as_of: date, way: Way, order: Sequence[str] = ()) -> tuple[str, ...]:
    """The debts' keys in the order of a way, fixed at the beginning; debts that are alike as they are listed.

    Dearest first goes by what a yuan overdue costs a day, smallest first by all that is owed, due or not; one's own
    ``order`` is followed by the others as listed. Where all are paid at once it is the order they are listed in.
    """
    keys = [debt.key for debt in household.debts]
    if way is Way.DEAREST:
        costs = {debt.key: cost_a_day(debt, as_of) or ZERO for debt in household.debts}
        return tuple(sorted(keys, key=lambda key: -costs[key]))
    if way is Way.SMALLEST:
        owed = {debt.key: Track(debt, as_of, as_of).left for debt in household.debts}
        return tuple(sorted(keys, key=lambda key: owed[key]))
    if way is Way.OWN:
        return tuple(dict.fromkeys((*order, *keys)))
    return tuple(keys)
