"""Proposals as strips of payments, one row each, that follow the one figure that is moved: share waived, or months.

Across is time from the day looked at to the last payment of any row at any stop, up is money; every row has the same
scale. What the old contract still asks for beside a proposal stands in each row, so that all of them end the same debt.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from overdue.account import WAITING, Account
from overdue.casefile.entered_offer import EnteredOffer
from overdue.casefile.offers import KEYS
from overdue.model import ZERO
from overdue.proposal import Settlement
from overdue.tables import Frame, framed, moving, owing, unrated
from overdue.tables.moving import Moving, Picture, Shape, Stop
from overdue.tables.offers import LUMP, PLAN, named, note, runs, sentence, started, starts, title, typed
from overdue.words import Words

# What can be moved: the key of the case, the proposal it belongs to, and its stops.
LETTERS = (LUMP, PLAN)
STOPS: Mapping[str, tuple[Decimal | int, ...]] = {
    "lump_waive": tuple(Decimal(share) for share in range(0, 101, 5)),
    "plan_months": (*range(1, 13), 15, 18, 21, 24, 30, 36, 42, 48, 54, 60),
}
QUICK: Mapping[str, tuple[int, ...]] = {"lump_waive": (0, 50, 100), "plan_months": (6, 12, 24, 36)}
TITLE, TALL, AXIS = 16, 40, 22
# Pixels down: a row, the foot of its second line (0: beside the first), the foot of its bars, their height.
FULL, BRIEF = (96, 35, 84, TALL), (54, 0, 47, 26)
LEFT = 870  # thousandths across: where words end that stand left of a total
LEAST = 3  # pixels up: what is paid can be seen, however small
NARROW, BROAD = 14, 50  # thousandths across
MONTH = 30


def moves(account: Account) -> tuple[str, ...]:
    """The keys that can be moved: both proposals must be worked out, and a whole figure has no share to move."""
    if not set(LETTERS) <= account.settled.keys():
        return ()
    lump = account.desk.proposals[LUMP]
    shares = account.settled[LUMP].debt
    waivable = lump.amount is None and shares.penalty + shares.compound + shares.late_fees > 0
    return ("lump_waive", "plan_months") if waivable else ("plan_months",)


def at(account: Account, key: str) -> Decimal | int:
    """Where a key stands: as entered, else as usual."""
    value: Decimal | int = getattr(account.desk.proposals[_letter(key)], _figure(key))
    return value


def stops(account: Account, key: str) -> tuple[Decimal | int, ...]:
    """The places of a key, the one where it stands among them."""
    return tuple(sorted({*STOPS[key], at(account, key)}))


def moved(account: Account, key: str, value: Decimal | int) -> dict[str, Settlement]:
    """The proposals with the key at another place; only the one it belongs to is worked out anew."""
    letter = _letter(key)
    terms = account.desk.proposals[letter].edited(_figure(key), value)
    return account.settled | {letter: account.settle(terms.offer())}


def _letter(key: str) -> str:
    return next(letter for letter, keys in KEYS.items() if key in keys.values())


def _figure(key: str) -> str:
    return next(figure for figure, own in KEYS[_letter(key)].items() if own == key)


def strips(account: Account, key: str, w: Words, brief: bool = False) -> Moving:
    """Everything the mover of a key shows; ``brief`` sets the words of a row in one line, to be read from afar."""
    places = stops(account, key)
    settled = [moved(account, key, place) for place in places]
    terms = [account.desk.proposals[_letter(key)].edited(_figure(key), place) for place in places]
    told = [dict(account.desk.proposals) | {_letter(key): one} for one in terms]
    if known := unrated.known(account):
        means = account.budget
        says = [(sentence(one, names, w, means), note(one, w, means)) for one, names in zip(settled, told, strict=True)]
    else:
        among = unrated.readings(account)
        says = [unrated.told(account, among, one, names, w) for one, names in zip(settled, told, strict=True)]
    if known and not brief:
        says = started(says, [starts(account.case, key, names) for names in told], w)
    return Moving(
        label=w(f"proposals.move.{key}"),
        stops=tuple(
            Stop(typed(place), *said_, w(f"proposals.move.{key}_at", value=place))
            for place, said_ in zip(places, says, strict=True)
        ),
        quick=tuple((w(f"proposals.move.{key}_at", value=place), typed(place)) for place in QUICK[key]),
        pictures=(_picture(account, _letter(key), settled, told, w, BRIEF if brief else FULL),),
        large=True,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    days: int
    most: Decimal
    foot: int
    tall: int

    def across(self, day: date) -> int:
        return moving.across((day - self.start).days, self.days)

    @property
    def month(self) -> int:
        """How broad a month is."""
        return moving.across(MONTH, self.days)

    @property
    def bar(self) -> int:
        """How broad a payment is."""
        return min(BROAD, max(NARROW, self.month * 2 // 3))

    def up(self, amount: Decimal) -> int:
        return max(LEAST, round(self.tall * float(amount / self.most))) if amount and self.most else 0


def _picture(
    account: Account,
    letter: str,
    settled: Sequence[Mapping[str, Settlement]],
    told: Sequence[Mapping[str, EnteredOffer]],
    w: Words,
    down: tuple[int, int, int, int],
) -> Picture:
    row_, under, foot, tall = down
    shown = [one for stop in settled for one in stop.values()]
    end = max(one.debt_free_on for one in shown)
    most = max((amount for one in shown for _, amount in (*one.cash, *one.runs_on)), default=ZERO)
    scale = _Scale(account.as_of, max(1, (end - account.as_of).days), most, foot, tall)
    shapes: list[Shape] = []
    for place, row in enumerate(settled[0]):
        top = row_ * place
        here = [stop[row] for stop in settled] if row == letter else [settled[0][row]]
        terms = [one for stop in told[: len(here)] if (one := stop.get(row)) is not None]
        names = [title(row, one, w) for one in terms] or [named(account, w)[row]]
        shapes += _words(account, row, here, names, top, w, under)
        shapes += _bars(account, row, here, top, scale)
    height = row_ * len(settled[0])
    shapes.append(moving.text("", 0, height + 12, w.day(account.as_of), "start"))
    shapes.append(moving.text("", moving.WIDE, height + 12, w.month(end), "end"))
    kinds = {shape["k"] for shape in shapes} if under else ()
    rest = "rest_rate" if owing.by_rate(account) else "rest"
    legend = tuple(
        (kind, w(f"proposals.strips.{said_}")) for kind, said_ in (("rest", rest), ("ghost", "ghost")) if kind in kinds
    )
    title_ = unrated.title(account, w) if under else ""
    return Picture(height + AXIS, w("proposals.strips.alt"), tuple(shapes), title_, legend)


def _words(
    account: Account, row: str, here: Sequence[Settlement], names: list[str], top: int, w: Words, down: int
) -> list[Shape]:
    """The name of a row and what is paid when, at the left; its total and its end, at the right."""
    if row != WAITING:
        under, kind = [_paid(one, w) for one in here], ""
    elif account.rate_known:
        under, kind = [w("proposals.strips.grows", amount=w.number(account.waiting(here[0].debt.on).grows, 2))], "up"
    else:
        under, kind = [w("proposals.strips.grows_most", amount=w.number(unrated.waits(account), 2))], "up"
    shapes = [
        moving.text("strong", 0, top + TITLE, _one(names), "start"),
        moving.text("strong", moving.WIDE, top + TITLE, _one([w.number(one.altogether, 2) for one in here]), "end"),
    ]
    if not down:
        return [*shapes, moving.text(kind, LEFT, top + TITLE, _one(under), "end")]
    shapes.append(moving.text(kind, 0, top + down, _one(under), "start"))
    ends = [w("proposals.strips.until", month=w.month(one.debt_free_on)) for one in here]
    return [*shapes, moving.text("", moving.WIDE, top + down, _one(ends), "end")]


def _paid(one: Settlement, w: Words) -> str:
    """What an offer asks for and when, and what the contract's later instalments add to the total at the right."""
    rows = one.schedule.rows
    later = one.altogether - one.total
    told = w.short_day(one.last_paid_on) if later else w.day(one.last_paid_on)
    if len(rows) > 1:
        (count, first), *others = runs(one)
        last = rows[-1].payment
        key = "each" if not others else "last" if others == [(1, last)] else "steps"
        count = len(rows) if key == "steps" else count
        told = w(f"proposals.strips.{key}", count=count, first=w.number(first, 2), last=w.number(last, 2))
    return w("proposals.strips.beside", paid=told, later=w.number(later, 2)) if later else told


