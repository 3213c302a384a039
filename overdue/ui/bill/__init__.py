"""The page that holds the lender's bill against the contract: asks for the bill, then says where they part."""

from __future__ import annotations

import streamlit as st

from overdue.bill import BillCheck
from overdue.ui import fields, parts, state
from overdue.ui.bill import answer, bands, card, debts, entry, history, readings, take_home


def page() -> None:
    """Draw the page."""
    w, account = state.reader(), state.account()
    st.title(w("bill.title"), anchor=False)
    check = None
    if account.case.bill() is None:
        st.markdown(w("bill.enter_example" if account.is_example else "bill.enter"))
    elif account.missing:
        st.markdown(w("bill.enter_contract"))
        parts.door("entry", to="bill")
    else:
        check = fields.guarded(answer.checked)
    if check is not None:
        answer.draw(check)
    entry.controls()
    _questions(check)
    if check is not None:
        parts.cite(check.citations)
    parts.onward("penalty", "negotiate", "proposals")


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
        "debts": lambda: fields.guarded(debts.draw),
        "card": lambda: fields.guarded(card.draw),
    }
    if not account.missing:
        draws |= {"take": lambda: fields.guarded(take_home.draw)}
    parts.questions("bill", draws, "card" if account.case.lender == "credit_card" else None)


def _about(check: BillCheck) -> dict[str, parts.Draw]:
    """The questions a bill raises, those it has an answer to."""
    found: dict[str, parts.Draw] = {}
    if len(check.readings) > 1:
        found["readings"] = lambda: readings.several(check)
    elif check.nearest is not None:
        found["tried"] = lambda: readings.nearest(check)
    return found | {
        "line": lambda: answer.lawful(check),
        "picture": lambda: answer.picture(check),
        "how": lambda: answer.working(check),
    }
