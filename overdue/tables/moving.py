"""What a mover shows, made beforehand: stops with their sentences, and pictures whose shapes follow the stop.

Lengths across are thousandths of the picture's width, lengths down are pixels. A length, a text or a place
given as a list has one entry a stop; everything else stands still. Nothing is computed where it is shown.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

from overdue.words.plain import Ours

Shape: TypeAlias = dict[str, Any]
Across: TypeAlias = "int | list[int]"
Said: TypeAlias = "str | list[str]"

WIDE = 1000
SIGN, HAN, BESIDE = 25, 45, 28  # thousandths on a phone: a letter, a Chinese sign, from a mark to its own amount
LINE = 18  # pixels down that a line of words takes
MOST_STOPS = 61
MOST_BYTES = 9_000  # with the 6 kB around it a message stays below 15 kB
OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
RUN = re.compile(f"{OPEN}(.*?){MIDDLE}(.*?){CLOSE}", re.DOTALL)


def run(text: str, kind: str = "") -> Ours:
    """A piece of a sentence that differs from stop to stop; ``kind`` is ``day``, ``up``, ``strong`` or plain.

    >>> RUN.sub(r"<\\2>", "wait until " + run("1 May", "day"))
    'wait until <1 May>'
    """
    return Ours(f"{OPEN}{kind}{MIDDLE}{text}{CLOSE}")


def plain(sentence: str) -> str:
    """A sentence without the marks of its runs.

    >>> plain("wait until " + run("1 May", "day"))
    'wait until 1 May'
    """
    return RUN.sub(r"\2", sentence)


@dataclass(frozen=True, slots=True)
class Stop:
    """One place of the mover: the ``value`` the case takes there, and what is said of it.

    ``says`` and ``note`` may hold runs (see ``run``). ``figure`` is an answer that moves, set large above them.
    ``spoken`` is the place read aloud; without it the first run of ``says`` is.
    """

    value: str
    says: str
    note: str = ""
    spoken: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing ``height`` pixels high under a small ``title``; ``alt`` tells what is to be seen.

    ``legend`` names kinds of shapes, in words under the drawing.
    """

    height: int
    alt: str
    shapes: tuple[Shape, ...]
    title: str = ""
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Moving:
    """Everything one mover shows; ``quick`` are labels of buttons with the value each goes to.
    ``large`` sets the sentence as the answer of the page. One that ``tells`` nothing only goes from place to place.

    Raises ``ValueError`` for more than 61 stops, none, or a shape with another number of entries.
    """

    label: str
    stops: tuple[Stop, ...]
    quick: tuple[tuple[str, str], ...] = ()
    pictures: tuple[Picture, ...] = field(default=())
    large: bool = False
    tells: bool = True

    def __post_init__(self) -> None:
        count = len(self.stops)
        if not 1 <= count <= MOST_STOPS:
            raise ValueError(f"{count} stops, not 1 to {MOST_STOPS}")
        for shape in (shape for picture in self.pictures for shape in picture.shapes):
            uneven = [name for name, value in shape.items() if isinstance(value, list) and len(value) != count]
            if uneven:
                raise ValueError(f"{uneven} of a {shape['t']} follow another number of stops than {count}")

    def packed(self) -> bytes:
        """The same as compact JSON for the component, but for the place it stands at; what repeats is sent once.

        A sentence is the number of its form and its runs; a form's run is its kind and the end all of them share.
        """
        forms: dict[tuple[str, ...], tuple[int, list[list[str]]]] = {}
        stops, lists = [], dict[tuple[Any, ...], int]()
        for stop in self.stops:
            said: list[Any] = [stop.value, stop.spoken, stop.figure]
            for sentence in filter(None, (stop.says, stop.note)):
                pieces = RUN.split(sentence)
                runs = pieces[2::3]
                del pieces[2::3]
                number, others = forms.setdefault(tuple(pieces), (len(forms), []))
                others.append(runs)
                said += number, runs
            stops.append(said)
        ends = [[_shared(slot) for slot in zip(*runs, strict=True)] for _, runs in forms.values()]
        for said in stops:
            for place in range(3, len(said), 2):
                said[place + 1] = list(map(str.removesuffix, said[place + 1], ends[said[place]]))
        held = {
            "label": self.label,
            "forms": [
                [[piece, end[place // 2]] if place % 2 else piece for place, piece in enumerate(form)]
                for form, end in zip(forms, ends, strict=True)
            ],
            "stops": stops,
            "quick": self.quick,
            "large": self.large,
            "tells": self.tells,
            "pictures": [
                {
                    "h": picture.height,
                    "alt": picture.alt,
                    "title": picture.title,
                    "legend": picture.legend,
                    "shapes": [{k: _once(v, lists) for k, v in _cut(shape).items()} for shape in picture.shapes],
                }
                for picture in self.pictures
            ],
            "lists": [*lists],  # last: the shapes fill it
        }
        return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def _shared(texts: Sequence[str]) -> str:
    """How all texts end."""
    end = min(texts, key=len)
    return next(end[cut:] for cut in range(len(end) + 1) if all(text.endswith(end[cut:]) for text in texts))


def _cut(shape: Shape) -> Shape:
    """Words that follow the stops, with the end all of them share sent once as ``z``."""
    said = shape.get("s")
    end = _shared(said) if isinstance(said, list) else ""
    return shape | {"s": [text.removesuffix(end) for text in said or ()], "z": end} if end else shape


def _once(value: Any, lists: dict[tuple[Any, ...], int]) -> Any:
    """A list as the number under which it is sent."""
    return [lists.setdefault(tuple(value), len(lists))] if isinstance(value, list) else value


def thinned(points: Sequence[tuple[float, float]], most: float = 0.5) -> list[tuple[float, float]]:
    """A line through fewer points, nowhere further than ``most`` pixels from the one given.

    >>> thinned([(0, 0), (1, 1.1), (2, 2), (3, 0)])
    [(0, 0), (2, 2), (3, 0)]
    >>> thinned([(1, 0), (1, 5), (1, 2)])
    [(1, 0), (1, 5), (1, 2)]
    """
    if len(points) < 3:
        return list(points)
    (x0, y0), (x1, y1) = points[0], points[-1]
    slope = (y1 - y0) / (x1 - x0) if x1 != x0 else 0
    far = [abs(y - y0 - slope * (x - x0)) for x, y in points[1:-1]]
    worst = max(far)
    if worst <= most:
        return [points[0], points[-1]]
    split = far.index(worst) + 1
    return thinned(points[: split + 1], most)[:-1] + thinned(points[split:], most)


def across(part: Decimal | float, whole: Decimal | float) -> int:
    """Where a part of a whole lies between the left and the right edge.

    >>> across(1, 4)
    250
    """
    return round(WIDE * float(part) / float(whole)) if whole else 0


def poly(kind: str, points: Sequence[tuple[float, float]], closed: bool = False) -> Shape:
    """A line through points, or with ``closed`` the area between them."""
    places = " ".join(f"{round(x)},{y:.1f}" for x, y in points)
    return {"t": "polygon" if closed else "polyline", "k": kind, "p": places}


def rect(kind: str, x: Across, y: int, width: Across, height: int) -> Shape:
    """A bar."""
    return {"t": "rect", "k": kind, "x": x, "y": y, "w": width, "h": height}


def upright(kind: str, x: "Across | str", top: int, foot: int) -> Shape:
    """A vertical line; a text of places is one at each of them."""
    return {"t": "line", "k": kind, "r" if isinstance(x, str) else "x": x, "y": top, "h": foot}


def dot(kind: str, x: Across, y: Across) -> Shape:
    """A round mark."""
    return {"t": "circle", "k": kind, "x": x, "y": y}


def text(
    kind: str, x: Across, y: Across, said: Said, anchor: str | None = None, shown: list[int] | None = None
) -> Shape:
    """Words on the picture; without an ``anchor`` (start, middle, end) they lean away from the nearer edge.

    ``shown`` says for each stop whether (1) or not (0).
    """
    return {"t": "text", "k": kind, "x": x, "y": y, "s": said, "a": anchor} | ({"o": shown} if shown else {})


def beside(kind: str, x: Across, y: Across, said: Said) -> Shape:
    """Words beside a mark and above it: at its left, unless the longest of them would not fit there on a phone."""
    return {
        "t": "text",
        "k": kind,
        "x": x,
        "y": y,
        "s": said,
        "d": 1,
        "l": _leans([said] if isinstance(said, str) else said),
    }


def _leans(said: Sequence[str]) -> int:
    return max(200, BESIDE + max(map(broad, said)))


def broad(said: str) -> int:
    """How many thousandths of a phone's width words take: 200 for ``1,127.25``."""
    return SIGN * len(said) if said.isascii() else sum(HAN if sign > "\u2e80" else SIGN for sign in said)


def clear(said: str, foot: int, marks: Sequence[int], heights: Sequence[int], amounts: Sequence[str]) -> list[int]:
    """Whether words that end at the right edge lie clear of the mark's own amount: 1 or 0 a stop."""
    left, leans = WIDE - broad(said), _leans(amounts)
    ends = [x + BESIDE + broad(own) if x < leans else x for x, own in zip(marks, amounts, strict=True)]
    return [int(end < left or abs(y - 10 - foot) > LINE) for end, y in zip(ends, heights, strict=True)]
