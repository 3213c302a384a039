"""How well the red-flag reader tells adverts from innocent texts: ``python -m tests.flags.measure``.

A text counts as found when the reader warns. ``tuning.toml`` was read while the signs were written; for it the
figures are also given with one family left out at a time: every word that no other family holds is taken away
before the family is read. The ``heldout`` files were written by other hands and only counted, never read.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from overdue.claims import READER, Reader

HERE = Path(__file__).parent
HELDOUT = ("heldout_1", "heldout_2", "heldout_3")
Z = 1.96


def texts(name: str) -> dict[str, dict[str, list[str]]]:
    """Adverts and innocent texts of one file, each by family."""
    file = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    kinds = {"advert": file.get("advert", file.get("adverts")), "innocent": file["innocent"]}
    return {kind: held if isinstance(held, dict) else {"all": held} for kind, held in kinds.items()}


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


if __name__ == "__main__":
    tables = [measure(name) for name in HELDOUT]
    for name, table in zip(HELDOUT, tables, strict=True):
        print(table.row(name))  # noqa: T201
    print(sum(tables, Table()).row("all held out"))  # noqa: T201
