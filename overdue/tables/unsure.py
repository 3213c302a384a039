"""What a budget says while a rate or an uplift is not known: what to ask, what to do until then, between which ends."""

from collections.abc import Iterator
from decimal import Decimal

from overdue.casefile.unknowns import ranges
from overdue.casefile.uplift import uplift_ends
from overdue.debts import Debts
from overdue.household import Division, Way, Ways
from overdue.tables.debts import most, name
from overdue.tables.moving import run
from overdue.tables.ways import YEARS, first_paid
from overdue.words import Words


def ask(debts: Debts, w: Words) -> str:
    """What to find out before anybody can say whom to pay first, and where it stands."""
    rates = debts.picture.unknown if debts.picture else ()
    asked = [w("debts.move.ask_rate" if key in rates else "debts.move.ask_uplift", name=name(debts, key, w))
             for key in debts.unsure]  # fmt: skip
    return w("debts.move.open", asked=w.listed(asked))


def until_known(debts: Debts, monthly: str, found: Division, w: Words) -> str:
    """What to do this month while that is not known."""
    gets = first_paid(debts, found, w, lambda text: run(text, "strong"))
    if not gets:
        return w("debts.move.until_many", monthly=monthly)
    day = next(row.paid_on for row in found.months if row.paid)
    return w("debts.move.until_known", monthly=monthly, day=day, paid=gets)


def paid(debts: Debts, ways: Ways, found: Division, w: Words) -> str:
    """What is paid in all on a way, for a sentence: one sum, or between which ends."""
    least, most = ends(debts, ways, found.way)
    if least is None or not debts.unsure:
        return run(w.yuan(found.paid), "strong")
    low = run(w.yuan(least), "strong")
    if most is None:
        return w("common.at_least", amount=low)
    return low if least == most else w("debts.move.between", low=low, high=run(w.yuan(most), "strong"))


def ends(debts: Debts, ways: Ways, way: Way) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most paid in all; no most where it may not end, or where a card's contract adds its own."""
    least, high = ways.between(way)
    return least, None if any(most(debts, int(key)) is None for key in debts.unsure) else high


def orders(debts: Debts, ways: Ways, w: Words) -> Iterator[str]:
    """Which order is the least at the lowest and which at the highest reading, where they differ."""
    if len(debts.debts) > 1 and ways.open and len(ways.ends) > 1:
        low, high = (_least(end, w) for end in ways.ends[:2])
        if low != high:
            yield w("debts.move.orders", low=low, high=high)


def _least(ways: Ways, w: Words) -> str:
    best = ways.cheapest
    if best is None:
        return w("debts.move.order_none", years=YEARS)
    if best in (Way.FAIR, Way.TALK):
        return w(f"debts.move.order_{best}")
    return w("debts.move.order", order=w.listed(ways.divisions[best].order))


def readings(debts: Debts, w: Words) -> Iterator[str]:
    """Between which readings a sum lies that a rate, or an uplift, nobody gave adds to."""
    cases = [debts.accounts[int(key)].case for key in debts.unsure]
    tops = [span.high for case in cases if case.rate is None for span in ranges(case) if span.name == "rate"]
    if tops:
        yield w("debts.move.range_rate", line=w.percent(Decimal(tops[0]) / 100))
    spans = [uplift_ends(case) for case in cases if case.uplift is None]
    if spans:
        low, high = min(low for low, _ in spans) / 100, max(high for _, high in spans) / 100
        yield w("debts.move.range_uplift", low=w.percent(low), high=w.percent(high))
