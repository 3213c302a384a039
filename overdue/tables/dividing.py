"""What the mover of the monthly sum says and draws: the ways, a row each, at every sum."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from overdue.casefile import written
from overdue.debts import Debts
from overdue.household import MOST_WORK, Division, Way, Ways, stops
from overdue.model import ZERO, OverdueError
from overdue.tables import moving, unsure
from overdue.tables.debts import name
from overdue.tables.moving import Moving, Picture, Shape, Stop, run
from overdue.tables.ways import YEARS, done, waiting, way_name
from overdue.words import Words

MOST = 12
NAMED = 4  # debts after the first that are named; of more only the first of them
ROW, BRIEF, TITLE, BAR, UNDER, TALL = 60, 34, 14, 22, 48, 9
LEFT = 815  # thousandths across: where words end that stand left of a total


def sums(debts: Debts) -> tuple[Decimal, ...]:
    """The monthly sums at which it stops: from nothing to what a month leaves, else to twice the sum looked at."""
    household, chosen = debts.household, debts.monthly
    if household is None:
        return ()
    found = stops(household, debts.as_of, chosen if debts.free is not None else 2 * chosen, debts.picture)
    return tuple(sorted({*found, chosen}))[-MOST:]


def at(debts: Debts) -> str:
    """Where the mover stands."""
    return written("monthly", debts.monthly)


def of(debts: Debts) -> object:
    """What the stops depend on: everything but the sum, and the sum where it is no usual stop."""
    return replace(debts.case, monthly=None), sums(debts), debts.called


def divided(debts: Debts, w: Words, brief: bool = False) -> Moving:
    """Everything the mover shows; ``brief`` sets the words of a row in one line, for a screen read from afar."""
    worked = _worked(debts)
    places, found = list(worked), list(worked.values())
    ends = next((sum_ for sum_, ways in worked.items() if ways.cheapest is not None), None)
    return Moving(
        label=w("debts.move.label"),
        stops=tuple(
            Stop(
                written("monthly", sum_),
                _says(debts, sum_, ways, w, ends),
                _noted(debts, sum_, ways, w),
                spoken=w("debts.move.at", amount=sum_),
            )
            for sum_, ways in zip(places, found, strict=True)
        ),
        pictures=(_picture(debts, found, w, brief),),
        large=True,
    )


def _worked(debts: Debts) -> dict[Decimal, Ways]:
    """The ways at the sums, in order: the one looked at, and of the others, both ends first, what can be worked out."""
    places, chosen = sums(debts), debts.monthly
    found = {chosen: debts.compare()}
    work = found[chosen].work
    for place in sorted(set(places) - {chosen}, key=lambda place: (place not in (places[0], places[-1]), place)):
        if work + found[chosen].work > MOST_WORK:
            break
        try:
            found[place] = debts.compare(place, most=MOST_WORK - work)
        except OverdueError:  # more than is left to do
            break
        work += found[place].work
    return dict(sorted(found.items()))


def _says(debts: Debts, monthly: Decimal, ways: Ways, w: Words, ends: Decimal | None) -> str:
    """What the ways come to: none is named the cheapest that a rate or an uplift nobody gave could change. ``ends`` is
    the smallest of the sums with which it ends."""
    if not monthly:
        sum_, picture = run(w.yuan(monthly), "day"), debts.picture
        adds, unknown = (ZERO, ()) if picture is None else (picture.adds, picture.unknown)
        code = "zero_none" if not adds else "zero_least" if unknown else "zero"
        return w(f"debts.move.{code}", monthly=sum_, adds=run(w.yuan(adds), "up"))
    return _never(debts, monthly, w, ends) if ways.cheapest is None else _all_known(debts, monthly, ways, w)


def _never(debts: Debts, monthly: Decimal, w: Words, ends: Decimal | None) -> str:
    """That it does not end, and with what it would. What remains then is named where the sum is the person's own,
    never from one that nobody gave."""
    single = len(debts.debts) == 1
    said = [
        w(
            "debts.move.one_never" if single else "debts.move.never",
            monthly=run(w.yuan(monthly), "day"),
            years=run(str(YEARS)),
        )
    ]
    if ends is not None:
        said.append(w("debts.move.ends", amount=run(w.yuan(ends))))
    own = debts.case.monthly is not None or debts.free is not None
    return w.together([*said, w("debts.move.talk" if own else "debts.move.not_given")])


def _all_known(debts: Debts, monthly: Decimal, ways: Ways, w: Words) -> str:
    sum_, single = run(w.yuan(monthly), "day"), len(debts.debts) == 1
    found, best = ways.divisions[debts.followed(ways)], ways.divisions[ways.cheapest or Way.FAIR]
    told = {"sums": _sums(debts, ways, found, w), "done": run(done(found, found.done_on, w))}
    if single and found.way in ways.ties:
        return w("debts.move.one", monthly=sum_, **told)
    if ways.open and debts.case.way is None:
        return w.together([unsure.ask(debts, w), unsure.until_known(debts, sum_, found, w)])
    if len(ways.ties) >= len(Way) - 1 and found.way in ways.ties and not ways.open:
        return w("debts.move.ties", monthly=sum_, **told)
    told["way"] = run(way_name(found.way, len(debts.debts), w), "strong")
    if found.way in ways.ties and not ways.open:
        return w.together([w("debts.move.says", monthly=sum_, **told), _turn(debts, found, w)])
    says = w("debts.move.chosen" if found.done_on else "debts.move.chosen_never", monthly=sum_, years=YEARS, **told)
    least = {
        "way": way_name(best.way, len(debts.debts), w),
        "paid": unsure.paid(debts, ways, best, w),
        "done": done(best, best.done_on, w),
    }
    last = unsure.ask(debts, w) if ways.open else w("debts.move.least", **least)
    return w.together([says, _turn(debts, found, w), last])


def _sums(debts: Debts, ways: Ways, found: Division, w: Words) -> str:
    """What is paid and how much of it is charges, where there are any; between which ends where those are not known."""
    code = "sums_open" if debts.unsure else "sums" if found.charges else "sums_plain"
    return w(f"debts.move.{code}", paid=unsure.paid(debts, ways, found, w), charges=run(w.yuan(found.charges), "up"))


def _turn(debts: Debts, best: Division, w: Words) -> str:
    """Who is paid first, by name: a way's own name answers nobody who asks whom to pay."""
    if best.way in (Way.FAIR, Way.TALK) or not best.order:
        return w(f"debts.move.turn_{Way.TALK if best.way is Way.TALK else Way.FAIR}")
    first, *rest = (run(name(debts, key, w), "strong" if at == 0 else "") for at, key in enumerate(best.order))
    told, more = (rest, 0) if len(rest) <= NAMED else (rest[: NAMED - 2], len(rest) - NAMED + 2)
    then = w.listed(told)
    return w("debts.move.turn_more" if more else "debts.move.turn", first=first, then=then, count=more)


