"""Where fields stand: beside an answer, two in a row, and what stands there when there is no answer."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import streamlit as st

from overdue.model import OverdueError, answering
from overdue.ui.fields.maker import sentence

P = ParamSpec("P")
T = TypeVar("T")


def grid(*asks: tuple[Any, ...]) -> None:
    """Fields two in a row, in reading order also where a row is stacked; each is (asking function, name, …).

    One block for all of them, which the style sheet lays out: a block for each column would be half of what a
    changed figure sends. What there is to say about a field stands below its row.
    """
    name = "_".join(str(part) for part in asks[0][1:] if isinstance(part, str | int))
    with st.container(key=f"grid_{name}"):
        for ask_, *given in asks:
            ask_(*given)


def beside(ask: Callable[[], None], answer: Callable[[], T]) -> T | None:
    """Questions to the right of their answer; on a phone the answer comes first. What follows stands below both."""
    left, right = st.columns([3, 2], gap="large")
    with right:
        ask()
    with left:
        return guarded(answer)


def alone(draw: Callable[P, None], every: int | None = None) -> Callable[P, None]:
    """A block that runs again by itself, ``every`` so many seconds: what it cannot answer is a sentence in its place.

    A number, for Streamlit reads all of pandas to understand "1d", with the first page that is asked for.
    What is raised in such a block never reaches the page around it.
    """

    @wraps(draw)
    def inner(*args: P.args, **kwargs: P.kwargs) -> None:
        guarded(lambda: draw(*args, **kwargs))

    found: Callable[P, None] = st.fragment(inner, run_every=every)
    return found


def guarded(draw: Callable[[], T]) -> T | None:
    """Draw a block; a question that cannot be answered becomes a sentence in its place."""
    try:
        with answering():
            return draw()
    except OverdueError as error:
        st.warning(sentence(error))
        return None