def _one(said_: list[str]) -> str | list[str]:
    return said_[0] if len(set(said_)) == 1 else said_


def _bars(account: Account, row: str, here: Sequence[Settlement], top: int, scale: _Scale) -> list[Shape]:
    foot, first = top + scale.foot, here[0]
    shapes = [_bar("rest", day, amount, foot, scale) for day, amount in first.runs_on]
    whole = first.debt.total
    if row == WAITING:
        shapes.append(_bar("penalty", first.debt.on, whole, foot, scale))
        shapes.append(_bar("principal", first.debt.on, whole - account.waiting(first.debt.on).grows, foot, scale))
    elif first.offer.kind == "lump":
        if any(one.waived for one in here):
            shapes.append(_bar("ghost", first.debt.on, whole, foot, scale))
        tall = [scale.up(one.total) for one in here]
        bar = _bar("principal", first.debt.on, first.total, foot, scale)
        shapes.append(bar | ({"y": [foot - up for up in tall], "h": tall} if len(here) > 1 else {}))
    else:
        shapes += [_bar("interest", day, amount, foot, scale) for day, amount in first.down if amount]
        outlines = [_outline(one, foot, scale) for one in here]
        shapes.append({"t": "polygon", "k": "interest", "p": outlines if len(here) > 1 else outlines[0]})
        longest = max(here, key=lambda one: len(one.schedule.rows)).schedule.rows
        between = [scale.across(row_.due_on or first.as_of) for row_ in longest[:-1]]
        shapes += [moving.upright("gap", " ".join(map(str, between)), foot - scale.tall, foot - 1)] if between else []
    return [*shapes, moving.poly("", [(0, foot), (moving.WIDE, foot)])]


