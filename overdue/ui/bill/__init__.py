"""The page that holds the lender's bill against the contract: asks for the bill, then says where they part."""

import streamlit as st

from overdue.bill import BillCheck
from overdue.casefile.judged import judged_bill
from overdue.exports.workbook import is_live
from overdue.ui import book, fields, parts, state
from overdue.ui.bill import answer, bands, card, entry, history, readings, unknown


def page() -> None:
    """Draw the page. What it once asked about further debts has a page of its own; the old address leads there."""
    if state.own(state.OPEN) == "debts":
        state.set_own(state.OPEN, "")
        st.switch_page("pages/debts.py")
    st.title(state.reader()("bill.title"), anchor=False)
    _body()
    parts.onward("penalty", "negotiate", "debts")


@fields.alone
def _body() -> None:
    """The answer, the lines of the bill, and the questions: all that a figure of either changes."""
    state.alone("bill")
    with st.container(key="verdict"):
        check = _verdict()
    entry.controls()
    if check is not None:
        answer.lines(check)
    if not state.account().missing:
        unknown.fees()
    _questions(check)
    if check is not None:
        parts.cite(check.citations)


def _verdict() -> BillCheck | None:
    """The answer, or what is asked for first; as tall either way, so that no field moves when a figure is given."""
    w, account = state.reader(), state.account()
    if account.case.bill() is None:
        st.markdown(w("bill.enter_example" if account.is_example else "bill.enter"))
        st.caption(w("bill.promise"))
    elif account.missing:
        st.markdown(w("bill.enter_contract"))
        parts.door("entry", label=w("bill.fill"), to="bill")
    else:
        check = fields.guarded(answer.checked)
        if check is not None:
            answer.draw(check)
        elif judged_bill(account.case) is None:
            unknown.fees_alone()
        return check
    return None


def _questions(check: BillCheck | None) -> None:
    """What the person may still want to know, line under line."""
    account = state.account()
    draws = {"paste": entry.reader, "more": entry.more}
    if check is not None:
        draws = {"ask": lambda: readings.ask(check)} | _about(check) | draws
    if not account.missing:
        draws |= {"band": lambda: fields.guarded(bands.draw)}
    draws |= {
        "history": history.draw,
        "card": lambda: fields.guarded(card.draw),
    }
    if not account.missing:
        draws |= {"take": lambda: fields.guarded(_take_home)}
    parts.questions("bill", draws, "card" if account.case.lender == "credit_card" else None)


def _about(check: BillCheck) -> dict[str, parts.Draw]:
    """The questions a bill raises, those it has an answer to: none compares it with a contract that is not known."""
    found: dict[str, parts.Draw] = {}
    if unknown.held(check) or unknown.other_day(check):
        return {"line": lambda: answer.lawful(check)}
    if len(check.readings) > 1:
        found["readings"] = lambda: readings.several(check)
    elif check.nearest is not None:
        found["tried"] = lambda: readings.nearest(check)
    return found | {
        "line": lambda: answer.lawful(check),
        "picture": lambda: answer.picture(check),
        "how": lambda: answer.working(check),
    }


def _take_home() -> None:
    """What the workbook can do for this case, and the file; an example is nothing to take home."""
    account, w = state.account(), state.reader()
    if account.is_example:
        parts.ask_first()
        return
    st.markdown(w("bill.workbook.live" if is_live(account.ledger) else "bill.workbook.values"))
    book.draw(account)
    st.caption(w("bill.workbook.blocked"))
