"""A budget divided, drawn: a row for each debt, a bar for what it gets in each month."""

from collections.abc import Mapping
from typing import Any

from overdue.charts.look import Figure, Look, drawn
from overdue.tables import Frame

ROW, CLOSE, AXIS = 52, 40, 62  # pixels; rows stand close where there are many
MANY = 5
TALL = 0.48  # of a row, for its highest bar; its name stands clear above
SHADES = ("interest", "principal", "olive", "rose", "brown", "blue", "fees", "compound")


def strips(frame: Frame, look: Look, titles: Mapping[str, str]) -> Figure:
    """Rows of payments over the same months and on the same scale; ``titles`` name the rows by key."""
    most = float(frame["amount"].max()) or 1.0
    rows = len(titles)
    data: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for place, key in enumerate(titles):
        part, foot = frame[frame["key"] == key], rows - 1 - place
        data.append(
            {
                "type": "bar",
                "x": [day.isoformat() for day in part["day"]],
                "y": [amount / most * TALL for amount in part["amount"]],
                "base": foot,
                "customdata": part["amount"].tolist(),
                "name": titles[key],
                "marker": {"color": look.colour(SHADES[place % len(SHADES)])},
                "hovertemplate": "%{customdata:,.2f}",
                "showlegend": False,
            }
        )
        note = {
            "xref": "paper",
            "x": 0,
            "y": foot + TALL + 0.24,
            "text": titles[key],
            "showarrow": False,
            "xanchor": "left",
        }
        notes.append(note | {"yanchor": "middle", "font": {"color": look.ink}})
    lines = [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": at,
            "y1": at,
            "line": {"color": look.line, "width": 1},
        }
        for at in range(rows)
    ]
    layout = {
        "annotations": notes,
        "shapes": lines,
        "barmode": "overlay",
        "bargap": 0.2,
        "xaxis": look.time(look.months, 5),
        "yaxis": {"range": [0, rows], "visible": False},
    }
    return drawn(data, layout, look, height=(CLOSE if rows > MANY else ROW) * rows + AXIS)
