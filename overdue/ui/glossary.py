"""The glossary as a page, and the words of one page in a fold."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from overdue.casefile.fields import shown
from overdue.ui import fields, parts, state
from overdue.words import Lang, pairs, words

EVERYWHERE = ("overdue", "principal", "penalty", "payoff", "record", "lender", "reference_line")
ON_PAGE = {
    "penalty": ("overdue", "penalty", "uplift", "compound", "acceleration", "compensation", "reference_line", "fee"),
    "bill": ("principal", "interest", "penalty", "compound", "fee", "damages", "uplift", "acceleration"),
    "proposals": ("lump_sum", "plan", "waiver", "payoff", "yearly_cost", "present_value", "limitation", "record"),
    "credit": ("record", "payoff", "dispute", "compensation", "waiver", "overdue"),
    "court": ("limitation", "performance", "interest", "penalty", "record", "payoff"),
    "timeline": ("overdue", "collection", "acceleration", "limitation", "record", "borrower"),
    "negotiate": ("lender", "borrower", "waiver", "plan", "limitation", "payoff"),
    "debts": ("many_lenders", "fair_shares", "new_for_old", "penalty", "waiver", "plan", "record", "bankruptcy"),
    "claims": ("collection", "record", "penalty", "damages", "limitation", "reference_line"),
    "sources": ("reference_line", "lpr", "limitation", "record", "damages"),
}
LONGEST = 40  # characters of a search
TERMS = tuple(sorted(key.split(".")[1] for key in pairs() if key.startswith("glossary.") and key.endswith(".term")))


def page() -> None:
    """Draw the page: every term a line to open; a search, in any of the three scripts, says what it finds at once."""
    w = state.reader()
    parts.opening("glossary")
    given = (fields.text(w("glossary.search"), "glossary_search", LONGEST) or "").strip().casefold()
    found = sorted((term for term in TERMS if given in _everything(term)), key=_place)
    if given:
        for term in found:
            st.markdown(f"**{w(f'glossary.{term}.term')}**")
            _mean(term)
        if not found:
            st.info(w("glossary.none", given=shown(given)))
        return
    with st.container(key="terms"):
        for term in found:
            parts.question("glossary", term, partial(_mean, term), label=w(f"glossary.{term}.term"))


def _mean(term: str) -> None:
    """What a term means, and what it is called in the other scripts."""
    st.markdown(state.reader()(f"glossary.{term}.means"))
    st.caption(" · ".join(dict.fromkeys(words(lang)(f"glossary.{term}.term") for lang in Lang)))


def _place(term: str) -> bytes:
    """Where a term stands: by the alphabet, in Chinese by the sound of its Simplified form, as GB 18030 orders it."""
    shown = words(Lang.EN if state.reader().lang is Lang.EN else Lang.ZH)(f"glossary.{term}.term")
    return shown.casefold().encode("gb18030")


def _everything(term: str) -> str:
    return " ".join(words(lang)(f"glossary.{term}.{part}") for lang in Lang for part in ("term", "means")).casefold()


def here(page: str) -> None:
    """The words used on a page, each with its meaning, in a fold; and the way to the whole glossary."""
    w = state.reader()
    parts.folded(w("glossary.here"), "q_terms", partial(_terms, ON_PAGE.get(page, EVERYWHERE)))


def _terms(terms: Iterable[str]) -> None:
    w = state.reader()
    for term in terms:
        st.markdown(f"**{w(f'glossary.{term}.term')}**  \n{w(f'glossary.{term}.means')}")
    parts.door("glossary")
