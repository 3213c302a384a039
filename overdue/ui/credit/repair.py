"""What has ended: the one-off repair, with a check whether it applied."""

import streamlit as st

from overdue.credit import Record, RepairCheck, figures, one_off_repair
from overdue.tables import credit as tables
from overdue.ui import fields, parts, state

MOST = 10**8


def draw(record: Record) -> None:
    """Draw the section."""
    w = state.reader()
    facts = figures(record.as_of)
    st.markdown(w("credit.repair.says", **facts))
    st.markdown(w("credit.repair.public"))
    parts.folded(w("credit.repair.check"), "repair", lambda: fields.guarded(lambda: _check(record, facts)))


def _check(record: Record, facts: dict[str, object]) -> None:
    w, case = state.reader(), state.case()
    overdue_on = record.spells[0].starts_on if record.spells else case.due_on
    since = fields.a_day(w("credit.repair.overdue_on"), f"repair_overdue_on_{overdue_on}", overdue_on)
    first = case.instalments()[0]
    sum_ = first.total
    amount = fields.money(w("credit.repair.amount"), f"repair_amount_{sum_}", MOST, value=sum_)
    paid_on = fields.a_day(w("credit.repair.paid_on"), f"repair_paid_on_{case.paid_off_on}", case.paid_off_on)
    if since is None or amount is None:
        return
    check = one_off_repair(since, amount, paid_on)
    st.markdown(f"**{_verdict(check, facts)}**")
    parts.table(tables.repair_table(check, facts, w), w("credit.repair.title"))


def _verdict(check: RepairCheck, facts: dict[str, object]) -> str:
    w = state.reader()
    if check.hidden_from is not None:
        return w("credit.repair.applied_from", day=check.hidden_from)
    if check.hidden_by is not None:
        return w("credit.repair.applied_by", day=check.hidden_by)
    failed = [w(f"credit.repair.rule.{c.rule}.fails", **facts) for c in check.conditions if not c.met]
    return w("credit.repair.not_applied", reasons=w.clauses(failed))
