"""What is owed on one debt, in words: the answer where nothing moves, what is in no sum, what stands in for it."""

from collections.abc import Iterable
from decimal import Decimal

from overdue.account import Account
from overdue.casefile.unknowns import Range, ranges, stands_in
from overdue.casefile.unsaid import called_unsaid, interest_unsaid, to_come_unsaid, unanswered
from overdue.model import ZERO
from overdue.periods import add_period
from overdue.words import Words


def headline(account: Account, w: Words) -> str:
    """The answer in one sentence where nothing moves: not overdue yet, all paid, or no rate to count by."""
    case, ledger = account.case, account.ledger
    if not ledger.instalments:
        return w("penalty.headline_none", day=case.as_of, due=account.case.first_due)
    if not ledger.total:
        return w("penalty.headline_clear", day=case.as_of)
    band = account.band
    if band is None:
        return ""
    if band.low == band.high:
        return w("penalty.headline_no_band", total=w.yuan(ledger.total))
    line = next(span.high for span in ranges(case) if span.name == "rate")
    ends = {"low": w.yuan(band.low), "high": w.yuan(band.high)}
    return w("penalty.headline_no_rate", total=w.yuan(ledger.total), line=w.percent(Decimal(line) / 100), **ends)


def left_out(account: Account, w: Words) -> list[str]:
    """What the answer leaves out, a sentence each."""
    case, ledger = account.case, account.ledger
    said = [] if account.rate_known else unsaid(account, w)
    if case.slipped():
        said.append(w("penalty.slipped", count=case.slipped()))
    said += reckoned(account, w) + to_come(account, w)
    if ledger.surplus > ZERO:
        said.append(w("penalty.surplus", amount=w.yuan(ledger.surplus)))
    return said


def whole(account: Account) -> bool:
    """Whether a sum holds all that it says: no rate and no interest by one is missing from it."""
    return account.rate_known and not interest_unsaid(account.case) and not called_unsaid(account.case)


def unsaid(account: Account, w: Words) -> list[str]:
    """What is in no sum of this account because nobody has said it: at most three sentences."""
    case, count = account.case, unanswered(account.case)
    said = [w("penalty.unsaid_interest")] if interest_unsaid(case) else []
    said += [w("penalty.unsaid_called")] if called_unsaid(case) else []
    open_ = to_come_unsaid(case)
    if not count:
        return [*said, w(f"penalty.unsaid_{'rows' if case.rows else 'later'}")] if open_ else said
    first = w.short_day(add_period(case.first_due, months=case.missed))
    if open_:
        return [*said, w("penalty.unsaid_both", first=first)]
    return [*said, w("penalty.unsaid_passed" if count == 1 else "penalty.unsaid_many", first=first, count=count)]


def to_come(account: Account, w: Words) -> list[str]:
    """What is not yet due and so in no sum, and by what its interest was worked out: at most one sentence."""
    case, ledger = account.case, account.ledger
    if not ledger.not_due:
        return []
    told = {"amount": w.yuan(ledger.not_due), "principal": w.yuan(ledger.not_due_principal)}
    if by_rate(account) and case.interest is not None:
        return [w("penalty.not_due_rate", interest=w.yuan(case.interest), **told)]
    bare = ledger.not_due == ledger.not_due_principal
    return [w(f"penalty.not_due{'_bare' if bare else ''}", **told)]


def reckoned(account: Account, w: Words) -> list[str]:
    """That contract interest nobody entered was worked out from the yearly rate: at most one sentence."""
    case, ledger = account.case, account.ledger
    if case.interest is not None or case.rows or not case.rate or not ledger.interest:
        return []
    return [w("penalty.interest_by_rate", interest=w.yuan(ledger.interest), rate=case.rate)]


def by_rate(account: Account) -> bool:
    """Whether later instalments take their interest from the yearly rate, although one was entered for those missed."""
    case, ledger = account.case, account.ledger
    given = bool(case.interest) and case.rate is not None and case.to_come != "entered" and not case.rows
    return given and ledger.not_due > ledger.not_due_principal


def assumed(account: Account, w: Words) -> str:
    """What stands in for the terms that are not known; empty where all are."""
    spans = ranges(account.case)
    names = w.listed(w(f"fields.{span.name}.label") for span in spans)
    return w("penalty.assumed", names=names, how=stood_in(account, spans, w)) if spans else ""


def stood_in(account: Account, spans: Iterable[Range], w: Words) -> str:
    """The usual readings that stand in for what is not known, as a sentence has them."""
    how = [w(f"penalty.stands_in.{stands_in(account.case, span.name)}", usual=span.usual) for span in spans]
    return w("penalty.between").join(how)
