"""The print sheet of a household: two leaves. What is owed to whom and what comes first; then one budget divided."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from overdue.debts import Debts
from overdue.exports.handout.drawing import drawing
from overdue.exports.handout.markup import Markup, grid, joined, rows, tag
from overdue.exports.handout.sheet import rules
from overdue.exports.statement import money
from overdue.household import Division
from overdue.model import Citation
from overdue.tables import Frame, dividing, moving
from overdue.tables import debts as tables
from overdue.tables import ways as one_way
from overdue.words import Words

MOST_ROWS = 8  # debts in a table; of more the rest is counted, with its sums
MOST_MONTHS = 2  # listed
MOST_LINES = 8  # of rules


def household_sheet(
    debts: Debts, spending: Mapping[str, Decimal], beside: Sequence[str], code: Markup, w: Words
) -> list[Markup]:
    """The leaves of all debts of a case, divided in the way looked at; ``code`` is a QR, or what stands in for it.

    ``spending`` are the parts of the needs, yuan a month; ``beside`` says what can be done where no division ends it.
    Raises as ``Debts.compare`` does.
    """
    return [_owed(debts, spending, code, w), _divided(debts, beside, w)]


def _owed(debts: Debts, spending: Mapping[str, Decimal], code: Markup, w: Words) -> Markup:
    found, household, seen = debts.divided(), debts.household, debts.picture
    if household is None or seen is None:
        return Markup()
    title = w("handout.title", day=debts.as_of, total=w.yuan(seen.owed))
    first = [tag("li", _bare(line)) for line in (w("debts.first.living"), *tables.first(debts, w))]
    pieces = [
        tag("h1", title),
        tag("p", _bare(tables.whole(debts, w))),
        _table(tables.listing(debts, w), w, total=True),
        tag("h2", w("debts.first.title")),
        tag("ul", *first),
        tag("h2", w("statement.title")),
        rows(money(household, found, w, spending), "grid"),
        code,
    ]
    return joined(*pieces)


def _divided(debts: Debts, beside: Sequence[str], w: Words) -> Markup:
    """The ways side by side as they stand at the sum looked at; then the one that was chosen, and its rules."""
    found, shown = debts.divided(), dividing.divided(debts, w)
    stop = next(place for place, stop in enumerate(shown.stops) if stop.value == dividing.at(debts))
    (picture,) = shown.pictures
    way = one_way.way_name(found.way, len(found.debts), w)
    pieces = [
        tag("h2", w("debts.budget.title")),
        tag("p", moving.plain(shown.stops[stop].says)),
    ]
    if debts.compare().cheapest is None:
        pieces += [tag("h2", w("debts.help.title")), tag("ul", *(tag("li", line) for line in beside))]
    else:
        pieces.append(drawing(picture, stop, w.lang))
    if found.paid:
        months = (tag("li", _bare(line)) for line in one_way.each_month(debts, found, w, MOST_MONTHS))
        pieces += [
            tag("h2", w("handout.divided", way=way)),
            *(tag("p", _bare(line)) for line in one_way.told(debts, found, w)),
            _table(one_way.courses(debts, found, w), w),
            tag("ul", *months),
        ]
    return joined(*pieces, *rules(_cited(debts, found), w, MOST_LINES))


def _cited(debts: Debts, found: Division) -> tuple[Citation, ...]:
    return (*found.citations, *(debts.picture.citations if debts.picture is not None else ()))


def _table(frame: Frame, w: Words, total: bool = False) -> Markup:
    """A table of debts; what does not fit is counted under it, and the row of sums stays."""
    lines = [tuple(map(str, line)) for line in frame.itertuples(index=False)]
    held, sums = (lines[:-1], lines[-1:]) if total else (lines, [])
    made = grid([str(head) for head in frame.columns], [*held[:MOST_ROWS], *sums], total)
    rest = len(held) - MOST_ROWS
    return joined(made, tag("p", w("handout.more_debts", count=rest), class_="small")) if rest > 0 else made


def _bare(sentence: str) -> str:
    """A sentence of the page without its bold marks."""
    return sentence.replace("**", "")
