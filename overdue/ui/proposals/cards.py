"""One card a proposal: its colour and dash, its fields, its figures; and how all of them are looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import streamlit as st

from overdue.casefile import FIELDS, check
from overdue.casefile.keys import FIRST_DAY, LAST_DAY
from overdue.casefile.offers import desk
from overdue.casefile.terms import Terms, usual
from overdue.charts import proposals as charts
from overdue.law import LAW
from overdue.model import fen
from overdue.periods import add_period
from overdue.proposal import months_for
from overdue.tables import proposals as tables
from overdue.ui import fields, parts, state
from overdue.ui.proposals import terms as asks
from overdue.ui.proposals.desk import Seen, keep, lay_out, seen

# The dashes of the charts as stretches of ink and paper, in pixels.
STROKES = {
    "solid": ((9, 0),),
    "dash": ((10, 5),),
    "dot": ((4, 4),),
    "dashdot": ((11, 4), (4, 4)),
    "longdash": ((18, 7),),
}


def draw(found: Seen) -> None:
    """All cards, two or three in a row at a desk, one below the other on a phone."""
    letters = [*found.desk.proposals, "w"]
    a_row = 2 if len(letters) == 4 else 3
    for start in range(0, len(letters), a_row):
        row = st.columns(a_row)
        for place, letter in zip(row, letters[start : start + a_row], strict=False):
            with place, st.container(border=True, key=f"card_{letter}"):
                _card(found, letter)


def _card(found: Seen, letter: str) -> None:
    w = state.reader()
    _swatch(letter, found.desk.pinned)
    st.markdown(f"**{found.labels[letter]}**")
    terms = found.desk.proposals.get(letter)
    if terms is None:
        _until(found)
    else:
        asks.main(letter, terms)
        with st.expander(w("proposals.term.more"), key=f"more_{letter}", on_change="rerun") as block:
            if block.open:
                asks.further(letter, terms)
    if letter in found.refused:
        st.warning(fields.sentence(found.refused[letter]))
    else:
        facts = tables.facts(found.settled[letter], w, found.desk.missed)
        colon = w("proposals.colon")
        st.markdown("\n".join(f"- {label}{colon}**{value}**" for label, value in facts.values()))
    if letter in ("c", "d"):
        st.button(w("proposals.start.remove"), key=f"remove_{letter}", on_click=_remove, args=(letter,))


def _swatch(letter: str, pinned: str | None) -> None:
    """The line of this proposal as all charts draw it."""
    colour, at, stops = charts.colour(letter, parts.look(), pinned), 0, []
    for ink, paper in STROKES[charts.DASHES[letter]]:
        stops += [f"{colour} {at}px {at + ink}px", f"transparent {at + ink}px {at + ink + paper}px"]
        at += ink + paper
    st.html(f'<div style="height:4px;width:76px;background:repeating-linear-gradient(90deg,{",".join(stops)})"></div>')


def _until(found: Seen) -> None:
    w = state.reader()
    st.session_state["wait_until"] = found.desk.wait_until
    st.date_input(
        w("proposals.term.until"),
        value=None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="YYYY-MM-DD",
        key="wait_until",
        on_change=_put_until,
    )


def _put_until() -> None:
    day, found = st.session_state["wait_until"], desk(state.case())
    keep(replace(found, wait_until=day if isinstance(day, date) else add_period(state.case().as_of, months=12)))


def _remove(letter: str) -> None:
    keep(desk(state.case()).edited(letter, None))


def starts() -> None:
    """Where to start: an offer as lenders make them, what the budget allows, or a further proposal."""
    w = state.reader()
    with st.container(horizontal=True, key="starts"):
        st.button(w("proposals.start.lender"), key="start_lender", on_click=_from_lender)
        st.button(w("proposals.start.mine"), key="start_mine", on_click=_from_me)
        free = desk(state.case()).free()
        if free is not None:
            st.button(w("proposals.start.add_lump"), key="add_lump", on_click=_add, args=("lump",))
            st.button(w("proposals.start.add_plan"), key="add_plan", on_click=_add, args=("plan",))
    if free is None:
        st.caption(w("proposals.start.full"))
    note = st.session_state.pop("proposals_note", None)
    if note:
        st.info(w(f"proposals.start.{note}"))


def _add(kind: str) -> None:
    found, case = desk(state.case()), state.case()
    letter = found.free()
    if letter is not None:
        keep(found.edited(letter, usual("lump" if kind == "lump" else "plan", case.as_of)))


def _from_lender() -> None:
    """An example of an offer: half the penalty for a lump sum, a flat fee of 0.6 % a month for a plan."""
    found, case = desk(state.case()), state.case()
    lump = replace(usual("lump", case.as_of), penalty=Decimal(50))
    plan = replace(usual("plan", case.as_of), rate=Decimal("7.2"), method="flat_fee")
    lay_out(found.edited("a", lump).edited("b", plan))
    st.session_state.proposals_note = "lender_note"


def _from_me() -> None:
    """What the budget allows: the savings at once, or what a month leaves until it is over."""
    found, case, means = state.account().desk, state.case(), state.account().budget
    free = means.income - means.needs - means.other_debt if means is not None else Decimal(0)
    settled = seen().settled
    if means is None or free <= 0 or "b" not in settled:
        st.session_state.proposals_note = "mine_missing"
        return
    owed = settled["b"].debt.total
    lump: Terms = usual("lump", case.as_of)
    if 0 < means.savings < owed:
        lump = replace(lump, amount=fen(means.savings))
    most = LAW.value("PLAN-1", "max_months", case.as_of)
    months = min(months_for(owed, fen(free)).months or most, most)
    lay_out(found.edited("a", lump).edited("b", replace(usual("plan", case.as_of), months=months)))
    st.session_state.proposals_note = "mine_note"


def looks(found: Seen) -> None:
    """How the proposals are looked at: baseline, missed payment, rate of the reader's own, reading of the record."""
    w = state.reader()
    with st.container(border=True, key="looks"):
        st.markdown(f"**{w('proposals.look.title')}**")
        left, middle, right = st.columns(3)
        with left:
            _pin(found)
        with middle:
            _missed(found)
        with right:
            fields.number("discount", step=1.0)
            st.caption(w("proposals.look.discount_help"))
        st.session_state["agreement"] = found.desk.agreement
        st.toggle(
            w("proposals.look.agreement"),
            key="agreement",
            on_change=_put_reading,
            help=w("proposals.look.agreement_help"),
        )


def _pin(found: Seen) -> None:
    w = state.reader()
    st.session_state["pinned"] = found.desk.pinned or "-"
    names = {"-": w("proposals.look.none"), "w": found.labels["w"]}
    st.segmented_control(
        w("proposals.look.pinned"),
        ["-", *found.desk.proposals, "w"],
        format_func=lambda code: names.get(code, code.upper()),
        key="pinned",
        required=True,
        wrap=True,
        on_change=_put_pin,
    )


def _put_pin() -> None:
    chosen = st.session_state["pinned"]
    keep(replace(desk(state.case()), pinned=None if chosen == "-" else chosen))


def _put_reading() -> None:
    keep(replace(desk(state.case()), agreement=st.session_state["agreement"]))


def _missed(found: Seen) -> None:
    label = state.reader()("proposals.look.missed")
    fields.ask("missed_number", FIELDS["plan_months"], label, found.desk.missed, _put_missed)


def _put_missed(text: str) -> None:
    keep(replace(state.account().desk, missed=int(str(check("plan_months", text or "1")))))
