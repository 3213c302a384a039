"""The red-flag reader: what to do with who wrote this, five questions, and the acts in it with their rules."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from overdue.claims import Mark, Piece, Question, Sign, pieces, widened
from overdue.claims.flags import LONGEST, READER, TextReading
from overdue.claims.spelling import SPELLING
from overdue.claims.threat import Threat, collected, threats
from overdue.ui import parts, state
from overdue.ui.claims import frightening
from overdue.words import Lang, traditional, words

MOST_PASSAGES, MOST_SHOWN, STRETCH = 2, 40, 6000
SHORTEST_FOREIGN = 20
HAN = 0x3400, 0x9FFF
MARK = "background:rgba(200,140,40,.25);color:inherit;border-bottom:2px solid currentColor;padding:0 1px"
BOX = "white-space:pre-wrap;overflow-wrap:anywhere;max-height:24rem;overflow:auto;line-height:1.7"


def page() -> None:
    """Ask for a text and say what to do with who wrote it."""
    w = state.reader()
    if state.staged():
        _staged(words(Lang.ZH)("workshop.advert"))
        return
    st.text_area(
        w("claims.reader.label"), key="reader_text", height=140, placeholder=w("claims.reader.hint"),
        persist_state="page",
    )  # fmt: skip
    with st.container(horizontal=True):
        st.button(w("claims.reader.read"), key="reader_read")
        st.button(w("claims.reader.example"), key="reader_example", on_click=_take_example)
    text: str = st.session_state.reader_text
    hindrance = _hindrance(text)
    if hindrance:
        if hindrance == "foreign":
            _foreign(text)
        else:
            st.markdown(w(f"claims.reader.{hindrance}", length=len(text), longest=LONGEST))
            _act(("money",) if hindrance == "empty" else ())
            _questions(text, ())
    else:
        if text in _examples():
            st.caption(w("claims.reader.example_note"))
            if w.lang is Lang.EN:
                st.caption(READER.example.en)
        held, reading = threats(READER, text), READER.read(text)
        _result(text, replace(reading, marks=collected(reading, held)), held)
    _all()
    st.caption(w("claims.reader.kept"))


def _staged(text: str) -> None:
    """The advert of the lesson, read before the room: what to do, and each act with the passage that shows it."""
    w, reading = state.reader(), READER.read(text)
    signs = _signs(reading.done)
    parts.answer(
        w("claims.reader.label_warn", count=len(signs)), w("claims.reader.figure_warn"),
        w("claims.reader.says_warn"), of_case=False,
    )  # fmt: skip
    with st.container(key="reader_marked"):
        st.html(f'<div dir="auto" style="{BOX}">{marked(pieces(text, widened(text, reading.done)), signs)}</div>')
    if w.lang is Lang.EN:  # the advert comes in Chinese: its reading beside it
        st.markdown(w("workshop.advert"))
    lines = [w("claims.reader.found", number=number, title=sign.title) for number, sign in enumerate(signs, start=1)]
    st.markdown("\n".join(lines))


def _signs(found: Iterable[Mark]) -> list[Sign]:
    """The signs by the place where each stands first; their numbers go by it."""
    return list(dict.fromkeys(mark.sign for mark in found))


def _hindrance(text: str) -> str:
    """Why a text cannot be read, as the name of its sentence; empty if it can."""
    bare = text.strip()
    if not bare:
        return "empty"
    if len(text) > LONGEST:
        return "too_long"
    if len(bare) < 60 and any(mark in bare.lower() for mark in SPELLING.pictures):
        return "picture"
    chinese = any(HAN[0] <= ord(c) <= HAN[1] for c in bare)
    return "" if chinese or len(bare) < SHORTEST_FOREIGN or threats(READER, text) else "foreign"


def _examples() -> tuple[str, str]:
    """The built-in example in both scripts."""
    zh = READER.example.zh.strip()
    return zh, traditional(zh)


def _take_example() -> None:
    simplified, hant = _examples()
    st.session_state.reader_text = hant if state.case().lang is Lang.HANT else simplified


def _result(text: str, reading: TextReading, held: Sequence[Threat]) -> None:
    """The act first, what frightens beside the rules on calls, the questions, each sign, the text with its marks."""
    w = state.reader()
    found = reading.done if reading.warns else reading.marks
    signs = _signs(found)
    if reading.warns:
        parts.answer(
            w("claims.reader.label_warn", count=len(signs)), w("claims.reader.figure_warn"),
            w("claims.reader.says_warn"), of_case=False,
        )  # fmt: skip
        st.markdown(w("claims.reader.own_lender"))
    elif SPELLING.from_court(text):
        _court()
    else:
        kind = "threat" if held else "ask"
        label = w(f"claims.reader.label_{'threat' if held else reading.speaker}")
        parts.answer(label, w(f"claims.reader.figure_{kind}"), w(f"claims.reader.says_{kind}"), of_case=False)
    if any(word in text for word in SPELLING.sold):
        st.markdown(w("claims.reader.stops"))
    if held:
        frightening.draw(text, held)
    _act()
    if not held:
        parts.door("timeline", label=w("claims.reader.collector"), part="calls")
    if found or not held:
        _questions(text, found)
    for number, sign in enumerate(signs, start=1):
        _sign(number, sign, text, [mark for mark in found if mark.sign is sign])
    if signs:
        _text(text, found, signs)
        parts.cite([citation for sign in signs for citation in sign.citations])


def _court() -> None:
    """What seems to come from a court: opened and paid nothing, checked, and its time looked at."""
    w, facts = state.reader(), parts.facts()
    label, figure, says = (w(f"claims.reader.{name}_court", **facts) for name in ("label", "figure", "says"))
    parts.answer(label, figure, says, of_case=False)
    parts.door("timeline", label=w("claims.reader.court_door"), part="court", held="message")


def _foreign(text: str) -> None:
    """A text in another language: that it was not read, what to hold it against, and only then the questions."""
    w = state.reader()
    if SPELLING.from_court(text):
        _court()
    label = w("claims.reader.label_foreign")
    parts.answer(label, w("claims.reader.figure_foreign"), w("claims.reader.says_foreign"), key="unread", of_case=False)
    _act(("money", "papers", "code", "court"))
    _questions("", ())


def _act(marks: Sequence[str] = ()) -> None:
    """Where money may go, and that a court's time runs on: true of every text; first the ``marks`` of a scam."""
    w, acts = state.reader(), ("lender", "court", "done")
    keys = (*(f"foreign.{name}" for name in marks), *(f"act.{name}" for name in acts))
    st.markdown("\n".join(f"- {w(f'claims.reader.{key}')}" for key in keys))


