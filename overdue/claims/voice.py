"""Who speaks in a text: somebody who offers, or one who warns, reports, asks, or writes for an office.

Whoever speaks decides first: what a warning, a report or a question tells of is told, not done.
"""

from collections.abc import Iterator
from enum import StrEnum

from overdue.claims.folded import Folded, Phrases, Place
from overdue.claims.pattern import Pattern
from overdue.model import Frozen


class Speaker(StrEnum):
    """Who speaks; without any token of the others a text is taken for an offer."""

    OFFERS = "offers"
    WARNS = "warns"
    REPORTS = "reports"
    ASKS = "asks"
    OFFICE = "office"


# What these speak of is told, not done.
SOFTENED = frozenset({Speaker.WARNS, Speaker.REPORTS, Speaker.ASKS})


class Voices(Frozen):
    """The lines by which each voice is known; ``framed`` words make one sentence a telling."""

    framed: tuple[str, ...]
    offers: tuple[str, ...]
    warns: tuple[str, ...]
    reports: tuple[str, ...]
    asks: tuple[str, ...]
    office: tuple[str, ...]
    honest: tuple[str, ...]
    kin: tuple[str, ...]
    not_kin: tuple[str, ...]


class Voice:
    """Hears who speaks in one text."""

    def __init__(self, lines: dict[str, tuple[Pattern, ...]], negators: Phrases) -> None:
        self._lines = lines
        self._negators = negators

    def told(self, text: Folded) -> list[Place]:
        """The sentences in which somebody else's act is told of, in their order."""
        return sorted({text.sentence(start) for start, _ in self._heard("framed", text)})

    def speaker(self, text: Folded, told: list[Place]) -> Speaker:
        """Who speaks. An offer outside every told sentence and every quotation outweighs the others."""
        if self._relative(text) or (self._is("honest", text) and not self._is("warns", text)):
            return Speaker.OFFICE
        inside = set(told)
        for start, end in self._heard("offers", text):
            if text.sentence(start) not in inside and not text.quoted(start, end):
                return Speaker.OFFERS
        if text.asks:
            return Speaker.ASKS
        others = (Speaker.WARNS, Speaker.ASKS, Speaker.REPORTS, Speaker.OFFICE)
        return next((speaker for speaker in others if self._is(speaker, text)), Speaker.OFFERS)

    def _is(self, name: str, text: Folded) -> bool:
        """Whether a sure token of a voice is heard, or two others."""
        heard: set[str] = set()
        for pattern in self._lines[name]:
            found = {text.text[start:end] for start, end in pattern.found(text, self._negators)}
            if found and pattern.alone:
                return True
            heard |= found
        return len(heard) > 1

    def _relative(self, text: Folded) -> bool:
        """Whether the text begins by speaking to a relative."""
        start = {name: any(at == 0 for at, _ in self._heard(name, text)) for name in ("kin", "not_kin")}
        return start["kin"] and not start["not_kin"]

    def _heard(self, name: str, text: Folded) -> Iterator[Place]:
        for pattern in self._lines[name]:
            yield from pattern.found(text, self._negators)
