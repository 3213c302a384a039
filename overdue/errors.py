"""What is answered instead of a figure: a question that cannot be answered, and a file of ours that is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import DecimalException
from typing import ClassVar

from pydantic import ValidationError


class OverdueError(Exception):
    """A question the law or the arithmetic cannot answer.

    ``key`` names a sentence in ``words`` (section ``errors``), ``fields`` fill its placeholders.
    It says what was asked, what is allowed and what to change, in the reader's language; as a text it is
    the English sentence (``words`` brings it) and the key.

    >>> OverdueError("lpr.unknown", on="2027-01-01").fields
    {'on': '2027-01-01'}
    """

    in_words: ClassVar[Callable[[OverdueError], str]] = lambda error: error.key
    key: str
    fields: dict[str, object]

    def __init__(self, key: str, **fields: object) -> None:
        super().__init__(key)
        self.key = key
        self.fields = fields

    def __str__(self) -> str:
        """The sentence in English, then the key in brackets."""
        return f"{type(self).in_words(self)} [{self.key}]"


class NotInForce(OverdueError):
    """The law shelf holds no value for the day asked; the last known one is never used instead."""


@contextmanager
def answering() -> Iterator[None]:
    """The one door for figures that are each allowed and together bear no calculation: they become a sentence.

    A model that refuses them and a decimal that overflows are ``OverdueError`` outside of it.

    >>> from datetime import date
    >>> from overdue.model import Payment
    >>> with answering():
    ...     Payment(paid_on=date(2026, 1, 1), amount=10**13)
    Traceback (most recent call last):
    overdue.errors.OverdueError: Taken together these figures are beyond ...
    """
    try:
        yield
    except BEYOND as error:
        raise OverdueError("figures.beyond") from error


BEYOND = (ValidationError, DecimalException, OverflowError)


def refusal(error: BaseException) -> OverdueError | None:
    """The question that could not be answered, of an error that came through no door; None for any other error."""
    if isinstance(error, BEYOND):
        return OverdueError("figures.beyond")
    return error if isinstance(error, OverdueError) else None


class BadFile(Exception):
    """A data file of ours is refused at import: which file, where in it, and why."""

    def __init__(self, file: str, path: str, why: str) -> None:
        super().__init__(f"{file}: {path}: {why}")
