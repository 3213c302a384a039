"""What the court's papers say, and what follows: the days, the judgment, fees, the limitation period, the working."""

import streamlit as st

from overdue.account import Account
from overdue.accrual import COMPONENTS
from overdue.milestones.clocks import Clocks
from overdue.periods import add_period
from overdue.tables import court as tables
from overdue.ui import fields, parts, state

WAITS = (3, 6, 12, 24)


def ask() -> None:
    """Ask for the days and sums in the court's papers."""
    fields.grid(
        (fields.day, "demanded_on"),
        (fields.day, "sued_on"),
        (fields.day, "judgment_on"),
        (fields.number, "perform_days"),
        (fields.number, "judged_principal", 100.0),
        (fields.number, "judged_rate", 1.0),
        (fields.number, "judged_costs", 10.0),
        (fields.choice, "procedure"),
    )


def starts(clocks: Clocks) -> None:
    """What sets each of the three going, and what stops it."""
    w = state.reader()
    for clock in clocks.all:
        name = w(f"court.clock.{clock.name}")
        st.markdown(f"**{name}**  \n{w(f'court.starts.{clock.starts}')} {w(f'court.stops.{clock.stops}')}")


def marks(clocks: Clocks) -> None:
    """Every day that matters, in order."""
    w = state.reader()
    parts.table(tables.marks_table(clocks, w), w("court.q.marks"))
    st.caption(w("court.said.holiday"))


def choices(account: Account) -> None:
    """Other payoff days side by side."""
    w = state.reader()
    days = [account.as_of, *(add_period(account.as_of, months=months) for months in WAITS)]
    parts.table(tables.choices([account.clocks_on(day) for day in days], w), w("court.q.choices"))


def judgment(account: Account) -> None:
    """What is owed under the judgment, part by part."""
    w, case, under = state.reader(), account.case, account.clocks.under_judgment
    if under is None:
        return
    parts.table(tables.owed(under, w), w("court.q.judgment"))
    said = [w("court.said.doubled"), w("court.said.order")]
    if any(p.paid_on > under.judgment.effective_on for p in account.payments):
        said.append(w("court.said.paid"))
    if case.judged_rate is None:
        said.append(w("court.said.assumed_rate", rate=w.percent(under.judgment.annual_rate)))
    if case.judged_principal is None:
        said.append(w("court.said.assumed_principal", amount=w.yuan(under.judgment.principal)))
    if case.perform_days is None:
        said.append(w("court.said.assumed_days", days=under.judgment.perform_days))
    st.markdown("\n".join(f"- {sentence}" for sentence in (*said, w("court.said.living"))))


def fees(account: Account) -> None:
    """What the court charges on these sums."""
    w, clocks = state.reader(), account.clocks
    frame = tables.fees(clocks.ledger.total, clocks.owed, clocks.paid_off_on, account.case.procedure, w)
    parts.table(frame, w("court.q.fees"))
    st.caption(w("court.fee.on", claim=w.yuan(clocks.ledger.total), owed=w.yuan(clocks.owed)))


def limitation(clocks: Clocks) -> None:
    """What the limitation period does and does not."""
    w = state.reader()
    if clocks.no_limitation is not None:
        st.markdown(fields.sentence(clocks.no_limitation))
        return
    said = ["token", "not_own", "enforce"] if clocks.under_judgment is not None else ["token", "not_own"]
    st.markdown("\n".join(f"- {w(f'court.said.{name}')}" for name in said))


def working(clocks: Clocks) -> None:
    """A sentence, the formulas with these figures, the rows."""
    w, under = state.reader(), clocks.under_judgment
    st.markdown(w("court.maths.sentence"))
    for formula in _formulas(clocks):
        st.markdown(formula)
    frame = tables.marks_table(clocks, w) if under is None else tables.growth(under, w)
    parts.table(frame, w("common.maths_table"))
    parts.download(w("common.csv"), parts.csv(frame), "clocks.csv", "clocks_csv")


def _formulas(clocks: Clocks) -> list[str]:
    w, ledger, under, window = state.reader(), clocks.ledger, clocks.under_judgment, clocks.retention
    owed = {name: getattr(ledger, name) for name in COMPONENTS}
    parts_ = [
        w("court.maths.part", name=w(f"penalty.part.{name}"), amount=w.yuan(amount))
        for name, amount in owed.items()
        if amount
    ]
    total = w.yuan(ledger.total)
    said = [w("court.maths.contract", day=ledger.until, parts=w("court.maths.plus").join(parts_) or total, total=total)]
    for row in under.rows if under is not None else ():
        figures = {
            "base": w.yuan(row.base),
            "rate": w.percent(row.rate),
            "days": row.days,
            "amount": w.yuan(row.amount),
        }
        if row.kind == "general" and under is not None:
            figures["basis"] = under.judgment.day_basis
        said.append(w(f"court.maths.{row.kind}", **figures))
    days = {"paid": window.starts_on, "last": window.last_day, "gone": window.removed_from}
    return [*said, w("court.maths.record", **days)]
