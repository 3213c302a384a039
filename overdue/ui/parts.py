"""What every page is built of: headline, figure, table, the maths in three depths, citations, downloads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeAlias

import streamlit as st

from overdue import __version__
from overdue.charts.look import Figure, Look
from overdue.law import LAW
from overdue.model import Citation
from overdue.tables import Frame, timeline
from overdue.ui import state

DOOR = ":material/arrow_forward:"
Draw: TypeAlias = Callable[[], None]
Rows: TypeAlias = Callable[[], Frame]


def look() -> Look:
    """The colours of the theme the reader sees, and the days of their language."""
    w, theme = state.reader(), st.context.theme.type or "light"
    return Look(
        colours=tuple(st.get_option(f"theme.{theme}.chartCategoricalColors")),
        ink=st.get_option(f"theme.{theme}.textColor"),
        paper=st.get_option(f"theme.{theme}.backgroundColor"),
        line=st.get_option(f"theme.{theme}.borderColor"),
        months=w("common.axis_months"),
        days=w("common.axis_days"),
        full=w("common.axis_full"),
    )


def opening(page: str) -> None:
    """A page's title and the next thing to do, ``<page>.title`` and ``<page>.next``."""
    w = state.reader()
    st.title(w(f"{page}.title"), anchor=False)
    st.markdown(w(f"{page}.next"))


def answer(label: str, figure: str, sentence: str, key: str = "answer", of_case: bool = True) -> None:
    """The answer of a page: what it is (small), the figure (large), the sentence under it; empty where a mover says it.

    An example says so, unless the figure comes from no case (``of_case`` false) but from what was just asked.
    """
    w, story = state.reader(), state.case().story if of_case else None
    badge = "" if story is None else f" :blue-badge[{w('common.example', name=w(f'home.name.{story}'))}]"
    with st.container(key=key, gap=None):
        st.caption(label + badge)
        if figure:
            with st.container(key=f"figure_{key}"):
                st.markdown(f"**{figure}**")
        if sentence:
            st.markdown(sentence)


def question(page: str, name: str, draw: Callable[[], None], opened: bool = False, label: str | None = None) -> None:
    """One line of a page's list of questions, ``label`` or ``<page>.q.<name>``: drawn only while it is open.

    An address with ``open=<name>`` opens it at once (``opened`` without one), and the address follows what is opened.
    """
    if state.staged():
        return
    s, key = st.session_state, f"q_{name}"
    if s.get(f"{key}_since") != s.arrivals:  # once an arrival: later the reader opens and closes
        s[f"{key}_since"], s[key] = s.arrivals, state.own(state.OPEN) == name or opened
    says = state.reader()(f"{page}.q.{name}") if label is None else label
    with st.expander(says, type="compact", key=key, on_change=_asked, args=(key, name)) as block:
        if block.open:
            draw()


def questions(page: str, draws: Mapping[str, Callable[[], None]], opened: str | None = None) -> None:
    """A page's list of questions, line under line, at most one of them ``opened`` from the start."""
    with st.container(gap=None):
        for name, draw in draws.items():
            question(page, name, draw, name == opened)


def _asked(key: str, name: str) -> None:
    if st.session_state[key]:
        state.set_own(state.OPEN, name)
    elif state.own(state.OPEN) == name:
        state.set_own(state.OPEN, "")


def facts() -> Mapping[str, str]:
    """The numbers of law that sentences name: those in force on the day looked at, else today's."""
    return timeline.facts(state.reader(), state.today(), state.case().as_of)


def ask_first() -> None:
    """Instead of an answer whose figures nobody gave: what is needed, and the way to give it."""
    st.markdown(state.reader()("common.ask_first"))
    door("entry", to=st.session_state.page)


def headline(sentence: str) -> None:
    """The answer in one sentence, larger than the rest; it is also the chart's text."""
    with st.container(key="headline", border=True):
        st.header(sentence, anchor=False)


def figure(chart: Figure, alt: str, key: str, rows: Callable[[], Frame] | None = None) -> None:
    """A chart with its text alternative, in the reader's months, without a tool bar.

    ``rows`` are its figures, shown as a table when asked for; a chart whose table stands on the page needs none.
    """
    st.plotly_chart(chart, key=key, config=_config(), alt=alt)
    if rows is not None and not state.staged():
        label = state.reader()("common.chart_table")
        with st.expander(label, type="compact", key=f"{key}_table", on_change="rerun") as block:
            if block.open:
                table(rows(), label)


def _config() -> dict[str, object]:
    w = state.reader()
    locale = {
        "moduleType": "locale",
        "name": w.lang.html,
        "dictionary": {},
        "format": {
            "months": w("common.months").split(),
            "shortMonths": w("common.short_months").split(),
            "days": w("common.days").split(),
            "shortDays": w("common.short_days").split(),
            "date": "%Y-%m-%d",
        },
    }
    return {"displayModeBar": False, "locale": w.lang.html, "locales": {w.lang.html: locale}}


