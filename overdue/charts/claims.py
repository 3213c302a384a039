"""The articles' calendars on one axis, shaded where they contradict each other, the rules' own days beneath."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from overdue.charts.look import Figure, Look, drawn
from overdue.tables import Frame
from overdue.tables.claims import BLOCKS, DAYS_NAMED, place

ROW, THICK = 52, 0.46
LOOKS = {
    "dispute": ("penalty", "x"),
    "article": ("fees", ""),
    "rule": ("principal", ""),
}


@dataclass(frozen=True)
class _Line:
    """One horizontal line of the picture: where it lies and what it is called."""

    at: float
    name: str
    block: str


def disagreement(frame: Frame, look: Look, axis: str) -> Figure:
    """Draw ``tables.claims.bands``: disputes above, articles, rules; ``axis`` names the axis."""
    lines = _lines(frame)
    days = {
        "tickvals": [place(day) for day in DAYS_NAMED],
        "ticktext": [str(day) for day in DAYS_NAMED],
        "tickangle": 0,
        "title": {"text": axis},
        "range": [float(frame["start"].min()) - 0.05, float(frame["end"].max()) + 0.05],
    }
    bottom = max(line.at for line in lines) + 0.6
    layout = {
        "xaxis": days,
        "yaxis": {"visible": False, "range": [bottom, -0.85], "rangemode": "normal"},
        "showlegend": False,
        "barmode": "overlay",
        "hovermode": "closest",
        "shapes": _shades(frame, lines, look),
        "annotations": [_name(line, look) for line in lines],
    }
    data = [bars for line in lines for bars in _bars(frame, line, look)]
    return drawn(data, layout, look, ROW * (len(lines) + len(BLOCKS) - 1) + 70)


def _lines(frame: Frame) -> list[_Line]:
    """A line for each row name, with an empty line between the blocks."""
    lines: list[_Line] = []
    for gap, block in enumerate(BLOCKS):
        for name in dict.fromkeys(frame.loc[frame["block"] == block, "row"]):
            lines.append(_Line(len(lines) + gap, name, block))
    return lines


def _shades(frame: Frame, lines: list[_Line], look: Look) -> list[dict[str, Any]]:
    """Each dispute's days over the articles' lines: the darker, the more of them."""
    articles, red = [line.at for line in lines if line.block == "article"], look.colour("penalty")
    return [
        {
            "type": "rect",
            "layer": "below",
            "x0": row.start,
            "x1": row.end,
            "y0": min(articles) - 0.75,
            "y1": max(articles) + 0.5,
            "fillcolor": red,
            "opacity": 0.13,
            "line": {"width": 1, "dash": "dot", "color": red},
        }
        for row in frame[frame["block"] == "dispute"].itertuples()
    ]


def _name(line: _Line, look: Look) -> dict[str, Any]:
    where = {"x": 0, "xref": "paper", "xanchor": "left", "y": line.at - THICK / 2, "yanchor": "bottom"}
    return where | {"text": line.name, "showarrow": False, "font": {"color": look.ink}}


def _bars(frame: Frame, line: _Line, look: Look) -> Iterator[dict[str, Any]]:
    """The bands of one line, those without a day apart from those with one."""
    meaning, pattern = LOOKS[line.block]
    colour = look.colour(meaning)
    bands = frame[(frame["row"] == line.name) & (frame["block"] == line.block)]
    for dated, part in bands.groupby("dated"):
        hatch = {"shape": pattern if dated else "/", "fgcolor": colour, "fgopacity": 0.35, "size": 9, "solidity": 0.1}
        yield {
            "type": "bar",
            "orientation": "h",
            "base": part["start"].tolist(),
            "x": (part["end"] - part["start"]).tolist(),
            "y": [line.at] * len(part),
            "width": THICK,
            "text": part["label"].tolist(),
            "textposition": "auto",
            "insidetextanchor": "middle",
            "textangle": 0,
            "constraintext": "none",
            "textfont": {"color": look.ink},
            "marker": {"color": look.paper, "pattern": hatch, "line": {"color": colour, "width": 2}},
            "hovertext": [f"{row.label}: {row.says}" for row in part.itertuples()],
            "hoverinfo": "text",
        }
