"""What is owed when a term is not known: the span, and which term to find first."""

import streamlit as st

from overdue.bill import Band
from overdue.casefile.unknowns import Range, ranges
from overdue.charts import bill as charts
from overdue.tables import bill as tables
from overdue.ui import parts, state


def draw() -> None:
    """The sentence, the span, and a row for each unknown."""
    w, case = state.reader(), state.case()
    band = state.account().band
    if band is None:
        st.markdown(w("bill.band.none"))
        return
    spans = ranges(case)
    sentence = _headline(band)
    with st.container(key="band", border=True):
        st.markdown(f"**{sentence}**")
        names = {end: f"{w(f'bill.band.{end}')} {w.yuan(getattr(band, end))}" for end in ("low", "usual", "high")}
        if band.width:
            chart = charts.band(float(band.low), float(band.usual), float(band.high), names, parts.look())
            parts.figure(chart, sentence, "band_chart", lambda: tables.ends(band, w))
        parts.table(tables.ranges(spans, band, w), w("bill.q.band"))
        _assumed(spans)


def _headline(band: Band) -> str:
    w, case = state.reader(), state.case()
    if not band.width:
        return w("bill.band.flat", day=case.as_of, low=w.yuan(band.low))
    said = [
        w(
            "bill.band.headline",
            day=case.as_of,
            low=w.yuan(band.low),
            high=w.yuan(band.high),
            width=w.yuan(band.width),
        )
    ]
    if band.widest is not None:
        name = band.widest.name
        where = w(f"bill.find.{name}")
        said.append(w("bill.band.widest", name=w(f"bill.term.{name}"), by=w.yuan(band.widest.by), where=where))
    return w.together(said)


def _assumed(spans: tuple[Range, ...]) -> None:
    w = state.reader()
    for span in spans:
        if span.name == "rate" and not isinstance(span.high, str):
            st.caption(w("bill.band.assumed", line=w.percent(span.high / 100)))
