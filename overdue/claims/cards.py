"""Claims of five articles, each judged against the rule: articles, cards, and finding them.

One TOML file a topic, cards by id (``[V21]``); the articles stand in ``articles.toml``. A card without
a basis, that is a rule on the shelf or "no rule found" with scope and day of search, is refused.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from overdue.claims.files import HERE, check, read
from overdue.law import LAW, Force, Law
from overdue.model import BadFile, Citation, Day, Frozen, Text
from overdue.words import pairs
from overdue.words.script import typed


class Topic(StrEnum):
    """What a claim is about; each topic is one file."""

    COLLECTION = "collection"
    CONTACTS = "contacts"
    COURT = "court"
    RECORD = "record"
    NEGOTIATION = "negotiation"
    CRIMINAL = "criminal"
    FEES = "fees"
    SCAMS = "scams"


class Verdict(StrEnum):
    """What the rule makes of a claim; ``practice`` is lender's practice and varies, ``wrong`` may be outdated."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    WRONG = "wrong"
    PRACTICE = "practice"
    DANGEROUS = "dangerous"


class ArticleKind(StrEnum):
    """What sort of page an article is."""

    CONTENT_FARM = "content_farm"
    SPUN = "spun"
    LAW_FIRM = "law_firm"
    ADVERTISEMENT = "advertisement"


class Article(Frozen):
    """One article: what kind of page it is, its own day if it prints one, and what that weighs."""

    id: str
    day: Day | None = None
    day_printed: str | None = None
    kind: ArticleKind
    name: Text
    what: Text
    weigh: Text

    @model_validator(mode="after")
    def _one_day(self) -> Self:
        if (self.day is None) == (self.day_printed is None):
            raise ValueError("give day, or day_printed where the year is missing")
        return self


class NoRule(Frozen):
    """No rule was found: what was looked for, and on which day."""

    scope: Text
    searched: Day


class Card(Frozen):
    """A claim in short, who makes it, what the rule says and the next small step."""

    id: Annotated[str, Field(pattern=r"^V[1-9]\d*$")]
    topic: Topic
    articles: tuple[str, ...] = ()
    verdict: Verdict
    claim: Text
    says: Text
    rules: tuple[str, ...] = ()
    no_rule: NoRule | None = None
    do_now: Text

    @field_validator("articles", "rules")
    @classmethod
    def _once_each(cls, ids: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if len(set(ids)) != len(ids):
            raise ValueError(f"{info.field_name} names an id twice")
        return ids

    @model_validator(mode="after")
    def _has_a_basis(self) -> Self:
        if not self.rules and self.no_rule is None:
            raise ValueError("a verdict needs a basis: rules, or no_rule with scope and day of search")
        return self

    @property
    def number(self) -> int:
        """The number in the id, for ordering.

        >>> CLAIMS.card("V21").number
        21
        """
        return int(self.id[1:])

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The rules the verdict rests on, in the order given; empty where no rule was found."""
        return LAW.cites(self.rules)


class Claims:
    """All articles and cards, read once; ``law`` is the shelf their rules stand on."""

    def __init__(self, articles: dict[str, Article], cards: dict[str, Card], law: Law) -> None:
        self.articles = articles
        self.cards = cards
        self._law = law

    def card(self, card: str) -> Card:
        """The card of that id; ``KeyError`` if there is none."""
        return self.cards[card]

    def later(self, card: Card, article: Article) -> tuple[str, ...]:
        """The card's rules that began after the article's own day: it could not know them.

        Empty where the article prints no year. What is only read in the press has no first day and does not count.

        >>> CLAIMS.later(CLAIMS.card("V66"), CLAIMS.articles["001"])
        ('PEN-9',)
        """
        if article.day is None:
            return ()
        return tuple(rule for rule in card.rules if self._began(rule) > article.day)

    def _began(self, rule: str) -> date:
        held = self._law.rule(rule)
        return date.min if self._law.sources[held.source].force is Force.PRESS else held.since

    def find(
        self,
        text: str = "",
        topics: Iterable[Topic] = (),
        verdicts: Iterable[Verdict] = (),
        articles: Iterable[str] = (),
    ) -> tuple[Card, ...]:
        """Cards that hold every word of ``text`` (either script, either language) and fit the filters.

        An empty filter lets everything pass. In the order of their numbers.

        >>> [card.id for card in CLAIMS.find("high-speed flights")]
        ['V34']
        """
        sought = typed(text).split()
        wanted = (set(topics), set(verdicts), set(articles))
        return tuple(c for c in self.cards.values() if _fits(c, *wanted) and all(word in _spelt(c) for word in sought))


def _fits(card: Card, topics: set[Topic], verdicts: set[Verdict], articles: set[str]) -> bool:
    return (
        (not topics or card.topic in topics)
        and (not verdicts or card.verdict in verdicts)
        and (not articles or not articles.isdisjoint(card.articles))
    )


def _spelt(card: Card) -> str:
    topic = (pairs()[f"claims.{part}.{card.topic}"] for part in ("topic", "also"))
    texts = (card.claim, card.says, card.do_now, *topic)
    return typed(" ".join([card.id, *card.rules, *(t.zh for t in texts), *(t.en for t in texts)]))


def load(folder: Path = HERE, law: Law = LAW) -> Claims:
    """Read articles and cards; ``BadFile`` names the file, the place and the fault."""
    path = folder / "articles.toml"
    articles = {name: check(path, name, Article, {"id": name, **table}) for name, table in read(path).items()}
    cards: dict[str, Card] = {}
    for topic in Topic:
        path = folder / f"{topic}.toml"
        for name, table in read(path).items():
            card = check(path, name, Card, {"id": name, "topic": topic, **table})
            _known(path, name, "articles", card.articles, articles)
            _known(path, name, "rules", card.rules, law.rules)
            if name in cards:
                raise BadFile(path.name, name, f"this card is already in {cards[name].topic}.toml")
            cards[name] = card
    return Claims(articles, dict(sorted(cards.items(), key=lambda item: item[1].number)), law)


def _known(path: Path, name: str, field: str, ids: Iterable[str], known: Iterable[str]) -> None:
    for missing in sorted(set(ids) - set(known)):
        raise BadFile(path.name, f"{name}.{field}", f"there is no {missing!r}")


CLAIMS = load()
