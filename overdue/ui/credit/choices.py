"""Several payoff days side by side, and several accounts, each with its own clock."""

from datetime import date
from string import ascii_uppercase

import streamlit as st

from overdue.charts import credit as charts
from overdue.credit import Choice, Record, compare_payoffs, waits
from overdue.periods import add_period
from overdue.tables import credit as tables
from overdue.tables import window as rows
from overdue.tables.debts import name as debt_name
from overdue.tables.debts import names
from overdue.ui import fields, parts, state
from overdue.ui.all_debts import all_debts

LETTERS = ascii_uppercase
READINGS = ("last_payment", "agreement")


def payoffs(record: Record) -> None:
    """Several payoff days side by side, those of the proposals among them."""
    w = state.reader()
    st.markdown(w("credit.choices.says"))
    above = st.container()
    days, labels = _proposed()
    choices = compare_payoffs({choice.label: choice.paid_off_on for choice in waits(record.as_of)} | days)
    labels |= {choice.label: _waiting(choice.label) for choice in choices if choice.label not in labels}
    first, last = choices[0], max(choices, key=lambda choice: choice.paid_off_on or record.as_of)
    alt = w(
        "credit.choices.alt",
        first=first.paid_off_on,
        first_end=first.retention.removed_from,
        last=last.paid_off_on,
        last_end=last.retention.removed_from,
    )
    with above:
        _bars(choices, labels, record.as_of, alt, "choices")
        parts.table(tables.choices_table(choices, labels, w), alt)


def _waiting(months: str) -> str:
    w = state.reader()
    return w("credit.choices.after", count=int(months)) if int(months) else w("credit.choices.now")


def _proposed() -> tuple[dict[str, date | None], dict[str, str]]:
    """The payoff days of the proposals in the case, with their names."""
    w, case = state.reader(), state.case()
    days: dict[str, date | None] = {}
    if case.lump_on is not None:
        days["lump"] = case.lump_on
    if case.plan_first is not None and case.plan_months:
        reading = st.radio(
            w("credit.fields.reading"),
            READINGS,
            format_func=lambda code: w(f"credit.fields.reading_{code}"),
            key="credit_reading",
        )
        if reading == "agreement":
            days["plan_agreed"] = case.as_of
        else:
            days["plan"] = add_period(case.plan_first, months=case.plan_months - 1)
        st.caption(w("credit.choices.note"))
    if not days:
        st.caption(w("credit.choices.none"))
    return days, {name: w(f"credit.choices.{name}") for name in days}


def _bars(choices: tuple[Choice, ...], labels: dict[str, str], today: date, alt: str, key: str) -> None:
    w = state.reader()
    marks = [rows.DayMark(today, w("credit.chart.mark", name=w("credit.chart.today"), day=today))]
    bars = rows.choice_bars(choices, labels, today)
    parts.figure(charts.window_figure(bars, marks, w("credit.chart.open"), parts.look()), alt, key)


def accounts(record: Record) -> None:
    """Several accounts, each with its own clock."""
    w = state.reader()
    st.markdown(w("credit.accounts.says"))
    debts = all_debts()
    named = [debt_name(debts, number, w) for number in debts.accounts if number != 1]
    count = fields.count(w("credit.accounts.count"), "credit_accounts", 1, len(LETTERS) - 1, value=len(named) or 1)
    if count is None:
        return
    called = dict(zip(LETTERS[1:], named, strict=False))
    labels = {letter: called.get(letter) or w("credit.accounts.name", letter=letter) for letter in LETTERS[: count + 1]}
    labels[LETTERS[0]] = w("credit.accounts.this")
    columns = st.columns(2)
    days: dict[str, date | None] = {LETTERS[0]: record.retention.starts_on}
    for place, letter in enumerate(LETTERS[1 : count + 1]):
        with columns[place % 2]:
            label = f"{labels[letter]} · {w('fields.paid_off_on.label')}"
            days[letter] = fields.a_day(label, f"credit_account_{letter}")
    st.caption(w("credit.accounts.session"))
    choices = compare_payoffs(days)
    _bars(choices, labels, record.as_of, w("credit.accounts.alt"), "account_bars")
    parts.table(tables.accounts_table(choices, labels, w), w("credit.accounts.alt"))
    st.markdown(_together(choices))


def others(known: bool = True) -> None:
    """That the answer is of one account, and which debts of the case are others; the way to them, which is the debts'
    own page where the answer rests on no figures (``known`` false). Nothing for an example.
    """
    w, account = state.reader(), state.account()
    if account.is_example or state.staged() or not account.case.debts:
        return
    debts = all_debts()
    label = w("credit.accounts.others", names=names(debts, [n for n in debts.accounts if n != 1], w))
    if known:
        st.button(
            label, key="credit_others", type="tertiary", icon=parts.DOOR, on_click=parts.bring, args=("accounts",)
        )
    else:
        parts.door("debts", label=label)


def _together(choices: tuple[Choice, ...]) -> str:
    """When the last of them must be gone, or how many have no end."""
    w = state.reader()
    ends = [choice.retention.removed_from for choice in choices]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return w("credit.accounts.some_open", count=len(ends) - len(known))
    return w("credit.accounts.all_gone", day=max(known))
