"""The answer about a bill: whether it agrees, by how much and where it parts from the contract, line by line."""

from __future__ import annotations

import streamlit as st

from overdue.account import Account
from overdue.accrual import Ledger
from overdue.bill import Bill, BillCheck, check_bill
from overdue.charts import bill as charts
from overdue.model import ZERO
from overdue.tables import bill as tables
from overdue.ui import parts, state
from overdue.ui.bill import readings

SLOW = 2_000  # instalments times payments: from here on the search shows how far it is
STEPS = 20


def checked() -> BillCheck | None:
    """The bill against every reading, worked out once for the figures it rests on."""
    account = state.account()
    bill = account.case.bill()
    if bill is None:
        return None
    rests_on = (account.loan, bill, account.as_of, account.payments, account.order)
    held: tuple[object, BillCheck] | None = st.session_state.get("bill_check")
    if held is None or held[0] != rests_on:
        held = st.session_state["bill_check"] = (rests_on, _search(account))
    return held[1]


def _search(account: Account) -> BillCheck:
    """Check, with a bar where it takes a while; whoever leaves meanwhile ends it."""
    loan, on = account.loan, account.as_of
    bill: Bill | dict[str, object] = account.case.bill() or {}
    if len(loan.instalments) * (len(account.payments) + 1) < SLOW:
        return check_bill(loan, bill, on, account.payments, account.order)
    says = state.reader()("bill.searching")
    bar = st.progress(0.0, says)

    def told(done: int, of: int) -> None:
        if done * STEPS // of > (done - 1) * STEPS // of:
            bar.progress(done / of, says)

    found = check_bill(loan, bill, on, account.payments, account.order, told)
    bar.empty()
    return found


def draw(check: BillCheck) -> None:
    """The difference, large; the sentence that says under which reading or in which line; then every line."""
    w = state.reader()
    label = w("bill.label", day=check.ours.until)
    if check.agrees:
        sums = {"total": w.yuan(check.ours.total)}
        parts.answer(label, w("bill.agrees"), w(f"bill.said.{_scope(check)}", **sums))
    else:
        parts.answer(label, _difference(check), sentence(check))
    _lines(check)


def _scope(check: BillCheck) -> str:
    return "agrees" if check.bill.total is not None else "agrees_lines"


def _difference(check: BillCheck) -> str:
    w = state.reader()
    if not check.more:
        return w("bill.same")
    return w("bill.more" if check.more > ZERO else "bill.less", more=w.yuan(abs(check.more)))


def sentence(check: BillCheck) -> str:
    """Where the bill parts from the contract, and what makes it."""
    w = state.reader()
    apart = [line for line in check.lines if line.difference and line.name not in ("days", "total")]
    said = []
    if apart:
        named = [w("bill.said.name", line=_name(check, line.name)) for line in apart]
        said.append(w("bill.said.where", lines=w("bill.said.and").join(named)))
    if check.readings:
        said.append(w("bill.said.if", reading=readings.sentence(check.readings[0])))
    else:
        said.append(w("bill.said.none"))
    if len(check.readings) > 1:
        said.append(w("bill.said.several", count=len(check.readings) - 1))
    if check.gap:
        said.append(w(f"bill.said.gap_{'more' if check.gap > 0 else 'less'}", gap=w.yuan(abs(check.gap))))
    return w.together(said)


def _name(check: BillCheck, name: str) -> str:
    joined = name == "penalty" and check.bill.compound is None and bool(check.ours.compound)
    return state.reader()(f"bill.line.{'penalty_compound' if joined else name}")


def _lines(check: BillCheck) -> None:
    """Every line the bill gives: the difference first, both figures beneath."""
    w, rows = state.reader(), []
    for line in check.lines:
        if line.theirs is None or line.difference is None:
            continue
        days = line.name == "days"
        theirs, ours, apart = (
            w("bill.days", count=int(amount)) if days else w.yuan(amount)
            for amount in (line.theirs, line.ours, abs(line.difference))
        )
        way = "more" if line.difference > 0 else "less" if line.difference < 0 else "same"
        says = w(f"bill.row.{way}", line=_name(check, line.name), apart=apart)
        rows.append(f"- {says}  \n  :small[{w('bill.row.both', theirs=theirs, ours=ours)}]")
    with st.container(key="lines"):
        st.markdown("\n".join(rows))


def lawful(check: BillCheck) -> None:
    """What the reference line is for this lender, and where the bill stands to it."""
    w, ceiling = state.reader(), check.ours.ceiling
    if check.line is None or check.over_line is None or ceiling is None or ceiling.annual_rate is None:
        st.markdown(w(f"penalty.{check.ours.line_reason}"))
        return
    said = [w(f"penalty.line.{kind}", rate=w.percent(ceiling.annual_rate)) for kind in ceiling.kinds]
    line, over = w.yuan(check.line), w.yuan(check.over_line)
    said.append(w("bill.said.over", line=line, over=over) if check.over_line else w("bill.said.under", line=line))
    st.markdown(w.together(said))


def picture(check: BillCheck) -> None:
    """The lines the bill gives beside the same lines of ours."""
    w = state.reader()
    bars = tables.sides(check)
    labels = {side: w(f"bill.said.{side}") for side in ("ours", "theirs")}
    names = {name: w(f"bill.line.{name}") for name in charts.STACK}
    chart = charts.stacked(bars, labels, names, parts.look(), _mark(check.ours, bars["ours"]))
    alt = w.together([_difference(check) + w("bill.stop"), sentence(check)])
    parts.figure(chart, alt, "sides")


def _mark(ledger: Ledger, ours: dict[str, float]) -> tuple[float, str] | None:
    """Where the reference line stands on the bars; none where they leave out what it is counted on."""
    w = state.reader()
    if ledger.line is None or ledger.ceiling is None or ledger.ceiling.annual_rate is None:
        return None
    if not {"principal", "interest", "penalty"} <= ours.keys() and "total" not in ours:
        return None
    at = ledger.principal + ledger.interest + ledger.fees - ledger.late_fees + ledger.line
    return float(at), w("penalty.line_name", rate=w.percent(ledger.ceiling.annual_rate))


def working(check: BillCheck) -> None:
    """How the lines were compared, as sentence, formulas and table."""
    w, ledger = state.reader(), check.ours
    st.markdown(w("bill.maths.sentence"))
    daily = ledger.loan.penalty.daily_rate
    rate = ledger.penalty_rate if daily is None else daily
    st.markdown(w("bill.maths.penalty" if daily is None else "bill.maths.daily", rate=w.percent(rate)))
    frame = tables.lines(check, w)
    parts.table(frame, w("bill.q.how"))
    if not state.account().is_example:
        parts.download(w("common.csv"), parts.csv(frame), "bill.csv", "text/csv", "bill_csv")
