"""The way in: pick a person or enter one's own case, see three answers, go on."""

from __future__ import annotations

import streamlit as st

from overdue.accrual import Ledger
from overdue.charts import home as charts
from overdue.tables import home as tables
from overdue.ui import fields, parts, state
from overdue.ui.penalty import headline, rate_known


def page() -> None:
    """Draw the page."""
    w = state.reader()
    parts.opening("home")
    answers = st.container()
    st.header(w("home.start"), anchor=False)
    with st.container(horizontal=True, key="stories"):
        for code in state.story_codes():
            st.button(w(f"fields.story.{code}"), key=f"story_{code}", on_click=state.take_story, args=(code,))
        st.button(w("home.own"), key="story_own", on_click=state.own_case)
    _quick()
    with answers:
        fields.guarded(_answers)
    parts.onward("timeline", "negotiate", "bill", "court", "claims", "sources")
    st.markdown(w("home.is_not"))


def _answers() -> None:
    ledger = state.account().ledger
    for place, draw in zip(st.columns(3), (_grow, _pay, _record), strict=True):
        with place, st.container(border=True, height="stretch"):
            draw(ledger)


def _grow(ledger: Ledger) -> None:
    w = state.reader()
    st.markdown(f"**{w('home.grow.title')}**")
    sentence = headline(ledger)
    st.markdown(sentence)
    if ledger.total and rate_known():
        frame = tables.ahead(ledger)
        amounts = list(frame["amount"])
        labels = [
            w("home.grow.later", months=n) if n else w("home.grow.now", day=ledger.until) for n in frame["months"]
        ]
        alt = w("home.grow.chart", rows=" · ".join(f"{n} {w.yuan(a)}" for n, a in zip(labels, amounts, strict=True)))
        texts = [w.number(a, 2) for a in amounts]
        chart = charts.bars(labels, [float(a) for a in amounts], texts, ["penalty"] * len(labels), parts.look())
        heading = w("common.column.growing")
        parts.figure(chart, alt, "home_grow", lambda: tables.pairs(labels, texts, heading, w))
    parts.door("penalty")


def _pay(ledger: Ledger) -> None:
    w, account = state.reader(), state.account()
    st.markdown(f"**{w('home.pay.title')}**")
    if not ledger.total:
        st.markdown(w("home.pay.nothing"))
        return
    refused = next((account.refused[letter] for letter in "ab" if letter in account.refused), None)
    if refused is not None:
        st.markdown(fields.sentence(refused))
        return
    once, later, months = account.settled["a"], account.settled["b"], account.desk.proposals["b"].months
    gap = later.altogether - once.altogether
    key = "more" if gap > 0 else "less" if gap < 0 else "same"
    said = {"lump": w.yuan(once.altogether), "plan": w.yuan(later.altogether), "gap": w.yuan(abs(gap))}
    sentence = w(f"home.pay.{key}", lump_on=once.last_paid_on, months=months, until=later.last_paid_on, **said)
    st.markdown(sentence)
    labels = [w("home.pay.lump"), w("home.pay.plan", months=months)]
    heights = [float(once.altogether), float(later.altogether)]
    chart = charts.bars(labels, heights, [said["lump"], said["plan"]], ["principal", "interest"], parts.look())
    totals = [w.number(one.altogether, 2) for one in (once, later)]
    parts.figure(chart, sentence, "home_pay", lambda: tables.pairs(labels, totals, w("common.column.amount"), w))
    parts.door("proposals")


def _record(ledger: Ledger) -> None:
    w, seen = state.reader(), state.account().record
    st.markdown(f"**{w('home.record.title')}**")
    kept = seen.if_paid or seen.retention
    if not seen.spells:
        st.markdown(w("home.record.clean"))
    elif kept.starts_on and kept.last_day and kept.removed_from:
        sentence = w("home.record.unpaid", paid=kept.starts_on, last=kept.last_day, removed=kept.removed_from)
        st.markdown(sentence)
        ends = {"paid": kept.starts_on, "gone": kept.removed_from}
        labels = [w(f"home.record.{name}") for name in ends]
        names = [f"{label}<br>{w.day(day)}" for label, day in zip(labels, ends.values(), strict=True)]
        days = [day.isoformat() for day in ends.values()]
        parts.figure(
            charts.window(kept.starts_on, kept.removed_from, names, parts.look()),
            sentence,
            "home_record",
            lambda: tables.pairs(labels, days, w("common.column.day"), w),
        )
    parts.door("credit")


def _quick() -> None:
    """The few figures that are enough to begin."""
    w = state.reader()
    with st.container(key="quick", border=True):
        st.markdown(w("home.small"))
        for place, draw in zip(st.columns(3), (_who, _how_much, _when), strict=True):
            with place:
                draw()


def _who() -> None:
    fields.choice("lender")
    fields.number("rate", step=1.0)


def _how_much() -> None:
    fields.number("principal", step=100.0)
    fields.number("missed")


def _when() -> None:
    fields.day("due_on")
    fields.day("as_of")
    fields.look_at_today()
