"""The log: an editable table that lives in the visit, and its workbook."""

import streamlit as st

from overdue.exports.log import log_file
from overdue.negotiation import LONG, SHORT, Channel, LogEntry
from overdue.tables.log import TEXTS, log_entries, log_frame
from overdue.ui import fields, keep, log, parts, state

QUESTIONS: tuple[str, ...] = ()
MOST = {"who": SHORT, "for_whom": SHORT, "evidence": SHORT, "said": LONG, "promised": LONG}
CHANNELS: list[Channel] = list(Channel)


def page() -> None:
    """Draw this part."""
    w = state.reader()
    st.markdown(w("negotiate.log.lead"))
    _add()
    log.told()
    _table()
    held = log.entries()
    if held:
        st.markdown(w("negotiate.log.keep"))
        keep.save("log_case_file", of_log=True)
    st.markdown(w("negotiate.log.count", count=len(held)) if held else w("negotiate.log.empty"))
    note = parts.stamp(figures=False)
    parts.save(w("negotiate.log.xlsx"), lambda: log_file(held, w, note), "log.xlsx", "log_xlsx")
    st.caption(w("negotiate.log.file_note"))


def _add() -> None:
    """A small form for one entry, for a thumb; the table below is for more."""
    w = state.reader()
    with st.expander(w("negotiate.log.add"), key="log_add_box"):
        if fields.a_day(w("negotiate.log.on"), "log_on", state.today()) is None and not state.refused("log_on"):
            st.warning(w("negotiate.log.no_day"))
        _form()


def _form() -> None:
    w = state.reader()
    with st.form("log_form", border=False):
        st.time_input(w("negotiate.log.at"), None, key="log_at")
        ways = {code: w(f"negotiate.log.way.{code}") for code in CHANNELS}
        st.selectbox(w("negotiate.log.channel"), CHANNELS, 0, ways.__getitem__, "log_channel")
        st.checkbox(w("negotiate.log.incoming"), True, key="log_incoming")
        for name, most in MOST.items():
            fields.text(w(f"negotiate.log.{name}"), f"log_{name}", most, area=most > SHORT)
        st.form_submit_button(w("negotiate.log.add"), key="log_submit", on_click=_take)


def _take() -> None:
    """Put what the form holds into the log and empty its texts; what cannot be put stays beside its sentence."""
    s = st.session_state
    texts = {name: s[f"log_{name}"] for name in MOST}
    on = None if state.refused("log_on") else fields.kept_day("log_on", state.today())
    if on is None or any(len(texts[name]) > most for name, most in MOST.items()):
        return
    if not log.add(LogEntry(on=on, at=s.log_at, channel=s.log_channel, incoming=s.log_incoming, **texts)):
        return
    s.log_at = None
    for name in MOST:
        s[f"log_{name}"] = ""


def _table() -> None:
    """The editor. It starts from the log whenever it is drawn afresh, and what it says becomes the log.

    A row that cannot be read is no entry yet; it waits in the table to be corrected.
    """
    w, s = state.reader(), st.session_state
    key = f"log_table_{s.get('log_turn', 0)}"
    if key not in s:
        s["log_base"] = log_frame(log.entries(), s.get("log_unread", ()))
    columns = {
        "on": st.column_config.DateColumn(w("negotiate.log.on"), format="YYYY-MM-DD"),
        "at": st.column_config.TextColumn(w("negotiate.log.at")),
        "channel": st.column_config.SelectboxColumn(
            w("negotiate.log.channel"),
            options=[str(code) for code in Channel],
            format_func=lambda code: w(f"negotiate.log.way.{code}"),
            default=str(Channel.CALL),
        ),
        "incoming": st.column_config.CheckboxColumn(w("negotiate.log.incoming"), default=True),
        **{name: st.column_config.TextColumn(w(f"negotiate.log.{name}")) for name in TEXTS},
    }
    edited = st.data_editor(
        s["log_base"], num_rows="dynamic", hide_index=True, column_config=columns, key=key, width="stretch"
    )
    found, bad = log_entries(edited)
    s["log"], s["log_unread"] = found, edited.iloc[[fault.row - 1 for fault in bad]].to_dict("records")
    for fault in bad:
        named = {"column": w(f"negotiate.log.{fault.column}"), "given": fault.given, "most": fault.most}
        st.warning(w("negotiate.log.bad_row", row=fault.row, why=w(f"negotiate.log.bad_{fault.why}", **named)))
