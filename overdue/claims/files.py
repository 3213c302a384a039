"""Reading this package's TOML: every key known, both languages given, dates as dates, or ``BadFile``."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from overdue.model import BadFile

HERE = Path(__file__).parent
M = TypeVar("M", bound=BaseModel)


def read(path: Path) -> dict[str, Any]:
    """The tables of one file; ``BadFile`` if it is no TOML (a repeated id is none)."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadFile(path.name, "-", str(error)) from error


def check(path: Path, where: str, kind: type[M], table: object) -> M:
    """One table as a noun; ``BadFile`` names the file, the place and the fault."""
    try:
        return kind.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        raise BadFile(path.name, ".".join([where, *map(str, first["loc"])]), first["msg"]) from error
