"""The answer about a bill: whether it agrees, by how much and where it parts from the contract, line by line."""

import streamlit as st

from overdue.account import Account
from overdue.accrual import Ledger
from overdue.bill import BillCheck, Line
from overdue.casefile.judged import judged_bill
from overdue.casefile.unknowns import ranges
from overdue.charts import bill as charts
from overdue.model import ZERO
from overdue.tables import bill as tables
from overdue.tables import owing
from overdue.tables.growing import no_line
from overdue.ui import parts, state
from overdue.ui.bill import readings, unknown

SLOW = 2_000  # instalments times payments: from here on the search shows how far it is
STEPS = 20


def checked() -> BillCheck | None:
    """The bill against every reading, worked out once for the figures it rests on."""
    account = state.account()
    bill = judged_bill(account.case)
    if bill is None:
        return None
    rests_on = (account.loan, bill, account.as_of, account.payments, account.order)
    held: tuple[object, BillCheck | None] | None = st.session_state.get("bill_check")
    if held is None or held[0] != rests_on:
        held = st.session_state["bill_check"] = (rests_on, _search(account))
    return held[1]


def _search(account: Account) -> BillCheck | None:
    """Check, with a bar where it takes a while; whoever leaves meanwhile ends it."""
    if len(account.loan.instalments) * (len(account.payments) + 1) < SLOW:
        return account.check()
    says = state.reader()("bill.searching")
    bar, shown = st.progress(0.0, says), [0]

    def told(done: int, of: int) -> None:
        if done * STEPS // of > shown[-1]:
            shown.append(done * STEPS // of)
            bar.progress(done / of, says)

    found = account.check(told)
    bar.empty()
    return found


def draw(check: BillCheck) -> None:
    """The difference, large, and a sentence on what makes it; first whether another day does, or it can be judged."""
    w = state.reader()
    label, day, also = w("bill.label", day=check.ours.until), unknown.other_day(check), unknown.also()
    if day is not None:
        said = w.together([w("bill.said.other_day", day=day), *also])
        parts.answer(label, w("bill.other_day", day=w.short_day(day)), said)
        to = ("as_of", day.isoformat())
        st.button(w("bill.take_day", day=day), key="bill_other_day", on_click=state.change, args=to)
    elif found := unknown.held(check):
        parts.answer(label, unknown.figure(found), w.together([unknown.sentence(found), *also]))
    elif check.agrees:
        parts.answer(label, w("bill.agrees"), w.together([_agreed(check), *also]))
    else:
        parts.answer(label, unknown.beside(_difference(check)), w.together([sentence(check), *also]))


def lines(check: BillCheck) -> None:
    """What was assumed, then every line; below the fields, which stay where they are while the answer changes."""
    if found := unknown.held(check):
        unknown.lines(found)
        return
    w = state.reader()
    if how := assumed():
        st.markdown(w("bill.said.assumed", how=how))
        parts.door("entry", label=w("bill.say"), to="bill")
    _lines(check)


def _agreed(check: BillCheck) -> str:
    w, scope = state.reader(), "agrees" if check.bill.total is not None else "agrees_lines"
    return w(f"bill.said.{scope}", total=w.yuan(check.ours.total))


def _difference(check: BillCheck) -> str:
    w = state.reader()
    if not check.more:
        return w("bill.same")
    if check.more > ZERO:
        return w("bill.more", more=w.yuan(check.more))
    return w("bill.less_but" if _higher(check) else "bill.less")


def sentence(check: BillCheck) -> str:
    """What the person should know first: that it is not too much, what would make it, or where it parts."""
    w = state.reader()
    if check.more < ZERO:
        return _higher(check) or w("bill.said.not_over", by=_by("said"), less=w.yuan(-check.more))
    if check.readings:
        return _reading(check)
    return w("bill.said.where_none", lines=apart) if (apart := divided(check)) else w("bill.said.none")


def _rest(check: BillCheck) -> str:
    """What the sentence leaves out: where they part, what would make it, how many other readings do."""
    w, apart = state.reader(), divided(check)
    said = [w("bill.said.where", lines=apart)] if apart and not check.agrees else []
    if check.readings and not check.agrees and check.more < ZERO:
        said.append(_reading(check))
    if len(check.readings) > 1:
        said.append(w("bill.said.several", count=len(check.readings) - 1))
    if check.gap is not None and not check.gap:
        said.append(w("bill.said.adds_up"))
    return w.together([one for one in said if one])


def _reading(check: BillCheck) -> str:
    return state.reader()("bill.said.if", reading=readings.sentence(check.readings[0]))


def assumed() -> str:
    """What stands in for the terms not entered; not the lender, which moves no line of a bill. Empty if none does."""
    account = state.account()
    return owing.stood_in(account, [one for one in ranges(account.case) if one.name != "lender"], state.reader())


def _uplift() -> object:
    """The usual uplift, where it stands in for one that was not entered; else None."""
    return next((span.usual for span in ranges(state.case()) if span.name == "uplift"), None)


def _by(where: str, name: str = "total") -> str:
    """What a figure of ours is counted by: the contract, or the usual uplift where the contract's was not entered."""
    w = state.reader()
    if (uplift := _uplift()) is None or name not in ("penalty", "compound", "total", "other"):
        return w(f"bill.by.{where}_contract")
    return w(f"bill.by.{where}_usual", **({"uplift": uplift} if where == "said" else {}))


def _higher(check: BillCheck) -> str:
    """Where a bill that is not over in all asks more all the same; empty where nowhere."""
    w = state.reader()
    higher = [_name(check, one.name) for one in _parts(check) if (one.difference or ZERO) > ZERO]
    named = [w("bill.said.name", line=name) for name in higher]
    return w("bill.said.not_over_but", lines=w.listed(named)) if named else ""


def _parts(check: BillCheck) -> list[Line]:
    """The lines whose differences add up to the whole: those given, and what the total holds beside them."""
    given = [line for line in check.lines if line.name not in ("days", "total")]
    return [line for line in (*given, check.rest) if line.difference]


def divided(check: BillCheck) -> str:
    """The difference line by line, each against its own figure; last what no line of the bill accounts for."""
    w, said = state.reader(), []
    for line in _parts(check):
        apart = line.difference or ZERO
        way, name = "more" if apart > ZERO else "less", "rest" if line.name == "other" else "part"
        told: dict[str, object] = {} if name == "rest" else {"line": _name(check, line.name)}
        if line.name == "penalty" and way == "more" and (uplift := _uplift()):
            way, told["uplift"] = "more_usual", uplift
        said.append(w(f"bill.said.{name}_{way}", apart=w.yuan(abs(apart)), **told))
    return w.clauses(said)


def _name(check: BillCheck, name: str) -> str:
    joined = name == "penalty" and check.bill.compound is None and bool(check.ours.compound)
    return state.reader()(f"bill.line.{'penalty_compound' if joined else name}")


def _lines(check: BillCheck) -> None:
    """Every line the bill gives, and before its total what no line accounts for."""
    rows: list[str] = []
    for line in check.lines:
        if line.name == "total" and rows and check.rest.difference:
            rows.append(_row(check, check.rest))
        if line.difference is not None:
            rows.append(_row(check, line))
    with st.container(key="lines"):
        st.markdown("\n".join(rows))


def _row(check: BillCheck, line: Line) -> str:
    """The difference first, both figures beneath."""
    w, apart = state.reader(), line.difference or ZERO
    amounts, days = (line.theirs or ZERO, line.ours, abs(apart)), line.name == "days"
    theirs, ours, off = [w("bill.days", count=int(amount)) if days else w.yuan(amount) for amount in amounts]
    way = "more" if apart > ZERO else "less" if apart < ZERO else "same"
    says = w(f"bill.row.{way}", line=_name(check, line.name), apart=off)
    by = "contract" if line.name == "other" and check.bill.penalty is not None else line.name
    theirs = theirs if days else unknown.theirs(line.name, amounts[0])
    return f"- {says}  \n  :small[{w('bill.row.both', theirs=theirs, by=_by('row', by), ours=ours)}]"


def lawful(check: BillCheck) -> None:
    """What the reference line is for this lender, and where the bill stands to it."""
    w, ceiling = state.reader(), check.ours.ceiling
    if check.ours.line_reason == "line.unknown_lender":
        st.markdown(w("bill.said.unknown_lender"))
        parts.door("entry", label=w("bill.said.say_lender"), to="bill")
        return
    if check.line is None or check.over_line is None or ceiling is None or ceiling.annual_rate is None:
        st.markdown(no_line(check.ours, w))
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
    parts.figure(chart, alt, "sides", lambda: tables.bars(check, w))


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
    if rest := _rest(check):
        st.markdown(rest)
    st.markdown(w("bill.maths.sentence"))
    daily = ledger.loan.penalty.daily_rate
    rate = ledger.penalty_rate if daily is None else daily
    if (uplift := _uplift()) is None:
        st.markdown(w("bill.maths.penalty" if daily is None else "bill.maths.daily", rate=w.percent(rate)))
    else:
        st.markdown(w("bill.maths.usual", rate=w.percent(rate), uplift=uplift))
    frame = tables.lines(check, w)
    parts.table(frame, w("bill.q.how"))
    if not state.account().is_example:
        parts.download(w("common.csv"), parts.csv(frame), "bill.csv", "bill_csv")
