"""How well the red-flag reader reads: ``python -m tests.flags.measure`` prints precision and recall.

A hit is a text and a sign in it that a careful person would mark too. ``evaluation.toml`` was written
apart from the patterns; ``tuning.toml`` was read while they were written.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from overdue.claims import READER

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Measure:
    """Counts over one file: signs found rightly, wrongly, and missed; innocent texts marked; adverts unmarked."""

    right: int
    wrong: int
    missed: int
    innocents: int
    innocents_marked: int
    adverts: int
    adverts_unmarked: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def texts(name: str) -> list[dict]:
    """The texts of one file with the signs each holds."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["texts"]


def signs_in(text: str) -> set[str]:
    """The ids of the signs the reader finds."""
    return {mark.sign.id for mark in READER.read(text)}


def measure(name: str) -> Measure:
    """Read every text of one file and count."""
    read = [(signs_in(text["text"]), set(text["signs"])) for text in texts(name)]
    return Measure(
        right=sum(len(found & held) for found, held in read),
        wrong=sum(len(found - held) for found, held in read),
        missed=sum(len(held - found) for found, held in read),
        innocents=sum(not held for _, held in read),
        innocents_marked=sum(bool(found) for found, held in read if not held),
        adverts=sum(bool(held) for _, held in read),
        adverts_unmarked=sum(not found for found, held in read if held),
    )


def report(name: str) -> str:
    """One line on one file."""
    m = measure(name)
    marked = f"{m.innocents_marked} of {m.innocents} innocent texts marked"
    unmarked = f"{m.adverts_unmarked} of {m.adverts} adverts unmarked"
    counts = f"{m.right} right, {m.wrong} wrong, {m.missed} missed"
    return f"{name}: precision {m.precision:.3f}, recall {m.recall:.3f} ({counts}); {marked}, {unmarked}"


if __name__ == "__main__":
    print(report("evaluation"))  # noqa: T201
    print(report("tuning"))  # noqa: T201
