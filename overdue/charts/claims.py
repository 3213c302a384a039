"""The articles' calendars on one axis, shaded where they contradict each other, the rules' own days beneath."""

from __future__ import annotations

from dataclasses import dataclass

from overdue.charts.look import Figure, Look, dressed
from overdue.tables import Frame
from overdue.tables.claims import BLOCKS, DAYS_NAMED, place

ROW, THICK = 44, 0.46
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
    figure = Figure()
    lines = _lines(frame)
    height = ROW * (len(lines) + len(BLOCKS) - 1) + 70
    dressed(figure, look, height)
    bottom = max(line.at for line in lines) + 0.6
    ticks = [place(day) for day in DAYS_NAMED]
    figure.update_xaxes(tickvals=ticks, ticktext=[str(day) for day in DAYS_NAMED], tickangle=0, title=axis)
    figure.update_xaxes(range=[frame["start"].min() - 0.05, frame["end"].max() + 0.05])
    figure.update_yaxes(visible=False, range=[bottom, -0.85], rangemode="normal")
    figure.update_layout(showlegend=False, barmode="overlay", hovermode="closest")
    _shade(figure, frame, lines, look)
    for line in lines:
        _draw(figure, frame[(frame["row"] == line.name) & (frame["block"] == line.block)], line, look)
    return figure


def _lines(frame: Frame) -> list[_Line]:
    """A line for each row name, with an empty line between the blocks."""
    lines: list[_Line] = []
    for gap, block in enumerate(BLOCKS):
        for name in dict.fromkeys(frame.loc[frame["block"] == block, "row"]):
            lines.append(_Line(len(lines) + gap, name, block))
    return lines


def _shade(figure: Figure, frame: Frame, lines: list[_Line], look: Look) -> None:
    """Lay each dispute's days over the articles' lines: the darker, the more of them."""
    articles = [line.at for line in lines if line.block == "article"]
    for row in frame[frame["block"] == "dispute"].itertuples():
        figure.add_shape(
            type="rect",
            layer="below",
            x0=row.start,
            x1=row.end,
            y0=min(articles) - 0.75,
            y1=max(articles) + 0.5,
            fillcolor=look.colour("penalty"),
            opacity=0.13,
            line={"width": 1, "dash": "dot", "color": look.colour("penalty")},
        )


def _draw(figure: Figure, bands: Frame, line: _Line, look: Look) -> None:
    meaning, pattern = LOOKS[line.block]
    for dated, part in bands.groupby("dated"):
        colour = look.colour(meaning)
        figure.add_bar(
            orientation="h",
            base=part["start"],
            x=part["end"] - part["start"],
            y=[line.at] * len(part),
            width=THICK,
            text=part["label"],
            textposition="auto",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"color": look.ink, "size": 12},
            marker={
                "color": look.paper,
                "pattern": {
                    "shape": pattern if dated else "/",
                    "fgcolor": colour,
                    "fgopacity": 0.35,
                    "size": 9,
                    "solidity": 0.1,
                },
                "line": {"color": colour, "width": 2},
            },
            hovertext=[f"{row.label}: {row.says}" for row in part.itertuples()],
            hoverinfo="text",
        )
    figure.add_annotation(
        x=0, xref="paper", xanchor="left", y=line.at - THICK / 2, yanchor="bottom", text=line.name, showarrow=False,
        font={"size": 12, "color": look.ink},
    )  # fmt: skip
