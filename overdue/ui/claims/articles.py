"""The five articles: what kind of page each is, its own day, and why five are not five sources."""

from collections.abc import Sequence

import streamlit as st

from overdue.claims import CLAIMS, Article, Card
from overdue.ui import parts, state
from overdue.ui.claims import cards


def page() -> None:
    """Draw the register of articles."""
    st.markdown(state.reader()("claims.article.intro"))
    for article in CLAIMS.articles.values():
        _article(article)


def _article(article: Article) -> None:
    w = state.reader()
    found = CLAIMS.find(articles=[article.id])
    with st.container(key=f"article_{article.id}"):
        st.markdown(f"**{w.text(article.name)}** · {w(f'claims.article.kind.{article.kind}')}")
        if article.day is None:
            st.caption(w("claims.article.day_unknown", printed=article.day_printed))
        else:
            st.caption(w("claims.article.day", day=article.day))
        st.markdown(f"{w.text(article.what)} {w.text(article.weigh)}")
        label = w("claims.article.see", count=len(found))
        parts.folded(label, f"see_{article.id}", lambda: _cards(found))


def _cards(found: Sequence[Card]) -> None:
    for card in found:
        cards.line(card)
