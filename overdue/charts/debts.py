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
    feet = {key: rows - 1 - place for place, key in enumerate(titles)}
    shades = {key: look.colour(SHADES[place % len(SHADES)]) for place, key in enumerate(titles)}
    held = {key: frame[frame["key"] == key] for key in titles}
    line = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "line": {"color": look.line, "width": 1}}
    layout = {
        "annotations": [_name(titles[key], feet[key], look) for key in titles],
        "shapes": [line | {"y0": at, "y1": at} for at in range(rows)],
        "barmode": "overlay",
        "bargap": 0.2,
        "xaxis": look.time(look.months, 5),
        "yaxis": {"range": [0, rows], "visible": False},
    }
    bars = [_bars(held[key], most, feet[key], shades[key]) | {"name": titles[key]} for key in titles]
    return drawn(bars, layout, look, height=(CLOSE if rows > MANY else ROW) * rows + AXIS)


def _bars(part: Frame, most: float, foot: int, colour: str) -> dict[str, Any]:
    """A bar for each payment, from the foot of its row."""
    heights = [amount / most * TALL for amount in part["amount"]]
    told = {"customdata": part["amount"].tolist(), "hovertemplate": "%{customdata:,.2f}", "showlegend": False}
    at = {"x": [day.isoformat() for day in part["day"]], "y": heights, "base": foot}
    return {"type": "bar", "marker": {"color": colour}} | at | told


def _name(title: str, foot: int, look: Look) -> dict[str, Any]:
    """What a row is called, above its highest bar."""
    at = {"xref": "paper", "x": 0, "y": foot + TALL + 0.24, "xanchor": "left", "yanchor": "middle"}
    return at | {"text": title, "showarrow": False, "font": {"color": look.ink}}
