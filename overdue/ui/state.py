"""The one case of a visit: read from the address once, shown by every widget, changed in one place."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import streamlit as st

from overdue.account import Account
from overdue.casefile import Case, CaseFile, Value, begun, carried, check, consistent, fits, read
from overdue.casefile.case import ESSENTIAL
from overdue.casefile.days import WHICH_DAY
from overdue.casefile.keys import FIELDS, PRIVATE
from overdue.milestones import Cause
from overdue.model import OverdueError
from overdue.ui import visit
from overdue.ui.typed import accept as accept
from overdue.ui.typed import enter as enter
from overdue.ui.typed import entered as entered
from overdue.ui.typed import raw as raw
from overdue.ui.typed import refuse as refuse
from overdue.ui.typed import refused as refused
from overdue.words import Lang, Words, screen, tame

ALWAYS = ("lang", "lender", "as_of", "missed")  # keys that cannot be empty

# What a page adds to the address while it is open: codes that are no figure of the case. Every page has ``open``,
# the question that stands open, so that each fold has an address of its own.
OPEN = visit.OPEN
STAGE, STEP = "stage", "step"  # shown to a room, at a step of the lesson
ROOM, FORM = "room", "form"  # the code of a workshop's room, how long the lesson is
MASK = "mask"  # the figures of the stage are masked
PERSON = "person"  # whose lesson it is: each step begins from their own figures
MEANT = "at"  # the page a link leads to, until it stands there: what the page before still sends may overtake the link
EVERYWHERE = (OPEN, STAGE, STEP, ROOM, FORM, MASK, PERSON)
OWN = {
    "entry": ("to",),
    "claims": ("view", "card", "quiz", "cards"),
    "sources": ("rule", "law_on"),
    "timeline": ("part", "held", "came", "hearing", "under", "said", "by"),
    "negotiate": ("talk", "letter"),
    "proposals": ("guess",),
    "penalty": ("guess",),
    "credit": ("guess",),
    "workshop": ("view", "cards", "play"),
    "handout": ("of", "code"),
}


def today() -> date:
    """Today in mainland China; the only place that asks."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def begin() -> bool:
    """Read the address at the start of a visit; later runs keep what the session holds. Whether it is the start."""
    if "case" in (s := st.session_state):
        return False
    given = visit.told(st.query_params.to_dict())
    for name in {MEANT, *EVERYWHERE, *(name for names in OWN.values() for name in names)}:
        given.pop(name, None)
    s.own, s.published, s.refused, s.cleared = {}, {}, {}, False
    s.case, s.notes = read(given, today(), _first_language())
    s.budget_shared, s.debts_shared = any(name in given for name in PRIVATE), "debts" in given
    s.linked = (s.case, "as_of" in given)
    return True


def _first_language() -> Lang:
    locale = (st.context.locale or "zh-CN").lower()
    if not locale.startswith("zh"):
        return Lang.EN
    return Lang.HANT if any(mark in locale for mark in ("hant", "tw", "hk", "mo")) else Lang.ZH


def case() -> Case:
    """The case of this visit."""
    held: Case = st.session_state.case
    return held


def account() -> Account:
    """Everything that follows from the case, worked out once for it."""
    s = st.session_state
    held: Account | None = s.get("account")
    if held is None or held.case is not case():
        held = s.account = Account(case())
    return held


def reader() -> Words:
    """The words of the reader's script."""
    return screen(case().lang)


def arrive(page: str) -> None:
    """See whether a page was entered (by a link, the menu, the browser's back), and where in it: its own keys.

    A link within a page brings those keys and nothing of the case; that is an arrival as well.
    """
    s, given = st.session_state, st.query_params.to_dict()
    s.drawing = True
    own_ = {name: tame(given[name]) for name in (*EVERYWHERE, *OWN.get(page, ())) if name in given}
    s.arrived = s.get("page") != page or (own_ != s.published and "lang" not in given)
    if s.arrived:
        s.page, s.own = page, own_
        s.arrivals = s.get("arrivals", 0) + 1


def alone(page: str) -> None:
    """Begin a block that a change draws alone: the address follows it, and so does the page where its doors would.

    A change costs what changed; bar and foot say nothing of the figures, but lead elsewhere once they are one's own.
    """
    publish(page)
    s = st.session_state
    if not s.get("drawing") and s.get("doors") != _doors():
        st.rerun()


