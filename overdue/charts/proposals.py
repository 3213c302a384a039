"""Proposals drawn: what is owed or paid over time, a row each on the same days and the same scale."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from overdue.charts.look import Figure, Look, drawn
from overdue.tables import Frame

ROW, AXIS = 96, 60  # pixels
EDGE = 30  # pixels: half of a year's name under the axis
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
        line = list(zip((day.isoformat() for day in part["day"]), part["amount"], strict=True))
        # A debt under the old contract grows day by day; a plan's balance falls in steps.
        grows = kind == "owed" and line[1][1] > line[0][1]
        points = line if grows else _steps(line)
        colour = look.colour("principal")
        ground = {"x": [points[0][0], points[-1][0]], "y": [foot, foot], "line": {"color": look.line, "width": 1}}
        data.append(_line(ground) | {"hoverinfo": "skip"})
        area = {
            "x": [day for day, _ in points],
            "y": [foot + amount / most * TALL for _, amount in points],
            "customdata": [amount for _, amount in points],
            "line": {"color": colour, "width": 2},
        }
        data.append(_line(area) | {"name": names[letter], "fill": "tonexty", "fillcolor": look.line})
        data[-1]["hovertemplate"] = "%{customdata:,.2f}"
        spot = max(range(len(line)), key=lambda n: line[n][1])
        late = part["day"].iloc[spot] - first > last - part["day"].iloc[spot]
        peak = {"x": line[spot][0], "y": foot + line[spot][1] / most * TALL + TOLD, "text": f"{line[spot][1]:,.2f}"}
        notes.append(peak | {"xanchor": "right" if late else "left", "yanchor": "bottom"})
        notes.append(
            {
                "xref": "paper",
                "x": 0,
                "xshift": 8 - EDGE,
                "xanchor": "left",
                "y": foot + NAMED,
                "yanchor": "top",
                "text": f"<b>{names[letter]}</b>",
            }
        )
    layout = {
        "annotations": [{"showarrow": False} | note for note in notes],
        "xaxis": look.time(look.months, 5) | {"range": [first.isoformat(), last.isoformat()]},
        "margin": {"l": EDGE, "r": EDGE, "t": 8, "b": 8},
        "yaxis": {"range": [0, len(letters)], "visible": False},
        "hovermode": "closest",
        "showlegend": False,
    }
    return drawn(data, layout, look, height=ROW * len(letters) + AXIS)


def _line(held: dict[str, Any]) -> dict[str, Any]:
    return {"type": "scatter", "mode": "lines", "cliponaxis": False, **held}


def _steps(points: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """A line that keeps each amount until the day of the next."""
    held = [points[0]]
    for (_, amount), (day, following) in pairwise(points):
        held += [(day, amount), (day, following)]
    return held
