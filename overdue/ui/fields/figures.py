"""The figures of the case as fields, with what there is to say beside each."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from overdue.casefile import FIELDS, UNKNOWN, Case
from overdue.casefile.daily import a_year
from overdue.casefile.keys import Field
from overdue.casefile.remarks import interest_by_rate, interest_to_come, remarks
from overdue.casefile.unsaid import asks_anew, further_due, later_said, unanswered
from overdue.model import PLANNED
from overdue.periods import add_period
from overdue.ui import parts, state, visit
from overdue.ui.fields.maker import ask, told

LISTED = ("due_on", "principal", "interest", "fee", "missed", "remaining")  # what instalments one by one stand in for
SHOWN = 12  # of them that are listed


def _figure(
    name: str, step: float | None = None, places: int = 2, options: tuple[str, ...] = (), label: str | None = None
) -> None:
    if name in LISTED and state.case().rows:
        return  # it would be typed for nothing: ``listed`` stands in its place
    w, field = state.reader(), FIELDS[name]
    if options:
        field = Field("choice", choices=options, unknown=field.unknown)
    help_, held = f"fields.{name}.help", getattr(state.case(), name)
    by_rate = name == "interest" and held is None and state.case().rate is not None
    ask(
        name,
        field,
        label or w(f"fields.{name}.label"),
        held,
        _left if name == "remaining" else partial(state.take, name),
        help=w(help_) if w.has(help_) else None,
        step=step,
        places=places,
        names=lambda code: w("fields.unknown") if code == UNKNOWN else w(f"fields.{name}.{code}"),
        empty=w("fields.interest.by_rate") if by_rate else None,
    )
    _remark(name)


def problem(name: str) -> None:
    """What there is to say beside a figure of the case: why its entry was refused, or a remark worth reading."""
    told(name)
    _remark(name)


def _remark(name: str) -> None:
    remark = remarks(state.case()).get(name)
    if remark is None or state.refused(name) is not None:
        return
    if remark == "low":
        _which_rate()
        return
    w, told = state.reader(), {}
    if remark == "unlike" and (by_rate := interest_by_rate(state.case())) is not None:
        told = {"first": w.number(by_rate[0], 2), "last": w.yuan(by_rate[1])}
    with st.container(key=f"remark_{name}"):
        st.info(w(f"fields.{name}.remark_{remark}", **told))


def _which_rate() -> None:
    """A yearly rate below 1 is asked about: is it by the day, and then of the loan or once overdue? One tap each."""
    w, rate = state.reader(), state.case().rate
    if rate is None or st.session_state.get("rate_meant") == rate:
        return
    with st.container(key="remark_rate"):
        st.info(w("fields.rate.remark_low", rate=rate))
        with st.container(horizontal=True):
            by_year = a_year(state.case(), rate)
            label = w("fields.rate.loan_daily", rate=rate, yearly=by_year)
            st.button(label, key="rate_loan", on_click=state.change, args=("rate", state.raw(by_year)))
            st.button(w("fields.rate.daily", rate=rate), key="rate_daily", on_click=_is_daily)
            st.button(w("fields.rate.yearly", rate=rate), key="rate_yearly", on_click=_is_yearly)


def _is_daily() -> None:
    """The rate that was entered as a yearly one is the daily one an app shows."""
    rate = state.case().rate
    state.change("daily_rate", state.raw(rate))
    state.keep(state.case().edited(rate=None))


def _is_yearly() -> None:
    """The rate that was entered is meant a year, however low."""
    st.session_state.rate_meant = state.case().rate


def number(name: str, step: float | None = None, places: int = 2, label: str | None = None) -> None:
    """Ask for an amount, a percentage or a count of the case; empty is an answer."""
    _figure(name, step, places, label=label)


def day(name: str) -> None:
    """Ask for a day of the case; optional days may stay empty."""
    _figure(name)


def choice(name: str, options: tuple[str, ...] = ()) -> None:
    """Ask for one of the codes of a key; ``don't know`` is among them where the key allows it."""
    _figure(name, options=options)


