"""All debts in the reader's words: the lines of the list, the whole in a sentence, the days to answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from overdue.casefile.uplift import uplift_ends, usual_uplift
from overdue.debts import Debts
from overdue.household import DebtPicture, Near
from overdue.household.picture import answer_by, cost, cost_a_day
from overdue.law import LAW
from overdue.model import ZERO, OverdueError
from overdue.periods import add_period
from overdue.tables import Frame, framed
from overdue.tables.owing import unsaid
from overdue.words import Words, listed

# What a line names, the more telling first.
SOON = ("answer", "answer_over", "offer_ends", "called_in", "limitation_over", "limitation")
STAGES = ("complaint_on", "sued_on", "judgment_on")


def name(debts: Debts, number: int | str, w: Words) -> str:
    """A debt by its number and what it is called, else the kind of its lender."""
    called = debts.called.get(int(number))
    if called:
        return w("debts.name", number=number, lender=called)
    lender = debts.accounts[int(number)].case.lender
    if lender == "unknown":
        return w("debts.unnamed", number=number)
    return w("debts.name", number=number, lender=w(f"debts.lender.{lender}"))


def names(debts: Debts, numbers: Iterable[int | str], w: Words) -> str:
    """Several debts by name."""
    return w.listed(name(debts, number, w) for number in numbers)


def line(debts: Debts, number: int, w: Words) -> str:
    """One line of the list: who, how much, what a month adds, what it costs, which day is near."""
    called = name(debts, number, w)
    seen = _seen(debts).get(str(number))
    if seen is None:
        missing = debts.accounts[number].case.missing
        labels = listed(f"fields.{key}.label" for key in missing) if missing else w("debts.whole.refused", count=1)
        return w("debts.line.missing", name=called, names=labels)
    if not seen.owed:
        if not seen.not_due:
            return w("debts.line.settled", name=called)
        return w("debts.line.to_come", name=called, amount=w.yuan(seen.not_due))
    told = [w("debts.line.owed", name=called, owed=w.yuan(seen.owed))]
    if seen.adds is None or seen.cost is None:
        high = most(debts, number)
        told.append(
            w("debts.line.no_rate_card")
            if high is None
            else w("debts.line.no_rate", high=w.yuan(high), **_top(debts, number, w))
        )
    elif not seen.cost:
        told.append(w("debts.line.stopped"))
    else:
        told += [w("debts.line.adds", adds=w.yuan(seen.adds)), w("debts.line.cost", rate=w.percent(seen.cost))]
    case = debts.accounts[number].case
    if seen.over_line:
        usual = usual_uplift(case)
        told.append(w("debts.line.over_if", usual=usual) if usual else w("debts.line.over"))
    if case.judgment_on or (case.sued_on and not case.complaint_on):
        told.append(w("debts.line.court"))
    if number in debts.unfit:
        told.append(w("debts.line.unfit"))
    near = nearest(seen, debts.as_of)
    if near is not None:
        told.append(w("debts.near.on", day=near.day, what=w(f"debts.near.{near.kind}")))
    return " · ".join(told)


def assumed_uplift(debts: Debts, w: Words) -> str:
    """How a penalty's rate comes about where no uplift was given, and between which ends it lies, by the first such
    debt; empty where there is none."""
    for number, debt in debts.debts.items():
        case, yearly = debts.accounts[number].case, cost(debt, debts.as_of)
        usual = usual_uplift(case)
        if usual and case.rate and yearly:
            low, high = (w.percent(case.rate * (100 + end) / 10_000) for end in uplift_ends(case))
            told = {"cost": w.percent(yearly), "rate": w.percent(case.rate / 100), "uplift": usual}
            return w("debts.line.uplift", name=name(debts, number, w), low=low, high=high, **told)
    return ""


def details(debts: Debts, number: int, w: Words) -> Iterator[str]:
    """What one line has no room for: every day worth knowing, what lies above the line, the record not yet begun."""
    seen = _seen(debts).get(str(number))
    if seen is None:
        return
    if seen.days:
        told = (w("debts.near.on", day=near.day, what=w(f"debts.near.{near.kind}")) for near in seen.days)
        yield " · ".join(told)
    if seen.over_line:
        over, usual = w.yuan(seen.over_line), usual_uplift(debts.accounts[number].case)
        yield w("debts.line.above_if", over=over, usual=usual) if usual else w("debts.line.above", over=over)
    if not debts.account.is_example:
        yield from unsaid(debts.accounts[number], w)
    if seen.owed:
        yield w("debts.line.record")


def answers(debts: Debts) -> tuple[tuple[int, date], ...]:
    """The debts with a complaint to answer, the nearest day first, and until when."""
    found = [(answer_by(debt, debts.as_of), number) for number, debt in debts.debts.items()]
    return tuple((number, day) for day, number in sorted((day, number) for day, number in found if day is not None))


def first(debts: Debts, w: Words) -> Iterator[str]:
    """What must be first among the debts: a dated court paper, then a line for each kind that is there."""
    dated = answers(debts)
    said = {n: w("debts.first.answer_one", name=name(debts, n, w), day=day) for n, day in dated}
    over = [said[n] for n, day in dated if day < debts.as_of]
    if over:
        yield w("debts.first.answer_over", list=w.listed(over))
    coming = [n for n, day in dated if day >= debts.as_of]
    if coming:
        yield w("debts.first.answer", name=name(debts, coming[0], w), day=dict(dated)[coming[0]])
    if coming[1:]:
        yield w("debts.first.answer_then", list=w.listed([said[n] for n in coming[1:]]))
    stages = {n: any(getattr(a.case, stage) for stage in STAGES) for n, a in debts.accounts.items()}
    kinds = {
        "court": [n for n, there in stages.items() if there and n not in said],
        "secured": [n for n, debt in debts.debts.items() if debt.secured],
        "carried": [n for n, debt in debts.debts.items() if debt.carried],
        "card": [n for n, a in debts.accounts.items() if a.case.lender == "credit_card"],
    }
    for kind, numbers in kinds.items():
        if numbers:
            yield w(f"debts.first.{kind}", name=names(debts, numbers, w))


def most(debts: Debts, number: int) -> Decimal | None:
    """What is owed on one debt at most, in yuan: by the highest reading where its rate is not known.

    None for a card without a rate: interest from the day of booking and damages are what its contract says.
    """
    account = debts.accounts[number]
    if not account.rate_known and account.case.lender == "credit_card" and account.ledger.total:
        return None
    try:
        band = None if account.rate_known else account.band
    except OverdueError:
        band = None
    return account.ledger.total if band is None else band.high


def _top(debts: Debts, number: int, w: Words) -> dict[str, str]:
    """By which yearly rate and which uplift the highest reading of a debt without a rate goes."""
    case = debts.accounts[number].case
    line = 100 * LAW.value("CAP-3", "annual_rate", case.as_of)
    uplift = uplift_ends(case)[1] if case.uplift is None else case.uplift
    return {"line": w.percent(line / 100), "uplift": w.percent(uplift / 100)}


def _seen(debts: Debts) -> dict[str, DebtPicture]:
    return {} if debts.picture is None else {seen.key: seen for seen in debts.picture.debts}


def nearest(seen: DebtPicture, as_of: date) -> Near | None:
    """The day within a year worth naming in its line; none for the next instalment, which comes every month."""
    last = add_period(as_of, years=1)
    found = [near for near in seen.days if near.day <= last and near.kind in SOON]
    return min(found, key=lambda near: SOON.index(near.kind), default=None)


def whole(debts: Debts, w: Words) -> str:
    """What the list comes to: what a month adds, which debt is the dearest, which day is the nearest."""
    picture = debts.picture
    if picture is None:
        return w("debts.whole.refused", count=len(debts.refused))
    if debts.settled:
        return w("debts.whole.settled")
    lines = [] if picture.owed else [w("debts.whole.none_due")]
    if picture.unknown:
        tops = {number: most(debts, number) for number in debts.debts}
        cards, high = [n for n, top in tops.items() if top is None], sum((top for top in tops.values() if top), ZERO)
        top = w("debts.whole.top", high=w.yuan(high), **_top(debts, int(picture.unknown[0]), w))
        if cards:
            top = w("debts.whole.top_card", owed=w.yuan(picture.owed), cards=names(debts, cards, w))
        told = {"adds": w.yuan(picture.adds), "names": names(debts, picture.unknown, w), "top": top}
        lines.append(w("debts.whole.adds_least" if picture.adds else "debts.whole.adds_unknown", **told))
    else:
        lines.append(w("debts.whole.adds" if picture.adds else "debts.whole.adds_none", adds=w.yuan(picture.adds)))
    dearest = max(picture.debts, key=lambda seen: cost_a_day(debts.debts[int(seen.key)], picture.as_of) or ZERO)
    if len(picture.debts) > 1 and dearest.cost:
        told = {"name": name(debts, dearest.key, w), "cost": w.number(dearest.cost)}
        code = "dearest_known" if picture.unknown else "dearest"
        lines.append(w(f"debts.whole.{code}", names=names(debts, picture.unknown, w), **told))
    first, last = picture.as_of, add_period(picture.as_of, years=1)
    there = [(near.day, seen.key, near.kind) for seen in picture.debts for near in seen.days]
    days = [near for near in there if first <= near[0] <= last]
    if days:
        day, key, kind = min(days)
        lines.append(w("debts.whole.near", day=day, name=name(debts, key, w), what=w(f"debts.near.{kind}")))
    if picture.not_due:
        lines.append(w("debts.whole.not_due", amount=w.yuan(picture.not_due)))
    count = 0 if debts.account.is_example else sum(bool(unsaid(debts.accounts[number], w)) for number in debts.debts)
    if count:
        lines.append(w("debts.whole.unsaid", count=count))
    if debts.refused:
        lines.append(w("debts.whole.refused", count=len(debts.refused)))
    return w.together(lines)


def listing(debts: Debts, w: Words) -> Frame:
    """The list as a table, with its sums."""
    rows = [
        (
            name(debts, seen.key, w),
            _sum(seen.owed, seen.adds is None, w),
            w.number(seen.not_due, 2),
            "—" if seen.adds is None else w.number(seen.adds, 2),
            "—" if seen.cost is None else w.percent(seen.cost),
        )
        for seen in _seen(debts).values()
    ]
    picture = debts.picture
    if picture is not None:
        open_ = bool(picture.unknown)
        owed, adds = (_sum(amount, open_, w) for amount in (picture.owed, picture.adds))
        rows.append((w("common.total"), owed, w.number(picture.not_due, 2), adds, ""))
    return frame(rows, ("debt", "owed", "not_due", "adds", "cost"), w)


def _sum(amount: Decimal, open_: bool, w: Words) -> str:
    """A sum of a table; ``open_`` where a rate that is not known adds to it."""
    return w("common.at_least", amount=w.number(amount, 2)) if open_ else w.number(amount, 2)


def frame(rows: Sequence[tuple[str, ...]], columns: Iterable[str], w: Words) -> Frame:
    """Rows under their headings, by the names these have in the words of this page."""
    return framed(rows, columns=[w(f"debts.column.{column}") for column in columns], dtype=object)


def help_lines(debts: Debts, facts: Mapping[str, str], today: date, w: Words) -> list[str]:
    """What can be done where no budget helps, as lines; ``facts`` are the numbers that sentences name."""
    years = LAW.value("PLAN-1", "max_months", debts.as_of) // 12
    aid = w("debts.help.aid", **{**facts, "legal_aid": LAW.value("HOT-5", "number", today)})
    hardship, support = w("debts.help.hardship", years=years), w("debts.help.support", **facts)
    return [hardship, w("debts.help.pilots"), aid, support, w("debts.help.never")]
