"""``make names``: docs/public-names.md, every public name with what it takes, its units and the rules it rests on."""

from __future__ import annotations

import enum
import inspect
import re
import typing
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from pathlib import Path

import overdue
from overdue.law import LAW

PAGE = Path(__file__).parents[1] / "docs" / "public-names.md"
RULE = re.compile(r"\b[A-Z]{2,5}-\d+\b")
HEAD = """# Public names

What `import overdue` gives, written by `make names` and held to the code by `tests/test_names.py`. Money is `Decimal`
yuan in whole fen, a rate is a ratio (0.18) unless the name says percent, a day is a `date` and always an argument.
Everything given back is frozen, and where it rests on the law it carries `.citations`. A question that cannot be
answered raises `OverdueError`; one for a day without a value, `NotInForce`; a noun given a figure it does not take,
pydantic's `ValidationError`. A ratio is refused only above 10: 7.2 % is 0.072, and 7.2 is taken as 720 %. A default
stands where nothing is given, and some move the figure: a year of 360 days, and the lender's usual uplift for None.
Rules are those of the law shelf (`overdue/law/`), which names the document, clause and day of each.

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
        told.append(f"{star}{given.name}{default(given.default)}")
    return ", ".join(told)


def default(held: object) -> str:
    """What stands for an argument that is left out; a model of its own only says that there is one."""
    if held is inspect.Parameter.empty:
        return ""
    plain = held is None or isinstance(held, bool | int | str | Decimal | Fraction)
    return f"={getattr(held, 'value', held)}" if plain else "=()" if held == () else "=…"


def further(held: object) -> list[str]:
    """What else can be asked of a noun, or of what a function gives where that has no row of its own."""
    noun, own = held, isinstance(held, type)
    if callable(held) and not own:
        given = typing.get_type_hints(inspect.unwrap(held)).get("return")
        noun = next((one for one in typing.get_args(given) if one is not type(None)), given)
    if not isinstance(noun, type) or issubclass(noun, enum.Enum | Exception):
        return []
    if not own and noun.__name__ in overdue.__all__:
        return []
    homes = [base for base in reversed(noun.__mro__) if base.__module__.partition(".")[0] == "overdue"]
    if not homes:
        return []
    told = [] if own else [f".{name}" for name in inspect.signature(noun).parameters]
    for name in dict.fromkeys(name for home in homes for name in vars(home) if not name.startswith(("_", "model_"))):
        kept = inspect.getattr_static(noun, name)
        if isinstance(kept, property | cached_property):
            told.append(f".{name}")
        elif inspect.isfunction(kept) and own:
            told.append(f".{name}()")
    return list(dict.fromkeys(told))


def rows() -> Iterator[str]:
    """One row a name, in the order of the alphabet."""
    for name in sorted(overdue.__all__, key=str.casefold):
        held = getattr(overdue, name)
        said = inspect.cleandoc(held.__doc__ or "").split("\n>>>")[0].strip()
        first = " ".join(said.split("\n\n")[0].split())
        rules = sorted({rule for rule in RULE.findall(said) if rule in LAW.rules})
        if isinstance(held, enum.Enum):
            first = f"`{type(held).__name__}.{held.name}`, the order `{held.value}`"
        if asked := further(held):
            first += f" Has {', '.join(f'`{one}`' for one in asked)}."
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
