"""The timeline, the court's steps and what is allowed, as sentences, chart rows and tables in the reader's words."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from overdue.account import Account
from overdue.court import court_fee, delayed_interest
from overdue.law import LAW
from overdue.milestones import (
    Binding,
    CallCheck,
    CourtStep,
    CrimeLine,
    CrimeReading,
    Finding,
    Hotline,
    Milestone,
    Papers,
    Said,
    crime_line,
    law_numbers,
    stages,
)
from overdue.model import Citation
from overdue.periods import days_after
from overdue.tables import Frame, framed
from overdue.words import Words

FIELDS = ("what", "means", "today", "dont", "keep", "call")
ALLOWED = ("hours", "attempts", "persons", "words", "visits", "recording", "threats", "data")
PAPERS = ("complaint_on", "hearing_on", "judgment_on", "perform_until", "order_on")
RECEIVED = ("complaint_on", "judgment_on", "order_on")
YOURS = {"check_record", "extension", "negotiate", "negotiate_card", "order", "mediation", "appeal"}
MONTH = 30


@lru_cache(maxsize=64)
def facts(w: Words, *days: date) -> Mapping[str, str]:
    """The numbers of law that sentences name, as texts; those of a later day in ``days`` win, rates as percentages."""
    held: dict[str, object] = {}
    for day in days:
        held |= law_numbers(day)
    for name in ("wage_share", "doubled_rate", "relief"):
        held[name] = w.percent(Decimal(str(held[name])))
    return MappingProxyType({name: w.value(value) for name, value in held.items()})


def kind(entry: Milestone | CourtStep, w: Words, form: str = "kind") -> str:
    """What an entry rests on, in a word or (``form="kind_long"``) a sentence; what the reader may do is said apart."""
    yours = entry.kind is Binding.MAY and entry.key in YOURS
    return w(f"timeline.{form}.{'yours' if yours else entry.kind}")


def when(m: Milestone, w: Words) -> str:
    """The day or the span of an entry."""
    if m.day is not None:
        return w("timeline.not_before", day=m.day) if m.not_before else w.day(m.day)
    return w("timeline.from_on", day=m.start) if m.end is None else w("timeline.span", day=m.start, end=m.end)


def says(m: Milestone, field: str, w: Words, held: Mapping[str, object]) -> str:
    """One sentence of an entry: ``name``, or one of ``FIELDS``; a claim's advice is the same for all claims."""
    given = {**held, "day": m.start, "end": m.end or w("timeline.open_end"), "number": m.number, "when": when(m, w)}
    if m.kind is not Binding.CLAIMED:
        return w(f"timeline.milestone.{m.key}.{field}", **given)
    return w(f"timeline.claim.{field}" if field in ("today", "dont") else f"timeline.{m.key}.{field}", **given)


def fields_of(m: Milestone) -> tuple[str, ...]:
    """Which sentences an entry has: a claim proves nothing and has nobody to call."""
    return FIELDS[:4] if m.kind is Binding.CLAIMED else FIELDS


def claim_label(m: Milestone, w: Words) -> str:
    """Which article claims it, printed when."""
    return w("timeline.claim.label", article=w.listed(m.articles), day=stages().articles[m.articles[0]])


def basis(citations: Iterable[Citation], w: Words) -> str:
    """The rules of an entry in one line: document, clause, id, standing."""
    named = (
        w(
            "timeline.basis_one",
            title=LAW.sources[c.source].title,
            clause=c.clause,
            rule=c.rule,
            standing=w(f"standing.{c.standing}"),
        )
        for c in citations
    )
    return w.clauses(named)


