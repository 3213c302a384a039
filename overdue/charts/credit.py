"""Payoff days and accounts side by side, each with its five years on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from overdue.charts.look import Figure, Look, drawn
from overdue.tables.window import Bar, Mark

MILLISECONDS = 86_400_000
ROW, LEVEL = 62, 22
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


def _blend(look: Look, ink: Ink) -> str:
    """The colour laid on paper: opaque, so that it prints and reads the same in both themes."""
    parts = zip(_rgb(look.paper), _rgb(look.colour(ink.meaning)), strict=True)
    return "#" + "".join(f"{round(under + (over - under) * ink.share):02x}" for under, over in parts)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _marker(look: Look, ink: Ink) -> dict[str, Any]:
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


def window_figure(bars: Sequence[Bar], marks: Sequence[Mark], open_text: str, look: Look) -> Figure:
    """Bars in time, one row a name, the days that matter named above.

    A bar without an end runs out of the picture and says ``open_text``.
    """
    days = [bar.start for bar in bars] + [bar.end for bar in bars if bar.end] + [mark.day for mark in marks]
    first, last = _span(days)
    rows = list(dict.fromkeys(bar.row for bar in bars))
    places = [rows.index(bar.row) for bar in bars]
    data = [_bar(bar, place, last, open_text, look) for bar, place in zip(bars, places, strict=True)]
    notes = [_row_name(row, place, look) for place, row in enumerate(rows)]
    notes += [
        _open_end(last, place, open_text, look) for bar, place in zip(bars, places, strict=True) if bar.end is None
    ]
    middle = first + (last - first) / 2
    notes += [_mark_name(mark, len(marks) - 1 - level, middle) for level, mark in enumerate(marks)]
    top = LEVEL * len(marks) + 6
    layout = {
        "xaxis": look.time("%Y") | {"range": [first.isoformat(), last.isoformat()], "dtick": "M12"},
        "yaxis": {"visible": False, "range": [len(rows) - 0.6, -0.75], "rangemode": "normal"},
        "hovermode": "closest",
        "showlegend": False,
        "barmode": "overlay",
        "margin": {"l": 8, "r": 8, "t": top, "b": 8},
        "shapes": [_line(mark, look) for mark in marks],
        "annotations": [{"showarrow": False} | note for note in notes],
    }
    return drawn(data, layout, look, ROW * len(rows) + 40 + top)


def _span(days: Sequence[date]) -> tuple[date, date]:
    """The axis: from the first to the last day named, with room on both sides."""
    first, last = min(days), max(days)
    room = max(timedelta(days=30), (last - first) / 20)
    return first - room, last + room


def _bar(bar: Bar, place: int, last: date, open_text: str, look: Look) -> dict[str, Any]:
    until = open_text if bar.end is None else bar.end - timedelta(days=1)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [bar.start.isoformat()],
        "x": [((bar.end or last) - bar.start).days * MILLISECONDS],
        "y": [place],
        "width": THICK,
        "marker": _marker(look, BARS[bar.kind if bar.end else "open"]),
        "hovertext": f"{bar.row}<br>{bar.start} → {until}",
        "hoverinfo": "text",
    }


def _row_name(row: str, place: int, look: Look) -> dict[str, Any]:
    """A row's name, above its bar."""
    at = {"x": 0, "xref": "paper", "xanchor": "left", "y": place - THICK / 2, "yanchor": "bottom"}
    return at | {"text": row, "bgcolor": look.paper, "borderpad": 1}


def _open_end(last: date, place: int, open_text: str, look: Look) -> dict[str, Any]:
    at = {"x": last.isoformat(), "y": place, "xanchor": "right"}
    return at | {"text": f"{open_text} →", "bgcolor": look.paper, "borderpad": 2}


def _line(mark: Mark, look: Look) -> dict[str, Any]:
    where = {"type": "line", "x0": mark.day.isoformat(), "x1": mark.day.isoformat(), "y0": 0, "y1": 1, "yref": "paper"}
    return where | {"line": {"color": look.ink, "width": 1, "dash": "dot"}}


def _mark_name(mark: Mark, level: int, middle: date) -> dict[str, Any]:
    """A day's name above the picture, on a level of its own."""
    at = {"x": mark.day.isoformat(), "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": LEVEL * level}
    return at | {"xanchor": "right" if mark.day > middle else "left", "text": mark.label, "font": {"size": 12}}
