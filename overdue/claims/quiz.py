"""A quiz over the cards: the verdict is guessed first. The same seed is the same run everywhere."""

from collections import Counter
from collections.abc import Mapping
from random import Random

from overdue.claims.cards import CLAIMS, Card, Verdict

HIGHEST_SEED = 999_999
COUNT = 10


def quiz(seed: int) -> tuple[Card, ...]:
    """Ten cards drawn by ``seed``, at most half of them of one verdict.

    >>> quiz(7) == quiz(7), len({card.id for card in quiz(7)})
    (True, 10)
    """
    cards = list(CLAIMS.cards.values())
    Random(seed).shuffle(cards)
    seen: Counter[Verdict] = Counter()
    drawn: list[Card] = []
    for card in cards:
        if len(drawn) < COUNT and seen[card.verdict] < COUNT // 2:
            seen[card.verdict] += 1
            drawn.append(card)
    return tuple(drawn)


def score(cards: tuple[Card, ...], guesses: Mapping[str, Verdict]) -> int:
    """How many of the cards were guessed right; a card without a guess counts nothing.

    >>> score(quiz(7), {card.id: card.verdict for card in quiz(7)})
    10
    """
    return sum(guesses.get(card.id) is card.verdict for card in cards)
