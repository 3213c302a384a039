"""How a room guessed: a bar an answer, the count inside it, the true one marked by colour and by its border."""

from __future__ import annotations

from collections.abc import Sequence

from overdue.charts.look import Figure, Look, drawn

ROW, FOOT = 64, 30


def counted(names: Sequence[str], counts: Sequence[int], said: Sequence[str], hit: int, look: Look) -> Figure:
    """Horizontal bars, the first answer on top; ``said`` stands in the bar, ``hit`` is the place of the truth."""
    places = list(range(len(names)))
    data = {
        "type": "bar",
        "orientation": "h",
        "y": places,
        "x": list(counts),
        "text": [f"  {text}" for text in said],
        "textposition": "auto",
        "textfont": {"size": 22},
        "hoverinfo": "skip",
        "marker": {
            "color": [look.colour("interest" if place == hit else "grey") for place in places],
            "line": {"color": look.ink, "width": [4 if place == hit else 0 for place in places]},
        },
    }
    layout = {
        "xaxis": {"visible": False, "range": [0, max([*counts, 1]) * 1.25]},
        "yaxis": {"tickvals": places, "ticktext": list(names), "autorange": "reversed", "tickfont": {"size": 22}},
        "showlegend": False,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
    }
    return drawn([data], layout, look, ROW * len(names) + FOOT)
