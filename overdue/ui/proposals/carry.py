"""Whether an offer fits the month: what it takes, what the old contract takes beside it, what is short and when."""

from decimal import Decimal

import streamlit as st

from overdue.account import WAITING, Account
from overdue.casefile import FIELDS
from overdue.law import LAW
from overdue.model import ZERO, fen
from overdue.periods import add_period
from overdue.proposal import Budget, Fit, Month, Settlement, afford, burden, months_for, payment_for
from overdue.tables import monthly
from overdue.tables import offers as said
from overdue.tables import proposals as tables
from overdue.ui import fields, mover, parts, state
from overdue.words import words


def draw(account: Account) -> None:
    """The budget, a strip of months, what is short and when; and which payment would fit."""
    w, budget = state.reader(), account.budget
    if budget is None:
        st.info(w("proposals.afford.missing"))
    else:
        st.markdown(
            w(f"proposals.afford.{'free' if budget.free > 0 else 'no_free'}", amount=monthly.leaves(budget.free, w))
        )
        _strip(account, budget)
        st.caption(w("proposals.afford.method"))
    _fit(account)


def first() -> None:
    """Under the offers: what tells whether one can be paid at all, one figure or income and needs apart. Closed, for
    the answer stands below it on the first screen and a half of a phone."""
    if state.staged():
        return
    w, opened, case = state.reader(), state.own(state.OPEN) == "carry", state.case()
    apart = case.income is not None and case.needs is not None
    with st.expander(f"**{w('proposals.carried.ask')}**", type="compact", key="budget", expanded=opened):
        if not apart:  # else these say it
            fields.number("monthly", 100.0)
        st.caption(w(f"proposals.carried.{'by_parts' if apart else 'or'}"))
        fields.grid(*((fields.number, name, 100.0) for name in ("income", "needs", "other_debt", "savings")))
        st.caption(w("proposals.afford.intro"))


def _strip(account: Account, budget: Budget) -> None:
    w, names = state.reader(), said.named(account, state.reader())
    letters = list(account.settled)
    chosen = st.segmented_control(
        w("proposals.afford.which"),
        letters,
        default=said.PLAN if said.PLAN in letters else letters[0],
        format_func=lambda code: w("proposals.name.wait") if code == WAITING else code.upper(),
        key="carried",
        required=True,
    )
    letter = chosen if chosen in letters else letters[0]
    months = burden(account.settled[letter], budget)
    sentence = sentences(account, letter, names)
    st.markdown(sentence)
    alt = w("proposals.afford.alt", label=names[letter], sentence=sentence.replace("**", ""))
    mover.draw("month", (months, alt), monthly.at(months), lambda: monthly.strip(months, alt, words(account.case.lang)))
    with st.expander(w("common.chart_table"), type="compact", key="months_table", on_change="rerun") as block:
        if block.open:
            parts.table(tables.months_table(months, w), alt)
    st.markdown("\n".join(f"- {sentences(account, other, names)}" for other in letters if other != letter))


def sentences(account: Account, letter: str, names: dict[str, str], one: Settlement | None = None) -> str:
    """One offer held against the budget: its heaviest or first short month, and what the old contract takes in it."""
    w, one, budget = state.reader(), one or account.settled[letter], account.budget
    if budget is None:
        return ""
    months, found = burden(one, budget), afford(one, budget)
    short = next((month for month in months if month.left < 0), None)
    if letter == WAITING:
        return _waiting(account, one, short)
    told = short or max(months, key=lambda month: month.offer + month.contract)
    taken = told.offer + told.contract
    agreed = told.first == one.as_of.replace(day=1)  # its income counts by the days left, so no share of a month
    share = _share(taken, budget) if budget.free > 0 and not agreed else ""
    misses = found.misses_survived
    survives = w("proposals.afford.misses_value", count=misses) if misses else w("proposals.afford.misses_none")
    sentence = w(
        f"proposals.afford.{'holds' if short is None else 'short'}",
        label=names[letter],
        month=w.month(told.first),
        burden=_burden(told),
        share=share,
        **({"misses": survives} if short is None else {"amount": w.yuan(-short.left)}),
    )
    left = dict(zip(("days", "of"), said.left_of(one.as_of), strict=True))
    return (
        w.together([sentence, w("proposals.afford.part_month", free=monthly.leaves(told.free, w), **left)])
        if agreed
        else sentence
    )


