"""The one maker of fields: each shows one value, and keeps what was typed beside the sentence that refuses it.

Three ways to ask, one store of what was refused (``state.refused``):

- a figure of the case by its key: ``number("rate")``, ``day("due_on")``, ``choice("lender")``, ``missed()``,
  ``later()``; label, help and choices come from ``words/fields.toml``, kind and range from ``casefile/keys.py``;
- a value kept elsewhere: ``ask(key, field, label, held, put)``, where ``put(text)`` takes what was typed and raises
  ``OverdueError`` for what cannot be;
- a value that nothing keeps: ``ui/typed``, checked each time it is drawn.

No limit is given to the browser, which would answer in its own English.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

import streamlit as st

from overdue.casefile import FIELDS, UNKNOWN, Value
from overdue.casefile.keys import FIRST_DAY, LAST_DAY, Field
from overdue.model import OverdueError, answering
from overdue.periods import add_period
from overdue.ui import state

T = TypeVar("T")


def ask(
    key: str,
    field: Field,
    label: str,
    held: Value,
    put: Callable[[str], None],
    *,
    help: str | None = None,
    step: float | None = None,
    places: int = 2,
    names: Callable[[str], str] = str,
    across: bool = False,
) -> None:
    """Ask for one value of a kind; what ``put`` refuses stays as it was typed beside its sentence.

    Money and percents show ``places`` decimals, a count is a decimal field too: one of whole numbers would quietly cut
    2.5 to 2. ``names`` are the labels of a choice.
    """
    refused = state.refused(key)
    shown = held if refused is None else _loose(field, refused[0])
    asked: dict[str, Any] = {"label": label, "key": key, "help": help, "on_change": _put, "args": (key, put)}
    s = st.session_state
    if field.kind == "day":
        s[key] = shown
        st.date_input(value=None, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD", **asked)
    elif field.kind == "choice":
        codes = [*field.choices, *((UNKNOWN,) if field.unknown else ())]
        s[key] = UNKNOWN if shown is None else str(shown)
        if across:
            st.segmented_control(options=codes, format_func=names, required=True, **asked)
        else:
            st.selectbox(options=codes, format_func=names, **asked)
    else:
        s[key] = None if shown is None else float(str(shown))
        whole = field.kind == "count"
        st.number_input(value=None, step=1.0 if whole else step, format="%g" if whole else f"%.{places}f", **asked)
    told(key)


def _put(key: str, put: Callable[[str], None]) -> None:
    text = state.raw(st.session_state[key])
    try:
        put(text)
    except OverdueError as error:
        state.refuse(key, text, error)
    else:
        state.accept(key)


def _loose(field: Field, text: str) -> Value:
    """What a refused text looks like in its field."""
    if not text:
        return None
    if field.kind == "day":
        return date.fromisoformat(text)
    return text if field.kind == "choice" else Decimal(text)


def told(key: str) -> None:
    """The sentence beside a field whose entry was refused."""
    refused = state.refused(key)
    if refused is not None:
        with st.container(key=f"problem_{key}"):
            st.warning(sentence(refused[1]))


def sentence(error: OverdueError) -> str:
    """An error in the reader's words."""
    return state.reader().error(error)


def _figure(
    name: str, step: float | None = None, places: int = 2, across: bool = False, options: tuple[str, ...] = ()
) -> None:
    w, field = state.reader(), FIELDS[name]
    if options:
        field = Field("choice", choices=options, unknown=field.unknown)
    help_ = f"fields.{name}.help"
    ask(
        name,
        field,
        w(f"fields.{name}.label"),
        getattr(state.case(), name),
        partial(state.take, name),
        help=w(help_) if w.has(help_) else None,
        step=step,
        places=places,
        names=lambda code: w("fields.unknown") if code == UNKNOWN else w(f"fields.{name}.{code}"),
        across=across,
    )
    _remark(name)


def problem(name: str) -> None:
    """What there is to say beside a figure of the case: why its entry was refused, or a remark worth reading."""
    told(name)
    _remark(name)


def _remark(name: str) -> None:
    remark = state.case().remarks().get(name)
    if remark is None or state.refused(name) is not None:
        return
    if remark == "low":
        _which_rate()
        return
    with st.container(key=f"remark_{name}"):
        st.info(state.reader()(f"fields.{name}.remark_{remark}"))


