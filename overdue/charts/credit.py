"""Payoff days and accounts side by side, each with its five years on one axis."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from overdue.charts.look import Figure, Look, drawn
from overdue.tables.window import Bar, DayMark

MILLISECONDS = 86_400_000
ROW, LEVEL = 62, 22
THICK = 0.36


KEPT, OPEN = ("principal", 0.85, ""), ("penalty", 0.45, "/")  # meaning, how much of it, and a pattern


def _marker(look: Look, bar: Bar) -> dict[str, Any]:
    meaning, share, pattern = KEPT if bar.end else OPEN
    colour = look.colour(meaning)
    dress = {"shape": pattern, "fgcolor": colour, "size": 6, "solidity": 0.22}
    return {"color": colour, "opacity": share, "pattern": dress, "line": {"color": colour, "width": 1}}


def window_figure(bars: Sequence[Bar], marks: Sequence[DayMark], open_text: str, look: Look) -> Figure:
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
    until = open_text if bar.end is None else bar.end
    return {
        "type": "bar",
        "orientation": "h",
        "base": [bar.start.isoformat()],
        "x": [((bar.end or last) - bar.start).days * MILLISECONDS],
        "y": [place],
        "width": THICK,
        "marker": _marker(look, bar),
        "hovertext": f"{bar.row}<br>{bar.start} → {until}",
        "hoverinfo": "text",
    }


def _row_name(row: str, place: int, look: Look) -> dict[str, Any]:
    """A row's name, above its bar."""
    at = {"x": 0, "xref": "paper", "xanchor": "left", "y": place - THICK / 2, "yanchor": "bottom"}
    return at | {"text": row, "bgcolor": look.paper, "borderpad": 0, "yshift": 2}


def _open_end(last: date, place: int, open_text: str, look: Look) -> dict[str, Any]:
    at = {"x": last.isoformat(), "y": place, "xanchor": "right"}
    return at | {"text": f"{open_text} →", "bgcolor": look.paper, "borderpad": 2}


def _line(mark: DayMark, look: Look) -> dict[str, Any]:
    where = {"type": "line", "x0": mark.day.isoformat(), "x1": mark.day.isoformat(), "y0": 0, "y1": 1, "yref": "paper"}
    return where | {"line": {"color": look.ink, "width": 1, "dash": "dot"}}


def _mark_name(mark: DayMark, level: int, middle: date) -> dict[str, Any]:
    """A day's name above the picture, on a level of its own."""
    at = {"x": mark.day.isoformat(), "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": LEVEL * level}
    return at | {"xanchor": "right" if mark.day > middle else "left", "text": mark.label}
