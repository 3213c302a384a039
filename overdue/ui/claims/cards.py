"""The cards: finding them, and one card in full at an address of its own."""

from __future__ import annotations

from collections import Counter
from typing import Literal
from urllib.parse import urlencode

import streamlit as st

from overdue.casefile.fields import shown
from overdue.claims import CLAIMS, Article, Card, Topic, Verdict
from overdue.ui import parts, state

STEP = 12
COLOURS: dict[Verdict, Literal["green", "yellow", "orange", "blue", "red"]] = {
    Verdict.SUPPORTED: "green",
    Verdict.PARTLY: "yellow",
    Verdict.WRONG: "orange",
    Verdict.PRACTICE: "blue",
    Verdict.DANGEROUS: "red",
}


def page() -> None:
    """Draw one card if the address names it, else the search and the list."""
    w, asked = state.reader(), state.own("card").upper()
    if asked in CLAIMS.cards:
        whole(CLAIMS.card(asked))
        return
    if asked:
        st.warning(w("claims.card.unknown", given=shown(asked)))
    counts = Counter(card.verdict for card in CLAIMS.cards.values())
    held = {str(verdict): count for verdict, count in counts.items()}
    parts.headline(w("claims.headline", cards=len(CLAIMS.cards), **held))
    st.markdown(w("claims.judged"))
    _list(_wanted())


def badge(verdict: Verdict) -> None:
    """The verdict as a word with a colour; the word alone says it."""
    st.badge(state.reader()(f"claims.verdict.{verdict}"), color=COLOURS[verdict])


def _wanted() -> tuple[Card, ...]:
    w = state.reader()
    with st.container(key="find", border=True):
        text = st.text_input(w("claims.find.label"), key="claims_text", persist_state="page")
        topics = st.pills(
            w("claims.topic.label"),
            list(Topic),
            selection_mode="multi",
            key="claims_topic",
            persist_state="page",
            format_func=lambda code: w(f"claims.topic.{code}"),
        )
        verdicts = st.pills(
            w("claims.verdict.label"),
            list(Verdict),
            selection_mode="multi",
            key="claims_verdict",
            persist_state="page",
            format_func=lambda code: w(f"claims.verdict.{code}"),
        )
        articles = st.pills(
            w("claims.find.article"),
            list(CLAIMS.articles),
            selection_mode="multi",
            key="claims_article",
            persist_state="page",
        )
    return CLAIMS.find(text, map(Topic, topics), map(Verdict, verdicts), articles)


def _list(found: tuple[Card, ...]) -> None:
    w = state.reader()
    st.markdown(w("claims.find.count", count=len(found)) if found else w("claims.find.none"))
    shown = st.session_state.get("claims_shown", STEP)
    for card in found[:shown]:
        with st.container(border=True, key=f"row_{card.id}"):
            badge(card.verdict)
            st.markdown(f"**{w.text(card.claim)}**  \n{w.text(card.says)}")
            st.button(w("claims.find.open", id=card.id), key=f"open_{card.id}", on_click=show, args=(card.id,))
    left = len(found) - shown
    if left > 0:
        st.button(w("claims.find.more", count=min(STEP, left)), key="claims_more", on_click=_more, args=(shown,))


def _more(shown: int) -> None:
    st.session_state.claims_shown = shown + STEP


def show(card: str) -> None:
    """Open a card; its number goes into the address. Empty goes back to the list."""
    state.set_own("view", "")
    state.set_own("quiz", "")
    state.set_own("card", card)


def whole(card: Card) -> None:
    """One card in full."""
    w = state.reader()
    with st.container(key=f"card_{card.id}", border=True):
        st.caption(f"{card.id} · {w(f'claims.topic.{card.topic}')}")
        st.header(w.text(card.claim), anchor=False)
        st.markdown(_who(card))
        badge(card.verdict)
        answer(card)
    link(w("claims.card.address"), card=card.id)
    ids = list(CLAIMS.cards)
    place = ids.index(card.id)
    with st.container(horizontal=True):
        if place > 0:
            st.button(
                w("claims.card.before", id=ids[place - 1]), key="card_before", on_click=show, args=(ids[place - 1],)
            )
        if place + 1 < len(ids):
            st.button(
                w("claims.card.after", id=ids[place + 1]), key="card_after", on_click=show, args=(ids[place + 1],)
            )
        st.button(w("claims.card.all"), key="card_all", on_click=show, args=("",))


def answer(card: Card) -> None:
    """What the rule says, what to do now, and the basis, open to read."""
    w = state.reader()
    st.caption(w(f"claims.meaning.{card.verdict}"))
    st.markdown(f"**{w('claims.card.rule')}**  \n{w.text(card.says)}")
    st.markdown(f"**{w('claims.card.do_now')}**  \n{w.text(card.do_now)}")
    st.markdown(f"**{w('claims.card.basis')}**")
    for citation in card.citations:
        st.markdown(parts.cited(citation))
    if card.no_rule is not None:
        st.markdown(w("claims.card.no_rule", scope=card.no_rule.scope, searched=card.no_rule.searched))
    for article in (CLAIMS.articles[name] for name in card.articles):
        _later(card, article)


def _who(card: Card) -> str:
    w = state.reader()
    if not card.articles:
        return w("claims.card.said_by_none")
    comma = w("claims.card.comma")
    said = w("claims.card.said_by", articles=comma.join(_dated(CLAIMS.articles[name]) for name in card.articles))
    return f"{said} {w('claims.card.one_source')}" if len(card.articles) > 1 else said


def _dated(article: Article) -> str:
    w = state.reader()
    day = article.day_printed if article.day is None else w.day(article.day)
    return w("claims.card.dated", name=article.name, kind=w(f"claims.article.kind.{article.kind}"), day=day)


def _later(card: Card, article: Article) -> None:
    w = state.reader()
    later = CLAIMS.later(card, article)
    if article.day is None and card.rules:
        st.caption(w("claims.card.no_year", article=article.name, printed=article.day_printed))
    elif later and article.day is not None:
        comma = w("claims.card.comma")
        said = comma.join(w("claims.card.began", rule=c.rule, since=c.since) for c in card.citations if c.rule in later)
        st.caption(w("claims.card.later", article=article.name, day=article.day, rules=said))


def link(label: str, **keys: str) -> None:
    """An address that holds only these keys and the language, to copy."""
    base = (st.context.url or "").split("?")[0]
    st.caption(label)
    st.code(f"{base}?{urlencode({'lang': state.case().lang, **keys})}", language=None, wrap_lines=True)
