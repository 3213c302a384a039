"""The disagreement view: the articles' days on one axis, shaded where they contradict, the rules beneath."""

import streamlit as st

from overdue.charts import claims as charts
from overdue.claims import CLAIMS, DISAGREEMENT, Contradiction
from overdue.tables import claims as tables
from overdue.ui import parts, state
from overdue.ui.claims import cards


def page() -> None:
    """Draw the headline, the chart, the contradictions and what each row says."""
    w, view = state.reader(), DISAGREEMENT
    inside = sum(c.inside_one for c in view.contradictions)
    sentence = w("claims.bands.headline", count=len(view.contradictions), inside=inside)
    parts.headline(sentence)
    st.markdown(w("claims.bands.intro"))
    parts.figure(
        charts.disagreement(tables.bands(view, w), parts.look(), w("claims.bands.axis")), sentence, "disagreement"
    )
    st.header(w("claims.bands.contradictions"), anchor=False)
    for number, contradiction in tables.numbered(view):
        _contradiction(number, contradiction)
    with st.expander(w("claims.bands.table"), key="bands_table"):
        frame = tables.spans(view, w, lambda column: w(f"claims.bands.column.{column}"))
        parts.table(frame, w("claims.bands.table"))
        parts.download(w("common.csv"), parts.csv(frame, figures=False), "disagreement.csv", "bands_csv")
    ruled = [citation for rule in view.rules for citation in rule.citations]
    parts.cite(ruled + [citation for c in view.contradictions for citation in c.citations])


def _contradiction(number: int, c: Contradiction) -> None:
    w = state.reader()
    st.markdown(
        w(
            "claims.bands.contradiction",
            number=number,
            on=c.on,
            one=c.one.says,
            one_by=w.listed(c.one.articles),
            other=c.other.says,
            other_by=w.listed(c.other.articles),
            where=w("claims.bands.inside" if c.inside_one else "claims.bands.between"),
            rule=w("claims.bands.rule", rules=w.listed(c.rules)) if c.rules else w("claims.bands.no_rule"),
        )
    )
    with st.container(horizontal=True):
        for card in c.cards:
            label = w("claims.find.open", id=CLAIMS.card(card).id)
            st.button(label, key=f"bands_{c.id}_{card}", on_click=cards.show, args=(card,))
