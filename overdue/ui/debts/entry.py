"""One debt entered, changed, opened in the other pages or taken out; in the order of a phone's repayment page."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from types import MappingProxyType

import streamlit as st

from overdue.casefile import FIELDS, UNKNOWN, Case, check, consistent, fresh
from overdue.casefile import debts as noun
from overdue.casefile.card_case import one_bill
from overdue.casefile.daily import a_year
from overdue.casefile.days import WHICH_DAY
from overdue.casefile.remarks import remarks
from overdue.casefile.unsaid import asks_anew
from overdue.debts import Debts
from overdue.milestones import Papers
from overdue.model import ZERO, OverdueError
from overdue.tables import debts as tables
from overdue.tables.timeline import odd_days
from overdue.ui import fields, parts, state
from overdue.ui.all_debts import names, rename, renumbered
from overdue.words import plain

NEW = 0  # the number of the debt that is being entered
LONGEST = 12  # characters of a name
BILLED: Mapping[str, object] = MappingProxyType(  # what a card's bill says by itself
    {"missed": 1, "interest": ZERO, "remaining": ZERO, "later": "paid"}
)
# In the order of a phone's repayment page, each with the step of its field.
ASKED: Mapping[str, float | None] = MappingProxyType(
    {
        "due_on": None,
        "principal": 100.0,
        "interest": 10.0,
        "missed": None,
        "remaining": 100.0,
        "rate": 1.0,
        "daily_rate": 0.01,
    }
)
FURTHER: Mapping[str, float | None] = MappingProxyType(
    {
        "deal_amount": 100.0,
        "deal_until": None,
        "deal_months": None,
        "deal_monthly": 10.0,
        "complaint_on": None,
        "secured": None,
        "carried": None,
        "uplift": 10.0,
        "fee": 1.0,
    }
)


def one(debts: Debts, number: int) -> None:
    """One line of the list; opened, its fields and what can be done with it."""
    label = tables.line(debts, number, state.reader())
    parts.question("debts", f"debt_{number}", lambda: _opened(debts, number), label=label)


def _opened(debts: Debts, number: int) -> None:
    w = state.reader()
    for refused in (debts.refused.get(number), debts.unfit.get(number)):
        if refused is not None:
            st.warning(fields.sentence(refused))
    told = list(tables.details(debts, number, w))
    for odd in odd_days(Papers(complaint_on=held(number).complaint_on), state.today(), w):
        st.warning(odd)
    if told:
        st.markdown("  \n".join(told))
    if number == 1:
        st.caption(w("debts.is_open"))
        parts.door("penalty")
    elif not debts.account.missing or number in debts.debts:
        st.button(w("debts.open"), key=f"debt_open_{number}", help=w("debts.open_help"), on_click=_open, args=(number,))
    if debts.account.is_example:
        return
    draw(number)
    st.button(w("debts.remove"), key=f"debt_remove_{number}", on_click=_remove, args=(number,))


def draw(number: int) -> None:
    """The fields of one debt, what asks a second look, and behind a line what fewer debts have."""
    w, case = state.reader(), held(number)
    asked = {
        name: step
        for name, step in ASKED.items()
        if not (one_bill(case) and name in BILLED and getattr(case, name) == BILLED[name])
    }
    fields.grid((_ask, number, "lender", None), (_called, number), *((_ask, number, *one) for one in asked.items()))
    if counted(number):
        fields.later(case, partial(put, number), f"debt_{number}_later")
        fields.to_come(case, partial(put, number), f"debt_{number}_to_come")
    elif case.due_on is not None and not case.missing and (most := case.can_be_missed()) > 1:
        _every(number, case, most)
    for name, remark in remarks(case).items():
        if case.rate is not None and (name, remark) == ("rate", "low"):
            _which_rate(number, case.rate)
        else:
            st.info(w(f"fields.{name}.remark_{remark}"))
    st.caption(w("debts.yuan_only"))
    with st.expander(w("debts.more"), type="compact", key=f"debt_{number}_table", on_change="rerun") as block:
        if block.open:
            fields.grid(*((_ask, number, name, step) for name, step in FURTHER.items()))
    with st.expander(w("debts.paid"), type="compact", key=f"debt_{number}_paid_box", on_change="rerun") as block:
        if block.open:
            st.caption(w("debts.paid_says"))
            fields.payments("paid", f"debt_{number}_", held(number).paid, partial(take, number, "paid"))


def _every(number: int, case: Case, most: int) -> None:
    """All that fell due at a tap, with what that comes to; or that the figure is the whole, which is counted once."""
    w, each = state.reader(), (case.principal or ZERO) + (case.interest or ZERO)
    told = {"day": case.as_of, "count": most, "each": w.yuan(each), "sum": w.yuan(most * each)}
    st.caption(w("debts.per_instalment"))
    st.button(w("debts.every", **told), key=f"debt_{number}_every", on_click=take, args=(number, "missed", str(most)))
    st.button(w("debts.at_once", **told), key=f"debt_{number}_whole", on_click=_at_once, args=(number,))


def _at_once(number: int) -> None:
    """The figure is all that is owed: one sum of one day, and nothing after it."""
    for name, text in (("missed", "1"), ("remaining", "0"), ("later", "paid")):
        take(number, name, text)


def _called(number: int) -> None:
    """What the person calls it; a name too long stays as it was typed beside its sentence."""
    w, key = state.reader(), f"debt_{number}_called"
    refused = state.refused(key)
    st.session_state[key] = names().get(number, "") if refused is None else refused[0]
    help_ = w("debts.called_help")
    st.text_input(w("debts.called"), key=key, help=help_, on_change=_rename, args=(number, key))
    fields.told(key)


def _rename(number: int, key: str) -> None:
    given = plain(str(st.session_state[key])).strip()
    if len(given) > LONGEST:
        state.refuse(key, given, OverdueError("field.text", given=len(given), most=LONGEST))
        return
    state.accept(key)
    rename(number, given)


def _ask(number: int, name: str, step: float | None) -> None:
    w, field, given = state.reader(), FIELDS[name], getattr(held(number), name)
    help_ = f"fields.{name}.help"
    fields.ask(
        f"debt_{number}_{name}",
        replace(field, unknown=True) if name in ("secured", "carried") else field,
        w("debts.billed" if name == "principal" and one_bill(held(number)) else f"fields.{name}.label"),
        None if name == "missed" and not counted(number) else given,
        partial(put, number, name),
        help=w(help_) if w.has(help_) else None,
        step=step,
        places=4 if name == "daily_rate" else 2,
        names=lambda code: w("fields.unknown") if code == UNKNOWN else w(f"fields.{name}.{code}"),
    )


def counted(number: int) -> bool:
    """Whether somebody said how many were missed: what stands for it until then is no entry."""
    return number != NEW or bool(st.session_state.get("debt_missed"))


def held(number: int) -> Case:
    """The debt as it stands: on the list, or being entered."""
    case = state.case()
    if number != NEW:
        return noun.numbered(case).get(number) or case
    draft: Case | None = st.session_state.get("debt_draft")
    day = state.today() if state.account().is_example else case.as_of
    return replace(draft or fresh(day, case.lang), as_of=day)


def put(number: int, name: str, text: str) -> None:
    """Take one figure of a debt; ``OverdueError`` where it cannot be, and then nothing has changed."""
    plain = getattr(noun.PLAIN, name)
    value = plain if text in ("", UNKNOWN) and not FIELDS[name].unknown else check(name, text) if text else None
    before = held(number)
    made = replace(before, **{name: value}, **({"later": None} if asks_anew(before, name) else {}))  # type: ignore[arg-type]
    consistent(made)
    _keep(number, made)
    if (number, name) == (NEW, "missed"):
        st.session_state.debt_missed = bool(text)
    if (number, name) == (NEW, "lender"):
        _billed(before, made)
    for key, (typed, error) in [*st.session_state.refused.items()]:  # what was refused for other figures may fit now
        other = key.removeprefix(f"debt_{number}_")
        if other in FIELDS and other != name and error.key != WHICH_DAY:
            take(number, other, typed)


def _billed(before: Case, made: Case) -> None:
    """Let a card's bill say what nobody has typed, and take that back where it is no card after all."""
    plain = {key: getattr(noun.PLAIN, key) for key in BILLED}
    old, new = (plain, BILLED) if made.lender == "credit_card" else (BILLED, plain)
    said = counted(NEW) and not one_bill(before)
    st.session_state.debt_missed = said or one_bill(made)
    if made.lender == "credit_card" or before.lender == "credit_card":
        _keep(NEW, replace(made, **{key: new[key] for key in BILLED if getattr(made, key) == old[key]}))  # type: ignore[arg-type]


