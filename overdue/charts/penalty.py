"""The growth of an overdue loan: stacked by component, with due days, payments, the day looked at and the line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from overdue.charts.look import PATTERNS, Figure, Look, drawn
from overdue.tables import Frame

STACK = ("principal", "interest", "fees", "penalty", "compound")
GROWING = ("penalty", "compound")


def growth(
    frame: Frame,
    look: Look,
    names: Mapping[str, str],
    as_of: date,
    due: Sequence[date],
    paid: Sequence[date],
    growth_only: bool = False,
) -> Figure:
    """Stack the components over time; ``names`` hold legend texts with their amounts and the marks' labels.

    With ``growth_only`` just penalty and compound interest are stacked, against the line itself;
    otherwise the line lies on top of principal, interest and fees.
    """
    days = [day.isoformat() for day in frame["day"]]
    stack = [name for name in (GROWING if growth_only else STACK) if frame[name].any()]
    data: list[dict[str, Any]] = [_area(days, frame[name].tolist(), name, names[name], look) for name in stack]
    heights = frame[stack].sum(axis=1)
    notes = [
        {
            "x": as_of.isoformat(),
            "y": 1,
            "yref": "paper",
            "text": names["today"],
            "xanchor": "left",
            "xshift": 4,
            "yanchor": "top",
        }
    ]
    peak = float(heights.max())
    if frame["line"].notna().any():
        below = [name for name in stack if name not in GROWING]
        line = (frame["line"] + frame[below].sum(axis=1)).tolist()
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
        top = max(line[-1], float(heights.iloc[-1]))
        where = {"x": days[-1], "y": top, "xanchor": "right", "yanchor": "bottom", "yshift": 4}
        notes.append(where | {"text": names["line"]})
    marks = [day.isoformat() for day in due if frame["day"].iloc[0] <= day <= frame["day"].iloc[-1]]
    data.append(
        _marks(marks, [0.0] * len(marks), names["due"], {"symbol": "triangle-up", "size": 9, "color": look.ink}, look)
    )
    if paid:
        at = dict(zip(days, heights.tolist(), strict=True))
        spots = [day.isoformat() for day in paid]
        dress = {"symbol": "diamond", "size": 11, "color": look.paper, "line": {"color": look.ink, "width": 2}}
        data.append(_marks(spots, [at.get(day, 0.0) for day in spots], names["paid"], dress, look))
    today = {
        "type": "line",
        "x0": as_of.isoformat(),
        "x1": as_of.isoformat(),
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": look.ink, "width": 1.5},
    }
    layout = {
        "shapes": [today],
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
