"""Small charts for the way in: bars with their amounts written on them, and one window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from overdue.charts.look import PATTERNS, Figure, Look, drawn

HEIGHT = 170


def bars(
    labels: Sequence[str], heights: Sequence[float], texts: Sequence[str], meanings: Sequence[str], look: Look
) -> Figure:
    """Lying bars from top to bottom, each with its amount."""
    marker = {
        "color": [look.colour(meaning) for meaning in meanings],
        "pattern": {
            "shape": [PATTERNS.get(meaning, "") for meaning in meanings],
            "fillmode": "overlay",
            "fgcolor": look.paper,
            "fgopacity": 0.5,
        },
    }
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": list(heights),
        "y": list(labels),
        "text": list(texts),
        "textposition": "outside",
        "cliponaxis": False,
        "marker": marker,
        "hoverinfo": "skip",
    }
    layout: dict[str, Any] = {
        "showlegend": False,
        "bargap": 0.35,
        "xaxis": {"visible": False, "range": [0, max([*heights, 1]) * 1.6]},
        "yaxis": {"autorange": "reversed", "tickformat": "", "gridcolor": "rgba(0,0,0,0)"},
    }
    return drawn([trace], layout, look, height=HEIGHT)


def window(paid: date, removed: date, names: Sequence[str], look: Look) -> Figure:
    """The five years between payoff and the day the record must be gone; ``names`` name the two days."""
    ends = [paid.isoformat(), removed.isoformat()]
    trace = {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": ends,
        "y": [0, 0],
        "text": list(names),
        "textposition": ["top right", "top left"],
        "line": {"color": look.colour("principal"), "width": 10},
        "marker": {"size": 14, "color": look.colour("principal"), "symbol": ["circle", "diamond"]},
        "hoverinfo": "skip",
    }
    layout: dict[str, Any] = {
        "showlegend": False,
        "xaxis": {"tickformat": "%Y"},
        "yaxis": {"visible": False, "range": [-1, 3]},
    }
    return drawn([trace], layout, look, height=HEIGHT)
