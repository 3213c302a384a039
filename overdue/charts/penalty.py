"""The growth of an overdue loan: stacked by component, with due days, payments, the day looked at and the line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import plotly.graph_objects as go

from overdue.charts.look import PATTERNS, Figure, Look, dressed
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
    figure = go.Figure()
    shown = [name for name in (GROWING if growth_only else STACK) if frame[name].any()]
    for name in shown:
        figure.add_scatter(
            x=frame["day"],
            y=frame[name],
            name=names[name],
            stackgroup="owed",
            line={"color": look.colour(name), "width": 1},
            fillcolor=look.colour(name),
            fillpattern={"shape": PATTERNS[name], "bgcolor": look.colour(name), "fgcolor": look.paper, "fgopacity": 0.6, "size": 6, "solidity": 0.2},
            hovertemplate="%{y:,.2f}",
        )
    base = 0 if growth_only else frame[["principal", "interest", "fees"]].sum(axis=1)
    if frame["line"].notna().any():
        figure.add_scatter(
            x=frame["day"],
            y=frame["line"] + base,
            name=names["line"],
            line={"color": look.ink, "width": 2, "dash": "dash"},
            hovertemplate="%{y:,.2f}",
        )
    marks = [day for day in due if frame["day"].iloc[0] <= day <= frame["day"].iloc[-1]]
    figure.add_scatter(
        x=marks, y=[0] * len(marks), mode="markers", name=names["due"], cliponaxis=False,
        marker={"symbol": "triangle-up", "size": 9, "color": look.ink}, hovertemplate="%{x|%Y-%m-%d}",
    )  # fmt: skip
    if paid:
        heights = frame.set_index("day")["total" if not growth_only else "penalty"]
        figure.add_scatter(
            x=list(paid), y=[heights.get(day, 0) for day in paid], mode="markers", name=names["paid"],
            marker={"symbol": "diamond", "size": 11, "color": look.paper, "line": {"color": look.ink, "width": 2}},
            hovertemplate="%{x|%Y-%m-%d}",
        )  # fmt: skip
    figure.add_shape(type="line", x0=as_of, x1=as_of, yref="paper", y0=0, y1=1, line={"color": look.ink, "width": 1.5})
    figure.add_annotation(x=as_of, yref="paper", y=1, text=names["today"], showarrow=False, xanchor="left", xshift=4, yanchor="top")
    if frame["line"].notna().any():
        end = frame.iloc[-1]
        height = end["line"] + (0 if growth_only else end[["principal", "interest", "fees"]].sum())
        figure.add_annotation(x=end["day"], y=height, text=names["line"], showarrow=False, xanchor="right", yanchor="bottom", yshift=4)
    highest = frame[list(shown)].sum(axis=1).max() if shown else 1
    figure = dressed(figure, look, height=420)
    figure.update_yaxes(range=[0, highest * 1.15])
    figure.update_layout(legend={"traceorder": "normal"})
    figure.update_xaxes(tickformat="%Y-%m", nticks=6)
    return figure
