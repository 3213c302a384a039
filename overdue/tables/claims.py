"""The articles' calendars and their contradictions as frames: on one axis for the chart, in words for the reader.

The axis is stretched at the beginning: day ``d`` runs from the root of d to the root of d + 1.
"""

from collections.abc import Callable, Iterable
from math import sqrt

from overdue.claims import Card, ClaimedDays, Contradiction, Disagreement, Verdict
from overdue.tables import Frame, framed
from overdue.words import Words

BLOCKS = ("dispute", "article", "rule")
DAYS_NAMED = (1, 3, 7, 15, 30, 60, 90, 120)


def place(day: int) -> float:
    """Where a day begins on the stretched axis.

    >>> place(1), place(9)
    (1.0, 3.0)
    """
    return sqrt(day)


def bands(view: Disagreement, w: Words) -> Frame:
    """One row a band: block, row name, start and end on the axis, a short label, what is said, whether dated."""
    rows: list[dict[str, object]] = []
    for number, c in numbered(view):
        if c.first is not None:
            band = ClaimedDays.model_validate({"from": c.first, "to": c.last, "says": c.on})
            rows.append(_row("dispute", w("claims.bands.dispute", number=number, on=c.on), band, view, w))
    rows += [_row("article", w.text(stage.name), band, view, w) for stage in view.stages for band in stage.bands]
    rows += [_row("rule", w.text(rule.name), band, view, w) for rule in view.rules for band in rule.bands]
    return framed(rows)


def numbered(view: Disagreement) -> tuple[tuple[int, Contradiction], ...]:
    """The contradictions with the number under which chart and list name them."""
    return tuple(enumerate(view.contradictions, start=1))


def _row(block: str, row: str, band: ClaimedDays, view: Disagreement, w: Words) -> dict[str, object]:
    last = band.last or view.axis_days
    return {
        "block": block,
        "row": row,
        "start": place(band.first or 1),
        "end": place(last + 1),
        "label": _label(band, block, w),
        "says": w.text(band.says),
        "dated": band.first is not None,
    }


def _label(band: ClaimedDays, block: str, w: Words) -> str:
    if band.first is None:
        return w("claims.bands.undated_rule" if block == "rule" else "claims.bands.undated")
    if band.last is None:
        return f"{band.first}+"
    return str(band.first) if band.first == band.last else f"{band.first}–{band.last}"


def spans(view: Disagreement, w: Words, name: Callable[[str], str]) -> Frame:
    """The same rows to read: who, which days, what is said; ``name`` gives a column its heading."""
    rows = [(stage.name, band, False) for stage in view.stages for band in stage.bands]
    rows += [(rule.name, band, True) for rule in view.rules for band in rule.bands]
    return framed(
        [
            {name("row"): w.text(who), name("days"): days(band, ruled, w), name("says"): w.text(band.says)}
            for who, band, ruled in rows
        ]
    )


def days(band: ClaimedDays, ruled: bool, w: Words) -> str:
    """The days of a band in words."""
    if band.first is None:
        return w("claims.bands.undated_rule" if ruled else "claims.bands.undated")
    if band.last is None:
        return w("claims.bands.onward", first=band.first)
    if band.first == band.last:
        return w("claims.bands.day", first=band.first)
    return w("claims.bands.days", first=band.first, last=band.last)


def answers(cards: Iterable[Card], guesses: dict[str, Verdict], w: Words) -> Frame:
    """A finished quiz: each claim, what was guessed and what the rule makes of it."""
    said = {card.id: w(f"claims.verdict.{guesses[card.id]}") for card in cards if card.id in guesses}
    rows = [
        {
            w("claims.quiz.claim"): f"{card.id} {w.text(card.claim)}",
            w("claims.quiz.your"): said.get(card.id, ""),
            w("claims.quiz.truth"): w(f"claims.verdict.{card.verdict}"),
        }
        for card in cards
    ]
    return framed(rows)