def _bar(kind: str, day: date, amount: Decimal, foot: int, scale: _Scale) -> Shape:
    """A payment ends on its day; what is paid at once begins there."""
    up = scale.up(amount)
    return moving.rect(kind, max(0, scale.across(day) - scale.bar), foot - up, scale.bar, up)


def _outline(one: Settlement, foot: int, scale: _Scale) -> str:
    """The payments of a plan as one shape: each takes the month that ends on its day."""
    rows = one.schedule.rows
    if not rows:
        return ""
    left, right = (scale.across(row.due_on or one.as_of) for row in (rows[0], rows[-1]))
    left, right = max(0, left - scale.month), max(right, NARROW)
    first, last = (foot - scale.up(row.payment) for row in (rows[0], rows[-1]))
    return f"{left},{foot} {left},{first} {right},{last} {right},{foot}"


def rows(account: Account, w: Words) -> Frame:
    """The rows of the picture as they stand: name, total, what is paid when, the end."""
    names, settled = named(account, w), account.settled.items()
    columns = [w(f"proposals.strips.column.{name}") for name in ("name", "total", "paid", "until")]
    held = [(names[k], w.number(one.altogether, 2), _paid(one, w), w.month(one.debt_free_on)) for k, one in settled]
    return framed(held, columns=columns)


def of(account: Account, key: str) -> object:
    """What the stops of a key depend on: the case without it, and the place itself where it is none of the usual."""
    place = at(account, key)
    without = replace(account.case, **{key: None})  # type: ignore[arg-type]
    return without, None if place in STOPS[key] else place