def _which_rate() -> None:
    """A yearly rate below 1 is asked about: is it the daily one? Both readings are one tap away."""
    w, rate = state.reader(), state.case().rate
    if rate is None or st.session_state.get("rate_meant") == rate:
        return
    with st.container(key="remark_rate"):
        st.info(w("fields.rate.remark_low", rate=rate))
        with st.container(horizontal=True):
            st.button(w("fields.rate.daily", rate=rate), key="rate_daily", on_click=state.rate_is_daily)
            st.button(w("fields.rate.yearly", rate=rate), key="rate_yearly", on_click=state.rate_is_yearly)


def number(name: str, step: float | None = None, places: int = 2) -> None:
    """Ask for an amount, a percentage or a count of the case; empty is an answer."""
    _figure(name, step, places)


def day(name: str) -> None:
    """Ask for a day of the case; optional days may stay empty."""
    _figure(name)


def choice(name: str, options: tuple[str, ...] = (), across: bool = False) -> None:
    """Ask for one of the codes of a key; ``don't know`` is among them where the key allows it."""
    _figure(name, across=across, options=options)


def missed() -> None:
    """Ask how many were missed, and show how the count is understood: from which due day to which."""
    number("missed")
    w, case = state.reader(), state.case()
    if case.due_on is not None and not case.rows:
        last = add_period(case.due_on, months=case.missed - 1)
        st.caption(w("fields.missed.understood", first=case.due_on, last=last, count=case.missed))


def later() -> None:
    """Ask whether the later slices whose day has passed are unpaid too; nothing where none has."""
    w, case = state.reader(), state.case()
    passed = 0 if case.missing else case.passed()
    if passed:
        st.caption(w("fields.later.passed", count=passed, day=case.as_of))
        choice("later", across=True)


def grid(*asks: tuple[Any, ...]) -> None:
    """Fields two in a row, in reading order also where a row is stacked; each is (asking function, name, …)."""
    for first in range(0, len(asks), 2):
        for place, (ask_, *given) in zip(
            st.columns(2, vertical_alignment="bottom"), asks[first : first + 2], strict=False
        ):
            with place:
                ask_(*given)


def payments() -> None:
    """Ask for part payments already made, one at a time; each one listed can be taken away again."""
    w, case = state.reader(), state.case()
    for number_, payment in enumerate(case.paid):
        left, right = st.columns([3, 1], vertical_alignment="center")
        left.markdown(w("fields.paid.row", day=payment.paid_on, amount=w.yuan(payment.amount)))
        right.button(w("fields.paid.remove"), key=f"paid_remove_{number_}", on_click=_drop_payment, args=(number_,))
    left, right = st.columns(2)
    left.date_input(
        w("fields.paid.day"),
        value=case.as_of,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        key="paid_day",
        format="YYYY-MM-DD",
    )
    right.number_input(w("fields.paid.amount"), value=None, key="paid_amount", format="%.2f")
    st.button(w("fields.paid.add"), key="paid_add", on_click=_add_payment)
    problem("paid")


def _add_payment() -> None:
    s, case = st.session_state, state.case()
    listed = "".join(f"{p.paid_on:%Y%m%d}:{p.amount}~" for p in case.paid)
    state.change("paid", f"{listed}{s.paid_day:%Y%m%d}:{state.raw(s.paid_amount)}")


def _drop_payment(number_: int) -> None:
    kept = [p for place, p in enumerate(state.case().paid) if place != number_]
    state.change("paid", "~".join(f"{p.paid_on:%Y%m%d}:{p.amount}" for p in kept))


def look_at_today() -> None:
    """Move the day looked at to today, if it is another."""
    w, now = state.reader(), state.today()
    if state.case().as_of != now:
        st.button(
            w("fields.as_of.today", day=now),
            key="look_at_today",
            on_click=state.change,
            args=("as_of", now.isoformat()),
        )


def beside(ask: Callable[[], None], answer: Callable[[], T]) -> T | None:
    """Questions to the right of their answer; on a phone the answer comes first. What follows stands below both."""
    left, right = st.columns([3, 2], gap="large")
    with right:
        ask()
    with left:
        return guarded(answer)


def guarded(draw: Callable[[], T]) -> T | None:
    """Draw a block; a question that cannot be answered becomes a sentence in its place."""
    try:
        with answering():
            return draw()
    except OverdueError as error:
        st.warning(sentence(error))
        return None
