"""What every page shares: the way in, the language, the menu, notes about the address, the foot."""

from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.pages_manager import PagesManager

from overdue import __version__
from overdue.law import LAW
from overdue.model import OverdueError, answering
from overdue.ui import bar, fields, glossary, helpline, keep, link, parts, stage, state, visit
from overdue.ui.workshop import hall, phone

ROOT = Path(__file__).parents[2]
SHEET = Path(__file__).parent / "sheet.css"
FOOT = ("glossary", "trust", "privacy")
PAPER = "handout"  # printed as it is: no bar and no foot
# The page says its language; whoever arrives stands at its top, or at the question the address names.
SCRIPT = """<script>
document.documentElement.lang = {lang!r};
window.overdueNet ??= ['online', 'offline'].map(event => addEventListener(event, () =>
  document.documentElement.style.setProperty('--no-net', event === 'offline' ? 'block' : 'none')));
window.overdueSeen ??= !addEventListener('focusin', ({{target}}) => {{
  // a button that moves loses its tap
  if (!target.matches('input:not([type=radio], [type=checkbox], [type=range])')) return;
  if (target.closest('.st-key-entry')) target.scrollIntoView({{block: 'nearest'}});  // out from under the sum in sight
  if (target.type === 'tel') setTimeout(() => target.select());  // typed anew, not into its words
}});
if (({arrived} && window.overdueArrivals !== {arrivals}) || {brought} > (window.overdueBrought ?? 0)) {{
  window.overdueArrivals = {arrivals};
  window.overdueBrought = {brought};
  const main = document.querySelector('[data-testid="stMain"]');
  const asked = {open!r} && document.querySelector('.st-key-q_' + {open!r});
  if (!asked && main) main.scrollTo(0, 0);
  if (asked) {{  // charts above it may still grow; whoever touches the page is let go
    const again = setInterval(() => asked.scrollIntoView(), 100), leave = () => clearInterval(again);
    asked.scrollIntoView();
    setTimeout(leave, 1000);
    for (const touch of ['wheel', 'touchstart', 'keydown', 'pointerdown', 'focusin'])
      addEventListener(touch, leave, {{once: true}});
  }}
}}
</script>"""


def guard() -> None:
    """For a page: go through the door first, if the visit has not.

    Beside a folder called ``pages/`` a cold server runs the page of a deep link alone, for every visitor who
    comes before one has been through the door; the visit without a case is the one that has to turn back.
    """
    if PagesManager.uses_pages_directory or "case" not in st.session_state:
        _leave_old_mode()


def _leave_old_mode() -> None:
    PagesManager.uses_pages_directory = False
    st.session_state.sent = visit.sent()
    st.rerun()


def run() -> None:
    """Draw the frame and the page asked for."""
    if PagesManager.uses_pages_directory:
        _leave_old_mode()
    sent = st.session_state.pop("sent", ()) or visit.sent()
    first = state.begin()
    w = state.reader()
    st.set_page_config(page_title=w("common.name"), page_icon="⚖️", layout="wide" if _on_stage() else "centered")
    there = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
    st.session_state.pages = there
    pages = [_page(name) for name in there]
    page = st.navigation(pages, position="hidden")
    if visit.leads_home() and page.url_path != visit.HOME:
        st.switch_page(pages[there.index("home")])
    meant = st.query_params.get(state.MEANT, "")
    if meant in there and pages[there.index(meant)].url_path != page.url_path:
        st.switch_page(pages[there.index(meant)], query_params=st.query_params.to_dict())
    state.arrive(page.url_path)
    if code := phone.attended():  # a phone that is loaded anew on another page still knows its room
        state.set_own(state.ROOM, code)
    stage.begin(page.url_path, reloaded=first)
    state.publish(page.url_path)
    st.html(SHEET)
    staged, paper = state.staged(), page.url_path == PAPER
    if staged:
        stage.dress(page.url_path)
    else:
        _head(page.url_path, paper)
    with _block("stage" if staged else "page", paper):
        _drawn(page, staged)
    if staged:
        stage.steps(page.url_path)
    elif not paper:
        if page.url_path not in FOOT:
            glossary.here(page.url_path)
        _foot(page.url_path)
    _script()
    _awake()
    if first:
        visit.replay(sent)
    state.settled()


def _block(key: str, paper: bool, gap: Literal["small"] | None = "small") -> AbstractContextManager[object]:
    """A part of the page under its key; on paper nothing stands around what is printed."""
    return nullcontext() if paper else st.container(key=key, gap=gap)


def _head(name: str, paper: bool) -> None:
    """The bar, and what an opened link is told."""
    with _block("top", paper, gap=None):
        if not paper:
            bar.draw(name)
            _taken_back()
        link.opened()


def _drawn(page: StreamlitPage, staged: bool) -> None:
    """The page itself; what it cannot answer is a sentence in its place."""
    if staged:
        stage.head(page.url_path)
    try:
        with answering():
            page.run()
    except OverdueError as error:
        st.warning(fields.sentence(error))
    if staged:
        stage.word(page.url_path)


def _on_stage() -> bool:
    """Whether the address asks for the stage; before a page is known."""
    return st.query_params.get(state.STAGE) == "1"


def _page(name: str) -> StreamlitPage:
    w = state.reader()
    return st.Page(
        ROOT / "pages" / f"{name}.py",
        title=w(f"pages.{name}.menu"),
        url_path=name,
        default=name == "home",
    )


def _script() -> None:
    asked = state.own(state.OPEN)
    how = {
        "lang": state.reader().lang.html,
        "arrived": str(state.arrived()).lower(),
        "arrivals": st.session_state.arrivals,
        "brought": st.session_state.get("brought", 0),
        "open": asked if asked.isidentifier() and asked.isascii() else "",
    }
    st.html(SCRIPT.format(**how), unsafe_allow_javascript=True)


@partial(fields.alone, every=86_400)
def _awake() -> None:
    """Nothing. A page with something to do by itself is drawn again, unasked, when its server comes back.

    Else the first change would name a block that the new server has not drawn, and be passed over in silence.
    """


def _taken_back() -> None:
    """Right after clearing: one way back, until the page is left."""
    if visit.can_take_back():
        with st.container(key="cleared", horizontal=True, vertical_alignment="center"):
            st.markdown(state.reader()("common.cleared"))
            st.button(state.reader()("common.take_back"), key="take_back", on_click=visit.take_back)


def _foot(page: str) -> None:
    """Whom to call, what one may do with the case, what this is not; small. The first screen has the numbers itself."""
    w = state.reader()
    with st.container(key="foot", gap="small"):
        if page:
            helpline.line()
        phone = page == "workshop" and hall.participant()  # nothing of the visit is theirs to keep or to clear
        if not phone:
            _tools()
        checked = max(rule.checked for rule in LAW.rules.values())
        st.caption(w("common.not_advice") + "  \n" + w("common.version", version=__version__, law=checked))
        if page not in FOOT:
            parts.door("trust", icon=None)


def _tools() -> None:
    """What one may do with the case: pass it on, keep it, clear it."""
    w = state.reader()
    with st.container(horizontal=True, gap="small"):
        link.share()
        keep.draw()
        with st.popover(w("common.clear"), key="clear", type="tertiary"):
            st.markdown(w("common.clear_ask"))
            st.button(w("common.clear_yes"), key="clear_yes", on_click=state.clear)
