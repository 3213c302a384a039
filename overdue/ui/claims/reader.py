"""The red-flag reader: a pasted text with its warning signs marked, each with why and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from overdue.claims import READER, Mark, Piece, Sign, pieces
from overdue.ui import parts, state
from overdue.words import Lang, traditional

MOST_PASSAGES, STRETCH = 5, 6000
MARK = "background:rgba(200,140,40,.25);color:inherit;border-bottom:2px solid currentColor;padding:0 1px"
BOX = "white-space:pre-wrap;overflow-wrap:anywhere;max-height:24rem;overflow:auto;line-height:1.7"


def page() -> None:
    """Ask for a text and show what was found in it."""
    w = state.reader()
    st.markdown(w("claims.reader.intro"))
    st.text_area(w("claims.reader.label"), key="reader_text", height=180, persist_state="page")
    with st.container(horizontal=True):
        st.button(w("claims.reader.read"), key="reader_read")
        st.button(w("claims.reader.example"), key="reader_example", on_click=_take_example)
    text: str = st.session_state.reader_text
    if not text.strip():
        st.markdown(w("claims.reader.empty"))
    else:
        if text in _examples():
            st.caption(w("claims.reader.example_note"))
            if w.lang is Lang.EN:
                st.caption(READER.example.en)
        _result(text, READER.read(text))
    _all()


def _examples() -> tuple[str, str]:
    """The built-in example in both scripts."""
    zh = READER.example.zh.strip()
    return zh, traditional(zh)


def _take_example() -> None:
    simplified, hant = _examples()
    st.session_state.reader_text = hant if state.case().lang is Lang.HANT else simplified


def _result(text: str, marks: tuple[Mark, ...]) -> None:
    w = state.reader()
    signs = [sign for sign in READER.signs if any(mark.sign is sign for mark in marks)]
    if not marks:
        parts.headline(w("claims.reader.headline_none"))
    else:
        parts.headline(w("claims.reader.headline", places=len(marks), signs=len(signs)))
    st.markdown(w("claims.reader.not_safe"))
    if not marks:
        return
    st.markdown(f"**{w('claims.reader.marked')}**")
    _text(text, marks, signs)
    for number, sign in enumerate(signs, start=1):
        _sign(number, sign, text, [mark for mark in marks if mark.sign is sign])
    parts.cite([citation for sign in signs for citation in sign.citations])


def _text(text: str, marks: tuple[Mark, ...], signs: Sequence[Sign]) -> None:
    """The text with its marks, a stretch at a time: a browser draws thousands of marks slowly."""
    w = state.reader()
    parts_of = range(0, len(text), STRETCH)
    at = parts_of[0]
    if len(parts_of) > 1:
        names = {
            start: w("claims.reader.stretch", first=start + 1, last=min(start + STRETCH, len(text)))
            for start in parts_of
        }
        at = st.selectbox(
            w("claims.reader.stretches", length=len(text)),
            list(parts_of),
            format_func=names.__getitem__,
            key="reader_stretch",
        )
    end = at + STRETCH
    inside = tuple(
        replace(m, start=max(m.start, at) - at, end=min(m.end, end) - at) for m in marks if m.start < end and m.end > at
    )
    with st.container(key="reader_marked", border=True):
        named = f'tabindex="0" role="region" aria-label="{escape(w("claims.reader.marked"))}"'
        st.html(f'<div dir="auto" {named} style="{BOX}">{marked(pieces(text[at:end], inside), signs)}</div>')


def marked(cut: Sequence[Piece], signs: Sequence[Sign]) -> str:
    """The text as HTML: every character escaped, marked stretches numbered by their signs."""
    numbers = {sign.id: number for number, sign in enumerate(signs, start=1)}
    following = [piece.signs for piece in cut[1:]] + [()]
    return "".join(_piece(piece, after, numbers) for piece, after in zip(cut, following, strict=True))


def _piece(piece: Piece, after: Sequence[Sign], numbers: dict[str, int]) -> str:
    """A stretch; a mark bears its number where it ends."""
    text = escape(piece.text)
    if not piece.signs:
        return text
    named = "·".join(str(numbers[sign.id]) for sign in piece.signs if sign not in after)
    return f'<mark style="{MARK}"><bdi>{text}</bdi>{f"<sup>{named}</sup>" if named else ""}</mark>'


def _sign(number: int, sign: Sign, text: str, marks: Sequence[Mark]) -> None:
    w = state.reader()
    with st.container(key=f"sign_{sign.id}", border=True):
        st.markdown(f"**{w('claims.reader.found', number=number, title=sign.title)}**")
        passages = list(dict.fromkeys(text[mark.start : mark.end] for mark in marks))
        shown = "".join(f"<li><bdi>{escape(passage)}</bdi></li>" for passage in passages[:MOST_PASSAGES])
        st.html(f'<ul style="overflow-wrap:anywhere;margin:0">{shown}</ul>')
        if len(passages) > MOST_PASSAGES:
            st.caption(w("claims.reader.shown_first", count=MOST_PASSAGES))
        _meaning(sign)


def _meaning(sign: Sign) -> None:
    w = state.reader()
    st.markdown(w("claims.reader.why", why=sign.why))
    st.markdown(w("claims.reader.do_now", do_now=sign.do_now))
    st.caption(w(f"claims.reader.origin.{sign.origin}"))


def _all() -> None:
    """Every sign the reader knows, for those who want to learn them."""
    w = state.reader()
    with st.expander(w("claims.reader.all_signs", count=len(READER.signs)), key="all_signs"):
        for number, sign in enumerate(READER.signs, start=1):
            st.markdown(f"**{w('claims.reader.found', number=number, title=sign.title)}**")
            _meaning(sign)
