"""What a mover shows, made beforehand: stops with their sentences, and pictures whose shapes follow the stop.

Lengths across are thousandths of the picture's width, lengths down are pixels. A length, a text or a place
given as a list has one entry a stop; everything else stands still. Nothing is computed where it is shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

Shape: TypeAlias = dict[str, Any]
Across: TypeAlias = "int | list[int]"
Said: TypeAlias = "str | list[str]"

WIDE = 1000
MOST_STOPS = 61
MOST_BYTES = 9_000  # with the component's own 6 kB a message stays below 15 kB
OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
RUN = re.compile(f"{OPEN}(.*?){MIDDLE}(.*?){CLOSE}", re.DOTALL)


def run(text: str, kind: str = "") -> str:
    """A piece of a sentence that differs from stop to stop; ``kind`` is ``day``, ``up``, ``strong`` or plain.

    >>> RUN.sub(r"<\\2>", "wait until " + run("1 May", "day"))
    'wait until <1 May>'
    """
    return f"{OPEN}{kind}{MIDDLE}{text}{CLOSE}"


def plain(sentence: str) -> str:
    """A sentence without the marks of its runs.

    >>> plain("wait until " + run("1 May", "day"))
    'wait until 1 May'
    """
    return RUN.sub(r"\2", sentence)


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of the mover: the ``value`` the case takes there, and what is said of it.

    ``says`` and ``note`` may hold runs (see ``run``). ``spoken`` is the place read aloud; without it the first
    run of ``says`` is.
    """

    value: str
    says: str
    note: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing ``height`` pixels high under a small ``title``; ``alt`` tells what is to be seen."""

    height: int
    alt: str
    shapes: tuple[Shape, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Moving:
    """Everything one mover shows; ``quick`` are labels of buttons with the value each goes to.

    Raises ``ValueError`` for more than 61 stops, none, or a shape with another number of entries.
    """

    label: str
    stops: tuple[Stop, ...]
    quick: tuple[tuple[str, str], ...] = ()
    pictures: tuple[Picture, ...] = field(default=())

    def __post_init__(self) -> None:
        count = len(self.stops)
        if not 1 <= count <= MOST_STOPS:
            raise ValueError(f"{count} stops, not 1 to {MOST_STOPS}")
        for shape in (shape for picture in self.pictures for shape in picture.shapes):
            uneven = [name for name, value in shape.items() if isinstance(value, list) and len(value) != count]
            if uneven:
                raise ValueError(f"{uneven} of a {shape['t']} follow another number of stops than {count}")

    def packed(self) -> bytes:
        """The same as compact JSON for the component, but for the place it stands at.

        Sentences that differ only in their runs are sent once.
        """
        forms: dict[tuple[str, ...], int] = {}
        stops = [
            [stop.value, stop.spoken, *_form(stop.says, forms), *(_form(stop.note, forms) if stop.note else ())]
            for stop in self.stops
        ]
        held = {
            "label": self.label,
            "forms": list(forms),
            "stops": stops,
            "quick": self.quick,
            "pictures": [{"h": p.height, "alt": p.alt, "title": p.title, "shapes": p.shapes} for p in self.pictures],
        }
        return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def _form(sentence: str, forms: dict[tuple[str, ...], int]) -> tuple[int, list[str]]:
    """The number of a sentence's form (fixed pieces and the kinds between them) and its runs."""
    pieces = RUN.split(sentence)
    form = tuple(piece for place, piece in enumerate(pieces) if place % 3 != 2)
    return forms.setdefault(form, len(forms)), pieces[2::3]


def across(part: Decimal | float, whole: Decimal | float) -> int:
    """Where a part of a whole lies between the left and the right edge.

    >>> across(1, 4)
    250
    """
    return round(WIDE * float(part) / float(whole)) if whole else 0


def poly(kind: str, points: Sequence[tuple[int, int]], closed: bool = False) -> Shape:
    """A line through points, or with ``closed`` the area between them."""
    return {"t": "polygon" if closed else "polyline", "k": kind, "p": " ".join(f"{x},{y}" for x, y in points)}


def rect(kind: str, x: Across, y: int, width: Across, height: int) -> Shape:
    """A bar."""
    return {"t": "rect", "k": kind, "x": x, "y": y, "w": width, "h": height}


def upright(kind: str, x: Across, top: int, foot: int) -> Shape:
    """A vertical line."""
    return {"t": "line", "k": kind, "x": x, "y": top, "h": foot}


def dot(kind: str, x: Across, y: Across) -> Shape:
    """A round mark."""
    return {"t": "circle", "k": kind, "x": x, "y": y}


def text(kind: str, x: Across, y: Across, said: Said, anchor: Said | None = None) -> Shape:
    """Words on the picture; where no ``anchor`` is given they lean away from the nearer edge."""
    lean = anchor or ([leaning(place) for place in x] if isinstance(x, list) else leaning(x))
    return {"t": "text", "k": kind, "x": x, "y": y, "a": lean, "s": said}


def leaning(x: int) -> str:
    """How words at a place are set so that they stay inside: from it, about it or up to it."""
    return "start" if x < WIDE * 0.2 else "end" if x > WIDE * 0.8 else "middle"
