"""Stretches of days as bars one below the other, each with its words above it and the years beneath."""

from datetime import date

from overdue.tables import paying
from overdue.tables.moving import WIDE, Across, Said, Shape, beside, dot, rect, text, upright

ROW, NAME, BAR = 50, 14, 20  # pixels: a row, the foot of its words, the height of its bar
AXIS = 22
HEAD, OUT = 16, 5  # an arrow's head: thousandths across, and pixels it stands out above and below its bar
EDGE = 52  # thousandths across: half of a year's figures on a phone


class Spans:
    """A picture of rows between a first and a last day; a day given as a list moves with the stop."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self.shapes: list[Shape] = []
        self.rows = 0

    @property
    def height(self) -> int:
        """The height of the picture so far, with its axis."""
        return self.rows * ROW + AXIS

    def row(self, name: Said) -> None:
        """Begin a row with its words."""
        self.rows += 1
        self.shapes.append(text("name", 0, self._top() + NAME, name, "start"))

    def _top(self) -> int:
        return (self.rows - 1) * ROW

    def at(self, day: date | list[date]) -> Across:
        """Where a day stands across."""
        if isinstance(day, list):
            return [paying.place(one, self.first, self.last) for one in day]
        return paying.place(day, self.first, self.last)

    def bar(self, kind: str, start: date | list[date], end: date | list[date]) -> None:
        """A bar on the row begun last, from a day up to another."""
        left, right = self.at(start), self.at(end)
        wide: Across
        if isinstance(left, list) or isinstance(right, list):
            count = len(left) if isinstance(left, list) else len(right) if isinstance(right, list) else 0
            lefts = left if isinstance(left, list) else [left] * count
            rights = right if isinstance(right, list) else [right] * count
            wide = [max(0, b - a) for a, b in zip(lefts, rights, strict=True)]
        else:
            wide = max(0, right - left)
        self.shapes.append(rect(kind, left, self._top() + NAME + 6, wide, BAR))

    def endless(self, kind: str, start: date) -> None:
        """A bar without an end: whole up to the right edge, where it is an arrow."""
        left, top, neck = paying.place(start, self.first, self.last), self._top() + NAME + 6, WIDE - HEAD
        self.shapes.append(rect(kind, left, top, max(0, neck - left), BAR))
        corners = (neck, top - OUT), (WIDE, top + BAR // 2), (neck, top + BAR + OUT)
        self.shapes.append({"t": "polygon", "k": kind, "p": " ".join(f"{x},{y}" for x, y in corners)})

    def mark(self, kind: str, day: date | list[date]) -> None:
        """An upright line across each bar, below its words."""
        for row in range(self.rows):
            top = row * ROW + NAME + 3
            self.shapes.append(upright(kind, self.at(day), top, top + BAR + 6))

    def spot(self, kind: str, day: date, name: str, stop: int) -> None:
        """A day as a mark on the row begun last, ``name`` beside it; a tap anywhere on the row goes to ``stop``."""
        at, middle = paying.place(day, self.first, self.last), self._top() + NAME + 6 + BAR // 2
        self.shapes.append(rect("axis", 0, middle, WIDE, 1))
        self.shapes.append(dot(kind, at, middle))
        self.shapes.append(beside("", at, middle + 15, name) | {"d": 1.8})  # clear of the ring
        self.shapes.append(rect("hit", 0, self._top(), WIDE, ROW) | {"g": stop})

    def chosen(self, days: list[date]) -> None:
        """A ring around the mark of the stop, where each row is one."""
        middles = [row * ROW + NAME + 6 + BAR // 2 for row in range(self.rows)]
        self.shapes.append(dot("chosen", self.at(days), middles))

    def years(self) -> tuple[Shape, ...]:
        """All shapes, with the years named beneath."""
        foot = self.height - 4
        found = list(range(self.first.year + 1, self.last.year + 1))
        every = 1 if len(found) <= 6 else 2 if len(found) <= 12 else 5
        places = {year: paying.place(date(year, 1, 1), self.first, self.last) for year in found[::every]}
        named = [text("", at, foot, str(year), "middle") for year, at in places.items() if EDGE < at < WIDE - EDGE]
        # Words lie on top, and over them only what a finger taps.
        drawn = sorted(self.shapes, key=lambda shape: 2 if "g" in shape else int(shape["t"] == "text"))
        return (rect("axis", 0, self.height - AXIS + 4, WIDE, 1), *drawn, *named)
