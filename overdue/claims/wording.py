"""How a text is worded: more like those who offer, or like those who warn, tell, ask and inform.

Single characters and pairs have weights, learned from the tuning texts (``python -m tests.flags.learn`` writes
``wording.toml``). The weight of a text only weighs the acts found in it; by itself it never makes a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import sqrt
from pathlib import Path

from overdue.claims.files import HERE, check, read
from overdue.claims.spelling import SPELLING
from overdue.model import Frozen

NUMBER = re.compile("[0-9]+")
SCALE = 100


class Weights(Frozen):
    """``bias`` of an empty text, and by weight (in hundredths) the pieces that bear it, between blanks."""

    bias: int
    pieces: dict[str, str]


def pieces_of(plain: str) -> set[str]:
    """The characters and pairs of a folded text, its first and last marked; any number is one sign.

    >>> sorted(pieces_of("ab12"))
    ['0', '0$', '^a', 'a', 'ab', 'b', 'b0']
    """
    said = "^" + NUMBER.sub("0", plain.replace(SPELLING.unnamed, "")) + "$"
    return (set(said) | {said[at : at + 2] for at in range(len(said) - 1)}) - {"^", "$", "^$"}


class Wording:
    """Weighs texts."""

    def __init__(self, bias: float, weights: Mapping[str, float]) -> None:
        self._bias, self._weights = bias, weights

    def weigh(self, plain: str) -> float:
        """Above zero the more it is worded like an offer, below like anything else."""
        pieces = pieces_of(plain)
        return self._bias + sum(self._known(pieces)) / sqrt(max(1, len(pieces)))

    def _known(self, pieces: Iterable[str]) -> Iterable[float]:
        return (self._weights[piece] for piece in sorted(pieces) if piece in self._weights)


def load(path: Path = HERE / "wording.toml") -> Wording:
    """Read the weights; ``BadFile`` for a file of another form."""
    held = check(path, "-", Weights, read(path))
    weights = {piece: int(weight) / SCALE for weight, pieces in held.pieces.items() for piece in pieces.split()}
    return Wording(held.bias / SCALE, weights)


WORDING = load()
