"""The stage days that articles claim, read from ``stages.toml``: data about articles, never rules."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from overdue.law import LAW
from overdue.milestones.model import Binding, Milestone, Span
from overdue.model import BadFile, Day, Frozen
from overdue.periods import days_after

FILE = Path(__file__).with_name("stages.toml")


class Stage(Frozen):
    """One claimed stage: its first and last day overdue, who claims it, the rules held against it."""

    key: str
    article: str
    first: Annotated[int, Field(ge=1)]
    last: int | None = None
    against: Annotated[tuple[str, ...], Field(min_length=1)]


class Stages(Frozen):
    """The articles with the day each was printed, and what they claim."""

    articles: dict[str, Day]
    stage: tuple[Stage, ...]


@cache
def stages() -> Stages:
    """What the articles claim, read once; ``BadFile`` names what is wrong with the file."""
    try:
        held = Stages.model_validate(tomllib.loads(FILE.read_text(encoding="utf-8")))
    except (ValidationError, tomllib.TOMLDecodeError) as error:
        raise BadFile(FILE.name, "-", str(error)) from error
    for stage in held.stage:
        if stage.article not in held.articles:
            raise BadFile(FILE.name, stage.key, f"no day for article {stage.article!r}")
    return held


def claimed(due_on: date) -> tuple[Milestone, ...]:
    """The claimed stages on the person's own days, counted from the first missed due day.

    >>> claimed(date(2026, 1, 10))[0].span
    Span(start=datetime.date(2026, 1, 11), end=datetime.date(2026, 1, 13))
    """
    return tuple(
        Milestone(
            key=f"claim_{stage.key}",
            kind=Binding.CLAIMED,
            citations=LAW.cites(stage.against),
            span=Span(days_after(due_on, stage.first), days_after(due_on, stage.last) if stage.last else None),
            number=stage.first,
            articles=(stage.article,),
        )
        for stage in stages().stage
    )