def listed() -> None:
    """Where the instalments came one by one: what they are, and the ways to change them or to let go of them."""
    w, rows = state.reader(), state.case().instalments()
    lines = [w("fields.rows.row", day=r.due_on, **{n: w.number(getattr(r, n), 2) for n in PLANNED}) for r in rows]
    if len(lines) > SHOWN:
        lines[SHOWN:] = [w("fields.rows.rest", count=len(lines) - SHOWN)]
    with st.container(key="listed"):
        st.markdown(w("fields.rows.lead", count=len(rows)))
        st.markdown("\n".join(f"- {line}" for line in lines))
        parts.door("bill", open="history", label=w("fields.rows.change"))
        st.button(w("fields.rows.drop"), key="rows_drop", on_click=state.change, args=("rows", ""))


def missed() -> None:
    """Ask how many were missed, and show how the count is understood: from which due day to which."""
    number("missed")
    w, case = state.reader(), state.case()
    if case.due_on is None:
        st.caption(w("fields.missed.monthly"))
        return
    last = add_period(case.due_on, months=case.missed - 1)
    st.caption(w("fields.missed.understood", first=case.due_on, last=last, count=case.missed))


def later(case: Case | None = None, put: Callable[[str, str], None] = state.take, key: str = "later") -> None:
    """Ask whether what fell due after the missed ones is unpaid too; nothing where nothing has. Until it is answered
    no answer stands there, and none of it is in a sum; one that would change the count says so. ``put`` takes the
    figure that is set, and its text."""
    w, case = state.reader(), case or state.case()
    count = further_due(case)
    if not count:
        return
    first, last = (add_period(case.first_due, months=case.missed + n) for n in (0, count - 1))
    said = ("passed" if case.remaining else "open") + ("" if count > 1 else "_one")
    st.caption(w(f"fields.later.{said}", count=count, first=first, last=last))
    labels = {code: w(f"fields.later.{code}") for code in FIELDS["later"].choices}
    if later_said(case, "missed")[0] == "missed":
        labels["missed"] = w("fields.later.all", count=case.missed + count)
    ask(
        key,
        Field("choice", choices=FIELDS["later"].choices),
        w("fields.later.label"),
        None if unanswered(case) else case.later,
        lambda text: put(*later_said(case, text)),
        names=labels.__getitem__,
        across=True,
    )


def to_come(case: Case | None = None, put: Callable[[str, str], None] = state.take, key: str = "to_come") -> None:
    """Ask which interest the instalments still to come bear, where the one entered and the yearly rate part; nothing
    where they do not. Until it is answered they go by the rate, and the sum of them says so."""
    w, case = state.reader(), case or state.case()
    apart = interest_to_come(case)
    if apart is None or case.story is not None:
        return
    entered, by_rate = apart
    st.caption(w("fields.to_come.says", interest=w.yuan(entered), next=w.yuan(by_rate)))
    ask(
        key,
        FIELDS["to_come"],
        w("fields.to_come.label"),
        case.to_come,
        lambda text: put("to_come", text),
        names=lambda code: w(f"fields.to_come.{code}"),
        across=True,
    )


def _left(text: str) -> None:
    """The principal not yet due; given for the first time, nobody has yet said whether its passed days were paid."""
    anew = asks_anew(state.case(), "remaining")
    state.take("remaining", text)
    if anew:
        state.keep(state.case().edited(later=None))


def look_at_today(label: str = "", kind: Literal["secondary", "tertiary"] = "secondary") -> None:
    """Move the day looked at to today, if it is another; while the line about a link has this button, only there."""
    w, now = state.reader(), state.today()
    if state.case().as_of != now and (label or visit.link_day(state.case(), now) is None):
        st.button(
            w(label or "fields.as_of.today", day=now),
            key="look_at_today",
            type=kind,
            on_click=state.change,
            args=("as_of", now.isoformat()),
        )
