"""The call: a sheet to read from, six hard sentences, and what a friendly one does in law."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import streamlit as st

from overdue.casefile.entered_offer import usual
from overdue.milestones import Cause
from overdue.negotiation import Ask, Line, call_sheet, friendly_sentences, hard_sentences
from overdue.tables import timeline as tables
from overdue.tables.offers import LUMP, PLAN
from overdue.ui import fields, parts, state
from overdue.ui.own import limit, own_figures

SETTLES = ("due", "whole")
SETTLED = "ask_settled"  # the answer to it, where one was given in this visit
KINDS = ("none", "monthly", "once")
QUESTIONS = ("hard", "friendly")
MOST, MOST_MONTHS = 10**8, 60


def page() -> None:
    """Draw this part: the sheet to read from, then what to answer and what a friendly sentence does."""
    lines = _sheet()
    parts.questions("negotiate", {"hard": _hard, "friendly": _friendly})
    cited = [one.citations for one in lines] + [one.citations for one in hard_sentences()]
    cited += [one.citations for one in friendly_sentences()]
    parts.cite([c for citations in cited for c in citations])


def _hard() -> None:
    w, held = state.reader(), parts.facts()
    for step in hard_sentences():
        st.markdown(f"**{w(f'negotiate.{step.key}.says')}**  \n{w(f'negotiate.{step.key}.means', **held)}")
        st.code(w(f"negotiate.{step.key}.answer", **held), language=None, wrap_lines=True)
        st.caption(w("timeline.basis_line", rules=tables.basis(step.citations, w)))


def _friendly() -> None:
    w = state.reader()
    st.markdown(w("negotiate.friendly.lead"))
    for one in friendly_sentences():
        says, effect = (w(f"negotiate.friendly.{one.key}.{name}") for name in ("says", "effect"))
        st.markdown(f"**{says}** · {w(f'negotiate.friendly.state.{one.effect}')}  \n{effect}")
        st.code(w(f"negotiate.friendly.{one.key}.wording"), language=None, wrap_lines=True)
        st.caption(w("timeline.basis_line", rules=tables.basis(one.citations, w)))


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
    offered = _offered(LUMP if kind == "once" else PLAN)
    amount = fields.money(
        w("negotiate.sheet.ask_amount"), "ask_amount", MOST, least="0.01", value=offered.amount if offered else None
    )
    first = _first(case.lump_on if kind == "once" else case.plan_first)
    months: int | None = 1
    if kind == "monthly":
        months = fields.count(
            w("negotiate.sheet.ask_months"),
            "ask_months",
            2,
            MOST_MONTHS,
            value=offered.months if offered else case.plan_months,
        )
    said, known = limit()[0], own_figures() is not None
    st.caption(said if known else w("negotiate.sheet.promise_warning"))
    settles = "whole" if offered and offered.whole else "due"
    st.session_state.ask_settles = st.session_state.get(SETTLED, settles)
    settles = st.radio(
        w("negotiate.sheet.ask_settles"),
        SETTLES,
        format_func=lambda c: w(f"negotiate.sheet.ask_{c}"),
        key="ask_settles",
        horizontal=True,
        on_change=_settled,
    )
    if amount is None or first is None or months is None:
        return None
    return Ask(first_on=first, amount=amount, months=months, whole=settles == "whole")


def _settled() -> None:
    """An answer of one's own is kept for the visit; until there is one, the case's offer says it."""
    st.session_state[SETTLED] = st.session_state.ask_settles


def _offered(letter: str) -> Ask | None:
    """What an offer of the case asks for, where one was entered and its payments are equal but for the last."""
    account = state.account()
    if account.is_example or account.missing or letter not in account.settled:
        return None
    terms, one = account.desk.proposals[letter], account.settled[letter]
    plain = usual(terms.kind, account.as_of, account.case.pay_on)
    rows = one.schedule.rows
    if replace(terms, on=plain.on) == plain or one.down or len({row.payment for row in rows[:-1]}) > 1:
        return None
    return Ask(first_on=terms.on, amount=rows[0].payment, months=len(rows), whole=terms.whole)


def _first(offered: date | None) -> date | None:
    """The day of the first payment, else that of the case's own offer; a day gone by is said to be one."""
    w, today = state.reader(), state.today()
    first = fields.a_day(w("negotiate.sheet.ask_first"), "ask_first", offered, ahead=True)
    if first is None:
        return None
    if first < today:
        st.warning(w("negotiate.sheet.ask_past", first=first, today=today))
    return first


def _sheet() -> tuple[Line, ...]:
    """The lines to read out, and beside them the person's own figures, for their eyes only."""
    w, held = state.reader(), own_figures()
    st.markdown(w("negotiate.sheet.note"))
    _, over = limit()
    if over:
        st.markdown(f"**{w('negotiate.sheet.over')}**")
        return _read_out(call_sheet())
    reason = st.selectbox(
        w("negotiate.sheet.cause"),
        ["none", *(str(code) for code in Cause)],
        ["none", *(str(code) for code in Cause)].index(str(state.cause() or "none")),
        lambda c: w("negotiate.sheet.cause_none" if c == "none" else f"timeline.cause.{c}.label"),
        "sheet_cause",
        persist_state="session",
    )
    wanted = ask()
    lines = _read_out(call_sheet(None if reason == "none" else Cause(reason), wanted))
    if held is None:
        parts.ask_first()
    else:
        total = w.yuan(held.total)
        st.caption(w("negotiate.sheet.own", on=held.on, days=held.days, parts=held.parts(w), total=total))
    return lines


def _read_out(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines in order, and their text to copy."""
    w = state.reader()
    said = [_said(line) for line in lines]
    with st.container(key="sheet"):
        st.markdown("\n".join(f"{number}. {text}" for number, text in enumerate(said, 1)))
    with st.popover(w("negotiate.sheet.copy"), key="sheet_copy"):
        st.code("\n\n".join([*said, parts.stamp()]), language=None, wrap_lines=True)
    return lines


def _said(line: Line) -> str:
    """A line with its amounts in yuan."""
    w = state.reader()
    given = {name: w.yuan(value) if isinstance(value, Decimal) else value for name, value in line.fields.items()}
    return w(f"negotiate.sheet.line_{line.key}", **given)
