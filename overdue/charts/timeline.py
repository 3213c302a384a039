"""The fixed days of a debt on one axis, a row a day, its name beside the mark; kinds told apart by shape as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from overdue.charts.look import Figure, Look, drawn
from overdue.milestones import Kind
from overdue.tables.timeline import Mark

ROW, FOOT, ROOM = 34, 50, timedelta(days=20)
BRACKET = re.compile(r"\s*([（(])")
SHAPES = {Kind.MUST: ("blue", "diamond"), Kind.MAY: ("interest", "circle"), Kind.USUAL: ("brown", "square")}


def plan(rows: Sequence[Mark], as_of: date, as_of_name: str, look: Look) -> Figure:
    """One mark a row, oldest first; its name leans into the picture, a line marks the day looked at."""
    days = [as_of, *(row.day for row in rows)]
    first, last = min(days) - ROOM, max(days) + ROOM
    middle, day = first + (last - first) / 2, as_of.isoformat()
    today = {"x": day, "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": "right" if as_of > middle else "left"}
    layout = {
        "xaxis": look.time(look.days, 5) | {"range": [first.isoformat(), last.isoformat()]},
        "yaxis": {"visible": False, "range": [len(rows) - 0.4, -0.6], "rangemode": "normal"},
        "hovermode": "closest",
        "showlegend": False,
        "margin": {"l": 8, "r": 8, "t": 26, "b": 8},
        "shapes": [
            {"type": "line", "x0": day, "x1": day, "y0": 0, "y1": 1, "yref": "paper"}
            | {"line": {"color": look.ink, "dash": "dot", "width": 1}}
        ],
        "annotations": [{"text": as_of_name, "showarrow": False, "font": {"size": 12}} | today],
    }
    data = [_mark(row, place, row.day > middle, look) for place, row in enumerate(rows)]
    return drawn(data, layout, look, ROW * len(rows) + FOOT)


def _mark(row: Mark, place: int, late: bool, look: Look) -> dict[str, Any]:
    meaning, symbol = SHAPES[row.kind]
    name = BRACKET.sub(r"  <br>  \1", row.name)  # a remark in brackets takes a line of its own
    marker = {"symbol": symbol, "size": 13, "color": look.colour(meaning), "line": {"color": look.ink, "width": 1}}
    return {
        "type": "scatter",
        "x": [row.day.isoformat()],
        "y": [place],
        "mode": "markers+text",
        "text": [f"  {name}  " if late else f"  {name}"],
        "textposition": "middle left" if late else "middle right",
        "textfont": {"size": 13, "color": look.ink},
        "marker": marker,
        "hovertext": row.hover,
        "hoverinfo": "text",
        "cliponaxis": False,
    }
