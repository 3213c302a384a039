"""The rates a repayment page names: by the year, by the day, once overdue; a span or two that differ are none."""

import re
from dataclasses import dataclass
from decimal import Decimal

from overdue.casefile.fields import shown
from overdue.casefile.repayment.speech import any_of

PERCENT = re.compile(
    r"(?<![\d.,])\d{1,4}(?:\.\d{1,6})?\s{0,2}(?:%\s{0,2})?(?:[-~\u2013\u2014\u81f3\u5230]\s{0,2}\d{1,4}(?:\.\d{1,6})?\s{0,2})?[%\u2030]"
)
FIGURE = re.compile(r"\d{1,4}(?:\.\d{1,6})?")
BEFORE, BEHIND = 14, 8  # characters beside a rate in which its name stands
BREAKS = re.compile(r"[\n,;\u3002%\u2030\d]")


@dataclass(frozen=True, slots=True)
class Rates:
    """In percent: ``year`` of the contract, ``day`` by the day without saying whether once overdue, ``late`` by the
    day once overdue. ``left`` are the words of the page that were not taken."""

    year: Decimal | None = None
    day: Decimal | None = None
    late: Decimal | None = None
    left: tuple[str, ...] = ()


def read_rates(plain: str, text: str) -> tuple[Rates, str]:
    """The rates of a page, and the folded text without them; nothing is taken that could mean another rate.

    >>> read_rates("apr 18%", "APR 18%")[0].year, read_rates("apr 7.2%-24%", "APR 7.2%-24%")[0]
    (Decimal('18'), Rates(year=None, day=None, late=None, left=('APR 7.2%-24%',)))
    """
    held: dict[str, list[tuple[Decimal, str]]] = {}
    left, rest = [], list(plain)
    for found in PERCENT.finditer(plain):
        before = BREAKS.split(plain[max(0, found.start() - BEFORE) : found.start()].rstrip())[-1]
        behind = plain[found.end() : found.end() + BEHIND].lstrip()
        kind = _kind(before, found.group(), behind)
        rest[found.start() : found.end()] = "\0" * (found.end() - found.start())
        if kind is None:
            continue
        start = plain.rfind(before, 0, found.start()) if before else found.start()
        words = shown(" ".join(text[start : found.end()].split()))
        if kind == "other":
            left.append(words)
            continue
        held.setdefault(kind, []).append((Decimal(FIGURE.findall(found.group())[0]), words))
    taken = {}
    for kind, rates in held.items():
        if len({rate for rate, _ in rates}) == 1:
            taken[kind] = rates[0][0]
        else:
            left += [words for _, words in rates]
    return Rates(**taken, left=tuple(dict.fromkeys(left))), "".join(rest)


def _kind(before: str, figure: str, behind: str) -> str | None:
    """``year``, ``day``, ``late``; ``other`` for a rate that is none of them, None for what is no rate."""

    def said(kind: str) -> bool:
        return any_of("rate", kind).search(before) is not None

    by = [kind for kind in ("year", "day") if said(kind)]
    by = by or [kind for kind in ("year", "day") if any_of("rate", f"behind_{kind}").match(behind)]
    if not by and not any(map(said, ("late", "other", "any"))):
        return None
    span = len(FIGURE.findall(figure)) > 1 or said("span") or any_of("rate", "span").match(behind)
    if len(by) != 1 or span or "%" not in figure or said("other") or (said("late") and by == ["year"]):
        return "other"
    return "late" if said("late") else by[0]
