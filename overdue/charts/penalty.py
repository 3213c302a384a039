"""The growth of an overdue loan: stacked by component, with due days, payments, the day looked at and the line."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from overdue.accrual import COMPONENTS, Point
from overdue.charts.look import PATTERNS, Figure, Look, drawn

TALL, ABOVE, BELOW = 420, 34, 52  # pixels: the chart, what stands over its axes and under them
HIGH = TALL - ABOVE - BELOW  # pixels: its axes
LINE, SIGN, HAN = 21, 8, 16  # pixels: a line of words, a figure or letter, a Chinese sign


def growth(
    points: Sequence[Point],
    look: Look,
    names: Mapping[str, str],
    marks: Mapping[date, str],
    due: Sequence[date],
    paid: Sequence[date],
) -> Figure:
    """Stack the components over time, the line on top of principal, interest and fees; each is named at its end.

    ``names`` hold the names with what they come to on the last day, the lines of each apart by ``<br>``, and what the
    marks are called; ``marks`` are days drawn upright with what they are.
    """
    days = [point.day.isoformat() for point in points]
    stack = [name for name in COMPONENTS if any(getattr(point, name) for point in points)]
    data = [_area(days, [float(getattr(p, name)) for p in points], name, names[name], look) for name in stack]
    heights, ends = [float(point.total) for point in points], _ends(points[-1], stack, names)
    peak = max(heights)
    if points[-1].line is not None:
        line = [float(p.principal + p.interest + p.fees - p.late_fees + (p.line or 0)) for p in points]
        data.append(_line(days, line, names["line"], look))
        peak = max(peak, *line)
        ends.append((line[-1], names["line"]))
    fallen = [day.isoformat() for day in due if points[0].day <= day <= points[-1].day]
    marker = {"symbol": "triangle-up", "size": 9, "color": look.ink}
    data.append(_marks(fallen, [0.0] * len(fallen), names["due"], marker, look))
    if paid:
        at = dict(zip(days, heights, strict=True))
        spots = [day.isoformat() for day in paid]
        marker = {"symbol": "diamond", "size": 11, "color": look.paper, "line": {"color": look.ink, "width": 2}}
        data.append(_marks(spots, [at.get(day, 0.0) for day in spots], names["paid"], marker, look))
    top = peak * max(1.15, HIGH / (HIGH - LINE * len(marks) - 8)) or 1.0  # the words of the marks stand clear of all
    notes = [_upright(day, name, n, points) for n, (day, name) in enumerate(sorted(marks.items()))]
    notes += [*_told(ends, top), _unit(look)]
    wide = max(_wide(said) for _, text in ends for said in text.split("<br>"))
    upright = {"type": "line", "yref": "paper", "y0": 0, "line": {"color": look.ink, "width": 1.5}}
    layout = {
        "shapes": [  # each as high as its own words: it crosses none of those above
            upright | {"x0": day.isoformat(), "x1": day.isoformat(), "y1": 1 - LINE * n / HIGH}
            for n, day in enumerate(sorted(marks))
        ],
        "annotations": [{"showarrow": False, **note} for note in notes],
        "xaxis": look.time(look.months, 4) | _span(points),
        "yaxis": {"range": [0, top], "nticks": 6},
        "margin": {"l": 8, "r": wide + 10, "t": ABOVE, "b": 8},
    }
    return drawn(data, layout, look, height=TALL)


def _span(points: Sequence[Point]) -> dict[str, Any]:
    """From the first day to the last and no further: else the words of the marks would press the days together."""
    first, last = points[0].day, points[-1].day
    return {"range": [first.isoformat(), last.isoformat()]} if first < last else {}


def _upright(day: date, name: str, level: int, points: Sequence[Point]) -> dict[str, Any]:
    """The name of a day beside its upright, on a level of its own, on the side with more room."""
    early = day - points[0].day <= points[-1].day - day
    at = {"x": day.isoformat(), "y": 1, "yref": "paper", "yshift": -LINE * level, "yanchor": "top", "text": name}
    return at | ({"xanchor": "left", "xshift": 4} if early else {"xanchor": "right", "xshift": -4})


def _ends(last: Point, stack: Sequence[str], names: Mapping[str, str]) -> list[tuple[float, str]]:
    """Each component's middle on the last day, in yuan from the foot, and its words."""
    foot, found = 0.0, []
    for name in stack:
        amount = float(getattr(last, name))
        found.append((foot + amount / 2, names[name]))
        foot += amount
    return found


def _told(ends: Sequence[tuple[float, str]], top: float) -> list[dict[str, Any]]:
    """Words at the right of their ends, moved apart where they would lie on each other."""
    floor = 0.0
    rows = [(at / top * HIGH, LINE * (1 + text.count("<br>")), text) for at, text in sorted(ends)]
    feet: list[float] = []
    for at, size, _ in rows:
        feet.append(max(at - size / 2, floor))
        floor = feet[-1] + size
    roof: float = HIGH
    for place in reversed(range(len(rows))):
        feet[place] = roof = min(feet[place], roof - rows[place][1])
    notes = [{"text": text, "y": (foot + size / 2) / HIGH} for foot, (_, size, text) in zip(feet, rows, strict=True)]
    dress = {"x": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "middle", "xshift": 6}
    return [dress | note | {"align": "left"} for note in notes]


def _unit(look: Look) -> dict[str, Any]:
    """What the sums are in, above their axis."""
    at = {"x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    return at | {"xshift": -30, "yshift": 8, "text": look.unit}


def _wide(text: str) -> int:
    """About how many pixels a line of words is wide."""
    return sum(HAN if sign > "\u2e80" else SIGN for sign in text)


def _area(days: list[str], amounts: list[float], name: str, label: str, look: Look) -> dict[str, Any]:
    colour = look.colour(name)
    pattern = {"shape": PATTERNS[name], "bgcolor": colour, "fgcolor": look.paper, "fgopacity": 0.6}
    filled = {"fillcolor": colour, "fillpattern": pattern | {"size": 6, "solidity": 0.2}}
    return _over(days, amounts, label, {"color": colour, "width": 1}) | {"stackgroup": "owed"} | filled


def _line(days: list[str], amounts: list[float], label: str, look: Look) -> dict[str, Any]:
    return _over(days, amounts, label, {"color": look.ink, "width": 2, "dash": "dash"})


def _over(days: list[str], amounts: list[float], label: str, line: dict[str, Any]) -> dict[str, Any]:
    """Sums over days, told where a finger rests."""
    held = {"type": "scatter", "x": days, "y": amounts, "name": label, "line": line}
    return held | {"hovertemplate": "%{y:,.2f}", "showlegend": False}


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
