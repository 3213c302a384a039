"""The timeline drawn: a row an entry, kinds told apart by colour and pattern, claims hatched below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from overdue.charts.look import Look, dressed
from overdue.milestones import Kind
from overdue.tables.timeline import Band

ROW, FOOT, THICK = 36, 44, 0.32
MILLISECONDS = 86_400_000
INKS = {Kind.MUST: ("blue", ""), Kind.MAY: ("interest", "/"), Kind.USUAL: ("brown", "."), Kind.CLAIMED: ("grey", "x")}


def plan(rows: Sequence[Band], seen: tuple[date, date], as_of: date, as_of_name: str, look: Look) -> go.Figure:
    """Bars for spans, diamonds for days, each row's name above it; a line marks the day looked at.

    A span without an end runs out of the picture.
    """
    figure = go.Figure()
    dressed(figure, look, ROW * max(1, len(rows)) + FOOT)
    figure.update_xaxes(type="date", range=[day.isoformat() for day in seen], tickformat="%Y-%m-%d", nticks=5)
    figure.update_yaxes(visible=False, range=[len(rows) - 0.4, -0.8], rangemode="normal")
    figure.update_layout(hovermode="closest", showlegend=False, barmode="overlay", margin={"t": 26})
    for place, band in enumerate(rows):
        _draw(figure, band, place, seen, look)
    figure.add_shape(type="line", x0=as_of, x1=as_of, y0=0, y1=1, yref="paper", line={"color": look.ink, "dash": "dot"})
    named = {"x": as_of.isoformat(), "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": _side(as_of, seen)}
    figure.add_annotation(text=as_of_name, showarrow=False, font={"size": 12}, **named)
    return figure


def _side(day: date, seen: tuple[date, date]) -> str:
    """On which side of its line a name has room."""
    return "right" if day - seen[0] > (seen[1] - seen[0]) / 2 else "left"


def _draw(figure: go.Figure, band: Band, place: int, seen: tuple[date, date], look: Look) -> None:
    meaning, pattern = INKS[band.kind]
    colour = look.colour(meaning)
    if band.start == band.end:
        mark = {"symbol": "diamond", "size": 13, "color": colour, "line": {"color": look.ink, "width": 1}}
        figure.add_scatter(
            x=[band.start], y=[place], mode="markers", marker=mark, hovertext=band.hover, hoverinfo="text"
        )
    else:
        start, end = max(band.start, seen[0]), min(band.end or seen[1], seen[1])
        inside = {"shape": pattern, "fgcolor": look.paper, "bgcolor": colour, "size": 7, "solidity": 0.25}
        figure.add_bar(
            base=[start.isoformat()],
            x=[((end - start).days + 1) * MILLISECONDS],
            y=[place],
            width=THICK,
            orientation="h",
            marker={"color": colour, "pattern": inside, "line": {"color": colour, "width": 1}},
            hovertext=band.hover,
            hoverinfo="text",
        )
    at = {"x": 0, "xref": "paper", "xanchor": "left", "y": place - THICK / 2, "yanchor": "bottom"}
    figure.add_annotation(text=band.name, showarrow=False, bgcolor=look.paper, borderpad=0, font={"size": 12}, **at)
