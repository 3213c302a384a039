"""Was this call allowed? A collection call held against the rules of its own day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from overdue.law import LAW
from overdue.model import Citation, Day, Frozen, Lender, NotInForce


class Caller(StrEnum):
    """Who is calling, by what they say of themselves."""

    LENDER = "lender"
    AGENCY = "agency"
    LAWYER = "lawyer"
    OFFICIAL = "official"
    COURT = "court"
    UNKNOWN = "unknown"


class Called(StrEnum):
    """Whom they called."""

    SELF = "self"
    EMERGENCY = "emergency"
    FAMILY = "family"
    WORK = "work"
    ADDRESS_BOOK = "address_book"


class Said(StrEnum):
    """What was said or done."""

    REMINDER = "reminder"
    ASK_CONTACT = "ask_contact"
    DISCLOSED = "disclosed"
    ASKED_OTHERS = "asked_others"
    THREAT = "threat"
    INSULT = "insult"
    POSED = "posed"
    ARREST = "arrest"
    WILL_SUE = "will_sue"
    PUBLISH = "publish"
    EXTRA_FEE = "extra_fee"
    BORROW = "borrow"
    PRIVATE_ACCOUNT = "private_account"
    NO_NAME = "no_name"


class Verdict(StrEnum):
    """How a finding ends: against a rule, within it, or not settled by a rule found."""

    BREACH = "breach"
    UNCLEAR = "unclear"
    WITHIN = "within"


class Bound(StrEnum):
    """Who a rule binds."""

    EVERYONE = "everyone"
    MEMBERS = "members"
    ADVICE = "advice"
    HANDLERS = "handlers"
    COURTS = "courts"
    NOBODY = "nobody"


class Next(StrEnum):
    """What to do next."""

    LOG = "log"
    ASK_WHO = "ask_who"
    ASK_WRITING = "ask_writing"
    STOP_OTHERS = "stop_others"
    COMPLAIN = "complain"
    POLICE = "police"
    VERIFY_COURT = "verify_court"
    PAY_OFFICIAL = "pay_official"
    READ_CRIME = "read_crime"


class Call(Frozen):
    """One call or message as the person remembers it.

    ``lender`` is the lender it was made for, None if that was not said. ``agreed`` is whether the
    person agreed to the hour; ``reachable`` whether they could be reached themselves; ``told_to_stop``
    whether the person called had asked not to be called again. ``attempts`` and ``answered`` count the
    calls of that day to that number, None if not counted.
    """

    day: Day
    at: time
    caller: Caller
    lender: Lender | None
    called: Called = Called.SELF
    said: tuple[Said, ...] = ()
    agreed: bool = False
    reachable: bool = True
    told_to_stop: bool = False
    attempts: Annotated[int, Field(ge=0, le=1000)] | None = None
    answered: Annotated[int, Field(ge=0, le=1000)] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer about a call: what was looked at, the verdict, who is bound by the rule, what to do."""

    key: str
    verdict: Verdict
    bound: Bound
    steps: tuple[Next, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class CallCheck:
    """All findings about a call, the weightiest verdict first."""

    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        """The weightiest verdict: one breach is a breach."""
        return self.findings[0].verdict

    @property
    def steps(self) -> tuple[Next, ...]:
        """What to do next, each once, in the order of the findings."""
        return tuple(dict.fromkeys(step for finding in self.findings for step in finding.steps))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The rules of all findings, each once."""
        return tuple(dict.fromkeys(c for finding in self.findings for c in finding.citations))


def was_call_allowed(call: Call) -> CallCheck:
    """Hold a call against the rules on hours, persons, words and number of attempts.

    The rules are asked by the day of the call; a guideline that did not exist yet binds nobody and
    the finding says so. A court's call is not collection. Rules: COL-3 to COL-11, CC-18, HOT-4,
    PLAN-4, PLAN-6, SCAM-6.

    >>> call = Call(day=date(2026, 6, 1), at=time(22, 0), caller=Caller.AGENCY, lender=Lender.BANK)
    >>> [(f.key, f.verdict.value) for f in was_call_allowed(call).findings][0]
    ('hours_quiet', 'breach')
    """
    found = [*_who(call), *_hours(call), *_person(call), *_words(call), *_often(call)]
    return CallCheck(tuple(sorted(found, key=lambda f: list(Verdict).index(f.verdict))))


def _finding(key: str, verdict: Verdict, bound: Bound, rules: tuple[str, ...], *steps: Next) -> Finding:
    return Finding(key, verdict, bound, steps, LAW.cites(rules))


def _guided(call: Call) -> Bound:
    """Whom the guideline, or before and beside it the recommended standard, speaks to for this lender."""
    if call.lender in (None, Lender.PRIVATE) or call.day < LAW.rule("COL-1").since:
        return Bound.NOBODY
    guided = call.lender is not Lender.MICRO_LOAN and call.day >= LAW.rule("COL-4").since
    return Bound.MEMBERS if guided else Bound.ADVICE


def _by_guideline(call: Call) -> tuple[Verdict, Bound]:
    """A breach where the guideline binds the lender, else open: the laws behind it may still bind."""
    bound = _guided(call)
    return (Verdict.BREACH if bound is Bound.MEMBERS else Verdict.UNCLEAR), bound


def _who(call: Call) -> Iterator[Finding]:
    if call.caller is Caller.COURT:
        yield _finding("who_court", Verdict.UNCLEAR, Bound.COURTS, ("HOT-4", "JUD-21"), Next.VERIFY_COURT)
    if call.caller is Caller.OFFICIAL or Said.POSED in call.said:
        yield _finding("who_posed", Verdict.BREACH, Bound.EVERYONE, ("COL-7", "HOT-6"), Next.LOG, Next.POLICE)
    if call.caller is Caller.UNKNOWN or Said.NO_NAME in call.said or call.lender is None:
        yield _finding("who_unknown", Verdict.UNCLEAR, Bound.MEMBERS, ("COL-8", "CC-18", "SCAM-6"), Next.ASK_WHO, Next.LOG)
    elif call.caller in (Caller.AGENCY, Caller.LAWYER):
        yield _finding(f"who_{call.caller}", Verdict.WITHIN, Bound.HANDLERS, ("COL-8", "COL-9"), Next.ASK_WHO)


def _hours(call: Call) -> Iterator[Finding]:
    if call.caller is Caller.COURT:
        return
    try:
        opens = time.fromisoformat(LAW.value("COL-3", "quiet_to", call.day))
        closes = time.fromisoformat(LAW.value("COL-3", "quiet_from", call.day))
    except NotInForce:
        yield _finding("hours_no_rule", Verdict.UNCLEAR, Bound.EVERYONE, ("COL-10",), Next.LOG)
        return
    verdict, bound = _by_guideline(call)
    held = LAW.cite("COL-3", "quiet_from", call.day)
    if opens <= call.at < closes:
        yield Finding("hours_day", Verdict.WITHIN, bound, (), (held,))
    elif call.agreed:
        yield Finding("hours_agreed", Verdict.WITHIN, bound, (Next.ASK_WRITING,), (held,))
    else:
        key = "hours_quiet" if bound is Bound.MEMBERS else "hours_quiet_soft"
        yield Finding(key, verdict, bound, (Next.LOG, Next.COMPLAIN), (held, LAW.cite("COL-10")))


def _person(call: Call) -> Iterator[Finding]:
    if call.called is Called.SELF:
        yield _finding("person_self", Verdict.WITHIN, Bound.EVERYONE, ("COL-6", "CC-21"))
        return
    told = Said.DISCLOSED in call.said or Said.ASKED_OTHERS in call.said
    if told:
        yield _finding("person_told", Verdict.BREACH, Bound.HANDLERS, ("COL-6", "COL-9", "COL-10", "CC-19"), Next.LOG, Next.STOP_OTHERS, Next.COMPLAIN)
    if call.told_to_stop or call.reachable:
        verdict, bound = _by_guideline(call)
        key = "person_stop" if call.told_to_stop else "person_reachable"
        yield _finding(key, verdict, bound, ("COL-6", "COL-10"), Next.LOG, Next.STOP_OTHERS, Next.COMPLAIN)
    elif not told:
        yield _finding("person_message", Verdict.WITHIN, _guided(call), ("COL-6",), Next.STOP_OTHERS)


def _words(call: Call) -> Iterator[Finding]:
    verdict, bound = _by_guideline(call)
    for said in call.said:
        match said:
            case Said.THREAT | Said.INSULT:
                yield _finding(f"said_{said}", Verdict.BREACH, Bound.EVERYONE, ("COL-7", "COL-11", "COL-10"), Next.LOG, Next.POLICE, Next.COMPLAIN)
            case Said.PUBLISH:
                yield _finding("said_publish", Verdict.BREACH, Bound.EVERYONE, ("COL-7", "COL-9", "COL-10"), Next.LOG, Next.COMPLAIN, Next.POLICE)
            case Said.EXTRA_FEE | Said.BORROW:
                yield _finding(f"said_{said}", verdict, bound, ("COL-7",), Next.LOG, Next.COMPLAIN)
            case Said.PRIVATE_ACCOUNT:
                yield _finding("said_private_account", Verdict.UNCLEAR, Bound.NOBODY, ("CC-18", "SCAM-6", "HOT-6"), Next.PAY_OFFICIAL, Next.ASK_WHO)
            case Said.ARREST:
                rules = ("PLAN-4", "PLAN-6", "COL-7") if call.lender is Lender.CREDIT_CARD else ("PLAN-6", "COL-7")
                yield _finding("said_arrest", verdict, bound, rules, Next.LOG, Next.READ_CRIME, Next.COMPLAIN)
            case Said.WILL_SUE:
                yield _finding("said_will_sue", Verdict.WITHIN, Bound.EVERYONE, ("CC-9", "CC-21", "HOT-4"), Next.VERIFY_COURT)
            case _:
                pass  # a reminder, a question for contact data and what other checks look at


def _often(call: Call) -> Iterator[Finding]:
    verdict, bound = _by_guideline(call)
    for key, rule, name, count in (
        ("often_attempts", "COL-4", "attempts_per_day", call.attempts),
        ("often_answered", "COL-5", "connected_calls_per_day", call.answered),
    ):
        if count is None:
            continue
        try:
            most: int = LAW.value(rule, name, call.day)
        except NotInForce:
            yield _finding("often_no_rule", Verdict.UNCLEAR, Bound.EVERYONE, ("COL-10",), Next.LOG)
            continue
        if count <= most:
            yield _finding(f"{key}_within", Verdict.WITHIN, bound, (rule,))
        elif rule == "COL-5":
            yield _finding(key, Verdict.UNCLEAR, Bound.ADVICE, (rule, "COL-10"), Next.LOG, Next.COMPLAIN)
        else:
            yield _finding(key, verdict, bound, (rule, "COL-10"), Next.LOG, Next.COMPLAIN)
