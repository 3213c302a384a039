"""A mover's picture as it stands at one stop, drawn as vectors in black and grey for paper and photocopies."""

from base64 import b64encode
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from overdue.exports.handout.markup import Markup, joined, tag
from overdue.tables.moving import WIDE, Picture
from overdue.words import Lang

ACROSS = 640  # units of the drawing; on paper a unit is about a pixel
TALLEST = 260  # pixels a picture may be high on paper: beyond that it is drawn smaller, at its full width
EDGE = 4  # units around it, so that a line at its edge keeps its whole width
BROAD, NARROW = 12, 7  # units a Chinese and a Latin letter take
LEFT, RIGHT = 200, 800  # thousandths: beyond them words lean inwards
BESIDE = 10
INK = "#111"
# How each kind of shape is drawn. What is filled differs in lightness or has a hatching, so that a copy still reads.
KINDS: Mapping[str, dict[str, str]] = MappingProxyType(
    {
        "grow": {"fill": "none", "stroke": INK, "stroke-width": "2.5"},
        "line": {"fill": "none", "stroke": INK, "stroke-width": "1.5", "stroke-dasharray": "5 4"},
        "mark": {"stroke": INK, "stroke-width": "1.2"},
        "over": {"fill": "#ddd"},
        "axis": {"fill": "#999"},
        "principal": {"fill": "#444"},
        "interest": {"fill": "#aaa"},
        "fees": {"fill": "url(#dots)", "stroke": "#444", "stroke-width": "0.7"},
        "penalty": {"fill": "url(#rising)", "stroke": "#444", "stroke-width": "0.7"},
        "compound": {"fill": "url(#falling)", "stroke": "#444", "stroke-width": "0.7"},
        "late": {"fill": "url(#rising)", "stroke": "#444", "stroke-width": "0.7"},
        "kept": {"fill": "#444"},
        "rest": {"fill": "#c4c4c4"},
        "ghost": {"fill": "none", "stroke": "#666", "stroke-dasharray": "3 3"},
        "gap": {"stroke": "#fff", "stroke-width": "2"},
    }
)
PATTERNS = (
    '<defs><pattern id="rising" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0,0h5v5h-5z" fill="#fff"/>'
    '<path d="M-1,1 l2,-2 M0,5 l5,-5 M4,6 l2,-2" stroke="#222" stroke-width="1.1"/></pattern>'
    '<pattern id="falling" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0,0h5v5h-5z" fill="#fff"/>'
    '<path d="M-1,4 l2,2 M0,0 l5,5 M4,-1 l2,2" stroke="#222" stroke-width="1.1"/></pattern>'
    '<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0,0h5v5h-5z" fill="#fff"/>'
    '<circle cx="2.5" cy="2.5" r="1.1" fill="#222"/></pattern></defs>'
)


def drawing(picture: Picture, stop: int, lang: Lang) -> Markup:
    """The picture at a stop with its title and legend; as wide as the paper, and never cut."""
    across = max(ACROSS, ACROSS * picture.height // TALLEST)
    held = [_at(shape, stop) for shape in picture.shapes]
    shapes = joined(*(_shape(shape, across) for shape in held))
    box = f"{-EDGE} {-EDGE} {across + 2 * EDGE} {picture.height + 2 * EDGE}"
    seen = {shape["k"] for shape in held if shape.get("w", 1) and shape.get("h", 1)}
    parts = [tag("figcaption", picture.title)] if picture.title else []
    parts.append(tag("img", src=_source(box, shapes, lang), alt=picture.alt, class_="drawn"))
    if picture.legend:
        names = (tag("span", _swatch(kind, lang), words) for kind, words in picture.legend if kind in seen)
        parts.append(tag("div", *names, class_="legend"))
    return tag("figure", *parts)


def address_of(svg: str) -> str:
    """An SVG as the source of an image: it stays vectors, on the page, in the file and in print."""
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


def _source(box: str, shapes: str, lang: Lang) -> str:
    width, height = box.split()[2:]
    return address_of(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{width}" height="{height}" lang="{lang.html}" '
        f'xml:lang="{lang.html}" font-family="Arial, Helvetica, sans-serif" font-size="12">{PATTERNS}{shapes}</svg>'
    )


def _swatch(kind: str, lang: Lang) -> Markup:
    drawn = _shape({"t": "rect", "k": kind, "x": 0, "y": 0, "w": WIDE, "h": 12}, 12)
    return tag("img", src=_source("-1 -1 14 14", drawn, lang), alt="", class_="swatch")


def _at(shape: Mapping[str, Any], stop: int) -> dict[str, Any]:
    """A shape as it stands at a stop."""
    return {key: value[stop] if isinstance(value, list) else value for key, value in shape.items()}


def _shape(at: Mapping[str, Any], across: int) -> Markup:
    """One shape on a drawing so many units wide; what is hidden is left out."""
    if at.get("o") == 0:
        return Markup()
    kind, name = str(at["k"]), str(at["t"])
    style = KINDS.get(kind, {"fill": "none", "stroke": "#999", "stroke-width": "1.2"})
    if at.get("r"):
        return joined(*(_shape({**at, "r": None, "x": int(place)}, across) for place in at["r"].split()))
    x = {key: at[key] * across / WIDE for key in ("x", "w") if key in at}
    if name == "text":
        return _text(at, x["x"], across)
    if name == "rect":
        faint = {"opacity": str(at["q"])} if "q" in at else {}
        size = {"x": _of(x["x"]), "y": str(at["y"]), "width": _of(x["w"]), "height": str(at["h"])}
        return tag("rect", **size, **style, **faint)
    if name == "line":
        return tag("line", x1=_of(x["x"]), x2=_of(x["x"]), y1=str(at["y"]), y2=str(at["h"]), **style)
    if name == "circle":
        return tag("circle", cx=_of(x["x"]), cy=str(at["y"]), r="4", fill=INK)
    pairs = (pair.split(",") for pair in at["p"].split())
    points = " ".join(f"{_of(float(left) * across / WIDE)},{down}" for left, down in pairs)
    return tag(name, points=points, stroke_linejoin="round", **style)


def _text(at: Mapping[str, Any], x: float, across: int) -> Markup:
    """Words, kept inside the picture."""
    said, y, aside = str(at["s"]), float(at["y"]), bool(at.get("d"))
    left, right = at["x"] < LEFT, at["x"] > RIGHT
    anchor = at.get("a") or ("start" if left else "end" if right or aside else "middle")
    if aside:
        x, y = x + (BESIDE if left else -BESIDE), y - BESIDE
    if anchor == "middle":
        half = sum(BROAD if letter > "\u2e7f" else NARROW for letter in said) / 2
        x = min(max(x, half), across - half)
    bold = {"font-weight": "bold"} if at["k"] in ("name", "strong") else {}
    halo = {"fill": INK, "stroke": "#fff", "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke"}
    return tag("text", said, x=_of(x), y=_of(y), text_anchor=anchor, **halo, **bold)


def _of(units: float) -> str:
    return f"{units:.1f}"