def table(frame: Frame, alt: str) -> None:
    """A table as real text: it prints, reads aloud and copies."""
    st.table(frame, hide_index=True, alt=alt, width="stretch")


def entries(frame: Frame) -> None:
    """Rows of sentences as a list, for on a phone their columns would be a word wide.

    The first column names an entry, the second says it, the others stand beneath with their headings.
    """
    w = state.reader()
    lines = []
    for name, says, *rest in frame.astype(str).itertuples(index=False):
        beneath = zip(frame.columns[2:], rest, strict=True)
        small = " · ".join(w("common.labelled", label=label, value=value) for label, value in beneath)
        lines.append(f"- **{name}**  \n  {says}  \n  :small[{small}]")
    st.markdown("\n".join(lines))


def maths(sentence: str, formulas: Callable[[], Sequence[str]], rows: Callable[[], None]) -> None:
    """Show the working in three depths: a sentence, the formula with these numbers, the table."""
    w = state.reader()
    with st.expander(w("common.maths"), type="compact", key="maths", on_change="rerun") as block:
        if block.open:
            st.markdown(f"**{w('common.maths_sentence')}**")
            st.markdown(sentence)
            st.markdown(f"**{w('common.maths_formula')}**")
            for formula in formulas():
                st.markdown(formula)
            st.markdown(f"**{w('common.maths_table')}**")
            rows()


def cite(citations: Sequence[Citation], key: str = "basis") -> None:
    """The rules a result rests on, each with clause, document, first day and standing."""
    w = state.reader()
    if state.staged():
        return
    with st.expander(
        w("common.basis", count=len({c.rule for c in citations})), type="compact", key=key, on_change="rerun"
    ) as block:
        if not block.open:
            return
        for citation in {c.rule: c for c in citations}.values():
            st.markdown(cited(citation))
        if "sources" in st.session_state.pages:
            st.page_link("pages/sources.py", label=w("common.to_sources"), icon=DOOR)


def cited(citation: Citation) -> str:
    """One rule with clause, document, first day, force and standing, as Markdown."""
    w, rule, source = state.reader(), LAW.rule(citation.rule), LAW.sources[citation.source]
    return w(
        "common.citation",
        says=w.text(rule.says).replace("*", r"\*"),
        title=source.title,
        clause=citation.clause,
        since=citation.since,
        standing=w(f"standing.{citation.standing}"),
        force=w(f"force.{source.force}"),
        rule=citation.rule,
    )


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


def download(label: str, data: str, file: str, mime: str, key: str) -> None:
    """A text to save, with a twin to copy for browsers that block downloads."""
    w = state.reader()
    st.download_button(
        label,
        data.encode("utf-8-sig" if mime == "text/csv" else "utf-8"),
        file_name=file,
        mime=mime,
        key=key,
        on_click="ignore",
    )
    with st.popover(w("common.copy_instead"), key=f"{key}_twin"):
        st.code(data, language=None)


def door(
    page: str,
    /,
    open: str | None = None,
    label: str | None = None,
    icon: str | None = DOOR,
    width: int | Literal["content", "stretch"] = "content",
    **own: str,
) -> None:
    """A link to a page, if it exists, at its top; or to one of its questions (``open``), or to a part (``own`` keys).

    It says ``label``, else the question, else what the page is for.
    """
    if page not in st.session_state.pages:
        return
    w = state.reader()
    says = label or w(f"{page}.q.{open}" if open else f"pages.{page}.door")
    where = own | ({state.OPEN: open} if open else {})
    st.page_link(f"pages/{page}.py", label=says, icon=icon, width=width, query_params=where or None)


def onward(*pages: str) -> None:
    """The next small steps: links to pages that exist."""
    w = state.reader()
    if state.staged():
        return
    there = [page for page in pages if page in st.session_state.pages]
    if there:
        st.markdown(f"**{w('common.onward')}**")
    for page in there:
        door(page)


def csv(frame: Frame, figures: bool = True) -> str:
    """A frame as CSV under the export stamp; ``figures`` as there."""
    return f"# {stamp(figures)}\n{frame.to_csv(index=False)}"


def save(label: str, make: Callable[[], bytes], file: str, mime: str, key: str, copied: bool = False) -> None:
    """A file to save, made only when it is asked for; ``copied`` adds its text to copy where downloads are blocked."""
    w = state.reader()
    st.download_button(label, make, file_name=file, mime=mime, key=key, on_click="ignore")
    if copied:
        with st.expander(w("common.copy_instead"), key=f"{key}_twin", on_change="rerun") as block:
            if block.open:
                st.code(make().decode("utf-8"), language=None)
