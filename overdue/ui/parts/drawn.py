"""What is drawn: a chart with its text, a table, a list of sentences."""

import re
from collections.abc import Callable
from typing import TypeAlias

import streamlit as st

from overdue.charts.look import Figure, Look
from overdue.tables import Frame
from overdue.ui import state

FIGURES = re.compile(r"[-−+]?\d[\d,]*(\.\d+)?( \w{1,4})?|[\d.]+%|—|")  # what a column of figures holds
WHOLE = re.compile(r"\d{4}[^\d\s]\d{1,2}[^\d\s]\d{1,2}\w?|\d[\d,]*\.\d\d \w{1,4}")  # a day, an amount with its unit
Rows: TypeAlias = Callable[[], Frame]
# A chart's colours are put in by Python, for the theme that was seen then. When the theme changes while the page is
# open, this asks for one rerun of the block around it, once the page has its new colours.
FOLLOW = """export default ({parentElement, setTriggerValue}) => {
  const dark = matchMedia('(prefers-color-scheme: dark)'), seen = () =>
    getComputedStyle(parentElement.host ?? parentElement).getPropertyValue('--st-background-color');
  let held = seen();
  const wait = turns => seen() !== held ? setTriggerValue('theme', held = seen())
    : turns && requestAnimationFrame(() => wait(turns - 1));
  const turned = () => wait(60);
  dark.addEventListener('change', turned);
  return () => dark.removeEventListener('change', turned);
}"""
_follow = st.components.v2.component("theme", html="<i hidden></i>", js=FOLLOW)


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
        unit=w("common.axis_unit"),
    )


def figure(chart: Figure, alt: str, key: str, rows: Rows | None = None) -> None:
    """A chart with its text alternative, in the reader's months, without a tool bar.

    ``rows`` are its figures, shown as a table when asked for; a chart whose table stands on the page needs none.
    """
    with st.container(gap=None, key=f"drawn_{st.context.theme.type or 'light'}_{key}"):
        st.plotly_chart(chart, key=key, config=_config(), alt=alt)
        _follow(key=f"{key}_theme", on_theme_change=lambda: None)
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
    """A table as real text: it prints, reads aloud and copies; the sheet keeps each day and each amount on one line.

    A column of figures stands at its right edge, its heading too: both are marked as an ``em`` with a ``strong`` in it.
    """
    marked = frame.map(_whole)
    for name in frame:
        if all(_is_figure(cell) for cell in frame[name]):
            marked[name] = frame[name].map(_right)
            marked = marked.rename(columns={name: _right(str(name))})
    st.table(marked, hide_index=True, alt=alt, width="stretch")


def _is_figure(cell: object) -> bool:
    return isinstance(cell, (str, int)) and FIGURES.fullmatch(str(cell)) is not None


def _right(cell: object) -> str:
    return f"***{cell}***" if str(cell) else ""


def _whole(cell: object) -> object:
    return WHOLE.sub(r"*\g<0>*", cell) if isinstance(cell, str) else cell


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
