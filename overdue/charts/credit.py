"""The record's charts: the window on one axis, payoff days and accounts side by side, and the sixty months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

import plotly.graph_objects as go

from overdue.charts.look import Look, dressed
from overdue.tables.window import Bar, Cell, Mark

MILLISECONDS = 86_400_000
ROW, LEVEL, CELL = 62, 22, 34
THICK = 0.36


@dataclass(frozen=True)
class Ink:
    """How a kind of bar or cell is filled: a meaning of the look, how much of it, and a pattern."""

    meaning: str
    share: float
    pattern: str = ""


BARS = {
    "arrears": Ink("penalty", 0.85, "x"),
    "kept": Ink("principal", 0.85),
    "if_paid": Ink("blue", 0.45, "/"),
    "open": Ink("penalty", 0.45, "/"),
}
CELLS = {
    "1": Ink("penalty", 0.12, "/"),
    "2": Ink("penalty", 0.20, "\\"),
    "3": Ink("penalty", 0.28, "x"),
    "4": Ink("penalty", 0.36, "-"),
    "5": Ink("penalty", 0.44, "|"),
    "6": Ink("penalty", 0.52, "+"),
    "7": Ink("penalty", 1.0),
    "normal": Ink("interest", 0.18),
    "assumed": Ink("interest", 0.10, "."),
    "late_in_month": Ink("fees", 0.30, "-"),
    "nothing": Ink("grey", 0.10),
    "none": Ink("grey", 0.0),
    "settled": Ink("principal", 0.9),
    "guarantor": Ink("compound", 0.35, "|"),
}
OTHER = Ink("grey", 0.3, "+")


def _blend(look: Look, ink: Ink) -> str:
    """The colour laid on paper: opaque, so that it prints and reads the same in both themes."""
    parts = zip(_rgb(look.paper), _rgb(look.colour(ink.meaning)), strict=True)
    return "#" + "".join(f"{round(under + (over - under) * ink.share):02x}" for under, over in parts)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _marker(look: Look, ink: Ink) -> dict[str, object]:
    pattern = {
        "shape": ink.pattern,
        "bgcolor": _blend(look, ink),
        "fgcolor": _blend(look, _stronger(ink)),
        "size": 6,
        "solidity": 0.22,
    }
    return {
        "color": _blend(look, ink),
        "pattern": pattern,
        "line": {"color": look.colour(ink.meaning) if ink.share else look.line, "width": 1},
    }


def _stronger(ink: Ink) -> Ink:
    return replace(ink, share=ink.share + 0.18 if ink.share < 0.7 else ink.share - 0.3)


def window_figure(
    bars: Sequence[Bar], marks: Sequence[Mark], missed: Sequence[Mark], open_text: str, look: Look
) -> go.Figure:
    """Bars in time, one row a name, the days that matter named above; ``missed`` are ticks on the first row.

    A bar without an end runs out of the picture and says ``open_text``.
    """
    days = [bar.start for bar in bars] + [bar.end for bar in bars if bar.end] + [mark.day for mark in marks]
    first, last = _span(days)
    figure = go.Figure()
    rows = list(dict.fromkeys(bar.row for bar in bars))
    height = _rows(figure, rows, first, last, look)
    for bar in bars:
        _draw(figure, bar, rows.index(bar.row), last, open_text, look)
    if missed:
        figure.add_scatter(
            x=[mark.day for mark in missed],
            y=[0] * len(missed),
            mode="markers",
            marker={"symbol": "line-ns-open", "size": 12, "color": look.ink, "line": {"width": 1, "color": look.ink}},
            hovertext=[mark.label for mark in missed],
            hoverinfo="text",
        )
    _name(figure, marks, first + (last - first) / 2, look)
    top = LEVEL * len(marks) + 6
    figure.update_layout(margin={"t": top}, height=height + top)
    return figure


def _span(days: Sequence[date]) -> tuple[date, date]:
    """The axis: from the first to the last day named, with room on both sides."""
    first, last = min(days), max(days)
    room = max(timedelta(days=30), (last - first) / 20)
    return first - room, last + room


def _rows(figure: go.Figure, rows: Sequence[str], first: date, last: date, look: Look) -> int:
    """Prepare the axes and write each row's name above its bar; the height of the figure."""
    height = ROW * len(rows) + 40
    dressed(figure, look, height)
    figure.update_xaxes(type="date", range=[first.isoformat(), last.isoformat()], tickformat="%Y", dtick="M12")
    figure.update_yaxes(visible=False, range=[len(rows) - 0.6, -0.75], rangemode="normal")
    figure.update_layout(hovermode="closest", showlegend=False, barmode="overlay")
    for place, row in enumerate(rows):
        at = {"x": 0, "xref": "paper", "xanchor": "left", "y": place - THICK / 2, "yanchor": "bottom"}
        figure.add_annotation(text=row, showarrow=False, bgcolor=look.paper, borderpad=1, **at)
    return height


