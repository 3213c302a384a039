"""One look for all charts: a colour and a pattern for each meaning, ink and grid that fit light and dark."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

Figure = go.Figure

# What each of the ten chart colours stands for, in order; the pattern makes it survive greyscale.
MEANINGS = ("principal", "interest", "fees", "penalty", "compound", "blue", "olive", "rose", "brown", "grey")
PATTERNS = {"principal": "", "interest": "/", "fees": ".", "penalty": "x", "compound": "\\"}
DASHES = ("solid", "dash", "dot", "dashdot", "longdash")


@dataclass(frozen=True)
class Look:
    """The colours of one theme."""

    colours: tuple[str, ...]
    ink: str
    paper: str
    line: str

    def colour(self, meaning: str) -> str:
        """The colour of a meaning."""
        return self.colours[MEANINGS.index(meaning)]


def dressed(figure: go.Figure, look: Look, height: int = 380) -> go.Figure:
    """Give a figure the common dress: quiet grid, legend above, no zoom, room for labels."""
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        dragmode=False,
        hovermode="x unified",
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0, "title": None},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"color": look.ink, "size": 13},
        hoverlabel={"bgcolor": look.paper, "font": {"color": look.ink}},
    )
    figure.update_xaxes(showgrid=False, linecolor=look.line, ticks="outside", tickcolor=look.line, fixedrange=True, automargin=True)
    figure.update_yaxes(gridcolor=look.line, gridwidth=0.5, zeroline=False, fixedrange=True, automargin=True, tickformat=",.0f", rangemode="tozero")
    return figure
