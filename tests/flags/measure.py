"""How well the red-flag reader tells adverts from innocent texts: ``python -m tests.flags.measure``.

A text counts as found when the reader warns. ``tuning.toml`` was read while the signs were written; for it the
figures are also given with each family read by weights learned without it. The ``heldout`` files were written by
other hands and only counted, never read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from overdue.claims.flags import READER, Reader
from tests.flags.learn import Features, features, learned, texts

HELDOUT = ("heldout_1", "heldout_2", "heldout_3", "heldout_4", "heldout_5", "heldout_6")
# The ordinals of the writers whose texts were first counted and then learned from; the others wrote with the signs.
LATER = (
    "teenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
    "twentythird",
    "twentyfourth",
    "twentyfifth",
    "twentyseventh",
    "twentyeighth",
)
Z = 1.96


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share.

    >>> [round(end, 3) for end in interval(9, 10)]
    [0.596, 0.982]
    """
    share, middle = hits / of, (hits + Z * Z / 2) / (of + Z * Z)
    half = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of)) / (1 + Z * Z / of)
    return middle - half, middle + half


@dataclass(frozen=True)
class Table:
    """The confusion table of one set of texts."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0

    def __add__(self, other: Table) -> Table:
        return Table(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn, self.tn + other.tn)

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    def row(self, name: str) -> str:
        """One line of the table in docs/reader.md."""
        told = [f"{hits / of:.3f} ({low:.3f}–{high:.3f})" for hits, of, (low, high) in self._shares()]
        return f"| {name} | {self.tp} | {self.fn} | {self.tn} | {self.fp} | {' | '.join(told)} |"

    def _shares(self) -> Iterable[tuple[int, int, tuple[float, float]]]:
        for of in (self.tp + self.fp, self.tp + self.fn):
            yield self.tp, max(of, 1), interval(self.tp, max(of, 1))


def count(reader: Reader, adverts: Iterable[str], innocent: Iterable[str]) -> Table:
    """Read and count."""
    found = [reader.read(text).warns for text in adverts]
    marked = [reader.read(text).warns for text in innocent]
    return Table(sum(found), sum(marked), len(found) - sum(found), len(marked) - sum(marked))


def measure(name: str, reader: Reader = READER) -> Table:
    """The table of one file."""
    held = texts(name)
    return count(reader, *([text for family in held[kind].values() for text in family] for kind in held))


def left_out() -> dict[str, Table]:
    """The table of every later writer's texts, each read with weights learned without that writer."""
    held = {kind: {family: _both(there) for family, there in found.items()} for kind, found in texts("tuning").items()}
    hands = sorted({_hand(family) for found in held.values() for family in found if _hand(family).endswith(LATER)})
    return {hand: _without(hand, held) for hand in hands}


def _both(found: list[str]) -> list[tuple[str, Features]]:
    return [(text, features(text)) for text in found]


def _without(hand: str, held: dict[str, dict[str, list[tuple[str, Features]]]]) -> Table:
    rest = ([seen for f, ts in found.items() if _hand(f) != hand for _, seen in ts] for found in held.values())
    reader = READER.worded(learned(*rest))
    own = ([text for f, ts in found.items() if _hand(f) == hand for text, _ in ts] for found in held.values())
    return count(reader, *own)


def _hand(family: str) -> str:
    return family.rsplit("_", 1)[-1]


def table() -> list[str]:
    """The lines of the table in docs/reader.md."""
    apart, kept = left_out(), {name: measure(name) for name in HELDOUT}
    rows = {
        "tuning, all of it seen": measure("tuning"),
        **{f"tuning, weights without the {hand}": found for hand, found in apart.items()},
        "tuning, weights without the writer, together": sum(apart.values(), Table()),
        **kept,
        "held out, together": sum(kept.values(), Table()),
    }
    return [found.row(name) for name, found in rows.items()]


if __name__ == "__main__":
    print("\n".join(table()))  # noqa: T201
