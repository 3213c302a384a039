"""Bars of what is owed by component: ours and the bill's, or one debt beside another; and the band of the unknown."""

from collections.abc import Mapping
from typing import Any

from overdue.accrual import COMPONENTS
from overdue.charts.look import PATTERNS, Figure, Look, drawn

STACK = (*COMPONENTS, "other")
COLOURS = {"other": "grey"}
SHAPES = {"other": "-"}
NARROW = 260  # pixels: the bars and their totals on a phone


def stacked(
    bars: Mapping[str, Mapping[str, float]],
    labels: Mapping[str, str],
    names: Mapping[str, str],
    look: Look,
    line: tuple[float, str] | None = None,
) -> Figure:
    """One bar for each of ``bars``, stacked by component; ``labels`` name the bars, ``names`` the components.

    ``line`` is where the reference line stands, in yuan, and its name.
    """
    keys = list(bars)[::-1]
    data: list[dict[str, Any]] = []
    for name in STACK:
        amounts = [bars[key].get(name, 0.0) for key in keys]
        if any(amounts):
            data.append(_bar([labels[key] for key in keys], amounts, name, names[name], look))
    sums = [sum(bars[key].values()) for key in keys]
    told = 9 * max(len(f"{total:,.2f}") for total in sums)
    notes: list[dict[str, Any]] = [
        {"x": total, "y": labels[key], "text": f"{total:,.2f}", "xanchor": "left", "xshift": 4}
        for key, total in zip(keys, sums, strict=True)
    ]
    layout: dict[str, Any] = {
        "barmode": "stack",
        "bargap": 0.5,
        "hovermode": "closest",
        "xaxis": look.yuan() | {"range": [0, (max(sums) or 1) / (1 - told / NARROW)]},
        "yaxis": {"tickformat": "", "rangemode": "normal", "showgrid": False, "range": [-0.5, len(keys) - 0.15]},
    }
    if line is not None:
        at, text = line
        layout["shapes"] = [
            {
                "type": "line",
                "x0": at,
                "x1": at,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": {"color": look.ink, "width": 2, "dash": "dash"},
            }
        ]
        notes.append(
            {"x": at, "y": 1, "yref": "paper", "xanchor": "right", "xshift": -4, "yanchor": "top", "text": text}
        )
    layout["annotations"] = [{"showarrow": False, **note} for note in notes]
    return drawn(data, layout, look, height=170 + 70 * len(keys))


def _bar(labels: list[str], amounts: list[float], name: str, legend: str, look: Look) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": amounts,
        "name": legend,
        "hovertemplate": "%{x:,.2f}",
        "marker": {
            "color": look.colour(COLOURS.get(name, name)),
            "pattern": {
                "shape": PATTERNS.get(name, SHAPES.get(name, "")),
                "bgcolor": look.colour(COLOURS.get(name, name)),
                "fgcolor": look.paper,
                "solidity": 0.2,
                "size": 6,
            },
        },
    }


def band(low: float, usual: float, high: float, names: Mapping[str, str], look: Look) -> Figure:
    """The span from the lowest to the highest reading as one bar, the usual reading marked on it."""
    room = (high - low) * 0.25 or high * 0.1 or 1.0
    data = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [low, high],
            "y": ["", ""],
            "line": {"color": look.colour("penalty"), "width": 16},
            "hovertemplate": "%{x:,.2f}",
            "showlegend": False,
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": [usual],
            "y": [""],
            "marker": {"symbol": "diamond", "size": 13, "color": look.paper, "line": {"color": look.ink, "width": 2}},
            "hovertemplate": "%{x:,.2f}",
            "showlegend": False,
        },
    ]
    third = (high - low) / 3
    lean = "left" if usual < low + third else "right" if usual > high - third else "center"
    notes = [
        {"x": low, "y": "", "text": names["low"], "xanchor": "left", "yshift": 26},
        {"x": high, "y": "", "text": names["high"], "xanchor": "right", "yshift": 48},
        {"x": usual, "y": "", "text": names["usual"], "xanchor": lean, "yshift": -30},
    ]
    layout = {
        "hovermode": "closest",
        "annotations": [{"showarrow": False, **note} for note in notes],
        "xaxis": look.yuan() | {"range": [low - room, high + room], "rangemode": "normal"},
        "yaxis": {"visible": False, "range": [-0.8, 1.2], "tickformat": "", "rangemode": "normal"},
    }
    return drawn(data, layout, look, height=200)
