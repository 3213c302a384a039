"""Results to data frames, one module a page. A Decimal becomes a float here and in the charts: to be drawn, and never
to be counted with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from pandas import DataFrame

Frame: TypeAlias = "DataFrame"
Rows: TypeAlias = "Iterable[Sequence[Any] | dict[Any, Any]] | dict[Any, Any]"


def framed(rows: Rows, columns: list[str] | None = None, dtype: Any = None) -> Frame:
    """Rows as a data frame. pandas is read with the first one: a server is up sooner, and most visits want none."""
    from pandas import DataFrame

    return DataFrame(rows, columns=columns, dtype=dtype)
