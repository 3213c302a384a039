"""Proposals drawn: what is owed and paid over time, and a budget month by month."""

from __future__ import annotations

from collections.abc import Mapping
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


def months(frame: Frame, look: Look, names: Mapping[str, str], lacks: str = "") -> Figure:
    """A bar a month: the offer below, the old contract on top; a step line is what the month leaves.

    ``lacks`` names what is missing in the first month that ends below zero, whose bar is marked.
    """
    days = [day.isoformat() for day in frame["month"]]
    short = next((place for place, left in enumerate(frame["left"]) if left < 0), None)

    def bar(column: str, meaning: str, pattern: str) -> dict[str, Any]:
        return {
            "type": "bar",
            "x": days,
            "y": frame[column].tolist(),
            "name": names[column],
            "marker": {
                "color": look.colour(meaning),
                "pattern": {"shape": pattern, "fgcolor": look.colour(meaning), "size": 7, "solidity": 0.5},
            },
            "hovertemplate": "%{y:,.2f}",
        }

    data = [bar("offer", "interest", "")]
    if frame["contract"].any():
        data.append(bar("contract", "grey", "/"))
    line = {"color": look.ink, "width": 2, "dash": "dash", "shape": "hvh"}
    data.append(
        {
            "type": "scatter",
            "mode": "lines" if len(days) > 1 else "markers",
            "x": days,
            "y": frame["free"].tolist(),
            "name": names["frees"],
            "line": line,
            "marker": {"symbol": "line-ew-open", "size": 30, "color": look.ink},
            "hovertemplate": "%{y:,.2f}",
        }
    )
    notes = []
    if short is not None:
        top = float(frame["offer"][short] + frame["contract"][short])
        anchor = "left" if short < len(days) / 3 else "right" if short > len(days) * 2 / 3 else "center"
        notes.append(
            {
                "x": days[short],
                "y": max(top, 0),
                "text": f"<b>{lacks}</b>",
                "font": {"color": look.colour("penalty")},
                "showarrow": False,
                "yanchor": "bottom",
                "xanchor": anchor,
                "bgcolor": look.paper,
            }
        )
    low = min(0.0, *frame["free"])
    high = max(*frame["free"], *(frame["offer"] + frame["contract"])) or 1
    layout = {
        "annotations": notes,
        "barmode": "stack",
        "bargap": 0.25,
        "xaxis": look.time(look.months) | {"title": {"text": names["across"]}},
        "yaxis": {"range": [low * 1.1, high * 1.2], "title": {"text": names["up"]}},
        "legend": {"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0, "traceorder": "normal"},
    }
    return drawn(data, layout, look, height=320)
