"""The page on proposals: pay at once, in instalments, or wait; compared, held against a budget, and broken."""

from __future__ import annotations

import streamlit as st

from overdue.exports.comparison import comparison_csv
from overdue.tables import proposals as tables
from overdue.ui import parts, state
from overdue.ui.proposals import advice, afford, answer, cards, desk, even


def page() -> None:
    """Draw the page."""
    w = state.reader()
    parts.opening("proposals")
    found = desk.seen()
    if found.desk.dropped:
        st.info(w("proposals.dropped", names=w("proposals.joined").join(found.desk.dropped[:10])))
    if found.settled:
        answer.draw(found)
    else:
        st.warning(w("proposals.nothing"))
    cards.starts()
    cards.draw(found)
    cards.looks(found)
    if not found.settled:
        return
    answer.differences(found)
    pair = even.draw(found)
    afford.draw(found)
    afford.stress(found)
    advice.points(found, pair)
    rules = advice.warnings(found)
    _working(found, pair)
    citations = [citation for one in found.settled.values() for citation in one.citations]
    parts.cite((*citations, *rules))
    parts.onward("credit", "negotiate", "timeline")


def _working(found: desk.Seen, pair: even.Pair | None) -> None:
    """The maths in three depths, and the comparison to take along."""
    w = state.reader()
    parts.maths(w("proposals.maths.sentence"), lambda: _formulas(found, pair), lambda: _rows(found))
    facts = tables.side_by_side(found.settled, found.labels, w, found.desk.missed)
    payments = tables.payments(found.settled, found.labels, w)
    parts.download(
        w("common.csv"), comparison_csv(facts, payments, parts.stamp()), "proposals.csv", "text/csv", "proposals_csv"
    )


def _formulas(found: desk.Seen, pair: even.Pair | None) -> list[str]:
    w, lines = state.reader(), []
    for letter, one in found.settled.items():
        due = one.debt.total - one.waived
        label = found.labels[letter]
        lines.append(
            w(
                "proposals.maths.settled",
                label=label,
                debt=w.yuan(one.debt.total),
                waived=w.yuan(one.waived),
                due=w.yuan(due),
            )
        )
        if one.cost:
            lines.append(
                w(
                    "proposals.maths.paid",
                    label=label,
                    due=w.yuan(due),
                    cost=w.yuan(one.cost),
                    total=w.yuan(one.total),
                )
            )
    if pair is not None and pair.even.amount is not None:
        worth, amount = w.yuan(pair.later.present_value), w.yuan(pair.even.amount)
        lines.append(w("proposals.maths.even", worth=worth, day=pair.even.pay_on, amount=amount))
    return lines


def _rows(found: desk.Seen) -> None:
    w = state.reader()
    parts.table(
        tables.side_by_side(found.settled, found.labels, w, found.desk.missed), w("proposals.differs").strip("*")
    )
    frame = tables.payments(found.settled, found.labels, w)
    parts.table(frame.astype(str), w("common.maths_table"))
