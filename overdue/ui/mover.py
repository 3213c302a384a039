"""The one thing to move on a page: a native range whose sentence and picture follow the finger.

Everything it shows was made in Python beforehand (``tables.moving``); the browser only looks it up, and tells the
server once, when the finger lifts. Draw it inside the fragment of all that depends on it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from overdue.tables.moving import Moving
from overdue.ui import state

HERE = Path(__file__).parent
HTML = (
    '<div class="mover"><p class="figure"></p><p class="says" aria-live="polite" aria-atomic="true"></p>'
    '<label><span></span><input type="range" min="0" value="0"></label>'
    '<div class="quick"></div><div class="pictures"></div><p class="note"></p></div>'
)


def _own(name: str) -> str:
    """A file of the component without spare space: it travels with the message."""
    lines = [line.strip() for line in (HERE / name).read_text(encoding="utf-8").splitlines()]
    return re.sub(r" *([{};=]) +", r"\1", "\n".join(line for line in lines if not line.startswith("//")))


_component = st.components.v2.component("mover", html=HTML, css=_own("mover.css"), js=_own("mover.js"))


def draw(name: str, of: object, at: str, make: Callable[[], Moving]) -> None:
    """Draw the mover of a key of the case, standing ``at`` a value of that key as an address writes it.

    ``of`` is what the stops depend on: while it is the same ``make`` is not asked again. On release the case takes
    the value and the fragment around runs once. The widget's key is ``move_<name>``.

    The finger's own place is never sent back to it: ``turn`` counts how often something else moved it, so that
    a rerun leaves it alone and sends the same message, which the browser has kept.
    """
    s, key = st.session_state, f"move_{name}"
    held = s.get(f"{key}_held")
    if held is None or held.of != of:
        moving = make()
        held = _Held(
            of,
            tuple(stop.value for stop in moving.stops),
            moving.packed(),
            at,
            at,
            1000 * s.get("visits", 0) if held is None else held.turn + 1,
        )
    elif held.seen != at or key not in s:
        held = replace(held, start=at, seen=at, turn=held.turn + 1)
    s[f"{key}_held"] = held
    head = json.dumps({"at": held.start, "turn": held.turn})[:-1].encode()
    _component(key=key, data=head + b"," + held.packed[1:], on_at_change=lambda: _release(key, name))


@dataclass(frozen=True, slots=True)
class _Held:
    """What was sent: made ``of`` something, begun at ``start``; ``seen`` is where the finger is known to stand."""

    of: object
    values: tuple[str, ...]
    packed: bytes
    start: str
    seen: str
    turn: int


def _release(key: str, name: str) -> None:
    """Take the value the finger stopped at (or its number) into the case; refused, the finger goes back."""
    s = st.session_state
    given, held = s[key]["at"], s[f"{key}_held"]
    value = held.values[given] if isinstance(given, int) and given < len(held.values) else given
    if value in held.values:
        s[f"{key}_held"] = replace(held, seen=value)
        state.change(name, value)
