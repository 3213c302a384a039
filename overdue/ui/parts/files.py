"""What leaves the app: the stamp it bears, and the ways to take it along."""

from collections.abc import Callable, Sequence
from datetime import datetime, time

import streamlit as st

from overdue import __version__
from overdue.exports.calendar import ZONE, Entry, calendar_file
from overdue.law import LAW
from overdue.tables import Frame
from overdue.ui import state

OFFICE = "application/vnd.openxmlformats-officedocument"
MIME = {
    "csv": "text/csv",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "html": "text/html",
    "ics": "text/calendar",
    "json": "application/json",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
}


def stamp(figures: bool = True) -> str:
    """The line every export bears: law as of, version, made on; before it, with an example's figures, whose they are.

    ``figures`` is whether the export holds figures of the case at all.
    """
    w, story = state.reader(), state.case().story
    checked = max(rule.checked for rule in LAW.rules.values())
    line = w("common.stamp", law=checked, version=__version__, made=state.today())
    if story is None or not figures:
        return line
    return w.together([w("common.stamp_example", name=w(f"home.name.{story}")), line])


def download(label: str, data: str, file: str, key: str) -> None:
    """A text to save, with a twin to copy for browsers that block downloads."""
    save(label, data.encode("utf-8-sig" if file.endswith(".csv") else "utf-8"), file, key)
    with st.popover(state.reader()("common.copy_instead"), key=f"{key}_twin"):
        st.code(data, language=None)


def csv(*frames: Frame, figures: bool = True) -> str:
    """Frames as CSV under the export stamp, a blank line between; ``figures`` as there."""
    return f"# {stamp(figures)}\n" + "\n".join(frame.to_csv(index=False) for frame in frames)


def save(label: str, data: bytes | Callable[[], bytes], file: str, key: str) -> None:
    """A file to save, whose kind its name tells; what makes it is only called when it is asked for."""
    st.download_button(label, data, file, MIME[file.rpartition(".")[2]], key, on_click="ignore")


def twin(key: str, text: Callable[[], str]) -> None:
    """The text of a file to copy where downloads are blocked, made once it is opened."""
    with st.expander(state.reader()("common.copy_instead"), key=f"{key}_twin", on_change="rerun") as block:
        if block.open:
            st.code(text(), language=None, wrap_lines=True)


def calendar(label: str, file: str, key: str, name: str, seed: str, entries: Callable[[], Sequence[Entry]]) -> None:
    """A calendar file of today under the export stamp, and its text to copy."""
    made_at, note = datetime.combine(state.today(), time(), ZONE), stamp()

    def made() -> bytes:
        return calendar_file(entries(), name, seed, made_at, note)

    save(label, made, file, key)
    twin(key, lambda: made().decode())
