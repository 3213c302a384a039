"""The timeline drawn: a row an entry, kinds told apart by colour and pattern, claims cross-hatched below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from overdue.charts.look import Figure, Look, drawn
from overdue.milestones import Kind
from overdue.tables.timeline import Band

ROW, FOOT, THICK = 36, 44, 0.32
MILLISECONDS = 86_400_000
INKS = {Kind.MUST: ("blue", ""), Kind.MAY: ("interest", "/"), Kind.USUAL: ("brown", "."), Kind.CLAIMED: ("grey", "x")}


def plan(rows: Sequence[Band], seen: tuple[date, date], as_of: date, as_of_name: str, look: Look) -> Figure:
    """Bars for spans, diamonds for days, each row's name above it; a line marks the day looked at.

    A span without an end runs out of the picture.
    """
    day, middle = as_of.isoformat(), seen[0] + (seen[1] - seen[0]) / 2
    today = {"x": day, "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": "right" if as_of > middle else "left"}
    line = {"type": "line", "x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "paper"}
    names = [_name(band, place, look) for place, band in enumerate(rows)]
    layout = {
        "xaxis": look.time(look.days, 5) | {"range": [edge.isoformat() for edge in seen]},
        "yaxis": {"visible": False, "range": [len(rows) - 0.4, -0.8], "rangemode": "normal"},
        "hovermode": "closest",
        "showlegend": False,
        "barmode": "overlay",
        "margin": {"l": 28, "r": 8, "t": 26, "b": 8},
        "shapes": [line | {"line": {"color": look.ink, "dash": "dot"}}],
        "annotations": [_note(as_of_name, today), *names],
    }
    data = [_mark(band, place, seen, look) for place, band in enumerate(rows)]
    return drawn(data, layout, look, ROW * max(1, len(rows)) + FOOT)


def _note(text: str, where: dict[str, Any]) -> dict[str, Any]:
    return {"text": text, "showarrow": False, "font": {"size": 12}} | where


def _name(band: Band, place: int, look: Look) -> dict[str, Any]:
    at = {"x": 0, "xref": "paper", "xanchor": "left", "y": place - THICK / 2, "yanchor": "bottom"}
    return _note(band.name, at | {"bgcolor": look.paper, "borderpad": 0})


def _mark(band: Band, place: int, seen: tuple[date, date], look: Look) -> dict[str, Any]:
    """A diamond for a day, a bar for a span, cut at the edges of the picture."""
    meaning, pattern = INKS[band.kind]
    colour = look.colour(meaning)
    said = {"y": [place], "hovertext": band.hover, "hoverinfo": "text"}
    if band.start == band.end:
        marker = {"symbol": "diamond", "size": 13, "color": colour, "line": {"color": look.ink, "width": 1}}
        return {"type": "scatter", "x": [band.start.isoformat()], "mode": "markers", "marker": marker} | said
    start, end = max(band.start, seen[0]), min(band.end or seen[1], seen[1])
    inside = {"shape": pattern, "fgcolor": look.paper, "bgcolor": colour, "size": 7, "solidity": 0.25}
    return {
        "type": "bar",
        "orientation": "h",
        "base": [start.isoformat()],
        "x": [((end - start).days + 1) * MILLISECONDS],
        "width": THICK,
        "marker": {"color": colour, "pattern": inside, "line": {"color": colour, "width": 1}},
    } | said
