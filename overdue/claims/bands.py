"""The stage calendars of the articles on one axis, where they contradict each other, and the rules' own days.

Days are days overdue, first and last counted. Not one stage day of an article is law.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from overdue.claims.cards import CLAIMS, Claims
from overdue.claims.files import HERE, check, read
from overdue.law import LAW
from overdue.model import BadFile, Citation, Day, Frozen, Text

AtDay = Annotated[int, Field(ge=1, le=3660)]


class ClaimedDays(Frozen):
    """What is said of some days; without ``first`` no day is given, without ``last`` it has no end."""

    first: AtDay | None = Field(default=None, alias="from")
    last: AtDay | None = Field(default=None, alias="to")
    says: Text

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last is not None and (self.first is None or self.last < self.first):
            raise ValueError(f"the last day {self.last} needs a first day not after it")
        return self


class Stages(Frozen):
    """One calendar an article prints."""

    id: str
    article: str
    name: Text
    bands: Annotated[tuple[ClaimedDays, ...], Field(min_length=1)]


class RuleDays(Frozen):
    """What the rules say of days; ``searched`` is the day nothing was found."""

    id: str
    name: Text
    bands: Annotated[tuple[ClaimedDays, ...], Field(min_length=1)]
    rules: tuple[str, ...] = ()
    searched: Day | None = None

    @model_validator(mode="after")
    def _has_a_basis(self) -> Self:
        if not self.rules and self.searched is None:
            raise ValueError("give rules, or the day nothing was found")
        return self

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The rules behind it."""
        return LAW.cites(self.rules)


class Side(Frozen):
    """One side of a contradiction: which articles say what."""

    articles: Annotated[tuple[str, ...], Field(min_length=1)]
    says: Text


class Contradiction(Frozen):
    """Two statements that cannot both be true, the cards that judge them, and the days in dispute if any."""

    id: str
    on: Text
    one: Side
    other: Side
    cards: Annotated[tuple[str, ...], Field(min_length=1)]
    rules: tuple[str, ...] = ()
    first: AtDay | None = Field(default=None, alias="from")
    last: AtDay | None = Field(default=None, alias="to")

    @model_validator(mode="after")
    def _whole_span(self) -> Self:
        if (self.first is None) != (self.last is None):
            raise ValueError("give both days in dispute, or neither")
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError(f"the last day {self.last} stands before the first {self.first}")
        return self

    @property
    def inside_one(self) -> bool:
        """Whether one and the same article says both."""
        return len({*self.one.articles, *self.other.articles}) == 1

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The rules that answer it; empty where none does."""
        return LAW.cites(self.rules)


class Disagreement(Frozen):
    """Everything the view shows, from one file."""

    axis_days: AtDay
    stages: tuple[Stages, ...]
    rules: tuple[RuleDays, ...]
    contradictions: tuple[Contradiction, ...]


def load(path: Path = HERE / "bands.toml", claims: Claims = CLAIMS) -> Disagreement:
    """Read the view; ``BadFile`` for an unknown article, card or rule, or an id given twice."""
    view = check(path, "-", Disagreement, read(path))
    sides = [side for c in view.contradictions for side in (c.one, c.other)]
    _known(path, claims.articles, [s.article for s in view.stages] + [a for side in sides for a in side.articles])
    _known(path, claims.cards, [card for c in view.contradictions for card in c.cards])
    named = [row.rules for row in view.rules] + [c.rules for c in view.contradictions]
    _known(path, LAW.rules, [rule for rules in named for rule in rules])
    ids = [s.id for s in view.stages] + [r.id for r in view.rules] + [c.id for c in view.contradictions]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        raise BadFile(path.name, twice, "this id is given twice")
    return view


def _known(path: Path, known: Iterable[str], named: Iterable[str]) -> None:
    for missing in sorted(set(named) - set(known)):
        raise BadFile(path.name, missing, "there is no article, card or rule of this id")


DISAGREEMENT = load()
