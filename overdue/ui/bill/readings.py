"""Which readings make the bill, in words, and what follows from them to ask for."""

from datetime import date
from decimal import Decimal

import streamlit as st

from overdue.bill import BillCheck, Difference, Reading
from overdue.model import ZERO
from overdue.ui import parts, state

SHOWN = 6


def sentence(reading: Reading) -> str:
    """A reading as part of a sentence."""
    w = state.reader()
    said = [_difference(difference) for difference in reading.differs]
    return w("bill.differs.and").join(said) if said else w("bill.said.as_entered")


def _difference(difference: Difference) -> str:
    w, value = state.reader(), difference.value
    if difference.name == "accelerated_on" and value is None:
        return w("bill.differs.not_accelerated")
    if difference.name in ("base", "compound"):
        return w(f"bill.differs.{difference.name}_{value}")
    if difference.name == "uplift" and not value:
        return w("bill.differs.uplift_none")
    shown = w.percent(value) if isinstance(value, Decimal) else w.day(value) if isinstance(value, date) else str(value)
    return w(f"bill.differs.{difference.name}", value=shown)


def several(check: BillCheck) -> None:
    """The readings that make the same figures, which the bill alone cannot tell apart."""
    w = state.reader()
    st.markdown(w("bill.readings.several"))
    st.markdown("\n".join(f"{n}. {sentence(one)}" for n, one in enumerate(check.readings[:SHOWN], 1)))
    if len(check.readings) > SHOWN:
        st.caption(w("bill.readings.rest", count=len(check.readings) - SHOWN))


def nearest(check: BillCheck) -> None:
    """What was tried, and which reading comes nearest."""
    w = state.reader()
    if check.nearest is not None:
        st.markdown(w("bill.readings.tried", reading=sentence(check.nearest), off=w.yuan(check.off)))


def ask(check: BillCheck) -> None:
    """What to ask the lender for in writing: always an itemised bill, then what this bill raises."""
    w = state.reader()
    wanted = ["itemised", "clause"]
    if not check.agrees:
        wanted += dict.fromkeys(d.name for reading in check.readings[:SHOWN] for d in reading.differs)
    rest = check.rest.difference or ZERO
    if check.gap:
        wanted.append("gap")
    elif rest > ZERO:
        wanted.insert(0, "rest")
    if check.over_line:
        wanted.append("over_line")
    wanted.append("assigned")
    told = {"rest": {"rest": w.yuan(rest)}, "gap": {"gap": w.yuan(abs(check.gap or ZERO))}}
    st.markdown("\n".join(f"- {w(f'bill.ask.{name}', **told.get(name, {}))}" for name in wanted))
    if not state.account().is_example:
        parts.door("negotiate")