def take(number: int, name: str, text: str) -> None:
    """Take one figure of a debt; one that cannot be is kept beside its sentence."""
    key = f"debt_{number}_{name}"
    state.accept(key)
    try:
        put(number, name, text)
    except OverdueError as error:
        state.refuse(key, text, error)


def _which_rate(number: int, rate: Decimal) -> None:
    """A yearly rate below 1 may be one by the day: of the loan, or once overdue."""
    w, by_year = state.reader(), a_year(held(number), rate)
    st.info(w("fields.rate.remark_low", rate=rate))
    label = w("fields.rate.loan_daily", rate=rate, yearly=by_year)
    st.button(label, key=f"debt_{number}_loan", on_click=take, args=(number, "rate", state.raw(by_year)))
    st.button(w("fields.rate.daily", rate=rate), key=f"debt_{number}_daily", on_click=_is_daily, args=(number,))


def _is_daily(number: int) -> None:
    made = held(number)
    _keep(number, replace(made, rate=None, daily_rate=made.rate))


def _keep(number: int, made: Case) -> None:
    if number == NEW:
        st.session_state.debt_draft = made
    else:
        state.keep(noun.changed(state.case(), number, made))


def _open(number: int) -> None:
    state.keep(renumbered(lambda case: noun.opened(case, number)))
    st.session_state.debt_opened = True


def _remove(number: int) -> None:
    state.keep(renumbered(lambda case: noun.without(case, number)))
