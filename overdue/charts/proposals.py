"""Proposals drawn: what is owed and paid over time, and the waiver at which lump sum and plan cost the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from overdue.charts.look import Figure, Look, drawn
from overdue.tables import Frame

# One colour and one dash a proposal, in every chart; the baseline is grey.
COLOURS = {"a": "blue", "b": "rose", "c": "olive", "d": "brown"}
DASHES = {"a": "solid", "b": "dash", "c": "dot", "d": "dashdot", "w": "longdash"}
WIDTH = 3


def colour(letter: str, look: Look, pinned: str | None = None) -> str:
    """The colour of a proposal; waiting is drawn in ink, the baseline in grey."""
    if letter == pinned:
        return look.colour("grey")
    return look.colour(COLOURS[letter]) if letter in COLOURS else look.ink


def over_time(frame: Frame, kind: str, look: Look, names: Mapping[str, str], pinned: str | None = None) -> Figure:
    """One step line a proposal; ``kind`` is ``owed`` or ``paid``, ``names`` hold legend texts by letter."""
    lines: dict[str, tuple[list[str], list[float]]] = {}
    for letter, day, of_kind, amount in frame.itertuples(index=False):
        if of_kind == kind:
            days, amounts = lines.setdefault(letter, ([], []))
            days.append(day.isoformat())
            amounts.append(amount)
    data: list[dict[str, Any]] = []
    ends: list[dict[str, Any]] = []
    for name, (days, amounts) in lines.items():
        tint = colour(name, look, pinned)
        # A debt under the old contract grows day by day; a plan's balance falls in steps.
        grows = kind == "owed" and amounts[1] > amounts[0]
        dress = {"color": tint, "width": WIDTH, "dash": DASHES[name], "shape": "linear" if grows else "hv"}
        data.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": days,
                "y": amounts,
                "name": names[name],
                "line": dress,
                "hovertemplate": "%{y:,.2f}",
            }
        )
        spot = _spot(amounts, kind)
        ends.append(
            {
                "x": days[spot],
                "y": amounts[spot],
                "text": f"<b>{name.upper()}</b>" if name in COLOURS else "",
                "font": {"color": tint},
                "showarrow": False,
                "yanchor": "bottom",
                "xanchor": "right" if spot > len(days) // 2 and kind == "paid" else "left",
            }
        )
    top = max(max(amounts) for _, amounts in lines.values()) or 1
    layout = {
        "annotations": ends,
        "xaxis": look.time(look.months),
        "yaxis": {"range": [0, top * 1.15]},
        "legend": {"orientation": "v", "yanchor": "top", "y": -0.2, "x": 0, "traceorder": "normal"},
    }
    return drawn(data, layout, look, height=400)


def _spot(amounts: list[float], kind: str) -> int:
    """Where a line is named: paid where it reaches its end, owed a third of the way down, where lines lie apart."""
    if kind == "paid":
        return amounts.index(max(amounts))
    falling = [place for place, amount in enumerate(amounts) if amount > 0]
    return falling[len(falling) // 3] if len(falling) > 4 and amounts[1] <= amounts[0] else falling[-1]


@dataclass(frozen=True)
class Marked:
    """The lump sum as it is offered: its day, the share waived (0 to 1), and its label."""

    day: date
    share: float
    label: str


def even(frame: Frame, look: Look, names: Mapping[str, str], offered: Marked, letters: tuple[str, str]) -> Figure:
    """The share to be waived over the day of the lump sum; above the line the lump sum costs less, below it the plan.

    ``names`` hold the texts ``line``, ``above`` and ``below``.
    """
    days = [day.isoformat() for day in frame["day"]]
    shares = frame["share"].tolist()
    top = min(1.0, max(0.1, max(shares), offered.share) * 1.5)
    ceiling = {"type": "scatter", "x": days, "y": [top] * len(days), "mode": "lines", "hoverinfo": "skip"}
    data: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": days,
            "y": shares,
            "name": names["line"],
            "line": {"color": look.ink, "width": WIDTH},
            "hovertemplate": "%{y:.2%}",
        },
        ceiling
        | {
            "fill": "tonexty",
            "line": {"width": 0},
            "showlegend": False,
            "fillcolor": "rgba(0,0,0,0)",
            "fillpattern": {"shape": "/", "fgcolor": colour(letters[0], look), "fgopacity": 0.35, "size": 9},
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": [offered.day.isoformat()],
            "y": [offered.share],
            "name": offered.label,
            "cliponaxis": False,
            "marker": {"symbol": "diamond", "size": 13, "color": colour(letters[0], look)},
            "hovertemplate": "%{y:.2%}",
        },
    ]
    third, late = len(days) // 3, len(days) - 1
    notes = [{"x": days[third], "y": (shares[third] + top) / 2, "text": names["above"]}]
    if shares[late] > top / 8:
        notes.append({"x": days[late], "y": shares[late] / 2, "text": names["below"], "xanchor": "right"})
    layout = {
        "annotations": [{"showarrow": False, "bgcolor": look.paper, **note} for note in notes],
        "xaxis": look.time(look.months),
        "yaxis": {"range": [0, top], "tickformat": ".0%"},
    }
    return drawn(data, layout, look, height=360)
