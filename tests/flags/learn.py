"""Learn how adverts are worded from ``tuning.toml``: ``python -m tests.flags.learn`` writes ``wording.toml``.

A logistic regression with a ridge on the pieces of a text, its classes of words and the share of it that is told of
others; a piece counts by how much oftener one of the two kinds holds it. The same texts always give the same weights.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from overdue.claims.flags import READER
from overdue.claims.wording import FEWEST, SCALE, Wording, pieces_of

HERE = Path(__file__).parent
FILE = HERE.parents[1] / "overdue" / "claims" / "wording.toml"
HEAD = "# Made by `python -m tests.flags.learn` from the tuning texts; see overdue/claims/wording.py.\n\n"
SEEN, ROUNDS, KEPT = 3, 40, 20
# What a piece, a class of words and the share told count beside each other; texts added to each count of a piece.
PIECE, CLASS, TOLD, MORE = 12.0, 0.5, 2.0, 0.25
LEAST = 0.15

Features = tuple[set[str], tuple[str, ...], float]


def texts(name: str) -> dict[str, dict[str, list[str]]]:
    """Adverts and innocent texts of one file, each by family."""
    file = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    kinds = {"advert": file.get("advert", file.get("adverts")), "innocent": file["innocent"]}
    return {kind: held if isinstance(held, dict) else {"all": held} for kind, held in kinds.items()}


def features(text: str) -> Features:
    """The pieces, the classes and the share told of a text."""
    folded = READER.folded(text)
    return pieces_of(folded.text), READER.classes(folded), READER.told(folded)


def learned(adverts: Sequence[Features], innocent: Sequence[Features]) -> Wording:
    """The weights as the reader uses them."""
    return Wording(*weights(adverts, innocent))


def weights(
    adverts: Sequence[Features], innocent: Sequence[Features]
) -> tuple[float, float, dict[str, float], dict[str, float]]:
    """The bias, the weight of what is told, of every class of words, and of every piece ``SEEN`` texts hold."""
    held = [*adverts, *innocent]
    counts = Counter(piece for pieces, _, _ in held for piece in pieces)
    pieces = sorted(piece for piece, count in counts.items() if count >= SEEN)
    classes = sorted({name for _, names, _ in held for name in names})
    place = {piece: at for at, piece in enumerate(pieces)}
    spot = {name: at for at, name in enumerate(classes, len(pieces))}
    told, bias = len(pieces) + len(classes), len(pieces) + len(classes) + 1
    apart = PIECE * _apart(adverts, innocent, place)
    rows, columns, values = [], [], []
    for row, (ps, names, share) in enumerate(held):
        at = sorted(place[piece] for piece in ps if piece in place)
        columns += [*at, *(spot[name] for name in names), told, bias]
        values += [*(apart[at] / np.sqrt(max(FEWEST, len(ps)))), *[CLASS] * len(names), TOLD * share, 1.0]
        rows += [row] * (len(at) + len(names) + 2)
    y = np.array([1.0] * len(adverts) + [0.0] * len(innocent))
    w = _fitted(np.array(rows), np.array(columns), np.array(values), y, bias + 1)
    by_piece = {piece: float(apart[at] * w[at]) for piece, at in place.items()}
    return (
        float(w[bias]),
        TOLD * float(w[told]),
        {name: CLASS * float(w[at]) for name, at in spot.items()},
        {piece: weight for piece, weight in by_piece.items() if abs(weight) > LEAST},
    )


def _apart(adverts: Sequence[Features], innocent: Sequence[Features], place: dict[str, int]) -> np.ndarray:
    """How much oftener adverts hold each piece: the root of the logarithm of the two shares, with its sign."""
    shares = []
    for kind in (adverts, innocent):
        count = Counter(piece for pieces, _, _ in kind for piece in pieces)
        seen = np.array([count[piece] for piece in place]) + MORE
        shares.append(np.log(seen / seen.sum()))
    apart: np.ndarray = shares[0] - shares[1]
    signed: np.ndarray = np.sign(apart) * np.sqrt(np.abs(apart))
    return signed


def _fitted(rows: np.ndarray, columns: np.ndarray, values: np.ndarray, y: np.ndarray, wide: int) -> np.ndarray:
    """Minimise the logistic loss and half the square of the weights (L-BFGS with halved steps)."""

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = np.bincount(rows, values * w[columns], len(y))
        off = 1 / (1 + np.exp(-z)) - y
        value = (np.logaddexp(0, z) - y * z).sum() + w @ w / 2
        return float(value), np.bincount(columns, values * off[rows], wide) + w

    w = np.zeros(wide)
    value, slope = loss(w)
    steps: list[tuple[np.ndarray, np.ndarray]] = []
    for _ in range(ROUNDS):
        value, slope, w = _stepped(loss, w, value, slope, steps)
    return w


def _stepped(
    loss: Callable[[np.ndarray], tuple[float, np.ndarray]],
    w: np.ndarray,
    value: float,
    slope: np.ndarray,
    steps: list[tuple[np.ndarray, np.ndarray]],
) -> tuple[float, np.ndarray, np.ndarray]:
    way, shares = slope.copy(), []
    for s, g in reversed(steps):
        shares.append((s @ way) / (s @ g))
        way -= shares[-1] * g
    way *= (steps[-1][0] @ steps[-1][1]) / (steps[-1][1] @ steps[-1][1]) if steps else 1 / len(slope) ** 0.5
    for (s, g), share in zip(steps, reversed(shares), strict=True):
        way += (share - (g @ way) / (s @ g)) * s
    size = 1.0
    while (after := loss(w - size * way))[0] > value - 1e-4 * size * float(slope @ way) and size > 1e-6:
        size /= 2
    moved, turned = -size * way, after[1] - slope
    if moved @ turned > 0:
        steps[:] = [*steps, (moved, turned)][-KEPT:]
    return after[0], after[1], w + moved


def write() -> None:
    """Write the file: classes and pieces by weight."""
    held = texts("tuning")
    bias, told, classes, pieces = weights(
        *([features(text) for family in held[kind].values() for text in family] for kind in held)
    )
    parts = (
        f"bias = {round(bias * SCALE)}",
        f"told = {round(told * SCALE)}",
        "[classes]",
        *_lines(classes),
        "[pieces]",
        *_lines(pieces),
    )
    FILE.write_text(HEAD + "\n".join(parts) + "\n", encoding="utf-8")


def _lines(weighed: dict[str, float]) -> list[str]:
    by_weight: dict[int, list[str]] = {}
    for name, weight in weighed.items():
        by_weight.setdefault(round(weight * SCALE), []).append(name)
    return [f'"{weight}" = "{" ".join(names)}"' for weight, names in sorted(by_weight.items()) if weight]


if __name__ == "__main__":
    write()
