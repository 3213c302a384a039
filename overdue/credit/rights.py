"""What a person may ask for and by which day an answer is due; what moves the window and what does not."""

from datetime import date
from enum import StrEnum

from overdue.credit.retention import Retention, retention
from overdue.law import LAW
from overdue.model import Citation, Frozen, OverdueError
from overdue.periods import add_period


class Ask(StrEnum):
    """What was handed in: a dispute of an entry, a complaint to the lender, or one to the supervisor."""

    DISPUTE = "dispute"
    LENDER = "lender"
    COMPLAINT = "complaint"


ANSWER_VALUES = {
    Ask.DISPUTE: ("CR-8", "dispute_days"),
    Ask.LENDER: ("PLAN-8", "answer_days"),
    Ask.COMPLAINT: ("CR-9", "complaint_days"),
}


class Answer(Frozen):
    """When an answer is due; with only the sending day known it is due ``not before`` that day."""

    ask: Ask
    counted_from: date
    due_on: date
    certain: bool
    citations: tuple[Citation, ...]


def answer_due(ask: Ask, received_on: date | None = None, sent_on: date | None = None) -> Answer:
    """The day by which a dispute or a complaint must be answered.

    A dispute counts from the day it was received, a complaint from the day it was accepted; both go
    into ``received_on``. If only ``sent_on`` is known, the answer is due not before the day found.
    Calendar days, the first not counted; no shift for rest days (the note of the page says so).
    Rules: CR-8, CR-9 or PLAN-8, asked for the day counted from; CC-2. Raises ``OverdueError`` with neither
    day, or if it was received before it was sent.

    >>> answer_due(Ask.DISPUTE, received_on=date(2026, 11, 22)).due_on
    datetime.date(2026, 12, 12)
    """
    start = received_on or sent_on
    if start is None:
        raise OverdueError("record.no_day")
    if received_on is not None and sent_on is not None and received_on < sent_on:
        raise OverdueError("record.received_before_sent", received_on=received_on, sent_on=sent_on)
    rule, name = ANSWER_VALUES[ask]
    return Answer(
        ask=ask,
        counted_from=start,
        due_on=add_period(start, days=LAW.value(rule, name, start)),
        certain=received_on is not None,
        citations=LAW.cites((rule, "CC-2")),
    )


class Ruled(Frozen):
    """What stands on rules; ``key`` names its words."""

    key: str
    rules: tuple[str, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it comes from."""
        return LAW.cites(self.rules)


class Right(Ruled):
    """A right around the record."""


RIGHTS = (
    Right(key="notice", rules=("CR-1",)),
    Right(key="statement", rules=("CR-6",)),
    Right(key="reports", rules=("CR-7", "HOT-10")),
    Right(key="dispute", rules=("CR-8", "CR-13")),
    Right(key="complaint", rules=("CR-9",)),
)


class Moves(StrEnum):
    """What something does to the window."""

    STARTS = "starts"
    NOTHING = "nothing"
    LATER = "later"
    SEPARATE = "separate"


class Effect(Ruled):
    """Something said to change the window, and what it does; ``key`` names its words."""

    moves: Moves


EFFECTS = (
    Effect(key="payoff", moves=Moves.STARTS, rules=("CR-2", "CR-3")),
    Effect(key="negotiating", moves=Moves.NOTHING, rules=("CR-2", "CR-3")),
    Effect(key="plan", moves=Moves.LATER, rules=("CR-4", "CR-3")),
    Effect(key="part_payment", moves=Moves.NOTHING, rules=("CR-3", "CC-10")),
    Effect(key="promise", moves=Moves.NOTHING, rules=("CR-3", "CC-10")),
    Effect(key="waiver", moves=Moves.STARTS, rules=("CR-3", "RPT-4")),
    Effect(key="paid_repair", moves=Moves.NOTHING, rules=("CR-8", "SCAM-3")),
    Effect(key="other_lender", moves=Moves.NOTHING, rules=("CR-2", "CR-3")),
    Effect(key="assignment", moves=Moves.NOTHING, rules=("CR-3", "CC-18")),
    Effect(key="judgment", moves=Moves.SEPARATE, rules=("CR-11", "CR-2")),
    Effect(key="good_conduct", moves=Moves.NOTHING, rules=("CR-2",)),
    Effect(key="statement", moves=Moves.NOTHING, rules=("CR-6", "CR-2")),
    Effect(key="public_repair", moves=Moves.NOTHING, rules=("FIX-7",)),
)


class Entry(StrEnum):
    """What is the matter with an entry, as the person sees it."""

    UNSURE = "unsure"
    WRONG = "wrong"
    INCOMPLETE = "incomplete"
    NOT_MINE = "not_mine"
    UNTOLD = "untold"
    TRUE = "true"
    OVERDUE_TIME = "overdue_time"


class Route(Frozen):
    """The way for an entry; ``steps`` name words in order, ``rules`` carry them."""

    entry: Entry
    disputable: bool
    steps: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The basis of the route."""
        return LAW.cites(self.rules)


_CORRECT = ("report", "evidence", "dispute", "complaint")
_CORRECT_RULES = ("CR-7", "CR-8", "CR-9", "CR-13")

ROUTES = {
    Entry.UNSURE: Route(entry=Entry.UNSURE, disputable=False, steps=("report", "compare"), rules=("CR-7", "HOT-10")),
    Entry.WRONG: Route(entry=Entry.WRONG, disputable=True, steps=_CORRECT, rules=_CORRECT_RULES),
    Entry.INCOMPLETE: Route(entry=Entry.INCOMPLETE, disputable=True, steps=_CORRECT, rules=_CORRECT_RULES),
    Entry.NOT_MINE: Route(entry=Entry.NOT_MINE, disputable=True, steps=(*_CORRECT, "police"), rules=_CORRECT_RULES),
    Entry.UNTOLD: Route(
        entry=Entry.UNTOLD, disputable=False, steps=("ask_notice", "complaint", "stays"), rules=("CR-1", "CR-9", "CR-2")
    ),
    Entry.TRUE: Route(
        entry=Entry.TRUE, disputable=False, steps=("pay", "statement", "time"), rules=("CR-3", "CR-6", "CR-2")
    ),
    Entry.OVERDUE_TIME: Route(
        entry=Entry.OVERDUE_TIME, disputable=True, steps=_CORRECT, rules=("CR-2", *_CORRECT_RULES)
    ),
}


def dispute_route(entry: Entry) -> Route:
    """What to do about an entry: a wrong or incomplete one is disputed, a true one gets a statement and time.

    Rules: CR-1, CR-2, CR-3, CR-6 to CR-9, CR-13.

    >>> dispute_route(Entry.WRONG).disputable, dispute_route(Entry.TRUE).disputable
    (True, False)
    """
    return ROUTES[entry]


class Handover(Frozen):
    """After a guarantor paid: the lender's account and the guarantor's, each with its own clock."""

    lender: Retention
    guarantor: Retention
    citations: tuple[Citation, ...]


def handover(compensated_on: date, repaid_on: date | None) -> Handover:
    """The two clocks after a guarantor paid the lender on ``compensated_on``.

    By our reading the lender's overdue state ends that day; the guarantor's own entry lives until
    the guarantor is repaid in full on ``repaid_on`` (None while it is not). Rules: RPT-5, CC-18 and
    those of ``retention``.

    >>> handover(date(2026, 3, 1), None).guarantor.last_day is None
    True
    """
    return Handover(
        lender=retention(compensated_on),
        guarantor=retention(repaid_on),
        citations=LAW.cites(("RPT-5", "CR-2", "CR-3")),
    )
