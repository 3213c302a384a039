"""The page of all debts on one budget: what is owed to whom, what comes first, how a month's money is divided."""

from dataclasses import replace

import streamlit as st

from overdue.casefile import fits, read
from overdue.casefile.keys import BUDGET, MOST_SHARED
from overdue.debts import Debts
from overdue.tables import debts as tables
from overdue.ui import fields, keep, parts, state, visit
from overdue.ui.all_debts import all_debts
from overdue.ui.debts import entry, first, new, plan

STORY = "household"


def page() -> None:
    """Draw the page. Whoever has no figures of their own sees the household of the example."""
    if st.session_state.pop("debt_opened", False):
        st.switch_page("pages/penalty.py")
    _example()
    w, debts = state.reader(), all_debts()
    if state.arrived():
        st.session_state.pop("debt_note", None)
    st.title(w("debts.title"), anchor=False)
    if count := visit.lost(state.case()):
        st.info(w("debts.gone", count=count))
    example = debts.account.is_example
    if example and not state.staged():  # one's own begins before the example
        st.markdown(w("debts.begin"))
        with st.container(key="own_first"):
            parts.question("debts", "add", new.draw, label=w("debts.add_first"))
        if new.begun():
            parts.folded(w("debts.example"), "debts_example", lambda: _answered(debts))
            return
        st.markdown(f"**{w('debts.example_below')}**")
    _answered(debts)
    parts.onward("negotiate", "timeline")


def _answered(debts: Debts) -> None:
    """The sums, the list and everything the budget says, of one's own debts or of the example's."""
    w, example = state.reader(), debts.account.is_example
    if debts.accounts:
        if not state.staged():  # before a room the ways are the picture
            _answer(debts)
        _kept(debts)
    else:
        st.markdown(w("debts.begin"))
    with st.container(key="debt_list"):
        for number in debts.accounts:
            entry.one(debts, number)
        if not example:
            label, note = w("debts.q.add"), st.session_state.get("debt_note")
            if note in debts.accounts:  # it goes with the page: nothing above a field vanishes while it is typed into
                st.success(w("debts.added", name=tables.name(debts, note, w)))
            parts.question("debts", "add", new.draw, opened=not debts.accounts, label=label)
    uplift = tables.assumed_uplift(debts, w)
    if uplift:
        st.caption(uplift)
    _said(debts)
    if debts.debts and not debts.settled:
        if not state.staged():
            first.draw(debts)
        plan.draw()


def _example() -> None:
    """An example is a household here: any other one gives way to it, and what was tried out stays."""
    case = state.case()
    if not state.account().is_example or case.story == STORY:
        return
    story, _ = read({"story": STORY, "lang": case.lang}, state.today())
    typed = {name: getattr(case, name) for name in BUDGET if getattr(case, name)}
    state.keep(replace(story, **typed))


def _answer(debts: Debts) -> None:
    """What is owed in all, and the sentence for the whole."""
    w, count = state.reader(), len(debts.debts)
    least = debts.picture is not None and debts.picture.unknown
    label = w("debts.label_least" if least else "debts.label", day=debts.as_of, count=count)
    if count == 1 and not least:
        label = w("debts.label_one", day=debts.as_of)
    figure = "" if debts.picture is None else w.yuan(debts.picture.owed)
    fields.guarded(lambda: parts.answer(label, figure, tables.whole(debts, w)))


def _said(debts: Debts) -> None:
    """What deserves a second look about the list, and what an address cannot hold."""
    w, case = state.reader(), state.case()
    for one, other in debts.alike:
        st.info(w("debts.alike", one=tables.name(debts, one, w), other=tables.name(debts, other, w)))
    if not debts.account.is_example and debts.accounts:
        fields.look_at_today()
    picture = debts.picture
    if picture is not None and picture.owed and (case.savings or 0) > picture.owed:
        st.info(w("debts.savings_above", savings=w.yuan(debts.household.savings), owed=w.yuan(picture.owed)))  # type: ignore[union-attr]
    if not fits(case):
        st.info(w("debts.too_many", count=len(debts.accounts), most=MOST_SHARED))
        keep.save("debts_file")


def _kept(debts: Debts) -> None:
    """Beside the answer, from the second debt on: whether the address keeps them, at a tap, and what else would."""
    w, case, s = state.reader(), state.case(), st.session_state
    if not case.debts or debts.account.is_example or not fits(case) or state.staged():
        return
    s["keep_debts"] = s.debts_shared
    st.toggle(w("debts.keep"), key="keep_debts", on_change=_keep)
    if not s.debts_shared:
        st.markdown(w("debts.lost"))
        keep.save("debts_file")


def _keep() -> None:
    st.session_state.debts_shared = st.session_state["keep_debts"]
