"""Whether a proposal fits the month, how much for how long, and what breaks when something goes wrong."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import streamlit as st

from overdue.casefile import check
from overdue.casefile.offers import STRESS, desk
from overdue.law import LAW
from overdue.model import ZERO, fen
from overdue.periods import add_period
from overdue.proposal import (
    Affordability,
    Broken,
    Budget,
    Fit,
    InstalmentPlan,
    Settlement,
    afford,
    months_for,
    payment_for,
)
from overdue.ui import fields, state
from overdue.ui.proposals.desk import Seen, keep, less_income

FIFTH = Decimal("0.2")
MONTHS_WITHOUT = 3


def draw(found: Seen) -> None:
    """The budget, what each proposal takes of it, and which plan fits."""
    w = state.reader()
    st.header(w("proposals.afford.title"), anchor=False)
    left, right = st.columns([2, 3], gap="large")
    with left, st.container(border=True, key="budget"):
        st.caption(w("proposals.afford.intro"))
        for name in ("income", "needs", "other_debt", "savings"):
            fields.number(name, step=100.0)
    with right:
        if found.budget is None:
            st.info(w("proposals.afford.missing"))
        else:
            _fits(found, found.budget)
    _which(found)


def _fits(found: Seen, budget: Budget) -> None:
    w = state.reader()
    free = budget.income - budget.needs - budget.other_debt
    st.markdown(w("proposals.afford.free" if free > 0 else "proposals.afford.no_free", amount=w.yuan(free)))
    st.markdown(
        "\n".join(f"- {_fit(found.labels[letter], afford(one, budget))}" for letter, one in found.settled.items())
    )
    st.caption(w("proposals.afford.method"))


def _fit(label: str, one: Affordability) -> str:
    w = state.reader()
    share = "no_share" if one.share is None else "share"
    percent = {} if one.share is None else {"share": w.number(one.share * 100, 0) + "%"}
    short = w("proposals.afford.never_short")
    if one.first_short_month is not None:
        month = w.month(one.first_short_month)
        short = w("proposals.afford.short", month=month, amount=w.yuan(one.missing))
    return w(
        "proposals.afford.row",
        label=label,
        largest=w.yuan(one.largest),
        share=w(f"proposals.afford.{share}", **percent),
        short=short,
        misses=w("proposals.afford.misses_value", count=one.misses_survived)
        if one.misses_survived
        else w("proposals.afford.misses_none"),
    )


def _which(found: Seen) -> None:
    """The months a payment takes, and the payment a number of months takes, on the first plan's terms."""
    w = state.reader()
    plans = [letter for letter in found.of_kind("plan") if found.settled[letter].schedule.rows]
    if not plans:
        return
    one = found.settled[plans[0]]
    plan = one.offer
    if not isinstance(plan, InstalmentPlan):
        return
    st.subheader(w("proposals.fit.title"), anchor=False)
    debt, rate = one.schedule.received, plan.annual_rate
    st.markdown(
        w("proposals.fit.says", plan=found.labels[plans[0]], debt=w.yuan(debt), rate=w.percent(rate))
        + "  \n"
        + w("proposals.fit.growth", amount=w.yuan(_growth(one)))
    )
    left, right = st.columns(2)
    with left:
        payment = st.number_input(
            w("proposals.fit.payment"),
            value=float(_usual_payment(found, one)),
            step=100.0,
            format="%.2f",
            key="fit_payment",
        )
        fields.guarded(lambda: _months(debt, payment, rate))
    with right:
        months = st.number_input(
            w("proposals.fit.months"), value=float(plan.months), step=1.0, format="%g", key="fit_months"
        )
        fields.guarded(lambda: _payment(debt, months, rate))


def _growth(one: Settlement) -> Decimal:
    return state.account().waiting(add_period(one.as_of, months=1)).grows


def _usual_payment(found: Seen, one: Settlement) -> Decimal:
    """What a month leaves, else the plan's own payment."""
    budget = found.budget
    free = budget.income - budget.needs - budget.other_debt if budget is not None else ZERO
    return fen(free) if free > 0 else one.schedule.rows[0].payment


def _months(debt: Decimal, typed: float | None, rate: Decimal) -> None:
    w = state.reader()
    given = check("lump_amount", state.raw(typed) or "0")
    fit = months_for(debt, given if isinstance(given, Decimal) else ZERO, rate)
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


def _payment(debt: Decimal, typed: float | None, rate: Decimal) -> None:
    w = state.reader()
    months = int(str(check("plan_months", state.raw(typed) or "1")))
    fit = payment_for(debt, months, rate)
    st.markdown(w("proposals.fit.costs", months=months, payment=w.yuan(fit.payment), total=w.yuan(fit.total or ZERO)))


def stress(found: Seen) -> None:
    """One switch each: what breaks, and when."""
    w = state.reader()
    st.header(w("proposals.stress.title"), anchor=False)
    st.caption(w("proposals.stress.intro"))
    for name in STRESS:
        st.session_state[f"stress_{name}"] = name in found.desk.stress
        st.toggle(w(f"proposals.stress.{name}"), key=f"stress_{name}", on_change=_put, args=(name,))
        if name in found.desk.stress:
            lines = _broken(found) if name == "missed" else _short(found, name)
            st.markdown("\n".join(f"- {line}" for line in lines))


def _put(name: str) -> None:
    found = desk(state.case())
    on = found.stress | {name} if st.session_state[f"stress_{name}"] else found.stress - {name}
    keep(replace(found, stress=on))


def _broken(found: Seen) -> list[str]:
    w, lines = state.reader(), []
    for letter, one in found.settled.items():
        rows = one.schedule.rows
        if letter == "w" or not rows:
            continue
        broken = one.if_broken(after=min(found.desk.missed, len(rows)) - 1)
        said = _said(found.labels[letter], broken, isinstance(one.offer, InstalmentPlan))
        if broken.contract_due:
            said += w("proposals.stress.broken_contract", amount=w.yuan(broken.contract_due))
        lines.append(said)
    return lines


def _said(label: str, broken: Broken, plan: bool) -> str:
    """What is owed that day against what the proposal itself still asked for."""
    w, gap = state.reader(), broken.total - broken.balance
    told = {"label": label, "day": broken.on, "total": w.yuan(broken.total)}
    kind = "broken" if plan else "once"
    if plan:
        told["number"] = broken.missed
    if gap < 0:
        return w("proposals.stress.broken_less", **told, balance=w.yuan(broken.balance))
    if not gap:
        return w(f"proposals.stress.{kind}_level", **told)
    return w(f"proposals.stress.{kind}", **told, balance=w.yuan(broken.balance), gap=w.yuan(gap))


def _short(found: Seen, name: str) -> list[str]:
    w = state.reader()
    if found.budget is None:
        return [w("proposals.stress.needs_budget")]
    budget = less_income(found.budget, FIFTH) if name == "income" else found.budget
    lines = []
    for letter, one in found.settled.items():
        seen = afford(one, budget, MONTHS_WITHOUT if name == "without" else 0)
        label = found.labels[letter]
        if seen.first_short_month is None:
            lines.append(w("proposals.stress.holds", label=label))
        else:
            month, amount = w.month(seen.first_short_month), w.yuan(seen.missing)
            lines.append(w("proposals.stress.short", label=label, month=month, amount=amount))
    return lines
