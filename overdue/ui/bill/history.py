"""A real history: every instalment and every payment in tables, what was really paid out, and what it costs a year."""

from decimal import ROUND_DOWN, Decimal

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from overdue.model import PLANNED
from overdue.tables import Frame
from overdue.tables import bill as tables
from overdue.ui import fields, parts, state

BLANKS = {"interest": "0", "fee": "0"}
CONVENTIONS, DOWN_TO = ("simple", "compound"), Decimal("0.0001")  # what is said to be the least is never rounded up


def draw() -> None:
    """The tables, and what the contract says beside them."""
    w = state.reader()
    _tables()
    fields.problem("rows")
    fields.problem("paid")
    _buttons()
    st.markdown(f"**{w('bill.history.terms')}**")
    _terms()
    fields.guarded(_received)


def _tables() -> None:
    w, case = state.reader(), state.case()
    st.markdown(w("bill.history.lead"))
    left, right = st.columns([3, 2])
    with left:
        st.markdown(f"**{w('bill.history.rows')}**")
        columns = {"due_on": _day("due_on")} | {name: _money(name) for name in PLANNED}
        st.session_state["rows_edited"] = _editor("rows", tables.instalment_rows(case.instalments()), columns)
    with right:
        st.markdown(f"**{w('bill.history.paid')}**")
        columns = {"paid_on": _day("paid_on"), "amount": _money("amount")}
        st.session_state["paid_edited"] = _editor("paid", tables.payment_rows(case.paid), columns)


def _day(name: str) -> ColumnConfig:
    return st.column_config.DateColumn(state.reader()(f"bill.column.{name}"), format="YYYY-MM-DD")


def _money(name: str) -> ColumnConfig:
    return st.column_config.NumberColumn(state.reader()(f"bill.column.{name}"), format="%.2f", min_value=0.0)


def _editor(name: str, frame: Frame, columns: dict[str, ColumnConfig]) -> Frame:
    """A table to edit; drawn afresh from the case after each use of it."""
    key = f"{name}_table_{_turn()}"
    return st.data_editor(frame, num_rows="dynamic", hide_index=True, column_config=columns, key=key, width="stretch")


def _turn() -> int:
    turn: int = st.session_state.get("history_turn", 0)
    return turn


def _buttons() -> None:
    w = state.reader()
    with st.container(horizontal=True):
        st.button(w("bill.history.apply"), key="history_apply", on_click=_apply)
        st.button(w("bill.history.discard"), key="history_discard", on_click=_redraw)
        if st.session_state.get("history_before"):
            st.button(w("bill.history.undo"), key="history_undo", on_click=_undo)
        if state.case().rows:
            st.button(w("bill.history.monthly"), key="history_monthly", on_click=_set, args=("", None))


def _apply() -> None:
    s = st.session_state
    _set(tables.as_code(s["rows_edited"], BLANKS), tables.as_code(s["paid_edited"], {}))


def _set(rows: str, paid: str | None) -> None:
    """Take tables into the case, remembering the ones before."""
    s, case = st.session_state, state.case()
    held = (tables.as_code(tables.instalment_rows(case.instalments()), BLANKS) if case.rows else "", _paid())
    s["history_before"] = [*s.get("history_before", []), held]
    state.change("rows", rows)
    if paid is not None:
        state.change("paid", paid)
    _redraw()


def _paid() -> str:
    return tables.as_code(tables.payment_rows(state.case().paid), {})


def _undo() -> None:
    s = st.session_state
    rows, paid = s["history_before"].pop()
    state.change("rows", rows)
    state.change("paid", paid)
    _redraw()


def _redraw() -> None:
    st.session_state["history_turn"] = _turn() + 1


def _terms() -> None:
    w, case = state.reader(), state.case()
    left, right = st.columns(2)
    with left:
        fields.choice("order")
        fields.number("received", step=100.0)
    with right:
        fields.day("accelerated_on")
        fields.day("compensated_on")
    if case.compensated_on is not None:
        st.markdown(w("bill.history.guarantor", day=case.compensated_on))


def _received() -> None:
    """What was really paid out, and what the loan therefore costs a year at the least."""
    w, found = state.reader(), state.account().true_cost
    if found is None:
        st.caption(w("bill.history.cost_wants"))
        return
    if found.kept:
        sums = {name: w.yuan(getattr(found, name)) for name in ("principal", "received", "kept")}
        st.markdown(w("bill.history.received", **sums))
    if found.cost is not None:
        rates = {name: w.percent(getattr(found.cost, name).quantize(DOWN_TO, ROUND_DOWN)) for name in CONVENTIONS}
        st.markdown(w("bill.history.cost", **rates))
    for citation in found.citations:
        st.caption(parts.cited(citation))
