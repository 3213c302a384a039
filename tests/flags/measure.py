"""How well the red-flag reader tells adverts from innocent texts: ``python -m tests.flags.measure``.

A text counts as found when the reader warns. ``tuning.toml`` was read while the signs were written; for it the
figures are also given with each family read by weights learned without it. The ``heldout`` files were written by
other hands and only counted, never read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from overdue.claims import READER, Reader
from tests.flags.learn import learned, texts

HELDOUT = ("heldout_1", "heldout_2", "heldout_3")
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


def left_out(name: str = "tuning", groups: int = 10) -> Table:
    """The table of one file when each family is read with weights learned without it."""
    held = texts(name)
    families = [(kind, family) for kind in held for family in held[kind]]
    found = Table()
    for group in range(groups):
        out = set(families[group::groups])
        rest = {k: [t for f in held[k] if (k, f) not in out for t in held[k][f]] for k in held}
        reader = READER.worded(learned(rest["advert"], rest["innocent"]))
        found += count(reader, *([t for f in held[k] if (k, f) in out for t in held[k][f]] for k in held))
    return found


def table() -> list[str]:
    """The lines of the table in docs/reader.md."""
    apart = {name: measure(name) for name in HELDOUT}
    rows = {
        "tuning, all of it seen": measure("tuning"),
        "tuning, weights without the family": left_out(),
        **apart,
        "held out, together": sum(apart.values(), Table()),
    }
    return [found.row(name) for name, found in rows.items()]


if __name__ == "__main__":
    print("\n".join(table()))  # noqa: T201