def _questions(text: str, found: Iterable[Mark]) -> None:
    """The five questions, each with what the text says to it."""
    w = state.reader()
    st.markdown(f"**{w('claims.reader.ask')}**")
    lines = []
    for question in Question:
        said = _passages(text, [mark for mark in found if mark.sign.asks is question])
        told = f"<br><small>{w('claims.reader.written')} {said}</small>" if said else ""
        lines.append(f"<li>{w(f'claims.reader.question.{question}')}{told}</li>")
    with st.container(key="reader_questions"):
        st.html(f'<ol style="overflow-wrap:anywhere;margin:0;padding-left:1.4em">{"".join(lines)}</ol>')


def _passages(text: str, marks: Iterable[Mark]) -> str:
    """The first passages as escaped text between quotation marks."""
    found = dict.fromkeys(" ".join(text[mark.start : mark.end].split()) for mark in widened(text, marks))
    shown = [one if len(one) <= MOST_SHOWN else f"{one[:MOST_SHOWN]}…" for one in found][:MOST_PASSAGES]
    return " ".join(f"“<bdi>{escape(one)}</bdi>”" for one in shown)


def _text(text: str, marks: Sequence[Mark], signs: Sequence[Sign]) -> None:
    """The text with its marks, a stretch at a time: a browser draws thousands of marks slowly."""
    w = state.reader()
    st.markdown(f"**{w('claims.reader.marked')}**")
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
        replace(m, start=max(m.start, at) - at, end=min(m.end, end) - at)
        for m in widened(text, marks)
        if m.start < end and m.end > at
    )
    with st.container(key="reader_marked"):
        named = f'tabindex="0" role="region" aria-label="{escape(w("claims.reader.marked"))}"'
        st.html(f'<div dir="auto" {named} style="{BOX}">{marked(pieces(text[at:end], inside), signs)}</div>')


def marked(cut: Sequence[Piece], signs: Sequence[Sign]) -> str:
    """The text as HTML: every character escaped, marked stretches numbered by their signs."""
    numbers = {sign.id: number for number, sign in enumerate(signs, start=1)}
    before = [(), *(piece.signs for piece in cut)][: len(cut)]
    return "".join(_piece(piece, over, numbers) for piece, over in zip(cut, before, strict=True))


def _piece(piece: Piece, before: Sequence[Sign], numbers: dict[str, int]) -> str:
    """A stretch; a mark bears its number behind the first stretch it lies over."""
    text = escape(piece.text)
    if not piece.signs:
        return text
    named = "·".join(map(str, sorted(numbers[sign.id] for sign in piece.signs if sign not in before)))
    return f'<mark style="{MARK}"><bdi>{text}</bdi>{f"&#8288;<sup>{named}</sup>" if named else ""}</mark>'


def _sign(number: int, sign: Sign, text: str, marks: Sequence[Mark]) -> None:
    """One act: its name as a line, opened: where it stands, why it matters, what to do, its rules."""
    w = state.reader()
    with st.expander(w("claims.reader.found", number=number, title=sign.title), type="compact", key=f"sign_{sign.id}"):
        st.html(f'<div style="overflow-wrap:anywhere">{_passages(text, marks)}</div>')
        _meaning(sign)


def _meaning(sign: Sign) -> None:
    w = state.reader()
    st.markdown(w.together([w.text(sign.why), w.text(sign.do_now)]))
    st.caption(" ".join(filter(None, [w(f"claims.reader.origin.{sign.origin}"), " · ".join(sign.rules)])))


def _all() -> None:
    """Every sign the reader knows, for those who want to learn them."""
    w = state.reader()
    label = w("claims.reader.all_signs", count=len(READER.signs))
    parts.folded(label, "all_signs", _each)


def _each() -> None:
    w = state.reader()
    for number, sign in enumerate(READER.signs, start=1):
        st.markdown(f"**{w('claims.reader.found', number=number, title=sign.title)}**")
        _meaning(sign)
