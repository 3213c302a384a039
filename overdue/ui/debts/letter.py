"""A letter to one lender with its share of the one budget; the other debts are one sum unless the writer ticks them."""

import streamlit as st

from overdue.account import Account
from overdue.debts import Debts
from overdue.household import Division, Way
from overdue.model import NotInForce
from overdue.negotiation import LONG, SHORT, LetterKind, Writer, lacking, letter, share_of
from overdue.periods import add_period
from overdue.tables import debts as tables
from overdue.tables import ways as one_way
from overdue.ui import fields, parts, state
from overdue.ui.all_debts import names
from overdue.ui.debts.take import names_of
from overdue.ui.letter import show, take
from overdue.ui.own import figures_of


def draw(debts: Debts, found: Division) -> None:
    """Which lender, who writes, and the letter as it leaves; nothing of an example is ever written."""
    w, household = state.reader(), debts.household
    if debts.account.is_example or household is None:
        parts.ask_first()
        return
    if debts.as_of < state.today():
        st.info(w("debts.letter.today"))
        return
    st.caption(
        w(
            "debts.letter.how_open" if found.unrated else "debts.letter.how",
            way=one_way.way_name(found.way, len(found.debts), w),
        )
    )
    number = st.selectbox(
        w("debts.letter.to"),
        list(debts.debts),
        format_func=lambda one: tables.name(debts, one, w),
        key="letter_debt",
        persist_state="session",
    )
    writer = _writer(number)
    named = st.toggle(w("debts.letter.named"), key="letter_named")
    if writer is None:
        st.markdown(w("letters.too_long"))
        return
    account = debts.accounts[number]
    over = _over(account)
    if over:
        st.markdown(w("debts.letter.over"))
    else:
        st.markdown(w("debts.letter.before"))
    share = None if over else share_of(household, found, str(number), names_of(debts), named)
    if share is not None and share.payments[0].paid_on > add_period(debts.as_of, months=1):
        told = {name: w(f"fields.way.{way}") for name, way in (("way", found.way), ("fair", Way.FAIR))}
        st.info(w("debts.letter.waits", day=share.payments[0].paid_on, **told))
    written = letter(LetterKind.HARDSHIP, writer, state.today(), figures_of(account), over=over, share=share)
    take(written, lacking(LetterKind.HARDSHIP, writer, share, over=over), writer)
    show(written)


def _writer(number: int) -> Writer | None:
    """Names and numbers: they live in these fields and nowhere else, lender and contract once for each debt."""
    w = state.reader()
    asked = (
        ("lender", "lender_name", f"letter_lender_{number}", SHORT),
        ("name", "your_name", "letter_name", SHORT),
        ("contract", "contract_no", f"letter_contract_{number}", SHORT),
        ("reason", "your_reason", "letter_reason", LONG),
        ("phone", "your_phone", "letter_phone", SHORT),
    )
    s, key = st.session_state, f"letter_lender_{number}"
    s[key] = s.get(key) or names().get(number, "")
    given = {
        name: fields.text(w(f"letters.{label}"), key, most, area=most > SHORT, keep="session")
        for name, label, key, most in asked
    }
    return None if None in given.values() else Writer.model_validate(given)


def _over(account: Account) -> bool:
    """Whether the time to sue over this debt may be over: then the letter promises nothing."""
    try:
        return account.limitation.expired(state.today())
    except NotInForce:
        return False
