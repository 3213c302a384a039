"""The print sheet of a case: two leaves. What is owed with its working; then the offers, the record and the rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil

from overdue.account import WAITING, Account
from overdue.accrual import Ledger
from overdue.casefile.uplift import usual_uplift
from overdue.exports.handout.drawing import drawing
from overdue.exports.handout.markup import Markup, joined, rows, tag
from overdue.law import LAW
from overdue.model import ZERO, Citation
from overdue.tables import growing, keeping, moving, paying, settles, strips
from overdue.tables import offers as told
from overdue.tables import penalty as tables
from overdue.words import Words

MOST_ROWS = 12  # of the working; what does not fit is one row with its sum
MOST_OFFERS = 2  # drawn beside waiting
MOST_LINES = 26  # of rules, in both columns together
LINE = 54  # Latin letters in a line of a column; a Chinese one takes two
TAGS = re.compile("<[^>]+>")
TASKS = ("bill", "line", "written")


@dataclass(frozen=True, slots=True)
class Said:
    """Sentences the page already has: what is ``owed`` where nothing grows, how the ``record`` stands, and ``notes``:
    what the sum leaves out and what stands in for terms that are not known.
    """

    owed: str
    record: str
    notes: tuple[str, ...] = ()


def sheet(account: Account, said: Said, code: Markup, w: Words) -> list[Markup]:
    """The leaves of a case; ``code`` is its QR, or the sentence that stands in for it. Raises as the account does."""
    return [_owed(account, said, code, w), _next(account, said.record, w)]


def _owed(account: Account, said: Said, code: Markup, w: Words) -> Markup:
    ledger = account.ledger
    title = "handout.title" if account.rate_known else "handout.title_least"
    pieces = [tag("h1", w(title, day=account.as_of, total=w.yuan(ledger.total)))]
    if ledger.total and account.rate_known:
        days = paying.stops(account.as_of, account.pay_on)
        shown, stop = growing.moving(account, days, w), days.index(account.pay_on)
        pieces.append(tag("p", moving.plain(shown.stops[stop].says)))
        pieces += [drawing(picture, stop, w.lang) for picture in shown.pictures]
        pieces.append(tag("p", moving.plain(shown.stops[stop].note), class_="small"))
    else:
        pieces.append(tag("p", said.owed))
    pieces += [tag("p", note, class_="small") for note in said.notes]
    left = joined(tag("h2", w("penalty.section.parts")), _parts(ledger, w), *_tasks(account, w), code)
    right = joined(tag("h2", w("handout.how")), *_working(account, w))
    pieces.append(tag("div", tag("div", left), tag("div", right), class_="two"))
    return joined(*pieces)


def _parts(ledger: Ledger, w: Words) -> Markup:
    return rows(
        [(str(name), str(amount)) for name, amount in tables.parts(ledger, w).itertuples(index=False)], total=True
    )


def _tasks(account: Account, w: Words) -> list[Markup]:
    """Three things to do, each with a place for the day it was done; what an uplift nobody gave puts above the line is
    none of them."""
    ledger = account.ledger
    if not ledger.total:
        return []
    over = ZERO if usual_uplift(account.case) else ledger.over_line or ZERO
    lines = [
        w(f"handout.task.{name}", over=w.yuan(over)) if name == "line" else w(f"handout.task.{name}")
        for name in TASKS
        if name != "line" or over
    ]
    return [tag("h2", w("handout.tasks")), rows([(f"☐ {line}", "________") for line in lines])]


def _working(account: Account, w: Words) -> list[Markup]:
    """The rate, then a row a segment with these numbers; beyond what fits, one row with how many and their sum."""
    ledger = account.ledger
    if not ledger.segments or not account.rate_known:
        return [tag("p", w("handout.no_penalty" if account.rate_known else "handout.no_rate"), class_="small")]
    found = list(ledger.segments)
    shown = found if len(found) <= MOST_ROWS else found[: MOST_ROWS - 1]
    lines = [(_row(ledger, place, w), w.number(found[place].amount, 2)) for place in range(len(shown))]
    rest = found[len(shown) :]
    if rest:
        lines.append((w("handout.rest", count=len(rest)), w.number(sum((s.amount for s in rest), ZERO), 2)))
    lines.append((w("handout.grown"), w.number(ledger.penalty + ledger.compound, 2)))
    note = w("handout.rounded") + (w("handout.whole") if rest else "")
    return [tag("p", rate(ledger, w), class_="small"), rows(lines, total=True), tag("p", note, class_="small")]


def rate(ledger: Ledger, w: Words) -> str:
    """How the penalty rate comes about."""
    terms, yearly = ledger.loan.penalty, ledger.loan.annual_rate
    if terms.daily_rate is not None:
        return w("penalty.maths.daily", daily=w.percent(terms.daily_rate))
    uplift = ledger.penalty_rate / yearly - 1 if yearly else ZERO
    return w(
        "penalty.maths.rate", rate=w.percent(yearly), uplift=w.percent(uplift), penalty=w.percent(ledger.penalty_rate)
    )


def _row(ledger: Ledger, place: int, w: Words) -> str:
    s = ledger.segments[place]
    if s.kind == "paid":
        return w("handout.paid", number=s.instalment, day=s.end)
    figures = {"base": w.number(s.base, 2), "rate": w.percent(s.rate), "basis": ledger.loan.penalty.day_basis}
    kind = "" if s.kind == "penalty" else w(f"penalty.kind.{s.kind}")
    return w("handout.row", number=s.instalment, kind=kind, days=s.days, **figures)


def _next(account: Account, said: str, w: Words) -> Markup:
    pieces = []
    if account.settled:
        pieces += _offers(account, w)
    pieces += _record(account, said, w)
    cited = [*account.ledger.citations, *account.record.citations]
    cited += [citation for one in account.settled.values() for citation in one.citations]
    return joined(*pieces, *rules(cited, w))


def _offers(account: Account, w: Words) -> list[Markup]:
    """Which offer costs less, as payments over time; where they cannot be drawn together, a row each."""
    keys = strips.moves(account)
    names = told.named(account, w)
    letters = [letter for letter in account.settled if letter != WAITING]
    totals = rows([(names[letter], w.yuan(one.altogether)) for letter, one in account.settled.items()])
    low = [tag("p", tag("b", sentence)) for sentence in settles.below(account.settled, w)]
    if not keys:
        return [tag("h2", w("handout.offers")), totals, *low]
    key = keys[0]
    stop = strips.stops(account, key).index(strips.at(account, key))
    shown = strips.strips(account, key, w)
    stood = shown.stops[stop]
    head = [
        tag("h2", w("handout.offers")),
        tag("p", moving.plain(stood.says)),
        *low,
        tag("p", moving.plain(stood.note), class_="small"),
    ]
    if len(letters) > MOST_OFFERS:
        return [*head, totals]
    (picture,) = shown.pictures
    if not any(one.waived for one in account.settled.values()):  # nothing waived is drawn behind what is paid
        picture = replace(picture, legend=tuple(named for named in picture.legend if named[0] != "ghost"))
    return [*head, drawing(picture, stop, w.lang)]


def _record(account: Account, said: str, w: Words) -> list[Markup]:
    """How long the record shows it: from the day of paying where it is unpaid, else as it stands."""
    head = tag("h2", w("handout.record"))
    if account.case.paid_off_on is None and account.overdue_since is not None:
        days = paying.stops(account.as_of, account.pay_on, keeping.AHEAD)
        shown, stop = keeping.moving(account, days, w), days.index(account.pay_on)
        stood = shown.stops[stop]
        sentence = w("handout.gone", day=account.pay_on, gone=stood.figure)
        note = tag("p", moving.plain(stood.note), class_="small")
        return [head, tag("p", sentence), *(drawing(picture, stop, w.lang) for picture in shown.pictures), note]
    pictures = keeping.standing(account.record, said, w).pictures if account.record.retention.running else ()
    return [head, tag("p", said), *(drawing(picture, 0, w.lang) for picture in pictures)]


def rules(cited: Sequence[Citation], w: Words, most: int = MOST_LINES) -> tuple[Markup, Markup]:
    """The rules by title, document and clause, under what they rest on; what does not fit in ``most`` is counted."""
    found = list({citation.rule: citation for citation in cited}.values())
    ends = list(accumulate(_lines(citation, w) for citation in found))
    shown = [citation for citation, end in zip(found, ends, strict=True) if end <= most]
    lines: list[Markup] = []
    for standing in dict.fromkeys(citation.standing for citation in shown):
        named = [tag("div", rule(one, w)) for one in shown if one.standing == standing]
        first = joined(tag("b", w(f"standing.{standing}")), named[0])
        lines += [tag("li", first), *(tag("li", one) for one in named[1:])]
    if len(found) > len(shown):
        lines.append(tag("li", w("handout.more_rules", count=len(found) - len(shown))))
    return tag("h2", w("handout.rules")), tag("ul", *lines, class_="rules")


def _lines(citation: Citation, w: Words) -> int:
    said = TAGS.sub("", rule(citation, w))
    return ceil(sum(2 if letter > "\u2e7f" else 1 for letter in said) / LINE)


def rule(citation: Citation, w: Words) -> Markup:
    """One rule in a line; its name is never broken."""
    title, source = w.text(LAW.rule(citation.rule).title), LAW.sources[citation.source].title
    said = w("handout.rule", title=title, source=source, clause=citation.clause, rule="\0")
    before, _, after = said.partition("\0")
    return joined(before, tag("span", citation.rule, class_="name"), after)
