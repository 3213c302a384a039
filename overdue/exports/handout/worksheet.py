"""The worksheet of a case: three questions with figures given and blanks to fill; then the answers, worked out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from overdue.account import WAITING, Account
from overdue.accrual import Ledger
from overdue.accrual.segment import Segment
from overdue.exports.handout.markup import Markup, joined, tag
from overdue.exports.handout.sheet import rate
from overdue.law import LAW
from overdue.model import ZERO
from overdue.periods import days_after
from overdue.proposal import Settlement
from overdue.tables import offers as told
from overdue.tables import penalty as tables
from overdue.words import Words

MOST_ROWS = 3  # segments to work out by hand
MOST_OFFERS = 3  # beside waiting
WAIT = 30  # days
DAILY = Decimal("0.0001")  # yuan a day are shown to so much
GROWN = ("penalty", "compound")
FEW = 3  # different payments that can be told one by one

Fill = Callable[[str], Markup]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to add up (or to take off): its name and the amount in yuan.

    ``known`` is what the amount is not told for on the leaf of blanks: found ``above``, or a ``product`` as named.
    """

    name: str
    amount: Decimal
    known: Literal["", "above", "product"] = ""


def worksheet(account: Account, name: str, code: Markup, w: Words) -> list[Markup]:
    """A leaf with blanks and a leaf with the answers; ``name`` is whose case it is. Raises as the account does."""
    title = w("handout.work.title", name=name)
    intro = tag("p", w("handout.work.intro"))
    asked = joined(tag("div", code, class_="aside"), tag("h1", title), intro, *_questions(account, _blank, w))
    answers = tag("h2", w("handout.work.answers", name=name), class_="title")
    return [asked, joined(answers, *_questions(account, _filled, w))]


def _blank(_answer: str) -> Markup:
    return tag("span", Markup("&nbsp;"), class_="blank")


def _filled(answer: str) -> Markup:
    return tag("b", answer)


def _questions(account: Account, fill: Fill, w: Words) -> list[Markup]:
    pieces = _growth(account, fill, w)
    if len(account.settled) > 1:
        pieces += _offers(account, fill, w)
    if account.overdue_since is not None or account.record.retention.running:
        pieces += _record(account, fill, w)
    return pieces


def _ask(key: str, fill: Fill, answer: str, w: Words, working: str = "", **fields: object) -> Markup:
    """A sentence with one blank; on the answer page the answer stands there, its working after it."""
    before, _, after = w(f"handout.work.{key}", blank="\0", **fields).partition("\0")
    shown = tag("span", f" = {working}" if working else "", class_="small") if fill is _filled else Markup()
    return joined(before, fill(answer), after, shown)


def _growth(account: Account, fill: Fill, w: Words) -> list[Markup]:
    """Days, a day's penalty, the penalty of each row, its sum, the debt, and some days later."""
    ledger = account.ledger
    pieces = [tag("h2", w("handout.work.grow"))]
    given = [name for name in tables.COMPONENTS if name not in GROWN and getattr(ledger, name)]
    sums = (_named(w(f"penalty.part.{name}"), getattr(ledger, name), w) for name in given)
    pieces.append(tag("p", w.clauses(sums)))
    rows = ledger.segments if account.rate_known else ()
    first = [at for at, s in enumerate(rows) if s.kind != "paid"][:MOST_ROWS]
    lines = [rows[at] for at in first]
    rest = [s for at, s in enumerate(rows) if at not in first]
    if not account.rate_known:
        pieces.append(tag("p", w("handout.no_rate")))
    if lines:
        pieces.append(tag("p", rate(ledger, w)))
        pieces.append(tag("p", w("handout.work.counting"), class_="small"))
    pieces.append(tag("ol", *(_segment(ledger, s, fill, w) for s in lines)))
    total = ledger.penalty + ledger.compound
    added = [w.number(s.amount, 2) for s in lines]
    if rest:
        held = sum((s.amount for s in rest), ZERO)
        pieces.append(tag("p", w("handout.work.rest", count=len(rest), amount=w.yuan(held))))
        added.append(w.number(held, 2))
    asks = []
    if lines:
        asks.append(_ask("penalty", fill, w.yuan(total), w, " + ".join(added), day=account.as_of))
    owed = " + ".join(w.number(getattr(ledger, part), 2) for part in tables.COMPONENTS if getattr(ledger, part))
    asks.append(_ask("total", fill, w.yuan(ledger.total), w, owed, day=account.as_of))
    if account.rate_known and ledger.total:
        later = account.waiting(days_after(account.as_of, WAIT))
        now = total + ledger.late_fees
        working = f"{w.number(now, 2)} + {w.number(later.grows, 2)}"
        fields = {"days": WAIT, "day": later.until}
        asks.append(_ask("later", fill, w.yuan(now + later.grows), w, working, **fields))
        if later.falls_due:
            asks.append(
                Markup(tag("span", w("handout.work.falls_due", amount=w.yuan(later.falls_due)), class_="small"))
            )
    return [*pieces, *(tag("p", line) for line in asks)]


