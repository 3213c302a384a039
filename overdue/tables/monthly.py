"""An offer held against a budget as a strip of months: what each leaves, what it has to pay, what is short and when."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from overdue.proposal import Month
from overdue.tables.moving import (
    MOST_STOPS,
    WIDE,
    Moving,
    Picture,
    Shape,
    Stop,
    across,
    poly,
    rect,
    run,
    text,
    upright,
)
from overdue.words import Words

TOP, FOOT, UNDER, TALL = 34, 160, 5, 190  # pixels down: the highest sum, the lowest, the band of the short, all
FEWEST = 6  # months that fill the width: one alone is no bar from edge to edge
MOST = 37  # months that a thumb can tell apart on a phone; of more no gap is drawn and none can be tapped


def strip(months: Sequence[Month], alt: str, w: Words) -> Moving:
    """A stop a month, with what it leaves, pays and has at its end; a finger, a key or a tap goes through them."""
    seen = stops(months)
    return Moving(
        w("proposals.month.label"),
        tuple(Stop(month.first.isoformat(), _says(month, w)) for month in seen),
        pictures=(_picture(months, seen, alt, w),),
        tells=False,
    )


def at(months: Sequence[Month]) -> str:
    """Where it begins: the first month that is short, else the one that has most to pay."""
    short = next((month for month in months if month.left < 0), None)
    return (short or max(months, key=_taken)).first.isoformat()


def stops(months: Sequence[Month]) -> tuple[Month, ...]:
    """The months a mover can hold: all of them, or evenly some with the one it begins at."""
    if len(months) <= MOST_STOPS:
        return tuple(months)
    every = -(-len(months) // (MOST_STOPS - 1))
    return tuple(month for n, month in enumerate(months) if not n % every or month.first.isoformat() == at(months))


def _taken(month: Month) -> Decimal:
    return month.offer + month.contract


def _says(month: Month, w: Words) -> str:
    key = f"{'lacks' if month.left < 0 else 'pays'}{'_both' if month.contract else ''}"
    told = {
        "free": run(leaves(month.free, w)),
        "offer": run(w.yuan(month.offer)),
        "contract": run(w.yuan(month.contract)),
    }
    left = run(w.yuan(abs(month.left)), "up" if month.left < 0 else "strong")
    return w(f"proposals.month.{key}", month=run(w.month(month.first), "day"), left=left, **told)


def leaves(free: Decimal, w: Words) -> str:
    """What a month leaves; where income does not cover it, nothing, and by how much."""
    return w.yuan(free) if free >= 0 else w("proposals.month.under", amount=w.yuan(-free))


def _picture(months: Sequence[Month], seen: Sequence[Month], alt: str, w: Words) -> Picture:
    slots = max(FEWEST, len(months))
    edge = [across(n, slots) for n in range(len(months) + 1)]
    low = min(Decimal(0), *(month.free for month in months))
    high = max(Decimal("0.01"), *(max(month.free, _taken(month)) for month in months))

    def down(amount: Decimal) -> float:
        return FOOT - (FOOT - TOP) * float((amount - low) / (high - low))

    nought = round(down(Decimal(0)))
    offer = _steps(edge, [down(month.offer) for month in months])
    shapes = [poly("interest", [(0, nought), *offer, (edge[-1], nought)], closed=True)]
    if any(month.contract for month in months):
        both = _steps(edge, [down(_taken(month)) for month in months])
        shapes.append(poly("rest", [*both, *reversed(offer)], closed=True))
    if 1 < len(months) <= MOST:
        shapes.append(upright("gap", " ".join(map(str, edge[1:-1])), TOP - 2, nought - 1))
    shapes += [poly("", [(0, nought), (WIDE, nought)])]
    shapes.append(poly("line", _steps(edge, [down(month.free) for month in months])))
    places = [months.index(month) for month in seen]
    middles = [(edge[n] + edge[n + 1]) // 2 for n in places]
    shapes.append(upright("mark", middles, TOP - 6, FOOT + UNDER))
    shapes += _short(months, edge, [down(max(month.free, _taken(month))) for month in months], w)
    shapes += _named(months, edge, down(months[-1].free), w)
    if len(months) <= MOST:
        shapes += [rect("hit", edge[n], 0, edge[1], TALL) | {"g": n} for n in range(len(months))]
    kinds = ("offer", "contract") if any(month.contract for month in months) else ("offer",)
    of = {"offer": "interest", "contract": "rest"}
    return Picture(TALL, alt, tuple(shapes), legend=tuple((of[kind], w(f"proposals.afford.{kind}")) for kind in kinds))


def _steps(edge: Sequence[int], heights: Sequence[float]) -> list[tuple[float, float]]:
    """A line that stands at each height for a month; what does not change is one stretch."""
    ends = [n for n, (one, other) in enumerate(pairwise(heights)) if one != other]
    starts, ends = [0, *(n + 1 for n in ends)], [*ends, len(heights) - 1]
    return [(edge[n + side], heights[m]) for m, e in zip(starts, ends, strict=True) for n, side in ((m, 0), (e, 1))]


def _short(months: Sequence[Month], edge: Sequence[int], heights: Sequence[float], w: Words) -> list[Shape]:
    """A band below the months that end short, and beside the first of them by how much."""
    short = [n for n, month in enumerate(months) if month.left < 0]
    if not short:
        return []
    first = short[0]
    starts = [n for n in short if n - 1 not in short]
    ends = [n + 1 for n in short if n + 1 not in short]
    bands = [rect("short", edge[m], FOOT + UNDER, edge[n] - edge[m], 4) for m, n in zip(starts, ends, strict=True)]
    said = w("proposals.afford.lacks", month=w.month(months[first].first), amount=w.number(-months[first].left, 2))
    return [*bands, text("up", edge[first], max(14, round(heights[first]) - 8), said, _lean(edge[first]))]


def _lean(x: int) -> str:
    return "start" if x < WIDE // 2 else "end"


def _named(months: Sequence[Month], edge: Sequence[int], last: float, w: Words) -> list[Shape]:
    """What the line is, at the end that is free; the first and the last month beneath."""
    key = "line" if months[-1].free >= 0 else "line_under"
    free = w(f"proposals.month.{key}", amount=w.number(abs(months[-1].free), 2))
    end = edge[-1]
    first = next((edge[n] for n, month in enumerate(months) if month.left < 0), 0)
    if end < WIDE // 2:
        named = text("name", end + 15, round(last) + 4, free, "start")
    elif first < WIDE // 2:
        named = text("name", end, round(last) - 7, free, "end")
    else:
        named = text("name", 0, round(last) - 7, free, "start")
    foot = TALL - 6
    days = [text("", 0, foot, w.month(months[0].first), "start")]
    if len(months) > 1:
        lean = "end" if end > WIDE // 2 else "start"
        days += [text("", end if lean == "end" else end - edge[1], foot, w.month(months[-1].first), lean)]
    return [named, *(days if end > WIDE // 3 else days[:1])]
