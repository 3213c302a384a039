"""The page that is printed as it is: a case on two leaves of A4, or the worksheet; and the same as a file."""

import streamlit as st

from overdue.casefile import brief, needs
from overdue.exports.handout import Imprint, Said, code, document, household_sheet, leaves, sheet, style, worksheet
from overdue.exports.handout.markup import Markup, tag
from overdue.exports.qr import LONGEST
from overdue.model import OverdueError
from overdue.tables import debts as tables
from overdue.tables import owing
from overdue.ui import fields, keep, outside, parts, recorded, state
from overdue.ui.all_debts import all_debts
from overdue.words import Words, words

OF, CODE = "of", "code"  # own keys: which handout; whether one's own figures may go into a QR
BUDGET = "budget"  # all debts on one budget
KINDS = ("sheet", "worksheet", BUDGET)


def page() -> None:
    """Draw the page: a few lines for the screen alone, then the leaves."""
    w = state.reader()
    lacks = not all_debts().debts if _kind() == BUDGET else state.account().missing
    if lacks:
        st.title(w("handout.heading"), anchor=False)
        parts.ask_first()
        return
    made = fields.guarded(_made)
    _tools(made)
    if made is not None:
        with st.container(key="leaves"):
            st.html(f"<style>{style()}</style>{leaves(made, _mark(), _plain())}")


def _plain() -> Words:
    """Words for paper: what is given is shown as it is, escaped where it is set."""
    return words(state.case().lang)


def _kind() -> str:
    asked = state.own(OF)
    return asked if asked in KINDS else KINDS[0]


def _made() -> list[Markup]:
    account, w = state.account(), _plain()
    if _kind() == BUDGET:
        debts = all_debts()
        return household_sheet(
            debts, needs.shown(account.case), tables.help_lines(debts, parts.facts(), state.today(), w), _code(), w
        )
    if _kind() == "worksheet":
        return worksheet(account, _name(), _code(), w)
    others = [w("handout.debts", count=len(account.case.debts))] if account.case.debts else []
    notes = tuple(filter(None, (*owing.left_out(account, w), owing.assumed(account, w), *others)))
    grows = account.ledger.total and account.rate_known
    return sheet(
        account,
        Said("" if grows else owing.headline(account, w), recorded.headline(recorded.seen()), notes),
        _code(),
        w,
    )


def _name() -> str:
    w, story = state.reader(), state.case().story
    return w(f"home.name.{story}") if story else w("handout.work.somebody")


def _mark() -> Imprint:
    w, story = state.reader(), state.case().story
    return Imprint(w("common.stamp_example", name=_name()) if story else "", parts.stamp(figures=False))


def _address() -> str:
    return outside.address("debts" if _kind() == BUDGET else "penalty", **_held())


def _held() -> dict[str, str]:
    """What a code holds: the case, and on the sheet of all debts these too; never the budget of a person's own."""
    return brief(state.case(), debts=_kind() == BUDGET)


def _code() -> Markup:
    """The QR of the case; one's own figures only where that was confirmed, and only where a phone can read it."""
    w = state.reader()
    if not state.account().is_example and not state.own(CODE):
        return tag("p", w("handout.own"), class_="small")
    try:
        return code(_address(), _plain())
    except OverdueError:
        return tag("p", w("handout.too_long"), class_="small")


def _tools(made: list[Markup] | None) -> None:
    """What stands on the screen and is not printed: how to, which one, the file, the code."""
    w, kind, room = state.reader(), _kind(), state.own(state.ROOM)
    kept = {state.ROOM: room} if room else {}  # the workshop's room, on the way through paper and back
    with st.container(key="handout_tools", gap="small"):
        with st.container(horizontal=True, gap="small"):
            for name in ("debts",) if kind == BUDGET else ("penalty", "workshop"):
                label = w("handout.back", page=w(f"pages.{name}.menu"))
                parts.door(name, label=label, icon=":material/arrow_back:", width="content", **kept)
            for other in _others():
                parts.door("handout", label=w(f"handout.{other}"), width="content", of=other, **kept)
        if made is None:
            return
        st.caption(w("handout.how_to"))
        file = document(made, _mark(), w(f"handout.{kind}"), _plain())
        parts.save(w("handout.save"), file, f"overdue-{kind}.html", "handout_file")
        if not state.account().is_example:
            _confirm()


def _others() -> list[str]:
    """What else can be printed: the case and its worksheet, and all debts where there are several."""
    kind, several = _kind(), bool(state.case().debts)
    return [name for name in KINDS if name != kind and (name != BUDGET or several)] if kind != BUDGET else []


def _confirm() -> None:
    """The tick that lets one's own figures into the code: it names them. Where they are too many, the case file."""
    w, held = state.reader(), _held()
    if len(_address()) > LONGEST:
        st.markdown(w("handout.too_long"))
        keep.save("handout_case")
        return
    names = [w(f"fields.{name}.label") for name in held if name != "lang" and w.has(f"fields.{name}.label")]
    st.session_state["handout_code"] = bool(state.own(CODE))
    st.checkbox(w("handout.confirm", names=w.listed(names)), key="handout_code", on_change=_take)


def _take() -> None:
    state.set_own(CODE, "1" if st.session_state["handout_code"] else "")
