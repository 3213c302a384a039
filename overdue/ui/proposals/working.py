"""How it is worked out: a sentence, the formulas with these numbers, the tables; and the files to take along."""

import streamlit as st

from overdue.account import Account
from overdue.tables import Frame
from overdue.tables import offers as said
from overdue.tables import proposals as tables
from overdue.ui import book, parts, state
from overdue.ui.proposals.even import pair

WIDEST = 4  # columns of a table that a phone of 390 px holds


def draw(account: Account) -> None:
    """The maths in three depths, and the comparison to take along."""
    w, names = state.reader(), said.named(account, state.reader())
    st.markdown(w("proposals.maths.sentence"))
    st.markdown("\n".join(f"- {line}" for line in _formulas(account, names)))
    facts = tables.side_by_side(account.settled, names, w, account.desk.missed)
    payments = tables.payments(account.settled, names, w)
    fitting(facts, w("proposals.q.how"))
    for letter, one in account.settled.items():
        if len(one.schedule.rows) > 1:
            st.markdown(f"**{names[letter]}**")
            parts.table(tables.rows_of(payments, names[letter]), names[letter])
    parts.download(w("common.csv"), parts.csv(facts, payments), "proposals.csv", "proposals_csv")
    book.draw(account)


def fitting(frame: Frame, alt: str) -> None:
    """A column an offer where they fit on a phone, else a list."""
    if len(frame.columns) <= WIDEST:
        parts.table(frame, alt)
        return
    w, lines = state.reader(), []
    for name, *values in frame.astype(str).itertuples(index=False):
        told = zip(frame.columns[1:], values, strict=True)
        each = "  \n  ".join(w("common.labelled", label=label, value=value) for label, value in told)
        lines.append(f"- **{name}**  \n  {each}")
    st.markdown("\n".join(lines))


def _formulas(account: Account, names: dict[str, str]) -> list[str]:
    w, lines, found = state.reader(), [], pair(account)
    for letter, one in account.settled.items():
        due = one.debt.total - one.waived
        sums = {"debt": one.debt.total, "waived": one.waived, "due": due, "cost": one.cost, "total": one.total}
        told = {name: w.yuan(amount) for name, amount in sums.items()}
        label = names[letter]
        if one.waived:
            lines.append(
                w("proposals.maths.settled", label=label, debt=told["debt"], waived=told["waived"], due=told["due"])
            )
        else:
            lines.append(w("proposals.maths.whole", label=label, debt=told["debt"]))
        if one.cost:
            lines.append(
                w("proposals.maths.paid", label=label, due=told["due"], cost=told["cost"], total=told["total"])
            )
    if found is not None and found.even.amount is not None:
        worth, amount = w.yuan(found.later.present_value), w.yuan(found.even.amount)
        lines.append(w("proposals.maths.even", worth=worth, day=found.even.pay_on, amount=amount))
    return lines
