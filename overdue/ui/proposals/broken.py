"""What if something goes wrong: a payment missed, told whole; an income that falls or stays away."""

from dataclasses import replace
from decimal import Decimal

import streamlit as st

from overdue.account import WAITING, Account
from overdue.casefile import FIELDS, check
from overdue.casefile.offers import STRESS
from overdue.proposal import Broken, Settlement, afford
from overdue.tables import offers as said
from overdue.tables import proposals as tables
from overdue.ui import fields, state
from overdue.ui.proposals.held import keep
from overdue.ui.proposals.working import fitting

FIFTH = Decimal("0.2")
MONTHS_WITHOUT = 3


def draw(account: Account) -> None:
    """The payment that does not come, and the switches."""
    w, names = state.reader(), said.named(account, state.reader())
    fields.ask("missed_number", FIELDS["plan_months"], w("proposals.look.missed"), account.desk.missed, _put_missed)
    found = tables.missed(account.settled, account.desk.missed)
    st.markdown("\n".join(f"- {_told(names[letter], account.settled[letter], one)}" for letter, one in found.items()))
    if found:
        fitting(tables.missed_table(found, names, w), w("proposals.q.missed"))
    for name in STRESS[1:]:
        st.session_state[f"stress_{name}"] = name in account.desk.stress
        st.toggle(w(f"proposals.stress.{name}"), key=f"stress_{name}", on_change=_put, args=(name,))
        if name in account.desk.stress:
            st.markdown("\n".join(f"- {line}" for line in _short(account, name, names)))


def _put_missed(text: str) -> None:
    keep(replace(state.account().desk, missed=int(str(check("plan_months", text or "1")))))


def _put(name: str) -> None:
    found = state.account().desk
    on = found.stress | {name} if st.session_state[f"stress_{name}"] else found.stress - {name}
    keep(replace(found, stress=on))


def _told(label: str, one: Settlement, broken: Broken) -> str:
    """What is due that day, what is not yet due, and what the offer itself still asked for."""
    w = state.reader()
    later = w("proposals.stress.later", amount=w.yuan(broken.not_due)) if broken.not_due else ""
    gap = broken.total - broken.balance
    many = len(one.schedule.rows) > 1
    told = {"label": label, "day": broken.on, "due": w.yuan(broken.total), "later": later}
    if many:
        said_ = w("proposals.stress.broken", **told, number=broken.missed, balance=w.yuan(broken.balance))
    elif gap:
        said_ = w("proposals.stress.once", **told, balance=w.yuan(broken.balance))
    else:
        said_ = w("proposals.stress.once_level", **told)
    more = [said_]
    if gap > broken.contract_due:
        more.append(w("proposals.stress.revives", gap=w.yuan(gap - broken.contract_due)))
    if broken.contract_due:
        more.append(w("proposals.stress.contract", amount=w.yuan(broken.contract_due)))
    return w.together(more)


def _short(account: Account, name: str, names: dict[str, str]) -> list[str]:
    w, budget = state.reader(), account.budget
    if budget is None:
        return [w("proposals.stress.needs_budget")]
    if name == "income":
        budget = budget.model_copy(update={"income": budget.income * (1 - FIFTH)})
    lines = []
    for letter, one in account.settled.items():
        if letter == WAITING:
            continue
        seen = afford(one, budget, MONTHS_WITHOUT if name == "without" else 0)
        if seen.first_short_month is None:
            lines.append(w("proposals.stress.holds", label=names[letter]))
        else:
            month, amount = w.month(seen.first_short_month), w.yuan(seen.missing)
            lines.append(w("proposals.stress.short", label=names[letter], month=month, amount=amount))
    return lines
