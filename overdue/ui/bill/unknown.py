"""The answer about a bill while its day or a term of the contract is not known: nothing is called too much that may
be right.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

import streamlit as st

from overdue.account import Account
from overdue.bill import BillCheck, Reach, reaches
from overdue.casefile.judged import unsaid_fees
from overdue.casefile.keys import LAST_DAY
from overdue.casefile.unknowns import assumed, extreme, ranges
from overdue.model import ZERO
from overdue.ui import parts, state

ENDS: tuple[Literal["low", "high"], ...] = ("low", "high")
NEAR = 31  # days before and after the day looked at, on one of which the bill may have been made


def other_day(check: BillCheck) -> date | None:
    """The nearest day on which the contract makes this bill, where no reading makes it on the day looked at."""
    account, s = state.account(), st.session_state
    if check.readings or not account.rate_known:
        return None
    held: tuple[BillCheck, date | None] | None = s.get("bill_day")
    if held is None or held[0] is not check:
        near = sorted(range(-NEAR, NEAR + 1), key=abs)
        days = [day for apart in near if (day := account.as_of + timedelta(days=apart)) <= LAST_DAY and apart]
        held = s["bill_day"] = check, account.bill_day(check.bill, days)
    return held[1]


def held(check: BillCheck) -> tuple[Reach, ...]:
    """The bill's lines between the ends of what is not known, its sum last; empty where all that bears on it is known.

    Without a yearly rate no reading can make a bill; of other terms the ends are asked for where none does, and the
    usual reading is not the highest one.
    """
    account, case = state.account(), state.case()
    if case.rate is not None and (check.readings or check.more <= ZERO):
        return ()
    band = account.band
    if band is None or not band.width:
        return ()
    low, high = (Account(extreme(case, end)).ledger for end in ENDS)
    found = reaches(check.bill, low, high)
    ours = {line.name: line.ours for line in check.lines}
    beyond = any(one.open or (one.over and one.high != ours.get(one.name, one.high)) for one in found)
    return found if case.rate is None or beyond else ()


def figure(found: tuple[Reach, ...]) -> str:
    """The answer, large."""
    w, whole = state.reader(), found[-1]
    if whole.over:
        return w("bill.unknown.over", over=w.yuan(whole.over))
    over = any(one.over for one in found[:-1])
    return w("bill.unknown.some" if over else "bill.unknown.open" if whole.open else "bill.less")


def sentence(found: tuple[Reach, ...]) -> str:
    """What is too much whatever the contract says, and what only the contract can tell."""
    w, names = state.reader(), assumed(state.case())
    over, open_ = ([one for one in found if getattr(one, way)] for way in ("over", "open"))
    said = []
    if any(one.name != "sum" for one in over):  # the sum alone is the figure above
        lines = w.clauses(
            w(f"bill.unknown.{_kind(one)}", line=_name(one), over=w.yuan(one.over)) for one in over if one.name != "sum"
        )
        rest = found[-1].over - sum((one.over for one in over if one.name != "sum"), ZERO)
        how = "" if not found[-1].over or not rest else "_rest" if rest > ZERO else "_less"
        told = {"rest": w.yuan(rest)} if how == "_rest" else {}
        said.append(w(f"bill.unknown.too_much{how}", lines=lines, **told))
    if not open_:
        if over:
            said.append(w("bill.unknown.beyond", high=w.yuan(found[-1].high)))
        return w.together(said or [w("bill.unknown.under", low=w.yuan(found[-1].low))])
    shown = [one for one in open_ if one.name != "sum"] or open_
    lines = w.clauses(w("bill.unknown.line_open", line=_name(one), high=w.yuan(one.high)) for one in shown)
    known = w.listed(w(f"bill.term.{name}") for name in names if name != "lender")
    return w.together([*said, w("bill.unknown.ask", names=known, lines=lines)])


def also() -> list[str]:
    """What stands beside the answer: fees that are not judged."""
    w, charged = state.reader(), unsaid_fees(state.case())
    return [] if charged is None else [w("bill.unknown.fees", fees=w.yuan(charged))]


def beside(figure: str) -> str:
    """The headline, and with it what of the bill it does not judge."""
    w, charged = state.reader(), unsaid_fees(state.case())
    return figure if charged is None else w("bill.unknown.beside", figure=figure, fees=w.yuan(charged))


def theirs(name: str, judged: Decimal) -> str:
    """What the bill says under a line; of its total also what of it can be judged."""
    w, whole = state.reader(), state.case().bill_total
    if name not in ("total", "sum") or whole is None or whole == judged:
        return w.yuan(judged)
    return w("bill.unknown.of_total", whole=w.yuan(whole), judged=w.yuan(judged))


def fees_alone() -> None:
    """The answer about a bill that names fees alone, of which the contract's figures say nothing."""
    w, charged = state.reader(), unsaid_fees(state.case())
    if charged is not None:
        says = w("bill.unknown.fees", fees=w.yuan(charged))
        parts.answer(w("bill.label", day=state.case().as_of), w("bill.unknown.open"), says)


def fees() -> None:
    """The line of fees that cannot be judged, and the way to say what the contract has."""
    w, charged = state.reader(), unsaid_fees(state.case())
    if charged is not None:
        st.markdown(w("bill.unknown.row_fees", fees=w.yuan(charged)))
        parts.door("entry", open="more", label=w("bill.unknown.say_fees"))


def _kind(one: Reach) -> str:
    return "line_over" if one.low == one.high else "line_beyond"


def _name(one: Reach) -> str:
    return state.reader()(f"bill.line.{'total' if one.name == 'sum' else one.name}")


def lines(found: tuple[Reach, ...]) -> None:
    """Every line the bill gives beside the least and the most that may be owed under it; what the most rests on."""
    w, rows = state.reader(), []
    for one in found:
        way = "over" if one.over else "open" if one.open else "within"
        apart = {"over": w.yuan(one.over)} if one.over else {}
        ends = w("bill.unknown.between", low=w.yuan(one.low), high=w.yuan(one.high))
        ours = w.yuan(one.low) if one.low == one.high else ends
        both = w("bill.unknown.both", theirs=theirs(one.name, one.theirs), ours=ours)
        rows.append(f"- {w(f'bill.unknown.row_{way}', line=_name(one), **apart)}  \n  :small[{both}]")
    with st.container(key="lines"):
        st.markdown("\n".join(rows))
    parts.door("entry", label=w("bill.say"), to="bill")
    for span in ranges(state.case()):
        if span.name == "rate" and not isinstance(span.high, str):
            st.caption(w("bill.band.assumed", line=w.percent(span.high / 100)))
