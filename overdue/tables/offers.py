"""The two proposals a lender names, in a few words: which can be carried, which costs less, from which waiver on."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from overdue.account import WAITING, Account
from overdue.casefile import Case
from overdue.casefile.entered_offer import EnteredOffer, usual
from overdue.casefile.offers import KEYS, NAMED
from overdue.model import ZERO
from overdue.proposal import Budget, Month, Settlement, burden, gap
from overdue.tables import moving, settles
from overdue.tables.moving import run
from overdue.words import Words

LUMP, PLAN = "a", "b"


def runs(one: Settlement) -> list[tuple[int, Decimal]]:
    """The payments of an offer in their order, equal ones together: how many, and how many yuan each."""
    return [(len(list(same)), amount) for amount, same in groupby(row.payment for row in one.schedule.rows)]


def typed(value: Decimal | int) -> str:
    """A figure as an address writes it."""
    return f"{Decimal(value).normalize():f}"


def sentence(
    settled: Mapping[str, Settlement],
    terms: Mapping[str, EnteredOffer],
    w: Words,
    budget: Budget | None = None,
) -> str:
    """Which of both proposals costs less, by how much, and whose record is clean first; on one scope, to the fen.

    Where only one of them settles the whole loan, that comes first. With a budget it then says which can be carried,
    and never favours by its cost one that cannot. What it rests on comes last: with a budget, in the note.
    """
    rests = () if budget is not None else free_of_interest(settled, w)
    return w.together([*settles.unlike(settled, w), *_verdict(settled, terms, w, budget), *rests])


def free_of_interest(settled: Mapping[str, Settlement], w: Words) -> list[str]:
    """That the plan is counted without interest, where it is: at most one sentence."""
    return [] if settled[PLAN].bears else [w("proposals.says.no_interest")]


def starts(case: Case, moved: str, terms: Mapping[str, EnteredOffer]) -> bool:
    """Whether nothing was entered of what a lender says, but for days and for the figure that is moved."""
    for letter, kind in NAMED.items():
        held = {key for figure, key in KEYS[letter].items() if figure != "on" and key != moved}
        if any(getattr(case, key) is not None for key in held):
            return False
        if replace(terms[letter], on=case.as_of) != replace(usual(kind, case.as_of), on=case.as_of):
            return False
    return True


def started(says: list[tuple[str, str]], starting: list[bool], w: Words) -> list[tuple[str, str]]:
    """Sentences and notes, each that is a mere start saying so first: in a run of its own, so that all share a form."""
    if not any(starting):
        return says
    lead = w.together([w("proposals.says.start"), ""])
    return [(run(lead if one else "") + text, note_) for one, (text, note_) in zip(starting, says, strict=True)]


def once(settled: Mapping[str, Settlement], terms: Mapping[str, EnteredOffer], w: Words) -> str:
    """The sum paid at once inside a sentence, with its day where that is not the day looked at."""
    one = settled[LUMP]
    says = said(terms[LUMP], w)
    return says if one.debt.on == one.as_of else w("proposals.says.on", says=says, day=one.debt.on)


def others(account: Account, w: Words) -> list[str]:
    """What the other debts of the case take from a month, where nobody has entered it: two sentences at most,
    or one that asks."""
    found = account.others
    if account.budget is None or account.case.other_debt is not None:
        return []
    if not found:
        return [w("proposals.carried.others_ask")]
    each = {name: sum((getattr(one, name) for one in found), ZERO) for name in ("monthly", "once")}
    count = sum(bool(one.monthly) for one in found)
    told = {"monthly": {"count": count}, "once": {}}
    return [
        w(f"proposals.carried.others_{name}", amount=w.yuan(sum_), **told[name]) for name, sum_ in each.items() if sum_
    ]


def _verdict(
    settled: Mapping[str, Settlement], terms: Mapping[str, EnteredOffer], w: Words, budget: Budget | None
) -> list[str]:
    if budget is None:
        return [costs(settled, terms, w)]
    short = _short(settled, budget)
    if not short:
        return [w("proposals.carried.both"), costs(settled, terms, w)]
    return [_carried(short, terms, settled[LUMP].as_of, w), _beside(short, settled, w)]


def carried(
    settled: Mapping[str, Settlement], terms: Mapping[str, EnteredOffer], w: Words, budget: Budget | None
) -> list[str]:
    """Which of both proposals a budget does not carry; nothing without one, and where it carries both."""
    short = {} if budget is None else _short(settled, budget)
    return [_carried(short, terms, settled[LUMP].as_of, w)] if short else []


def _short(settled: Mapping[str, Settlement], budget: Budget) -> dict[str, Month]:
    return {letter: month for letter in (LUMP, PLAN) if (month := first_short(settled[letter], budget)) is not None}


def first_short(one: Settlement, budget: Budget) -> Month | None:
    """The first month of a proposal that a budget does not cover; None where it covers all."""
    return next((month for month in burden(one, budget) if month.left < 0), None)


def _carried(short: Mapping[str, Month], terms: Mapping[str, EnteredOffer], agreed: date, w: Words) -> str:
    """Which of both a budget carries, and from which month and by how much it does not."""
    names = {letter: _name(letter, terms, w) for letter in (LUMP, PLAN)}
    lacks = w.clauses(
        w(
            "proposals.carried.short",
            label=names[letter],
            month=run(w.month(month.first)),
            amount=run(w.yuan(-month.left), "strong"),
            why=_days(month, agreed, w),
        )
        for letter, month in short.items()
    )
    can = next((letter for letter in names if letter not in short), None)
    if can is None:
        return w("proposals.carried.none", short=lacks)
    return w("proposals.carried.one", can=names[can], short=lacks)


def _days(month: Month, agreed: date, w: Words) -> str:
    """Beside what the month of the agreement lacks: how many of its days count."""
    return (
        w("proposals.carried.days", days=run(str(left_of(agreed)[0]))) if month.first == agreed.replace(day=1) else ""
    )


def in_part(settled: Mapping[str, Settlement], w: Words, budget: Budget | None) -> list[str]:
    """Why the month of the agreement lacks so much: of its income only the days left count."""
    if budget is None:
        return []
    short, agreed = _short(settled, budget), settled[LUMP].as_of
    free = next((month.free for month in short.values() if month.first == agreed.replace(day=1)), None)
    if free is None:
        return []
    days, of = left_of(agreed)
    told = {"free": run(w.yuan(free))} if free > 0 else {}
    return [w(f"proposals.carried.part{'' if free > 0 else '_none'}", days=run(str(days)), of=run(str(of)), **told)]


def left_of(agreed: date) -> tuple[int, int]:
    """How many days of the month of an agreement are left after it, and how many the month has."""
    of = monthrange(agreed.year, agreed.month)[1]
    return of - agreed.day, of


def _beside(short: Mapping[str, Month], settled: Mapping[str, Settlement], w: Words) -> str:
    """What the totals say after that: a difference that cannot be had is told as one."""
    cost = gap(settled[LUMP], settled[PLAN]).cost
    if not cost:
        return w("proposals.carried.level")
    cheaper = LUMP if cost > 0 else PLAN
    key = "apart" if len(short) > 1 else "dearer" if cheaper in short else "cheaper"
    told = {} if key == "apart" else {"letter": cheaper.upper()}
    return w(f"proposals.carried.{key}", amount=run(w.yuan(abs(cost))), **told)


def _name(letter: str, terms: Mapping[str, EnteredOffer], w: Words) -> str:
    one = terms[letter]
    return w(f"proposals.carried.name_{one.kind}", letter=letter.upper(), months=run(str(one.months)))


def costs(settled: Mapping[str, Settlement], terms: Mapping[str, EnteredOffer], w: Words) -> str:
    """Which of both costs less and by how much, and whose record is clean first."""
    apart = gap(settled[LUMP], settled[PLAN])
    key = "less" if apart.cost > 0 else "more" if apart.cost < 0 else "same"
    months = apart.record_months or 0
    record = "earlier" if months > 0 else "later" if months < 0 else "level"
    record += "_one" if abs(months) == 1 else ""
    return w(
        f"proposals.says.{key}",
        lump=once(settled, terms, w),
        plan=said(terms[PLAN], w),
        record=w(f"proposals.says.{record}", **({"months": run(str(abs(months)), "strong")} if months else {})),
        **({} if key == "same" else {"amount": run(w.yuan(abs(apart.cost)), "up" if key == "more" else "saved")}),
    )


def said(terms: EnteredOffer, w: Words, where: str = "says") -> str:
    """A proposal in a few words, for a sentence (``says``) or for a name (``strips``): what it is, what is waived."""
    if terms.amount is not None:
        return w(f"proposals.{where}.figure", amount=w.yuan(terms.amount))
    how = "waived" if terms.penalty and not (terms.interest or terms.principal) else "partly"
    if not (terms.penalty or terms.interest or terms.principal):
        how = "plain"
    told = {"months": run(str(terms.months)), "share": run(typed(terms.penalty) + "%")}
    return w(f"proposals.{where}.{terms.kind}_{how}", **told)


def level(once: Settlement, later: Settlement) -> tuple[str, Decimal | None]:
    """From which share of the penalty on the lump sum costs no more than the plan: a code, and the share (0 to 1).

    ``always`` and ``even`` need no waiver, ``from`` has its share, ``never`` is beyond all penalty waived,
    ``figure`` names a whole figure, where no share plays a part.
    """
    if once.offer.figure is not None:
        return "figure", None
    debt = once.debt
    penalty = debt.penalty + debt.compound + debt.late_fees
    dearer = once.altogether + debt.waived(once.offer.waiver)["penalty"] - later.altogether
    dearer += debt.waived(once.offer.waiver)["compound"] + debt.waived(once.offer.waiver)["late_fees"]
    if dearer <= 0:
        return "even" if not dearer else "always", None
    return ("from", dearer / penalty) if dearer <= penalty else ("never", None)


def note(settled: Mapping[str, Settlement], w: Words, budget: Budget | None = None) -> str:
    """From which share waived on the lump sum is the cheaper one, a sentence where there is no such share; before it
    what a verdict on a budget rests on."""
    code, share = level(settled[LUMP], settled[PLAN])
    rests = [] if budget is None else [*in_part(settled, w, budget), *free_of_interest(settled, w)]
    even = w(f"proposals.level.{code}", **({} if share is None else {"share": run(w.percent(round(share, 3)))}))
    return w.together([*rests, even])


def title(letter: str, terms: EnteredOffer, w: Words) -> str:
    """A proposal's name: its letter and what it is."""
    return moving.plain(w("proposals.strips.name", letter=letter.upper(), says=said(terms, w, "strips")))


def short(letter: str, w: Words) -> str:
    """A proposal's name inside a sentence."""
    return w("proposals.name.wait") if letter == WAITING else w("proposals.name.short", letter=letter.upper())


def named(account: Account, w: Words) -> dict[str, str]:
    """The names of all proposals by letter; waiting has no letter."""
    names = {letter: title(letter, terms, w) for letter, terms in account.desk.proposals.items()}
    return names | {WAITING: w("proposals.strips.wait", day=account.desk.wait_until)}
