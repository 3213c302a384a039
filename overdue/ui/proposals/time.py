"""How the debt goes down and the money goes out over time, what differs and why, and how all of it is looked at."""

from dataclasses import replace
from decimal import Decimal

import streamlit as st

from overdue.account import WAITING, Account
from overdue.charts import proposals as charts
from overdue.proposal import beside, gap
from overdue.tables import offers as said
from overdue.tables import proposals as tables
from overdue.tables import unrated
from overdue.ui import fields, parts, state
from overdue.ui.proposals.held import keep

MONEY = ("altogether", "waived", "present_value", "largest_payment")


def draw(account: Account) -> None:
    """Each offer against one of them, both charts, the differences, and the switches."""
    w, names = state.reader(), said.named(account, state.reader())
    base = _pinned(account)
    told = _pairs(account, base, names)
    st.markdown("\n".join(f"- {sentence}" for sentence in told))
    frame = tables.over_time(account.settled)
    for kind in ("owed", "paid"):
        st.markdown(f"**{w(f'proposals.chart.{kind}')}**")
        figure = charts.over_time(frame, kind, parts.look(), names)
        alt = w(f"proposals.chart.{kind}_alt", sentence=told[0] if told else names[base])
        rows = _rows(account, kind, names)
        parts.figure(figure, alt, f"chart_{kind}", rows)
    later = max(one.altogether - one.total for one in account.settled.values())
    if later:
        st.caption(w("proposals.chart.runs_on", amount=w.yuan(later)))
    _differences(account)
    _looks(account)


def _rows(account: Account, kind: str, names: dict[str, str]) -> parts.Rows:
    w = state.reader()
    return lambda: tables.steps(tables.over_time(account.settled), kind, names, w)


def _pinned(account: Account) -> str:
    """The offer the others are held against: the pinned one, else the first."""
    w, letters = state.reader(), list(account.settled)
    held = account.desk.pinned if account.desk.pinned in letters else letters[0]
    st.session_state["pinned"] = held
    st.segmented_control(
        w("proposals.look.pinned"),
        letters,
        format_func=lambda code: w("proposals.name.wait") if code == WAITING else code.upper(),
        key="pinned",
        required=True,
        on_change=_put_pin,
    )
    return held


def _put_pin() -> None:
    keep(replace(state.account().desk, pinned=st.session_state["pinned"]))


def _pairs(account: Account, base: str, names: dict[str, str]) -> list[str]:
    w, mine, lines = state.reader(), account.settled[base], []
    if not unrated.known(account):
        return [w("proposals.unrated.find")]
    for letter, one in account.settled.items():
        if letter == base:
            continue
        apart = gap(mine, one)
        key = "more" if apart.cost > 0 else "less" if apart.cost < 0 else "same"
        months = apart.record_months or 0
        record = ("later" if months > 0 else "earlier") + ("_one" if abs(months) == 1 else "") if months else "level"
        told = w(f"proposals.says.{record}", **({"months": abs(months)} if months else {}))
        amount = {} if key == "same" else {"amount": w.yuan(abs(apart.cost))}
        lines.append(w(f"proposals.pair.{key}", other=names[letter], base=said.short(base, w), record=told, **amount))
    return lines


def _differences(account: Account) -> None:
    w = state.reader()
    if len(account.settled) < 2:
        return
    lines = []
    discounted = any(one.discount_rate for one in account.settled.values())
    for one in beside(list(account.settled.values())).differences:
        if one.aspect == "present_value" and not discounted:
            continue  # the same as the total
        spread = w.yuan(one.spread) if one.aspect in MONEY and isinstance(one.spread, Decimal) else one.spread
        told = {} if one.aspect == "yearly_cost" else {"spread": spread}
        why = w.listed(w(f"proposals.why.{code}") for code in one.why)
        lines.append(w("proposals.chart.differs_row", what=w(f"proposals.aspect.{one.aspect}", **told), why=why))
    if lines:
        st.markdown("\n".join([f"**{w('proposals.chart.differs')}**", "", *lines]))


def _looks(account: Account) -> None:
    """The rate of the reader's own, and the other reading of the record."""
    w = state.reader()
    fields.number("discount", step=1.0)
    st.caption(w("proposals.look.discount_help"))
    st.session_state["agreement"] = account.desk.agreement
    st.toggle(
        w("proposals.look.agreement"), key="agreement", on_change=_put_reading, help=w("proposals.look.agreement_help")
    )


def _put_reading() -> None:
    keep(replace(state.account().desk, agreement=st.session_state["agreement"]))
