"""The one thing to move on a page: a native range whose sentence and picture follow the finger.

Everything it shows was made in Python beforehand (``tables.moving``); the browser only looks it up, and tells the
server once, when the finger lifts. Draw it inside the fragment of all that depends on it.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import streamlit as st

from overdue.tables.moving import Moving
from overdue.ui import state

STATIC = Path(__file__).parents[2] / "static"
NAMES = ("mover.js", "mover.css")
HTML = (
    '<div class="mover"><p class="figure"></p><p class="says" aria-live="polite" aria-atomic="true"></p>'
    '<label><span></span><input type="range" min="0" value="0"></label>'
    '<div class="quick"></div><div class="pictures"></div><p class="note"></p></div>'
)
# Script and styles are files of the page's own (static/), fetched once: inside the component they would travel with
# every message. Their names bear their content, so that a browser may keep them and never keeps an old one.
FILES = {
    name: f"app/static/{name}?{sha256(b''.join((STATIC / one).read_bytes() for one in NAMES)).hexdigest()[:12]}"
    for name in NAMES
}
LOADER = (
    f"const script = import(new URL({FILES['mover.js']!r}, document.baseURI));\n"
    "export default async component => (await script).default(component)"
)
_component = st.components.v2.component("mover", html=HTML, js=LOADER)


def draw(name: str, of: object, at: str, make: Callable[[], Moving]) -> None:
    """Draw the mover of a key of the case, standing ``at`` a value of that key as an address writes it.

    ``of`` is what the stops depend on: while it is the same ``make`` is not asked again. On release the case takes
    the value and the fragment around runs once. The widget's key is ``move_<name>``.

    The finger's own place is never sent back to it: ``turn`` counts how often something else moved it, so that
    a rerun leaves it alone. An example's is drawn ``quiet``.
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
    quiet = state.account().is_example
    head = json.dumps({"at": held.start, "turn": held.turn, "quiet": quiet})[:-1].encode()
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
