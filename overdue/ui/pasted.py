"""A repayment page as text instead of typing: what was understood, to be mended or taken."""

from datetime import date
from typing import cast

import streamlit as st

from overdue.casefile.daily import a_year
from overdue.casefile.days import WHICH_DAY
from overdue.casefile.repayment import Meant, Repayment, read_repayment
from overdue.model import PLANNED, OverdueError
from overdue.ui import fields, parts, state

PASTE = 20_000  # characters
PARTS = "entry_chosen_entry_parts"  # how the page shows an instalment, as the fields ask it
MEANT = {"loan": "loan_daily", "late": "daily", "year": "yearly"}  # what a rate by the day may be, and its words


def draw() -> None:
    """The page's text instead of typing: what was understood stands below, to be mended in the text or taken."""
    w = state.reader()
    st.markdown(w("entry.paste.how"))
    given = st.text_area(w("entry.paste.label"), key="entry_text", height=160, placeholder=w("entry.paste.example"))
    st.button(w("entry.paste.read"), key="entry_read")  # a phone has no key that ends a text: leaving it for this does
    if not given or not given.strip():
        return
    try:
        if len(given) > PASTE:
            raise OverdueError("field.text", given=len(given), most=PASTE)
        read = read_repayment(given, state.case().as_of)
    except OverdueError as error:
        state.refuse("entry_text", given, error)
        fields.told("entry_text")
        if error.key == WHICH_DAY:
            _which_day(given, error)
        return
    state.accept("entry_text")
    _understood(read)
    meant = _which_rate(read)
    st.button(w("entry.paste.take"), key="entry_take", on_click=_take, args=(read, meant))


def _which_day(given: str, error: OverdueError) -> None:
    """Each day that was read, a tap away; the one that is meant goes into the text."""
    days, (start, end) = cast(tuple[date, ...], error.fields["days"]), cast(tuple[int, int], error.fields["at"])
    with st.container(key="problem_entry_text_days", horizontal=True):
        for number, day in enumerate(days):
            made = f"{given[:start]}{day.isoformat()}{given[end:]}"
            st.button(fields.in_words(day), key=f"entry_text_{number}", on_click=_write, args=(made,))


def _write(text: str) -> None:
    st.session_state["entry_text"] = text


def _understood(read: Repayment) -> None:
    w, kind = state.reader(), "row_sum" if read.parts == "sum" else "row"
    lines = [
        w(f"entry.paste.{kind}", day=r.due_on, **{name: w.number(getattr(r, name), 2) for name in PLANNED})
        for r in read.rows
    ]
    rates = {"rate": read.rates.year, "daily_rate": read.rates.late}
    lines += [w(f"entry.paste.{name}", rate=rate) for name, rate in rates.items() if rate is not None]
    if read.settled:
        lines.append(w("entry.paste.settled", count=read.settled))
    if read.rates.left:
        lines.append(w("entry.paste.left", words=w.listed(read.rates.left)))
    st.markdown("\n".join(f"- {line}" for line in lines))
    if read.parts != "both":
        st.caption(w("entry.sum_note" if read.parts == "sum" else "entry.paste.without_interest"))
    st.caption(w("entry.paste.mend"))


def _which_rate(read: Repayment) -> Meant | None:
    """What a rate by the day is, as the field of the rate asks it; None until it is said."""
    rate = read.rates.day
    if rate is None:
        return None
    w, yearly = state.reader(), a_year(state.case(), rate)
    labels = {meant: w(f"fields.rate.{words}", rate=rate, yearly=yearly) for meant, words in MEANT.items()}
    label = w("entry.paste.which_rate", rate=rate)
    return cast(Meant | None, st.radio(label, [*MEANT], None, labels.__getitem__, key=f"entry_text_rate_{rate}"))


def _take(read: Repayment, meant: Meant | None) -> None:
    """Put what was understood into the case; what was entered before and was not read stays."""
    case = state.case()
    yearly = None if read.rates.day is None else a_year(case, read.rates.day)
    st.session_state[PARTS] = "sum" if read.parts == "sum" else "both"
    state.change("rows", "")
    for name, text in read.figures(case.as_of, meant, yearly).items():
        state.change(name, text)
    st.session_state["q_paste"] = False
    parts.bring()