def _draw(figure: go.Figure, bar: Bar, place: int, last: date, open_text: str, look: Look) -> None:
    until = open_text if bar.end is None else bar.end - timedelta(days=1)
    figure.add_bar(
        base=[bar.start.isoformat()],
        x=[((bar.end or last) - bar.start).days * MILLISECONDS],
        y=[place],
        width=THICK,
        orientation="h",
        marker=_marker(look, BARS[bar.kind if bar.end else "open"]),
        hovertext=f"{bar.row}<br>{bar.start} → {until}",
        hoverinfo="text",
    )
    if bar.end is None:
        at = {"x": last.isoformat(), "y": place, "xanchor": "right", "bgcolor": look.paper, "borderpad": 2}
        figure.add_annotation(text=f"{open_text} →", showarrow=False, **at)


def _name(figure: go.Figure, marks: Sequence[Mark], middle: date, look: Look) -> None:
    """Draw a line for each mark and write its label above, each on a level of its own."""
    for level, mark in enumerate(marks):
        line = {"color": look.ink, "width": 1, "dash": "dot"}
        figure.add_shape(type="line", x0=mark.day, x1=mark.day, y0=0, y1=1, yref="paper", line=line)
        figure.add_annotation(
            text=mark.label,
            x=mark.day.isoformat(),
            y=1,
            yref="paper",
            xanchor="right" if mark.day > middle else "left",
            yanchor="bottom",
            yshift=LEVEL * (len(marks) - 1 - level),
            showarrow=False,
            font={"size": 12},
        )


def grid_figure(cells: Sequence[Cell], months: str, look: Look) -> go.Figure:
    """The sixty months, a row a calendar year with the newest above, each cell lettered, coloured and patterned.

    ``months`` names the axis of the twelve columns.
    """
    figure = go.Figure()
    years = sorted({cell.year for cell in cells}, reverse=True)
    dressed(figure, look, CELL * len(years) + 66)
    for group, part in groupby(sorted(cells, key=lambda cell: cell.group), key=lambda cell: cell.group):
        _fill(figure, list(part), years, CELLS.get(group, OTHER), look)
    columns = {"tickvals": list(range(1, 13)), "range": [0.4, 12.6], "tickangle": 0, "title": {"text": months}}
    figure.update_xaxes(side="top", ticks="", showline=False, **columns)
    rows = {"tickvals": [place + 0.44 for place in range(len(years))], "ticktext": [str(year) for year in years]}
    figure.update_yaxes(range=[len(years), -0.1], showgrid=False, rangemode="normal", **rows)
    figure.update_layout(barmode="overlay", hovermode="closest", showlegend=False)
    return figure


def _fill(figure: go.Figure, cells: Sequence[Cell], years: Sequence[int], ink: Ink, look: Look) -> None:
    figure.add_bar(
        x=[cell.month for cell in cells],
        base=[years.index(cell.year) for cell in cells],
        y=[0.88] * len(cells),
        width=0.9,
        text=[cell.code for cell in cells],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"color": look.ink if ink.share < 0.55 else look.paper, "size": 13},
        marker=_marker(look, ink),
        hovertext=[cell.hover for cell in cells],
        hoverinfo="text",
    )
