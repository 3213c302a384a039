"""What a guess needs to know: the figures of the person a question is about, and what a word in it means."""

import streamlit as st

from overdue.account import WAITING, Account
from overdue.lesson import Step, divide
from overdue.model import ZERO
from overdue.tables.offers import PLAN, named
from overdue.tables.strips import LETTERS
from overdue.ui import state


def draw(step: Step, account: Account | None) -> None:
    """The person's figures and the step's word; without an account (one's own case on a phone) the word alone."""
    with st.container(gap="xsmall"):
        with st.container(key="given", gap="xsmall"):
            if account is not None and step.of_case and not account.missing:
                st.markdown(_person(account))
                if step.id == "offer":
                    st.markdown(_offers(account))
            if step.id == "divide":
                st.markdown(_household())
        word(step)


def part(place: int) -> None:
    """Which lender of the household the pair at this phone plays, what it is owed, and what to say for it."""
    w, held = state.reader(), divide.part(place, state.today())
    named = {"lender": w(f"debts.lender.{held.lender}"), "owed": w.yuan(held.owed), "rate": w.percent(held.rate)}
    sums: dict[str, object] = {}
    if held.offer is not None and held.offer.amount is not None:
        sums = {"amount": w.yuan(held.offer.amount), "day": held.offer.valid_until}
    lines = [f"- {w(f'workshop.part.{name}', **sums)}" for name in held.argues]
    with st.container(key="part", gap="xsmall"):
        st.markdown(f"**{w('workshop.part.you', **named)}**")
        st.markdown("\n".join(lines))
        st.markdown(w("workshop.part.then"))


def word(step: Step) -> None:
    """What a word of the step means, where there is one that not everybody knows."""
    w, key = state.reader(), f"workshop.step.{step.id}.word"
    if w.has(key):
        st.markdown(w(key))


def _household() -> str:
    """What the household owes each lender and at which rate, what is yet to fall due, until when it pays."""
    w, accounts = state.reader(), divide.household(state.today()).accounts.values()
    told = [
        w("workshop.given.lender", lender=w(f"debts.lender.{one.case.lender}"), owed=w.yuan(one.ledger.total),
            rate=w.percent(one.ledger.penalty_rate))
        for one in accounts
    ]  # fmt: skip
    later = w.yuan(sum((one.ledger.not_due for one in accounts), ZERO))
    return w("workshop.given.household", lenders=w.clauses(told), later=later)


def _person(account: Account) -> str:
    """Who owes whom, what fell due and since when, the parts, the rates; what is yet to fall due."""
    w, case, now = state.reader(), account.case, account.ledger
    name = w(f"home.name.{case.story}") if case.story else w("workshop.somebody")
    example = w("common.example", name=name) if case.story else name
    told = {key: w.yuan(getattr(now, key)) for key in ("principal", "interest", "penalty")}
    owed = [one for one in now.instalments if one.overdue_days]
    said = [
        w("workshop.given.person", name=example, lender=w(f"debts.lender.{case.lender}"), count=len(owed), **told,
            first=w.day(account.case.first_due)),
    ]  # fmt: skip
    if case.accelerated_on is not None:
        said.append(w("workshop.given.accelerated", day=case.accelerated_on))
    if account.rate_known:
        said.append(w("workshop.given.rate", rate=w.percent(now.penalty_rate)))
    if now.not_due:
        said.append(w("workshop.given.later", amount=w.yuan(now.not_due)))
    if case.compensated_on is not None:
        said.append(w("workshop.given.compensated", day=case.compensated_on))
    return w.together(said)


def _offers(account: Account) -> str:
    """The offers to choose from, as they stand."""
    w, names, plan = state.reader(), named(account, state.reader()), account.settled.get(PLAN)
    if plan is not None:
        told = {"plan": names[PLAN], "each": w.yuan(plan.schedule.rows[0].payment)}
        rate = account.case.plan_rate
        names[PLAN] = w("workshop.given.plan", **told) if not rate else w(
            "workshop.given.plan_rate", rate=w.percent(rate / 100), **told)  # fmt: skip
    return w.clauses(names[one] for one in (*LETTERS, WAITING) if one in account.settled)
