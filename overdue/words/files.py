"""The files of pairs zh/en, read once."""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter

from pydantic import ValidationError

from overdue.model import BadFile, Text

HERE = Path(__file__).parent


def placeholders(sentence: str) -> set[str]:
    """The names between braces in a sentence.

    >>> sorted(placeholders("{amount} on {day}"))
    ['amount', 'day']
    """
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def read_pairs(path: Path) -> dict[str, Text]:
    """Read one file of pairs; raises ``BadFile`` for a missing language or unequal placeholders."""
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadFile(path.name, "-", str(error)) from error
    return dict(_leaves(path, path.stem, tree))


def _leaves(path: Path, key: str, node: object) -> Iterator[tuple[str, Text]]:
    if not isinstance(node, dict):
        raise BadFile(path.name, key, "a sentence is a pair {zh, en}, not " + type(node).__name__)
    if node.keys() & {"zh", "en"}:
        try:
            text = Text.model_validate(node)
            unequal = placeholders(text.zh) ^ placeholders(text.en)
        except ValidationError as error:
            first = error.errors()[0]
            raise BadFile(path.name, ".".join([key, *map(str, first["loc"])]), first["msg"]) from error
        except ValueError as error:
            raise BadFile(path.name, key, str(error)) from error
        if unequal:
            raise BadFile(path.name, key, f"placeholders differ: {sorted(unequal)}")
        yield key, text
    else:
        for name, child in node.items():
            yield from _leaves(path, f"{key}.{name}", child)


@cache
def pairs() -> dict[str, Text]:
    """All sentences by key, read once."""
    found: dict[str, Text] = {}
    for path in sorted(HERE.glob("*.toml")):
        found |= read_pairs(path)
    return found


def listed(keys: Iterable[str]) -> Text:
    """Several sentences in one, for a field of another.

    >>> listed(["fields.rest.monthly", "fields.unknown"]).en
    'Monthly · Don’t know'
    """
    texts = [pairs()[key] for key in keys]
    return Text(zh=" · ".join(text.zh for text in texts), en=" · ".join(text.en for text in texts))
