"""The five articles: what kind of page each is, its own day, and why five are not five sources."""

from __future__ import annotations

import streamlit as st

from overdue.claims import CLAIMS, Article
from overdue.ui import state
from overdue.ui.claims import cards


def page() -> None:
    """Draw the register of articles."""
    st.markdown(state.reader()("claims.article.intro"))
    for article in CLAIMS.articles.values():
        _article(article)


def _article(article: Article) -> None:
    w = state.reader()
    found = CLAIMS.find(articles=[article.id])
    with st.container(key=f"article_{article.id}", border=True):
        st.markdown(f"**{w.text(article.name)}** · {w(f'claims.article.kind.{article.kind}')}")
        if article.day is None:
            st.caption(w("claims.article.day_unknown", printed=article.day_printed))
        else:
            st.caption(w("claims.article.day", day=article.day))
        st.markdown(f"{w.text(article.what)} {w.text(article.weigh)}")
        st.button(w("claims.article.see", count=len(found)), key=f"see_{article.id}", on_click=_see, args=(article.id,))


def _see(article: str) -> None:
    """Show only the cards of one article."""
    cards.show("")
    st.session_state["claims_article"] = [article]
