"""The case file: saved to and opened from the person's own device."""

import streamlit as st

from overdue.casefile import CaseFile, begun, dump, load
from overdue.model import OverdueError
from overdue.ui import fields, parts, state


def draw() -> None:
    """The case file: saved to and opened from the person's own device."""
    w = state.reader()
    with st.popover(w("common.keep"), key="keep", type="tertiary", on_change="rerun") as block:
        if not block.open:
            return
        st.markdown(w("common.keep_text"))
        save("case_file")
        label = w("common.keep_open")  # stands in the button itself: see the sheet
        given = st.file_uploader(label, key="case_file_in", on_change=_open_file, label_visibility="collapsed")
        if given is not None:
            fields.told("file")
        if given is not None and "file_told" in st.session_state:
            st.success(w("common.keep_opened", count=st.session_state["file_told"]))


def save(key: str, of_log: bool = False) -> None:
    """Offer the case file: figures, budget and log. The log is nowhere else; offer it after each entry.

    Where it is the log that is kept, an example's loan stays out of it.
    """
    w, case = state.reader(), state.case()
    case = begun(case, state.today()) if of_log and case.story is not None else case
    if case.story is not None:
        st.caption(w("common.keep_example", name=w(f"home.name.{case.story}")))
    held = dump(CaseFile(case, st.session_state.get("log", ())))
    name = f"overdue-case-{state.today():%Y%m%d}.json"
    parts.download(w("common.keep_save"), held, name, key)


def _open_file() -> None:
    s = st.session_state
    given = s["case_file_in"]
    if given is None:
        return
    try:
        found = load(given.getvalue(), state.today())
    except OverdueError as error:
        state.refuse("file", "", error)
        s.pop("file_told", None)
        return
    state.take_file(found)
    s.file_told = len(found.log)
