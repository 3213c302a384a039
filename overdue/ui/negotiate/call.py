"""The call: a sheet to read from, six hard sentences, and what a friendly one does in law."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import streamlit as st

from overdue.accrual import Ledger
from overdue.casefile.keys import FIRST_DAY, LAST_DAY
from overdue.milestones import Cause
from overdue.negotiation import Ask, Figures, Line, call_sheet, figures, friendly_sentences, hard_sentences
from overdue.periods import add_period
from overdue.tables import timeline as tables
from overdue.ui import parts, state, typed

KINDS = ("none", "monthly", "once")
SUMS = ("total", "amount")
MOST, MOST_MONTHS, USUAL_MONTHS = 10**8, 60, 12


def page(ledger: Ledger) -> None:
    """Draw this part."""
    lines = _sheet(ledger)
    hard, friendly = hard_sentences(), friendly_sentences()
    w, held = state.reader(), parts.facts()
    st.header(w("negotiate.hard.title"), anchor=False)
    for step in hard:
        with st.expander(w(f"negotiate.{step.key}.says"), key=step.key.replace(".", "_")):
            st.markdown(f"**{w('negotiate.hard.means')}** {w(f'negotiate.{step.key}.means', **held)}")
            st.markdown(f"**{w('negotiate.hard.answer')}**")
            st.code(w(f"negotiate.{step.key}.answer", **held), language=None, wrap_lines=True)
            st.caption(w("timeline.basis_line", rules=tables.basis(step.citations, w)))
    st.header(w("negotiate.friendly.title"), anchor=False)
    st.markdown(w("negotiate.friendly.lead"))
    for one in friendly:
        title = w(
            "timeline.row",
            kind=w(f"negotiate.friendly.state.{one.effect}"),
            name=w(f"negotiate.friendly.{one.key}.says"),
        )
        with st.expander(title, key=f"friendly_{one.key}"):
            st.markdown(f"**{w('negotiate.friendly.effect')}** {w(f'negotiate.friendly.{one.key}.effect')}")
            st.markdown(f"**{w('negotiate.friendly.wording')}** {w(f'negotiate.friendly.{one.key}.wording')}")
            st.caption(w("timeline.basis_line", rules=tables.basis(one.citations, w)))
    cited = [line.citations for line in lines] + [step.citations for step in hard] + [one.citations for one in friendly]
    parts.cite([c for citations in cited for c in citations])


def ask() -> Ask | None:
    """What the person wants to propose, asked here and by the letters too; None for the bill alone."""
    w, case = state.reader(), state.case()
    kind = st.radio(
        w("negotiate.sheet.ask_kind"),
        KINDS,
        format_func=lambda c: w("negotiate.sheet.ask_none" if c == "none" else f"negotiate.sheet.ask_{c}_choice"),
        key="ask_kind",
        horizontal=True,
        persist_state="session",
    )
    if kind == "none":
        return None
    left, middle, right = st.columns(3)
    with left:
        amount = typed.money(w("negotiate.sheet.ask_amount"), "ask_amount", MOST, least="0.01")
    with middle:
        first = _first()
    months: int | None = 1
    if kind == "monthly":
        with right:
            planned = max(case.plan_months or USUAL_MONTHS, 2)
            months = typed.count(w("negotiate.sheet.ask_months"), "ask_months", 2, MOST_MONTHS, value=planned)
    st.caption(w("negotiate.sheet.promise_warning"))
    if amount is None or first is None or months is None:
        return None
    return Ask(first_on=first, amount=amount, months=months)


def _first() -> date | None:
    """The day of the first payment; to begin with a month ahead, and a day gone by is said to be one."""
    w, case, today = state.reader(), state.case(), state.today()
    first = st.date_input(
        w("negotiate.sheet.ask_first"),
        case.plan_first or add_period(max(case.as_of, today), months=1),
        FIRST_DAY,
        LAST_DAY,
        "ask_first",
        format="YYYY-MM-DD",
        persist_state="session",
    )
    if not isinstance(first, date):
        return None
    if first < today:
        st.warning(w("negotiate.sheet.ask_past", first=first, today=today))
    return first


def _sheet(ledger: Ledger) -> tuple[Line, ...]:
    w = state.reader()
    st.header(w("negotiate.sheet.title"), anchor=False)
    st.caption(w("negotiate.sheet.note"))
    with st.container(key="sheet_asked", border=True):
        reason = st.selectbox(
            w("negotiate.sheet.cause"),
            ["none", *(str(code) for code in Cause)],
            ["none", *(str(code) for code in Cause)].index(str(state.cause() or "none")),
            lambda c: w("negotiate.sheet.cause_none" if c == "none" else f"timeline.cause.{c}.label"),
            "sheet_cause",
            persist_state="session",
        )
        wanted = ask()
    held = figures(ledger)
    lines = call_sheet(held, None if reason == "none" else Cause(reason), wanted)
    said = [_said(line, held) for line in lines]
    st.markdown("\n".join(f"{number}. {text}" for number, text in enumerate(said, 1)))
    with st.popover(w("negotiate.sheet.copy"), key="sheet_copy"):
        st.code("\n\n".join([*said, parts.stamp()]), language=None, wrap_lines=True)
    return lines


def _said(line: Line, held: Figures) -> str:
    """A line with its amounts in yuan."""
    w = state.reader()
    given = {
        name: w.yuan(value) if name in SUMS and isinstance(value, Decimal) else value
        for name, value in line.fields.items()
    }
    return w(f"negotiate.sheet.line_{line.key}", **given, parts=held.parts(w))
