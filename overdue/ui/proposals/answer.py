"""The comparison in one sentence, and drawn over time."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from overdue.charts import proposals as charts
from overdue.proposal import InstalmentPlan, LumpSum, Settlement, beside, gap
from overdue.tables import Frame
from overdue.tables import proposals as tables
from overdue.ui import parts, state
from overdue.ui.proposals.desk import Seen

MONEY = ("altogether", "waived", "present_value", "largest_payment")


def draw(found: Seen) -> None:
    """Sentence, further sentences, and both charts."""
    w = state.reader()
    said = sentences(found)
    parts.headline(said[0])
    if said[1:]:
        st.markdown("\n".join(f"- {sentence}" for sentence in said[1:]))
    frame = tables.over_time(found.settled)
    left, right = st.columns(2)
    with left:
        st.markdown(f"**{w('proposals.chart.owed')}**")
        _chart(found, frame, "owed", said[0])
    with right:
        st.markdown(f"**{w('proposals.chart.paid')}**")
        _chart(found, frame, "paid", said[0])
    later = max(one.altogether - one.total for one in found.settled.values())
    if later:
        st.caption(w("proposals.runs_on", amount=w.yuan(later)))


def sentences(found: Seen) -> list[str]:
    """Each proposal against the baseline: the pinned one, else the first."""
    w = state.reader()
    letters = list(found.settled)
    base = found.desk.pinned if found.desk.pinned in letters else letters[0]
    others = [letter for letter in letters if letter != base]
    if not others:
        return [w("proposals.headline.one", label=found.labels[base], how=_how(found.settled[base]))]
    return [_pair(found, base, other) for other in others]


def _pair(found: Seen, base: str, other: str) -> str:
    w = state.reader()
    mine, theirs = found.settled[base], found.settled[other]
    apart = gap(mine, theirs)
    key = "more" if apart.cost > 0 else "less" if apart.cost < 0 else "same"
    months = apart.record_months or 0
    record = "later" if months > 0 else "earlier" if months < 0 else "level"
    return w(
        f"proposals.headline.pair_{key}",
        other=_short(other),
        base=_short(base),
        how=_how(mine),
        end=_end(theirs),
        record=w(f"proposals.headline.{record}", **({"months": abs(months)} if months else {})),
        **({} if key == "same" else {"amount": w.yuan(abs(apart.cost))}),
    )


def _short(letter: str) -> str:
    w = state.reader()
    return w("proposals.name.wait") if letter == "w" else w("proposals.name.short", letter=letter.upper())


def _end(one: Settlement) -> str:
    w = state.reader()
    if isinstance(one.offer, InstalmentPlan):
        return w("proposals.headline.until", month=w.month(one.debt_free_on))
    return w(
        "proposals.headline.once" if isinstance(one.offer, LumpSum) else "proposals.headline.waited", day=one.debt.on
    )


def _how(one: Settlement) -> str:
    w = state.reader()
    if isinstance(one.offer, InstalmentPlan):
        return w("proposals.headline.plan", count=len(one.schedule.rows), amount=w.yuan(one.total))
    key = "lump" if isinstance(one.offer, LumpSum) else "wait"
    return w(f"proposals.headline.{key}", day=one.debt.on, amount=w.yuan(one.total))


def _chart(found: Seen, frame: Frame, kind: str, sentence: str) -> None:
    w = state.reader()
    values = {
        letter: {"label": found.labels[letter]}
        | ({"day": w.day(one.debt_free_on)} if kind == "owed" else {"amount": w.yuan(one.altogether)})
        for letter, one in found.settled.items()
    }
    names = {letter: w(f"proposals.chart.legend_{kind}", **fields) for letter, fields in values.items()}
    figure = charts.over_time(frame, kind, parts.look(), names, found.desk.pinned)
    alt = w(f"proposals.chart.{kind}_alt", sentence=sentence)
    parts.figure(figure, alt, f"chart_{kind}", lambda: tables.steps(frame, kind, found.labels, w))


def differences(found: Seen) -> None:
    """What differs, and why."""
    w = state.reader()
    if len(found.settled) < 2:
        return
    lines = [w("proposals.differs")]
    discounted = any(one.discount_rate for one in found.settled.values())
    for one in beside(list(found.settled.values())).differences:
        if one.aspect == "present_value" and not discounted:
            continue  # the same as the total
        spread = w.yuan(one.spread) if one.aspect in MONEY and isinstance(one.spread, Decimal) else one.spread
        fields = {} if one.aspect == "yearly_cost" else {"spread": spread}
        why = w("proposals.joined").join(w(f"proposals.why.{code}") for code in one.why)
        lines.append(w("proposals.differs_row", what=w(f"proposals.aspect.{one.aspect}", **fields), why=why))
    if len(lines) > 1:
        st.markdown("\n".join(lines))
