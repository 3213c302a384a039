"""Proposals drawn: what is owed or paid over time, a row each on the same days and the same scale."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from overdue.charts.look import Figure, Look, drawn
from overdue.tables import Frame

ROW, AXIS = 96, 60  # pixels
EDGE = 30  # pixels: half of a year's name under the axis
Points = list[tuple[date, float]]
TALL, NAMED, TOLD = 0.4, 0.92, 0.03  # of a row: its highest sum, where its name stands, where a sum over its line


def over_time(frame: Frame, kind: str, look: Look, names: Mapping[str, str]) -> Figure:
    """One row a proposal, named above it, its highest sum in figures; ``kind`` is ``owed`` or ``paid``."""
    seen = frame[frame["kind"] == kind]
    letters = list(dict.fromkeys(seen["letter"]))
    most = float(seen["amount"].max()) or 1.0
    first, last = seen["day"].min(), seen["day"].max()
    data: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for place, letter in enumerate(letters):
        part, foot = seen[seen["letter"] == letter], len(letters) - 1 - place
        line = list(zip(part["day"], part["amount"], strict=True))
        # A debt under the old contract grows day by day; a plan's balance falls in steps.
        grows = kind == "owed" and line[1][1] > line[0][1]
        data += _row(line if grows else _steps(line), most, foot, names[letter], look)
        day, amount = max(line, key=lambda point: point[1])
        peak = {"x": day.isoformat(), "y": foot + amount / most * TALL + TOLD, "text": f"{amount:,.2f}"}
        notes.append(peak | {"xanchor": "right" if day - first > last - day else "left", "yanchor": "bottom"})
        at = {"xref": "paper", "x": 0, "xshift": 8 - EDGE, "xanchor": "left", "y": foot + NAMED, "yanchor": "top"}
        notes.append(at | {"text": f"<b>{names[letter]}</b>"})
    layout = {
        "annotations": [{"showarrow": False} | note for note in notes],
        "xaxis": look.time(look.months, 5) | {"range": [first.isoformat(), last.isoformat()]},
        "margin": {"l": EDGE, "r": EDGE, "t": 8, "b": 8},
        "yaxis": {"range": [0, len(letters)], "visible": False},
        "hovermode": "closest",
        "showlegend": False,
    }
    return drawn(data, layout, look, height=ROW * len(letters) + AXIS)


def _row(points: Points, most: float, foot: int, name: str, look: Look) -> list[dict[str, Any]]:
    """The ground of a row, and the sums over it."""
    days = [day.isoformat() for day, _ in points]
    ground = {"x": [days[0], days[-1]], "y": [foot, foot], "line": {"color": look.line, "width": 1}}
    area = {"x": days, "y": [foot + amount / most * TALL for _, amount in points]}
    told = {"name": name, "customdata": [amount for _, amount in points], "hovertemplate": "%{customdata:,.2f}"}
    dress = {"line": {"color": look.colour("principal"), "width": 2}, "fill": "tonexty", "fillcolor": look.line}
    return [_line(ground) | {"hoverinfo": "skip"}, _line(area | told | dress)]


def _line(held: dict[str, Any]) -> dict[str, Any]:
    return {"type": "scatter", "mode": "lines", "cliponaxis": False, **held}


def _steps(points: Points) -> Points:
    """A line that keeps each amount until the day of the next."""
    held = [points[0]]
    for (_, amount), (day, following) in pairwise(points):
        held += [(day, amount), (day, following)]
    return held
