"""What a mover says at each of its stops, put together from its message as the component does."""

from __future__ import annotations

import json


def told(packed: bytes) -> dict[str, str]:
    """The figure, the sentence and the note, as far as there are any, by the value of the stop."""
    held = json.loads(packed)
    said = {}
    for value, _, figure, *told_ in held["stops"]:
        parts = [_put(held["forms"][form], runs) for form, runs in zip(told_[::2], told_[1::2], strict=True)]
        said[value] = "\n".join([figure, *parts])
    return said


def _put(form: list[str], runs: list[str]) -> str:
    return "".join(runs[k // 2] + piece[1] if k % 2 else piece for k, piece in enumerate(form))