def fixed(found: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """The entries that a rule puts on a day, or that end on one; what articles claim is none of them."""
    return tuple(sorted((m for m in found if m.kind is not Binding.CLAIMED and m.end), key=_ends))


def any_time(found: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """The entries that may come on any day from now on."""
    return tuple(m for m in found if m.kind is not Binding.CLAIMED and m.end is None)


def _ends(m: Milestone) -> date:
    return m.end or m.start


def table(found: Iterable[Milestone], w: Words, held: Mapping[str, object]) -> Frame:
    """The whole timeline as a table; its rules stand under the entries themselves."""
    rows = [(kind(m, w), says(m, "name", w, held), when(m, w)) for m in found]
    return framed(rows, columns=[w(f"timeline.column_{name}") for name in ("kind", "name", "when")])


def step_day(step: CourtStep, w: Words, today: date) -> str:
    """The day of a court step, with its weekday where it is a last day; empty while the papers do not tell.

    A last day before ``today`` says that it has passed.
    """
    if step.deadline is None:
        return w.day(step.day) if step.day else ""
    last = step.deadline.last_day
    if last is None:
        return w("lawsuit.not_before", day=step.deadline.not_before)
    said = w("lawsuit.last_day", day=last, weekday=w("common.days").split()[last.isoweekday() % 7])
    return w("lawsuit.last_passed", said=said) if last < today else said


def come(papers: Papers, today: date) -> Papers:
    """The papers without those that cannot have come yet: nothing is counted from such a day."""
    return papers.model_copy(update=dict.fromkeys(_ahead(papers, today)))


def _ahead(papers: Papers, today: date) -> list[str]:
    return [name for name in RECEIVED if (day := getattr(papers, name)) is not None and day > today]


def odd_days(papers: Papers, today: date, w: Words) -> list[str]:
    """What cannot be about the days entered: received in days to come, or before what must come first."""
    names = [name for name in PAPERS if getattr(papers, name) is not None]
    said = [
        w("lawsuit.odd_future", name=w(f"lawsuit.{name}"), day=getattr(papers, name)) for name in _ahead(papers, today)
    ]
    steps = [name for name in PAPERS[:4] if name in names]
    return said + [
        w("lawsuit.odd_order", name=w(f"lawsuit.{later}"), day=getattr(papers, later), first=w(f"lawsuit.{first}"))
        for first, later in pairwise(steps)
        if getattr(papers, later) < getattr(papers, first)
    ]


def costs_table(amount: Decimal, principal: Decimal, on: date, w: Words) -> Frame:
    """What a case about ``amount`` yuan costs, by the scale in force on a day; only ``principal`` is doubled."""
    fees = {
        "case": court_fee(amount, on=on),
        "simplified": court_fee(amount, procedure="simplified", on=on),
        "mediation": court_fee(amount, procedure="mediation", on=on),
        "payment_order": court_fee(amount, procedure="payment_order", on=on),
        "preservation": court_fee(amount, "preservation", on=on),
        "enforcement": court_fee(amount, "enforcement", on=on),
        "doubled": delayed_interest(principal, on, days_after(on, MONTH)),
    }
    rows = [(w(f"lawsuit.fee_{name}"), w.yuan(fee)) for name, fee in fees.items()]
    return framed(rows, columns=[w("lawsuit.fee_column"), w("lawsuit.amount_column")])


def allowed_table(w: Words, held: Mapping[str, object]) -> Frame:
    """What is allowed in collection and who is bound by it."""
    bound = {"threats": "everyone", "data": "handlers", "recording": "members"}
    rows = [
        (
            w(f"calls.allowed.{n}.name"),
            w(f"calls.allowed.{n}.rule", **held),
            w(f"calls.bound.{bound.get(n, 'members')}"),
        )
        for n in ALLOWED
    ]
    return framed(rows, columns=[w(f"calls.allowed_{name}") for name in ("what", "rule", "bound")])


def hotlines_table(lines: Iterable[Hotline], w: Words) -> Frame:
    """The hotlines: number, what for, what to have ready, how sure."""
    rows = [
        (
            line.number,
            w(f"help.line.{line.key}.for"),
            w(f"help.line.{line.key}.ready"),
            w("help.verified" if line.verified else "help.lead_mark"),
        )
        for line in lines
    ]
    return framed(rows, columns=[w(f"help.{name}") for name in ("number", "what_for", "have_ready", "standing")])


def findings_table(check: CallCheck, w: Words, held: Mapping[str, object]) -> Frame:
    """What was found about a call, with who is bound and the rules."""
    rows = [(w(f"calls.verdict.{f.verdict}"), _found(f, w, held), w(f"calls.bound.{f.bound}")) for f in check.findings]
    headers = [w("calls.findings"), w("calls.allowed_rule"), w("calls.allowed_bound")]
    return framed(rows, columns=headers)


def findings_of(
    check: CallCheck, said: Iterable[Said], w: Words, held: Mapping[str, object]
) -> tuple[tuple[str, str], ...]:
    """Verdict and sentence of what was found about each thing said."""
    by = {f.key.removesuffix("_soft"): f for f in check.findings}
    found = [by[f"said_{code}"] for code in said]
    return tuple((w(f"calls.verdict.{f.verdict}"), _found(f, w, held)) for f in found)


def _found(finding: Finding, w: Words, held: Mapping[str, object]) -> str:
    """The sentence of a finding, and from when a rule is that was not in force yet.

    Talk of prison is answered with the principal, where one was entered that is less than the law names for a card.
    """
    key = f"{finding.key}_below" if finding.key == "said_arrest" and "principal" in held else finding.key
    sentence = w(f"calls.finding.{key}", **held)
    return sentence if finding.later is None else f"{sentence} {w('calls.later', since=finding.later)}"


def crime_table(line: CrimeLine, w: Words, held: Mapping[str, object]) -> Frame:
    """The conditions the law names and how each seems to stand beside what was entered."""
    rows = [(w(f"lawsuit.condition.{c.key}", **held), w(f"lawsuit.crime.state_{c.state}")) for c in line.conditions]
    return framed(rows, columns=[w("lawsuit.crime.column"), w("lawsuit.crime.state_column")])


def small(account: Account, on: date, w: Words) -> dict[str, str]:
    """The principal of one's own debt, where it is less than the law names for a card; else nothing."""
    if account.is_example or account.missing:
        return {}
    principal = account.ledger.principal + account.ledger.not_due_principal
    under = crime_line(principal, (), on).reading is CrimeReading.SOME_NOT_MET
    return {"principal": w.yuan(principal)} if under else {}
