"""How a text is worded: more like those who offer, or like those who warn, tell, ask and inform.

Characters, pairs and triples, those at its beginning and at its end once more, the classes of words it holds and how
much of it is told of others have weights, learned from the tuning texts (``python -m tests.flags.learn`` writes
``wording.toml``). The weight of a text only weighs what is found in it; by itself it never makes a warning.
"""

import re
from collections.abc import Iterable, Mapping
from math import fsum, sqrt
from pathlib import Path

from overdue.claims.files import HERE, check, read
from overdue.claims.spelling import SPELLING
from overdue.model import Frozen

NUMBER = re.compile("[0-9]+")
SCALE = 20
FEWEST = 40
LONGEST, END = 3, 18
FIRST, LAST = "<", ">"


class Weights(Frozen):
    """``bias`` of an empty text, ``told`` of one all told of, and by weight the pieces and classes that bear it.

    Weights are whole numbers, ``SCALE`` of them one; names stand between blanks.
    """

    bias: int
    told: int
    classes: dict[str, str]
    pieces: dict[str, str]


def pieces_of(plain: str) -> set[str]:
    """The characters, pairs and triples of a folded text; any number is one sign, ``^`` and ``$`` are its ends.

    Characters and pairs among the first eighteen come again after ``<``, those among the last after ``>``.

    >>> sorted(pieces_of("ab12"))[:7], len(pieces_of("ab12"))
    (['0', '0$', '<0', '<a', '<ab', '<b', '<b0'], 20)
    """
    said = NUMBER.sub("0", plain.replace(SPELLING.unnamed, ""))
    ends = {FIRST + piece for piece in _runs(said[:END], LONGEST - 1)}
    ends |= {LAST + piece for piece in _runs(said[-END:], LONGEST - 1)}
    return (_runs(f"^{said}$", LONGEST) - {"^", "$", "^$"}) | ends


def _runs(said: str, longest: int) -> set[str]:
    return {said[at : at + n] for n in range(1, longest + 1) for at in range(len(said) - n + 1)}


class Wording:
    """Weighs texts."""

    def __init__(self, bias: float, told: float, classes: Mapping[str, float], weights: Mapping[str, float]) -> None:
        self._bias, self._told, self._classes, self._weights = bias, told, classes, weights

    def weigh(self, plain: str, classes: Iterable[str], told: float = 0.0) -> float:
        """Above zero the more it is worded like an offer, below like anything else; a few pieces weigh little.

        ``told`` is the share of sentences that tell of others, 0 to 1.
        """
        pieces = pieces_of(plain)
        known = fsum(self._weights.get(piece, 0.0) for piece in pieces) / sqrt(max(FEWEST, len(pieces)))
        return self._bias + self._told * told + fsum(self._classes.get(name, 0.0) for name in classes) + known


def load(path: Path = HERE / "wording.toml") -> Wording:
    """Read the weights; ``BadFile`` for a file of another form."""
    held = check(path, "-", Weights, read(path))
    return Wording(held.bias / SCALE, held.told / SCALE, _each(held.classes), _each(held.pieces))


def _each(by_weight: Mapping[str, str]) -> dict[str, float]:
    return {name: int(weight) / SCALE for weight, names in by_weight.items() for name in names.split()}


WORDING = load()
