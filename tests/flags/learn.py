"""Learn how adverts are worded from ``tuning.toml``: ``python -m tests.flags.learn`` writes ``wording.toml``.

A logistic regression on characters and pairs, with a ridge; the same texts always give the same weights.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from overdue.claims.flags import READER
from overdue.claims.wording import SCALE, Wording, pieces_of

HERE = Path(__file__).parent
FILE = HERE.parents[1] / "overdue" / "claims" / "wording.toml"
HEAD = "# Made by `python -m tests.flags.learn` from the tuning texts; see overdue/claims/wording.py.\n\n"
SEEN, ROUNDS, STEP, RIDGE, STRETCH = 3, 200, 0.05, 1.0, 3.0


def texts(name: str) -> dict[str, dict[str, list[str]]]:
    """Adverts and innocent texts of one file, each by family."""
    file = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    kinds = {"advert": file.get("advert", file.get("adverts")), "innocent": file["innocent"]}
    return {kind: held if isinstance(held, dict) else {"all": held} for kind, held in kinds.items()}


def weights(adverts: Sequence[str], innocent: Sequence[str]) -> tuple[float, dict[str, float]]:
    """The bias, and the weight of every piece that at least ``SEEN`` texts hold."""
    held = [pieces_of(READER.folded(text).text) for text in (*adverts, *innocent)]
    known = sorted(piece for piece, count in Counter(p for ps in held for p in ps).items() if count >= SEEN)
    place = {piece: at for at, piece in enumerate(known)}
    x = np.zeros((len(held), len(known)), dtype=np.float32)
    for row, pieces in enumerate(held):
        x[row, [place[piece] for piece in pieces if piece in place]] = STRETCH / np.sqrt(len(pieces))
    y = np.array([1.0] * len(adverts) + [0.0] * len(innocent), dtype=np.float32)
    return _fitted(x, y, known)


def _fitted(x: np.ndarray, y: np.ndarray, known: Sequence[str]) -> tuple[float, dict[str, float]]:
    w, bias = np.zeros(x.shape[1], dtype=np.float32), 0.0
    mean, square = np.zeros_like(w), np.zeros_like(w)
    for turn in range(1, ROUNDS + 1):
        off = 1 / (1 + np.exp(-(x @ w + bias))) - y
        slope = x.T @ off / len(y) + RIDGE * w / len(y)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        w -= STEP * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-8)
        bias -= 0.2 * float(off.mean())
    return bias, {piece: float(weight) * STRETCH for piece, weight in zip(known, w, strict=True)}


def learned(adverts: Sequence[str], innocent: Sequence[str]) -> Wording:
    """The same as the reader uses it."""
    return Wording(*weights(adverts, innocent))


def write() -> None:
    """Write the file: pieces by weight, those without weight left out."""
    held = texts("tuning")
    bias, found = weights(*([text for family in held[kind].values() for text in family] for kind in held))
    by_weight: dict[int, list[str]] = {}
    for piece, weight in found.items():
        by_weight.setdefault(round(weight * SCALE), []).append(piece)
    lines = [f'"{weight}" = "{" ".join(pieces)}"' for weight, pieces in sorted(by_weight.items()) if abs(weight) > 4]
    FILE.write_text(HEAD + f"bias = {round(bias * SCALE)}\n\n[pieces]\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
