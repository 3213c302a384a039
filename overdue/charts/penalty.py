"""The growth of an overdue loan: stacked by component, with due days, payments, the day looked at and the line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from overdue.accrual import Point
from overdue.charts.look import PATTERNS, Figure, Look, drawn

STACK = ("principal", "interest", "fees", "penalty", "compound")


def growth(
    points: Sequence[Point],
    look: Look,
    names: Mapping[str, str],
    marks: Mapping[date, str],
    due: Sequence[date],
    paid: Sequence[date],
) -> Figure:
    """Stack the components over time, the line on top of principal, interest and fees.

    ``names`` hold legend texts with their amounts; ``marks`` are days drawn upright with what they are.
    """
    days = [point.day.isoformat() for point in points]
    stack = [name for name in STACK if any(getattr(point, name) for point in points)]
    data = [_area(days, [float(getattr(p, name)) for p in points], name, names[name], look) for name in stack]
    heights = [float(point.total) for point in points]
    peak = max(heights)
    notes: list[dict[str, Any]] = [
        {
            "x": day.isoformat(),
            "y": 1 - 0.07 * n,
            "yref": "paper",
            "xanchor": "left",
            "xshift": 4,
            "yanchor": "top",
            "text": name,
        }
        for n, (day, name) in enumerate(sorted(marks.items()))
    ]
    if points[-1].line is not None:
        line = [float(p.principal + p.interest + p.fees - p.late_fees + (p.line or 0)) for p in points]
        data.append(
            {
                "type": "scatter",
                "x": days,
                "y": line,
                "name": names["line"],
                "hovertemplate": "%{y:,.2f}",
                "line": {"color": look.ink, "width": 2, "dash": "dash"},
            }
        )
        peak = max(peak, *line)
        top = max(line[-1], heights[-1])
        where = {"x": days[-1], "y": top, "xanchor": "right", "yanchor": "bottom", "yshift": 4}
        notes.append(where | {"text": names["line"]})
    fallen = [day.isoformat() for day in due if points[0].day <= day <= points[-1].day]
    data.append(
        _marks(fallen, [0.0] * len(fallen), names["due"], {"symbol": "triangle-up", "size": 9, "color": look.ink}, look)
    )
    if paid:
        at = dict(zip(days, heights, strict=True))
        spots = [day.isoformat() for day in paid]
        dress = {"symbol": "diamond", "size": 11, "color": look.paper, "line": {"color": look.ink, "width": 2}}
        data.append(_marks(spots, [at.get(day, 0.0) for day in spots], names["paid"], dress, look))
    upright = {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "line": {"color": look.ink, "width": 1.5}}
    layout = {
        "shapes": [upright | {"x0": day.isoformat(), "x1": day.isoformat()} for day in marks],
        "annotations": [{"showarrow": False, **note} for note in notes],
        "xaxis": look.time(look.months),
        "yaxis": {"range": [0, peak * 1.15 or 1]},
    }
    return drawn(data, layout, look, height=420)


def _area(days: list[str], amounts: list[float], name: str, label: str, look: Look) -> dict[str, Any]:
    colour = look.colour(name)
    pattern = {
        "shape": PATTERNS[name],
        "bgcolor": colour,
        "fgcolor": look.paper,
        "fgopacity": 0.6,
        "size": 6,
        "solidity": 0.2,
    }
    return {
        "type": "scatter",
        "x": days,
        "y": amounts,
        "name": label,
        "stackgroup": "owed",
        "hovertemplate": "%{y:,.2f}",
        "line": {"color": colour, "width": 1},
        "fillcolor": colour,
        "fillpattern": pattern,
    }


def _marks(days: list[str], heights: list[float], label: str, marker: dict[str, Any], look: Look) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": days,
        "y": heights,
        "name": label,
        "cliponaxis": False,
        "marker": marker,
        "hovertemplate": f"%{{x|{look.full}}}",
    }