def _share(taken: Decimal, budget: Budget) -> str:
    """What a month's payments take of what it leaves; more than all of it is told by what it leaves."""
    w = state.reader()
    if taken > budget.free:
        return w("proposals.afford.share_over", free=w.yuan(budget.free))
    return w("proposals.afford.share", share=w.number(taken / budget.free * 100, 0) + "%")


def _burden(month: Month) -> str:
    w = state.reader()
    parts_ = {"offer": w.yuan(month.offer), "contract": w.yuan(month.contract)}
    if not month.contract:
        return w("proposals.afford.burden", offer=parts_["offer"])
    if not month.offer:
        return w("proposals.afford.burden_contract", contract=parts_["contract"])
    return w("proposals.afford.burden_both", **parts_)


def _waiting(account: Account, one: Settlement, short: Month | None) -> str:
    """Waiting asks for nothing now: that is told with what it costs, never as advice."""
    w = state.reader()
    enough = w("proposals.afford.wait_enough")
    if short is not None:
        enough = w("proposals.afford.wait_short", month=w.month(short.first), amount=w.yuan(-short.left))
    grows = w.yuan(account.waiting(one.debt.on).grows)
    return w("proposals.afford.wait", day=one.debt.on, amount=w.yuan(one.total), grows=grows, short=enough)


def _fit(account: Account) -> None:
    """The months a payment takes, and the payment a number of months takes, on the plan's terms."""
    w, one = state.reader(), account.settled.get(said.PLAN)
    if one is None or not one.schedule.rows:
        return
    terms = account.desk.proposals[said.PLAN]
    debt, rate = one.schedule.received, terms.rate / 100
    grows = account.waiting(add_period(account.as_of, months=1)).grows
    st.markdown(f"**{w('proposals.fit.title')}**")
    st.markdown(
        w(
            f"proposals.fit.{('says_even' if terms.even else 'says') if rate else 'says_free'}",
            plan=said.short(said.PLAN, w),
            debt=w.yuan(debt),
            rate=w.percent(round(rate, 3) if terms.even else rate),
        )
        + "  \n"
        + w("proposals.fit.growth", amount=w.yuan(grows))
    )
    left, right = st.columns(2)
    with left:
        payment = fields.money(w("proposals.fit.payment"), "fit_payment", 10**8, value=_usual(account, one))
        if payment is not None:
            fields.guarded(lambda: _months(debt, payment, rate))
    with right:
        most = int(FIELDS["plan_months"].high)
        months = fields.count(w("proposals.fit.months"), "fit_months", 1, most, value=terms.months)
        if months is not None:
            fields.guarded(lambda: _payment(debt, months, rate))


def _usual(account: Account, one: Settlement) -> Decimal:
    """What a month leaves, else the plan's own payment."""
    free = account.budget.free if account.budget is not None else ZERO
    return fen(free) if free > 0 else one.schedule.rows[0].payment


def _months(debt: Decimal, given: Decimal, rate: Decimal) -> None:
    w = state.reader()
    fit = months_for(debt, given, rate)
    most = LAW.value("PLAN-1", "max_months", state.case().as_of)
    payment = w.yuan(fit.payment)
    if fit.months is None or fit.total is None:
        st.markdown(w("proposals.fit.never", payment=payment))
        _instead(fit)
    elif fit.months > most:
        st.markdown(w("proposals.fit.too_long", payment=payment, months=fit.months, most=most))
        _instead(fit)
    else:
        st.markdown(w("proposals.fit.takes", payment=payment, months=fit.months, total=w.yuan(fit.total)))


def _instead(fit: Fit) -> None:
    w = state.reader()
    lines = [w("proposals.fit.stops", amount=w.yuan(fit.stops_growth))] if fit.months is None else []
    lines += [w("proposals.fit.ends", months=months, amount=w.yuan(amount)) for months, amount in fit.ends_in]
    st.markdown("\n".join(f"- {line}" for line in lines))


def _payment(debt: Decimal, months: int, rate: Decimal) -> None:
    w = state.reader()
    fit = payment_for(debt, months, rate)
    st.markdown(w("proposals.fit.costs", months=months, payment=w.yuan(fit.payment), total=w.yuan(fit.total or ZERO)))
