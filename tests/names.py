"""``make names``: docs/public-names.md, every public name with what it takes, its units and the rules it rests on."""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import overdue
from overdue.law import LAW

PAGE = Path(__file__).parents[1] / "docs" / "public-names.md"
RULE = re.compile(r"\b[A-Z]{2,5}-\d+\b")
HEAD = """# Public names

What `import overdue` gives, written by `make names` and held to the code by `tests/test_names.py`. Money is `Decimal`
yuan in whole fen, a rate is a ratio (0.18) unless the name says percent, a day is a `date` and always an argument.
Everything given back is frozen, and where it rests on the law it carries `.citations`. A question that cannot be
answered raises `OverdueError`; one for a day without a value, `NotInForce`. Rules are those of the law shelf
(`overdue/law/`), which names the document, clause and day of each.

| name | takes | gives, and in which units | rules |
| --- | --- | --- | --- |
"""


def takes(held: object) -> str:
    """The arguments of a name, without types; of an enumeration its values."""
    if isinstance(held, enum.Enum):
        return ""
    if isinstance(held, enum.EnumType):
        members: list[enum.Enum] = list(held)
        return " ".join(str(member.value) for member in members)
    if not callable(held) or (isinstance(held, type) and issubclass(held, Exception)):
        return ""
    told = []
    for given in inspect.signature(held).parameters.values():
        star = "*" if given.kind is given.VAR_POSITIONAL else "**" if given.kind is given.VAR_KEYWORD else ""
        told.append(f"{star}{given.name}" + ("=…" if given.default is not given.empty else ""))
    return ", ".join(told)


def rows() -> Iterator[str]:
    """One row a name, in the order of the alphabet."""
    for name in sorted(overdue.__all__, key=str.casefold):
        held = getattr(overdue, name)
        said = inspect.cleandoc(held.__doc__ or "").split("\n>>>")[0].strip()
        first = " ".join(said.split("\n\n")[0].split())
        rules = sorted({rule for rule in RULE.findall(said) if rule in LAW.rules})
        if isinstance(held, enum.Enum):
            first = f"`{type(held).__name__}.{held.name}`, the order `{held.value}`"
        cells = (f"`{name}`", takes(held), first, ", ".join(rules))
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def page() -> str:
    """The whole page."""
    return HEAD + "\n".join(rows()) + "\n"


def main() -> None:
    """Write it."""
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{len(overdue.__all__)} names")


if __name__ == "__main__":
    main()