def _doors() -> tuple[object, ...]:
    """What bar, foot and the lines about the link hang on, and whether something is to be brought into view."""
    held, brought = case(), st.session_state.get("brought", 0)
    return held.lang, held.story, held.missing, visit.link_day(held, today()), visit.link_notes(held), brought


def arrived() -> bool:
    """Whether this run is the first of a page, or of a place in it."""
    return bool(st.session_state.arrived)


def settled() -> None:
    """The page is drawn: whatever runs again now, a block of it alone too, is no arrival."""
    s = st.session_state
    s.arrived, s.drawing, s.doors = False, False, _doors()


def publish(page: str) -> None:
    """Write the case into the address, and the page's own keys."""
    want = {} if st.session_state.cleared else visit.counting(address(), case())
    held = st.session_state.own
    here = {name: held[name] for name in (*EVERYWHERE, *OWN.get(page, ())) if name in held}
    st.session_state.published = here
    want |= here
    if st.query_params.to_dict() != want:
        st.query_params.from_dict(want)


def address() -> dict[str, str]:
    """The case as the address bar holds it: budget and further debts only where ticked, and eight debts at most."""
    held, s = case(), st.session_state
    return carried(held, s.budget_shared, s.debts_shared and fits(held))


def share(name: str) -> None:
    """Take a tick beside the link: whether the monthly budget (``budget``), the other ``debts`` travel with it."""
    st.session_state[f"{name}_shared"] = st.session_state[f"share_{name}"]


def own(name: str) -> str:
    """What the address says under a key of the page's own; empty if nothing."""
    given: str = st.session_state.own.get(name, "")
    return given


def staged() -> bool:
    """Whether the page is shown to a room: one question, one picture, one control, large."""
    return own(STAGE) == "1"


def set_own(name: str, given: str) -> None:
    """Set a key of the page's own; an empty text takes it out of the address."""
    held = {key: code for key, code in st.session_state.own.items() if key != name}
    st.session_state.own = held | ({name: given} if given else {})


def take(name: str, text: str) -> None:
    """Set one figure of the case; ``OverdueError`` where it cannot be, and then nothing has changed.

    What was refused before for other figures is tried again: it may fit now.
    """
    value, seen = _value(name, text), case().as_of
    if name == "pay_on" and isinstance(value, date) and value < seen:  # an edited case would quietly let go of it
        raise OverdueError("case.pay_before_seen", given=value, as_of=seen)
    made = case().edited(**{name: value})
    consistent(made)
    keep(made)
    accept(name)
    for other, (typed, error) in [*st.session_state.refused.items()]:
        if other in FIELDS and error.key != WHICH_DAY:
            change(other, typed)


def change(name: str, text: str) -> None:
    """Set one figure of the case; one that cannot be changes nothing and is kept beside its sentence."""
    held = st.session_state.refused
    try:
        accept(name)
        take(name, text)
    except OverdueError as error:
        st.session_state.refused = {**held, name: (text, error)}


def keep(made: Case) -> None:
    """Go on with an edited case."""
    st.session_state.case, st.session_state.cleared = made, False


def _value(name: str, text: str) -> Value:
    if text or name == "paid":
        return check(name, text)
    if name not in ALWAYS and (name not in ESSENTIAL or getattr(case(), name) is None):
        return EMPTY.get(name)
    raise OverdueError("field.empty", now=getattr(case(), name))


NOTHING: dict[str, Value] = {"late_fee": Decimal(0), "grace": 0}
EMPTY: dict[str, Value] = NOTHING | {"rows": (), "debts": (), "helps": ()}


def set_language(lang: str) -> None:
    """Change the script and nothing else."""
    st.session_state.case = replace(case(), lang=Lang(lang))


def take_story(code: str) -> None:
    """Become one of the ready-made people, keeping the language."""
    visit.begin(*read({"story": code, "lang": case().lang}, today()))


def own_case() -> None:
    """Start one's own case: nothing given but the offer and the budget typed beside an example, looked at today."""
    visit.begin_own(begun(case(), today()))


def take_file(found: CaseFile) -> None:
    """Go on with the case and the log of a file, keeping the language."""
    visit.begin(replace(found.case, lang=case().lang), log=found.log, home=True)


def clear() -> None:
    """Forget everything: the state and the address; the first ready-made person stands there again."""
    visit.clear(read({"lang": case().lang}, today())[0])


def cause() -> Cause | None:
    """Why the money was not paid, as chosen in this visit; None before that."""
    held = st.session_state.get("cause")
    return Cause(held) if held in list(Cause) else None