def _noted(debts: Debts, monthly: Decimal, ways: Ways, w: Words) -> str:
    """Between which readings the sums lie, which order is the least at which, and what waits that should not wait."""
    said = [*unsure.readings(debts, w), *unsure.orders(debts, ways, w)] if debts.unsure else []
    if monthly and ways.cheapest is not None and len(ways.ties) < len(Way) - 1:
        said += waiting(debts, ways.divisions[debts.followed(ways)], w, run)
    return w.together(said)


def _picture(debts: Debts, found: Sequence[Ways], w: Words, brief: bool) -> Picture:
    """A row a way: its name and total, a bar of what is paid with the charges in it, its end unless it is ``brief``.

    While a rate or an uplift is not known the totals are ranges, and no bar ranks them.
    """
    row, bars = BRIEF if brief else ROW, not debts.unsure
    top_sum = max((one.paid for ways in found for one in ways.divisions.values() if one.done_on), default=ZERO)
    rise = 0 if bars else TALL
    row -= rise
    shapes: list[Shape] = []
    for place, way in enumerate(debts.ways):
        top, here = row * place, [ways.divisions[way] for ways in found]
        paid, charges = ([getattr(one, name) if one.done_on else ZERO for one in here] for name in ("paid", "charges"))
        shapes += [
            moving.text("strong", 0, top + TITLE, way_name(way, len(debts.debts), w), "start"),
            moving.text("strong", moving.WIDE, top + TITLE,
                _one([_total(debts, ways, way, w) for ways in found]), "end"),
            moving.text("up", *((LEFT, top + TITLE) if brief else (moving.WIDE, top + UNDER - rise)),
                _one([_beside(debts, ways, way, w) for ways in found]), "end"),
        ]  # fmt: skip
        if bars:
            shapes += [
                moving.rect("principal", 0, top + BAR, _wide(paid, top_sum), TALL),
                moving.rect("penalty", 0, top + BAR, _wide(charges, top_sum), TALL),
            ]
        if not brief:
            shapes.append(moving.text("", 0, top + UNDER - rise, _one([_until(one, w) for one in here]), "start"))
    legend = () if brief or not bars else (("principal", w("debts.move.plain")), ("penalty", w("debts.move.extra")))
    tall, alt, title = row * len(debts.ways), w("debts.move.alt"), w("debts.move.title")
    return Picture(tall, alt, tuple(shapes), title, legend)


def _wide(amounts: list[Decimal], most: Decimal) -> int | list[int]:
    wide = [moving.across(amount, most) for amount in amounts]
    return wide if len(set(wide)) > 1 else wide[0]


def _one(said: list[str]) -> str | list[str]:
    return said if len(set(said)) > 1 else said[0]


def _total(debts: Debts, ways: Ways, way: Way, w: Words) -> str:
    least, found = ways.between(way)[0], ways.divisions[way]
    if debts.unsure:
        return "—" if least is None else w("common.at_least", amount=w.yuan(least))
    return w.yuan(found.paid) if found.done_on else "—"


def _beside(debts: Debts, ways: Ways, way: Way, w: Words) -> str:
    """What of a total are charges; where it is not known what they are, the most it may be."""
    one = ways.divisions[way]
    if debts.unsure:
        high = unsure.ends(debts, ways, way)[1]
        return w("debts.move.no_most" if high is None else "debts.move.at_most", amount=w.yuan(high or ZERO))
    return w("debts.move.charges", amount=w.number(one.charges, 2)) if one.done_on else ""


def _until(one: Division, w: Words) -> str:
    if one.done_on is None:
        return w("debts.move.unfinished", years=YEARS)
    if one.unrated:
        return w("debts.move.until_least", done=done(one, one.done_on, w))
    year = str(one.last_record_day.year) if one.last_record_day else "—"
    return w("debts.move.until", done=w.month(one.done_on), year=year)
