"""The visit: whose figures the session holds, beginning anew, and what a server that was restarted still owes it.

Everything in the session belongs to the person in front of it, except ``KEPT``, which is about the browser and the
page. Choosing a ready-made person, opening a file, starting one's own case and clearing all begin anew.
"""

import re
from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from overdue.casefile import Case, Note
from overdue.negotiation import LogEntry

HOME = ""  # the address of the first page
OPEN = "open"  # in the address: the question that stands open
FURTHER = "further"  # in the address: how many further debts it does not hold
COUNT = re.compile("[0-9]{1,2}", re.ASCII)
KEPT = ("pages", "page", "arrivals", "arrived", "published", "own", "visits", "been")  # "been": the room it sits in

# What clearing can give back: what a person entered, by name or by the beginning of it. A button is no entry.
SHARED = ("budget_shared", "debts_shared")
NAMES = (
    "case",
    "notes",
    "refused",
    "entered",
    "log",
    *SHARED,
    "cause",
    "outside",
    "reader_text",
    "bill_text",
    "debt_draft",
    "debt_missed",
    "debt_names",
)
# What is the person's own whoever's figures stand beside it: a letter under way, and its kind.
LETTER = ("kind", "name", "lender", "contract", "reason", "facts", "phone", "wanted")
BEGINNINGS = ("letter_", "ask_", "papers_", "call_", "crime_", "tick_")


def begin(case: Case, notes: Sequence[Note] = (), log: tuple[LogEntry, ...] = (), home: bool = False) -> None:
    """Begin anew with a case, and a call log where a file brings one: nothing of the person before stays.

    The browser keeps the text of a field as long as the field stands there: where the visit may begin beside such
    fields it goes on at the first page (``home``).
    """
    s, ctx = st.session_state, get_script_run_ctx()
    drawn = () if ctx is None else ctx.shared.widget_user_keys_this_run  # the bar, where a page itself begins
    for key in [str(key) for key in s if key not in KEPT and key not in drawn]:
        del s[key]
    s.case, s.notes, s.log = case, tuple(notes), log
    s.refused, s.cleared, s.budget_shared, s.debts_shared = {}, False, False, False
    s.visits = s.get("visits", 0) + 1
    s.lead_home = home


def begin_own(case: Case) -> None:
    """Begin a case of one's own: the log, a letter under way and the papers that came were the person's already,
    beside an example too."""
    s = st.session_state
    written = {name: s[name] for name in (*(f"letter_{part}" for part in LETTER), "papers_procedure") if name in s}
    papers = {name: day for name, day in s.get("entered", {}).items() if name.startswith("papers_")}
    begin(case, log=s.get("log", ()))
    s.update(written, entered=papers)


def told(given: dict[str, str]) -> dict[str, str]:
    """What an address holds, without how many further debts stood beside it: an address without them cannot bring
    them back, only say so."""
    count = given.get(FURTHER, "")
    st.session_state.debts_lost = lost_ = int(count) if COUNT.fullmatch(count) and "debts" not in given else 0
    if lost_:  # said at the top of the page, not above a question that is brought into view
        st.query_params.pop(OPEN, None)
    return {name: text for name, text in given.items() if name != FURTHER}


def lost(case: Case) -> int:
    """How many further debts an address that was opened or loaded anew did not hold, until there are some again."""
    return 0 if case.debts or case.story is not None else int(st.session_state.get("debts_lost", 0))


def counting(address: dict[str, str], case: Case) -> dict[str, str]:
    """The address of one's own case with how many further debts it leaves out."""
    count = lost(case) if "debts" in address or case.story is not None else len(case.debts) or lost(case)
    return address | ({FURTHER: str(count)} if count else {})


def clear(empty: Case) -> None:
    """Forget everything, the address too; until the page is left it can be taken back."""
    s = st.session_state
    before = {key: s[key] for key in s if key in NAMES or (str(key).startswith(BEGINNINGS) and s[key])}
    begin(empty, home=True)
    s.pop("been", None)
    s.cleared, s.before = True, before


def can_take_back() -> bool:
    """Whether what was cleared is still there: it goes when the page is left."""
    s = st.session_state
    if s.get("page") != HOME and not s.get("lead_home"):
        s.pop("before", None)
    return "before" in s


def take_back() -> None:
    """Undo the clearing."""
    s = st.session_state
    before = s.pop("before")
    begin(before["case"])
    for key, value in before.items():
        s[key] = value


def leads_home() -> bool:
    """Whether this run goes to the first page, said once."""
    return bool(st.session_state.pop("lead_home", False))


def link_day(case: Case, today: date) -> date | None:
    """The day an opened link speaks of, while it is still looked at, is not today, and the figures are one's own."""
    linked, dated = st.session_state.get("linked", (case, False))
    named = dated and linked.as_of == case.as_of != today
    return case.as_of if named and case.story is None and not case.missing else None


def link_notes(case: Case) -> tuple[Note, ...]:
    """What of an opened link could not be used and is not mended yet; what is no figure, on the first page only."""
    s = st.session_state
    linked, first = s.get("linked", (case, False))[0], s.get("arrivals") == 1
    return tuple(n for n in s.notes if (first if n.name == "?" else getattr(case, n.name) == getattr(linked, n.name)))


def sent() -> tuple[WidgetState, ...]:
    """What the browser sent along with this run: after a restart, with the first one, all fields that stood there."""
    ctx = get_script_run_ctx()
    return () if ctx is None else tuple(ctx.session_state.get_widget_states())


def replay(states: Sequence[WidgetState]) -> None:
    """Run once more with those of these states that the page does not show, now that every field is known.

    What differs from the case reaches it, and a button that was pressed is. Mostly nothing is left: then nobody waits
    for a second run, and nothing old comes after what was changed meanwhile.
    """
    ctx = get_script_run_ctx()
    shown = {one.id: one for one in sent()}
    states = [one for one in states if _pressed(one) or shown.get(one.id) != one]
    if states and ctx is not None and ctx.script_requests is not None:
        again = RerunData(
            query_string=ctx.query_string,
            page_script_hash=ctx.page_script_hash,
            widget_states=WidgetStates(widgets=states),
            cached_message_hashes=ctx.cached_message_hashes,
            context_info=ctx.context_info,
        )
        ctx.script_requests.request_rerun(again)


def _pressed(state: WidgetState) -> bool:
    return str(state.WhichOneof("value")).endswith("trigger_value")
