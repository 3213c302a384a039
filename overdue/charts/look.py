"""One look for all charts: a colour and a pattern for each meaning, ink and grid that fit light and dark."""

from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

import plotly.graph_objects as go
import plotly.io as pio

Figure: TypeAlias = go.Figure

# What each of the ten chart colours stands for, in order; the pattern makes it survive greyscale.
MEANINGS = ("principal", "interest", "fees", "penalty", "compound", "blue", "olive", "rose", "brown", "grey")
PATTERNS = {"principal": "", "interest": "/", "fees": ".", "penalty": "x", "compound": "\\"}
LABEL = 15.75  # px: the size of labels in the theme, 0.875 of 18


@dataclass(frozen=True)
class Look:
    """The colours of one theme, and how the reader writes days on an axis (``months``, ``days``), in full, and yuan."""

    colours: tuple[str, ...]
    ink: str
    paper: str
    line: str
    months: str = "%Y-%m"
    days: str = "%Y-%m-%d"
    full: str = "%Y-%m-%d"
    unit: str = ""

    def colour(self, meaning: str) -> str:
        """The colour of a meaning."""
        return self.colours[MEANINGS.index(meaning)]

    def yuan(self) -> dict[str, Any]:
        """An axis of amounts across with its unit; few marks, for millions are long."""
        title = {"text": self.unit, "font": {"color": self.ink}}
        return {"tickformat": ",.0f", "nticks": 3, "tickangle": 0, "title": title}

    def time(self, ticks: str, most: int = 6) -> dict[str, Any]:
        """An axis of days with at most so many marks: ``ticks`` is ``months`` or ``days``."""
        return {"type": "date", "tickformat": ticks, "hoverformat": self.full, "nticks": most, "tickangle": 0}


@cache
def _template(name: str) -> dict[str, Any]:
    """The theme's template, which marks the places where the reader's colours go."""
    plain: dict[str, Any] = pio.templates[name].to_plotly_json()
    return plain


class Drawing(go.Figure):  # type: ignore[misc]  # plotly has no types of its own
    """A figure of plain data: plotly checks it in the tests (``checked``), not each time it is drawn.

    Checking costs more than everything else in a rerun together.
    """

    def __init__(self, data: list[dict[str, Any]], layout: dict[str, Any]) -> None:
        super().__init__(layout={"template": {}})
        self._plain: dict[str, Any] = {"data": data, "layout": layout}

    def to_dict(self) -> dict[str, Any]:
        """The figure as plotly's browser part reads it."""
        return {
            "data": self._plain["data"],
            "layout": self._plain["layout"] | {"template": _template(pio.templates.default)},
        }

    def checked(self) -> go.Figure:
        """The same figure, every trace and option checked by plotly; raises ``ValueError`` for a wrong one."""
        return go.Figure(self._plain)


AXIS = {"fixedrange": True, "automargin": True}


def drawn(data: list[dict[str, Any]], layout: dict[str, Any], look: Look, height: int = 380) -> Figure:
    """A figure in the common dress: quiet grid, legend above, no zoom, room for labels.

    Traces and layout are plain dictionaries; ``layout`` wins over the dress.
    """
    axis = AXIS | {"tickfont": {"color": look.ink, "size": LABEL}}
    dress: dict[str, Any] = {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "dragmode": False,
        "hovermode": "x unified",
        "legend": {"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0, "traceorder": "normal"},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": look.ink, "size": LABEL},
        "hoverlabel": {"bgcolor": look.paper, "font": {"color": look.ink}},
        "xaxis": axis | {"showgrid": False, "linecolor": look.line, "ticks": "outside", "tickcolor": look.line},
        "yaxis": axis
        | {"gridcolor": look.line, "gridwidth": 0.5, "zeroline": False, "tickformat": ",.0f", "rangemode": "tozero"},
    }
    axes = {name: dress.get(name, axis) | layout[name] for name in layout if name.startswith(("xaxis", "yaxis"))}
    return Drawing(data, dress | layout | axes)
