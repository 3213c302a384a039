"""The last net: what nobody caught becomes a sentence for the reader and a line in the log, without any figure."""

import logging
from pathlib import Path
from secrets import token_hex
from traceback import extract_tb

import streamlit as st

from overdue.model import refusal
from overdue.ui import state
from overdue.words import Lang, words

ROOT = Path(__file__).parents[3]
LOG = logging.getLogger("streamlit.overdue")


class _Unsaid(logging.Filter):
    """Keeps Streamlit's own line out of the log: an exception's message may repeat what the person entered."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.exc_info is None


logging.getLogger("streamlit.error_util").addFilter(_Unsaid())


def apologise(error: Exception) -> bool:
    """Say it in the reader's language with a number of its own; the log has the places in the code, no more."""
    refused = refusal(error)
    if refused is not None and "case" in st.session_state:  # from a part of the page that was drawn alone
        st.warning(state.reader().error(refused))
        return True
    number = token_hex(4)
    LOG.error("Traceback %s: %s at %s", number, type(error).__name__, places(error))
    held = "case" in st.session_state
    w = state.reader() if held else words(Lang.ZH)
    with st.container(key="fault"):
        st.warning(w("serving.fault", number=number))
    return True


def places(error: BaseException) -> str:
    """Where an error passed through our code, innermost first; no value, no message."""
    passed = list(extract_tb(error.__traceback__))
    frames = [frame for frame in passed if str(ROOT) in frame.filename] or passed
    named = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames[-12:])]
    return " < ".join(named)
