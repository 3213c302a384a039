"""Three clocks on one axis of days: a bar each, numbered marks, the payoff day across all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from overdue.charts.look import Figure, Look, drawn
from overdue.tables.court import Bar, Dot

COLOURS = {"penalty": "penalty", "court": "blue", "overdue": "rose", "kept": "interest"}
SHAPES = {"penalty": "x", "court": "/", "overdue": "\\", "kept": ""}
APART = 14  # marks nearer than a fourteenth of the axis share a circle
DAY = 86_400_000  # milliseconds, as the axis counts


def clocks(bars: Sequence[Bar], dots: Sequence[Dot], paid_off_on: date, payoff: str, look: Look) -> Figure:
    """One row a clock; ``payoff`` names the line of the payoff day. Marks carry the numbers of their table."""
    rows = list(dict.fromkeys(bar.clock for bar in bars))[::-1]
    groups = _near(dots, bars)
    at = paid_off_on.isoformat()
    data: list[dict[str, Any]] = [_bar(bar, look) for bar in bars]
    data.append(
        {
            "type": "scatter",
            "mode": "lines",
            "x": [at, at],
            "y": [rows[0], rows[-1]],
            "line": {"color": look.ink, "width": 2, "dash": "dot"},
            "hoverinfo": "skip",
            "showlegend": False,
        }
    )
    data.append(
        {
            "type": "scatter",
            "mode": "markers+text",
            "x": [group[-1].day.isoformat() for group in groups],
            "y": [group[0].clock for group in groups],
            "text": [_numbers(group) for group in groups],
            "textposition": "middle center",
            "textfont": {"color": look.ink, "size": 11},
            "customdata": ["<br>".join(f"{dot.day.isoformat()} · {dot.text}" for dot in group) for group in groups],
            "hovertemplate": "%{customdata}<extra></extra>",
            "marker": {
                "symbol": "circle",
                "size": [20 if len(group) == 1 else 32 for group in groups],
                "color": look.paper,
                "line": {"color": look.ink, "width": 1.5},
            },
            "showlegend": False,
        }
    )
    layout = {
        "barmode": "overlay",
        "hovermode": "closest",
        "bargap": 0.45,
        "annotations": [
            {"x": at, "y": 0.67, "yref": "paper", "text": payoff, "xanchor": "left", "xshift": 5, "showarrow": False}
        ],
        "xaxis": look.time(look.months) | {"rangemode": "normal"},
        "yaxis": {
            "categoryorder": "array",
            "categoryarray": rows,
            "tickformat": "",
            "rangemode": "normal",
            "showgrid": False,
        },
    }
    return drawn(data, layout, look, height=330)


def _near(dots: Sequence[Dot], bars: Sequence[Bar]) -> list[list[Dot]]:
    """Marks of one clock too close to be told apart stand together."""
    days = [dot.day for dot in dots] + [day for bar in bars for day in (bar.start, bar.end)]
    close = (max(days) - min(days)).days / APART
    groups: list[list[Dot]] = []
    for dot in sorted(dots, key=lambda dot: (dot.clock, dot.number)):
        near = groups and groups[-1][0].clock == dot.clock and (dot.day - groups[-1][-1].day).days < close
        if near:
            groups[-1].append(dot)
        else:
            groups.append([dot])
    return groups


def _numbers(group: Sequence[Dot]) -> str:
    return str(group[0].number) if len(group) == 1 else f"{group[0].number}–{group[-1].number}"


def _bar(bar: Bar, look: Look) -> dict[str, Any]:
    colour = look.colour(COLOURS[bar.kind])
    return {
        "type": "bar",
        "orientation": "h",
        "y": [bar.clock],
        "base": [bar.start.isoformat()],
        "x": [max(1, (bar.end - bar.start).days + 1) * DAY],
        "name": bar.label,
        "customdata": [f"{bar.start.isoformat()} – {bar.end.isoformat()}"],
        "hovertemplate": "%{customdata}",
        "marker": {
            "color": colour,
            "pattern": {
                "shape": SHAPES[bar.kind],
                "bgcolor": colour,
                "fgcolor": look.paper,
                "solidity": 0.15,
                "size": 7,
            },
        },
    }
