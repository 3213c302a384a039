"""The noun of a collection call: who called for whom and when, whom, what was said; and what was found about it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from overdue.model import Citation, Day, Frozen, Lender


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
    PAY_NOW = "pay_now"
    VISIT = "visit"
    TELL_WORK = "tell_work"
    TELL_FAMILY = "tell_family"
    TELL_CONTACTS = "tell_contacts"
    PUBLISH = "publish"
    SEIZE = "seize"
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

    PAPER_FIRST = "paper_first"
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
    """One call or message as the person remembers it; None is "not told", and then nothing is found about it.

    ``lender`` is the lender it was made for, None if that was not said. ``agreed`` is whether the
    person agreed to the hour; ``reachable`` whether they could be reached themselves; ``told_to_stop``
    whether the person called had asked not to be called again. ``attempts`` and ``answered`` count the
    calls of that day to that number, None if not counted.
    """

    day: Day
    at: time | None = None
    caller: Caller | None = None
    lender: Lender | None = None
    called: Called | None = Called.SELF
    said: tuple[Said, ...] = ()
    agreed: bool = False
    reachable: bool = True
    told_to_stop: bool = False
    attempts: Annotated[int, Field(ge=0, le=1000)] | None = None
    answered: Annotated[int, Field(ge=0, le=1000)] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer about a call: what was looked at, the verdict, who is bound by the rule, what to do.

    ``later`` is the first day of a rule that speaks of this but was not in force on the call's day.
    """

    key: str
    verdict: Verdict
    bound: Bound
    steps: tuple[Next, ...]
    citations: tuple[Citation, ...]
    later: date | None = None


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
