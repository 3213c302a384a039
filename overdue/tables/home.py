"""The three answers of the way in, as small frames."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from overdue.accrual import Ledger, trace
from overdue.periods import add_period
from overdue.tables import Frame
from overdue.words import Words

AHEAD = (0, 3, 6, 12)


def pairs(names: Sequence[str], values: Sequence[str], heading: str, w: Words) -> Frame:
    """What a small chart shows: a name and a figure a row."""
    return pd.DataFrame({w("common.column.what"): list(names), heading: list(values)})


def ahead(ledger: Ledger) -> Frame:
    """What penalty and compound interest come to, now and some months later, if nothing is paid."""
    known = tuple(p for p in ledger.payments if p.paid_on <= ledger.until)
    days = [add_period(ledger.until, months=months) for months in AHEAD]
    points = trace(ledger.loan, days, known, ledger.order)
    return pd.DataFrame({"months": AHEAD, "amount": [p.penalty + p.compound for p in points]})
