"""The cards: finding them, and one card in full at an address of its own."""

from collections.abc import Sequence
from typing import Literal
from urllib.parse import urlencode

import streamlit as st

from overdue.claims import CLAIMS, Article, Card, Topic, Verdict
from overdue.ui import parts, state

MOST = 12
COLOURS: dict[Verdict, Literal["green", "yellow", "orange", "blue", "red"]] = {
    Verdict.SUPPORTED: "green",
    Verdict.PARTLY: "yellow",
    Verdict.WRONG: "orange",
    Verdict.PRACTICE: "blue",
    Verdict.DANGEROUS: "red",
}


def badge(verdict: Verdict) -> None:
    """The verdict as a word with a colour; the word alone says it."""
    st.badge(state.reader()(f"claims.verdict.{verdict}"), color=COLOURS[verdict])


def search() -> tuple[Card, ...] | None:
    """The cards that hold what is typed, from one article if one was chosen; None while nothing is asked."""
    w = state.reader()
    text = st.text_input(
        w("claims.find.label"), key="claims_text", type="search", live=True, placeholder=w("claims.find.label"),
        label_visibility="collapsed", persist_state="page",
    )  # fmt: skip
    return CLAIMS.find(text) if text.strip() else None


def listed(found: Sequence[Card]) -> None:
    """Cards as lines to open, each with its verdict."""
    w = state.reader()
    st.caption(w("claims.find.count", count=len(found)) if found else w("claims.find.none"))
    with st.container(key="claim_lines", gap=None):
        for card in found[:MOST]:
            line(card)
    if len(found) > MOST:
        st.caption(w("claims.find.first", count=MOST))


def topic(about: Topic) -> None:
    """The cards of one topic."""
    with st.container(key=f"claim_lines_{about}", gap=None):
        for card in CLAIMS.find(topics=[about]):
            line(card)


def line(card: Card) -> None:
    """One card as a line to open: what is claimed, and the verdict."""
    w = state.reader()
    parts.door("claims", label=f"{w.text(card.claim)} {_badge(card)}", icon=None, width="stretch", card=card.id)


def _badge(card: Card) -> str:
    """The verdict inside a line, in its colour."""
    return f":{COLOURS[card.verdict]}-badge[{state.reader()(f'claims.verdict.{card.verdict}')}]"


def show(card: str) -> None:
    """Open a card; its number goes into the address. Empty goes back to the list."""
    state.set_own("view", "")
    state.set_own("quiz", "")
    state.set_own("card", card)


def whole(card: Card) -> None:
    """One card in full."""
    w = state.reader()
    with st.container(key=f"card_{card.id}"):
        if state.staged():
            answer(card)
            return
        st.caption(f"{card.id} · {w(f'claims.topic.{card.topic}')}")
        st.title(w.text(card.claim), anchor=False)
        badge(card.verdict)
        answer(card)
        st.caption(_who(card))
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


def answer(card: Card) -> None:
    """What the rule says, what to do now, and the basis, open to read."""
    w = state.reader()
    meaning = w(f"claims.meaning.{card.verdict}")
    if state.staged():
        st.markdown(f"{_badge(card)} {meaning}")
    else:
        st.caption(meaning)
    st.markdown(f"**{w('claims.card.rule')}**  \n{w.text(card.says)}")
    st.markdown(f"**{w('claims.card.do_now')}**  \n{w.text(card.do_now)}")
    if state.staged():
        st.caption(" · ".join(dict.fromkeys(citation.rule for citation in card.citations)))
        return
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
    said = w("claims.card.said_by", articles=w.listed(_dated(CLAIMS.articles[name]) for name in card.articles))
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
        said = w.listed(w("claims.card.began", rule=c.rule, since=c.since) for c in card.citations if c.rule in later)
        st.caption(w("claims.card.later", article=article.name, day=article.day, rules=said))


def link(label: str, **keys: str) -> None:
    """An address that holds only these keys and the language, to copy."""
    if state.staged():
        return
    base = (st.context.url or "").split("?")[0]
    st.caption(label)
    st.code(f"{base}?{urlencode({'lang': state.case().lang, **keys})}", language=None, wrap_lines=True)