def _segment(ledger: Ledger, s: Segment, fill: Fill, w: Words) -> Markup:
    basis = ledger.loan.penalty.day_basis
    daily = w.number(round(s.base * s.rate / basis, 4).normalize() if s.base else ZERO)
    about = "" if (s.base * s.rate / basis) % DAILY == 0 else "≈ "
    figures = {"base": w.number(s.base, 2), "rate": w.percent(s.rate), "basis": basis}
    kind = w(f"penalty.kind.{s.kind}")
    given = w("handout.work.segment", number=s.instalment, kind=kind, start=s.start, end=s.end, **figures)
    each = f"{figures['base']} × {figures['rate']} ÷ {basis}"
    amount = w.number(s.amount, 2)
    asks = [
        _ask("days", fill, str(s.days), w),
        _ask("daily", fill, about + daily, w, each),
        _ask("amount", fill, amount, w, f"{each} × {s.days}"),
    ]
    return tag("li", given, Markup("<br>"), joined(*(piece for ask in asks for piece in (ask, " "))))


def terms(account: Account, letter: str, w: Words) -> list[Term]:
    """What adds up to everything an offer takes, the old contract's later instalments among it."""
    one = account.settled[letter]
    found = (
        _waiting(account, one, w) if letter == WAITING else _paid(one, w) if one.offer.kind == "plan" else _once(one, w)
    )
    held = sum((term.amount for term in found), ZERO)
    if one.total != held:
        found.append(Term(w("handout.work.other"), one.total - held))
    runs_on = one.altogether - one.total
    return [*found, Term(w("handout.work.runs_on"), runs_on)] if runs_on else found


def _once(one: Settlement, w: Words) -> list[Term]:
    now: Literal["", "above"] = "above" if one.debt.on == one.as_of else ""
    found = [Term(w("handout.work.owed", day=one.debt.on), one.debt.total, now)]
    return [*found, Term(w("handout.work.waived"), -one.waived)] if one.waived else found


def _paid(one: Settlement, w: Words) -> list[Term]:
    found = [Term(w("handout.work.down"), cash.amount) for cash in one.down]
    held = told.runs(one)
    if len(held) > FEW:
        whole = sum((row.payment for row in one.schedule.rows), ZERO)
        return [*found, Term(w("handout.work.payments", count=len(one.schedule.rows)), whole)]
    named = ((w("handout.work.each", count=count, amount=w.yuan(amount)), count * amount) for count, amount in held)
    return [*found, *(Term(name, amount, "product") for name, amount in named)]


def _waiting(account: Account, one: Settlement, w: Words) -> list[Term]:
    waited = account.waiting(one.debt.on)
    found = [Term(w("handout.work.owed", day=account.as_of), account.ledger.total, "above")]
    found.append(Term(w("handout.work.grows", day=one.debt.on), waited.grows))
    return [*found, Term(w("handout.work.due_then"), waited.falls_due)] if waited.falls_due else found


def _offers(account: Account, fill: Fill, w: Words) -> list[Markup]:
    """What each offer takes in all, and which takes least."""
    names = told.named(account, w)
    letters = [letter for letter in account.settled if letter != WAITING][:MOST_OFFERS]
    letters += [WAITING] if WAITING in account.settled else []
    pieces = []
    for letter in letters:
        found = terms(account, letter, w)
        given = w.clauses(_given(term, fill, w) for term in found)
        working = _sum(found, w)
        total = _ask("altogether", fill, w.yuan(account.settled[letter].altogether), w, working)
        pieces.append(tag("li", tag("b", names[letter]), Markup("<br>"), given, " ", tag("span", total, class_="keep")))
    least = min(account.settled[letter].altogether for letter in letters)
    best = [names[letter] for letter in letters if account.settled[letter].altogether == least]
    ask = _ask("least", fill, w.clauses(best), w)
    return [tag("h2", w("handout.work.offer")), tag("ol", *pieces, class_="tight"), tag("p", ask)]


def _named(name: str, amount: Decimal, w: Words) -> str:
    return w("common.labelled", label=name, value=w.yuan(amount))


def _given(term: Term, fill: Fill, w: Words) -> str:
    """A term as it is given; what is asked for is not told beside its blank."""
    if term.known == "above" and fill is _blank:
        return w("common.labelled", label=term.name, value=w("handout.work.above"))
    if term.known == "product" and fill is _blank:
        return term.name
    return _named(term.name, term.amount, w)


def _sum(found: Sequence[Term], w: Words) -> str:
    if len(found) == 1:
        return ""
    first, *others = found
    signs = (f" {'−' if term.amount < 0 else '+'} {w.number(abs(term.amount), 2)}" for term in others)
    return w.number(first.amount, 2) + "".join(signs)


def _record(account: Account, fill: Fill, w: Words) -> list[Markup]:
    """The last day of the record, the day it must be gone, and what holds while nothing is paid."""
    held = account.record_on(account.paid_off_on).retention if account.overdue_since else account.record.retention
    if held.starts_on is None or held.last_day is None or held.removed_from is None:
        return []
    years = LAW.value("CR-2", "retention_years", held.starts_on)
    pieces = [tag("h2", w("handout.work.record")), tag("p", w("handout.work.five", day=held.starts_on, years=years))]
    asks = [
        joined(
            _ask("last_day", fill, w.day(held.last_day), w),
            w("common.semicolon"),
            _ask("removed", fill, w.day(held.removed_from), w),
        ),
        _ask("never", fill, w("handout.work.no_end"), w),
    ]
    return [*pieces, *(tag("p", line) for line in asks)]
