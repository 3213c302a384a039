"""Was this call allowed? A collection call held against the rules of its own day."""

from collections.abc import Iterator, Mapping
from datetime import time

from overdue.law import LAW
from overdue.milestones.call import Bound, Call, CallCheck, Called, Caller, Finding, Next, Said, Verdict
from overdue.model import Lender, NotInForce

# What was said: rules, whether a breach for everyone (else only for whom the guideline binds), what to do.
_WORDS: dict[Said, tuple[tuple[str, ...], bool, tuple[Next, ...]]] = {
    Said.THREAT: (("COL-7", "COL-11", "COL-10"), True, (Next.LOG, Next.POLICE, Next.COMPLAIN)),
    Said.INSULT: (("COL-7", "COL-11", "COL-10"), True, (Next.LOG, Next.POLICE, Next.COMPLAIN)),
    Said.PUBLISH: (("COL-7", "COL-9", "COL-10"), True, (Next.LOG, Next.COMPLAIN, Next.POLICE)),
    Said.EXTRA_FEE: (("COL-7",), False, (Next.LOG, Next.COMPLAIN)),
    Said.BORROW: (("COL-7",), False, (Next.LOG, Next.COMPLAIN)),
    Said.ARREST: (("PLAN-6", "PLAN-4", "COL-7"), False, (Next.LOG, Next.READ_CRIME, Next.COMPLAIN)),
}
TELLS = (Said.TELL_WORK, Said.TELL_FAMILY, Said.TELL_CONTACTS)  # who else, they say, will be approached


def was_call_allowed(call: Call) -> CallCheck:
    """Hold a call against the rules on hours, persons, words and number of attempts.

    The rules are asked by the day of the call; one that did not exist yet is not held against it, and
    the finding says from when it is (``later``). A court's call is not collection. Rules: COL-3 to
    COL-11, COL-18, CC-9, CC-17 to CC-19, CC-21, HOT-4, HOT-6, JUD-21, JUD-23, PLAN-2, PLAN-4, PLAN-6, SCAM-6.

    >>> from datetime import date
    >>> call = Call(day=date(2026, 6, 1), at=time(22, 0), caller=Caller.AGENCY, lender=Lender.BANK)
    >>> [(f.key, f.verdict.value) for f in was_call_allowed(call).findings][0]
    ('hours_quiet', 'breach')
    """
    found = [*_who(call), *_hours(call), *_person(call), *_words(call), *_often(call)]
    return CallCheck(tuple(sorted(found, key=lambda f: list(Verdict).index(f.verdict))))


def rests_on(call: Call, untold: Mapping[str, object]) -> tuple[str, ...]:
    """Which things nobody told (``untold``: what they are without being taken for granted) a breach rests on.

    >>> from datetime import date
    >>> mother = Call(day=date(2026, 6, 1), lender=Lender.BANK, called=Called.FAMILY)
    >>> rests_on(mother, {"lender": None, "reachable": False}), rests_on(mother, {})
    (('lender', 'reachable'), ())
    """
    if Verdict.BREACH not in {f.verdict for f in was_call_allowed(call).findings}:
        return ()
    other = {name: was_call_allowed(call.model_copy(update={name: value})) for name, value in untold.items()}
    return tuple(name for name, check in other.items() if not check.findings or check.verdict is not Verdict.BREACH)


def _finding(
    call: Call, key: str, verdict: Verdict, bound: Bound, rules: tuple[str, ...], steps: tuple[Next, ...] = ()
) -> Finding:
    """A finding on the rules in force that day; without any, a breach is only an open question."""
    young = [rule for rule in rules if LAW.rule(rule).since > call.day and not rule.startswith("HOT")]
    held = tuple(rule for rule in rules if rule not in young)
    if not held and verdict is Verdict.BREACH:
        verdict = Verdict.UNCLEAR
    later = min((LAW.rule(rule).since for rule in young), default=None)
    return Finding(key, verdict, bound, steps, LAW.cites(held), later)


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
        yield _finding(call, "who_court", Verdict.UNCLEAR, Bound.COURTS, ("HOT-4", "JUD-21"), (Next.VERIFY_COURT,))
    if call.caller is Caller.OFFICIAL or Said.POSED in call.said:
        steps = (Next.LOG, Next.POLICE)
        yield _finding(call, "who_posed", Verdict.BREACH, Bound.EVERYONE, ("COL-7", "HOT-6"), steps)
    nameless = call.caller is Caller.UNKNOWN or Said.NO_NAME in call.said
    if nameless or (call.caller is not None and call.lender is None):
        rules, steps = ("COL-8", "CC-18", "SCAM-6"), (Next.ASK_WHO, Next.LOG)
        yield _finding(call, "who_unknown", Verdict.UNCLEAR, Bound.MEMBERS, rules, steps)
    elif call.caller in (Caller.AGENCY, Caller.LAWYER):
        key = f"who_{call.caller}"
        yield _finding(call, key, Verdict.WITHIN, Bound.HANDLERS, ("COL-8", "COL-9"), (Next.ASK_WHO,))


def _hours(call: Call) -> Iterator[Finding]:
    if call.at is None or call.caller is Caller.COURT:
        return
    try:
        opens = time.fromisoformat(LAW.value("COL-3", "quiet_to", call.day))
        closes = time.fromisoformat(LAW.value("COL-3", "quiet_from", call.day))
    except NotInForce:
        yield _finding(call, "hours_no_rule", Verdict.UNCLEAR, Bound.EVERYONE, ("COL-10",), (Next.LOG,))
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
    if call.called is None:
        return
    if call.called is Called.SELF:
        yield _finding(call, "person_self", Verdict.WITHIN, Bound.EVERYONE, ("COL-6", "CC-21"))
        return
    steps = (Next.LOG, Next.STOP_OTHERS, Next.COMPLAIN)
    told = Said.DISCLOSED in call.said or Said.ASKED_OTHERS in call.said
    if told:
        rules = ("COL-6", "COL-9", "COL-10", "CC-19")
        yield _finding(call, "person_told", Verdict.BREACH, Bound.HANDLERS, rules, steps)
    if call.told_to_stop or call.reachable:
        verdict, bound = _by_guideline(call)
        key = "person_stop" if call.told_to_stop else "person_reachable"
        yield _finding(call, key, verdict, bound, ("COL-6", "COL-10"), steps)
    elif not told:
        yield _finding(call, "person_message", Verdict.WITHIN, _guided(call), ("COL-6", "COL-18"), (Next.STOP_OTHERS,))


def _words(call: Call) -> Iterator[Finding]:
    verdict, bound = _by_guideline(call)
    for said in call.said:
        if said is Said.PRIVATE_ACCOUNT:
            steps = (Next.PAY_OFFICIAL, Next.ASK_WHO)
            rules = ("CC-18", "SCAM-6", "HOT-6")
            yield _finding(call, "said_private_account", Verdict.UNCLEAR, Bound.NOBODY, rules, steps)
        elif said is Said.PAY_NOW:
            changed, first = ("CC-17", "PLAN-2", "HOT-4"), (Next.PAPER_FIRST, Next.LOG, Next.VERIFY_COURT)
            yield _finding(call, "said_pay_now", Verdict.UNCLEAR, Bound.EVERYONE, changed, first)
        elif said is Said.WILL_SUE:
            suit = ("CC-9", "CC-21", "JUD-23", "HOT-4")
            yield _finding(call, "said_will_sue", Verdict.WITHIN, Bound.EVERYONE, suit, (Next.VERIFY_COURT,))
        elif said is Said.SEIZE:
            court = ("CC-21", "JUD-13", "HOT-4")
            yield _finding(call, "said_seize", Verdict.UNCLEAR, Bound.EVERYONE, court, (Next.VERIFY_COURT, Next.LOG))
        elif said is Said.VISIT:
            yield _visit(call, bound)
        elif said in TELLS:
            yield _told(call, said, bound)
        elif said in _WORDS:
            yield _forbidden(call, said, (verdict, bound))


def _visit(call: Call, bound: Bound) -> Finding:
    """Coming home: for whom the guideline binds its conditions; for others the law that is everybody's."""
    steps = (Next.LOG, Next.POLICE)
    if bound is Bound.MEMBERS:
        return _finding(call, "said_visit", Verdict.UNCLEAR, bound, ("COL-8", "COL-3", "COL-9"), steps)
    return _finding(call, "said_visit_soft", Verdict.UNCLEAR, Bound.EVERYONE, ("COL-10", "COL-9"), steps)


def _told(call: Call, said: Said, bound: Bound) -> Finding:
    """Others, they say, will be approached: the guideline bars it; for others the law on telling them of a debt."""
    steps = (Next.LOG, Next.STOP_OTHERS, Next.COMPLAIN)
    if bound is Bound.MEMBERS:
        return _finding(call, f"said_{said}", Verdict.BREACH, bound, ("COL-6", "COL-9", "COL-10"), steps)
    return _finding(call, "said_tell_soft", Verdict.UNCLEAR, Bound.HANDLERS, ("COL-9", "COL-10"), steps)


def _forbidden(call: Call, said: Said, by_guideline: tuple[Verdict, Bound]) -> Finding:
    """A finding on words that the guideline, and some of them the law, forbids."""
    rules, everyone, steps = _WORDS[said]
    verdict, bound = (Verdict.BREACH, Bound.EVERYONE) if everyone else by_guideline
    return _finding(call, f"said_{said}", verdict, bound, rules, steps)


def _often(call: Call) -> Iterator[Finding]:
    verdict, bound = _by_guideline(call)
    steps = (Next.LOG, Next.COMPLAIN)
    for key, rule, name, count in (
        ("often_attempts", "COL-4", "attempts_per_day", call.attempts),
        ("often_answered", "COL-5", "connected_calls_per_day", call.answered),
    ):
        if count is None:
            continue
        try:
            most: int = LAW.value(rule, name, call.day)
        except NotInForce:
            yield _finding(call, "often_no_rule", Verdict.UNCLEAR, Bound.EVERYONE, ("COL-10",), (Next.LOG,))
            continue
        if count <= most:
            yield _finding(call, f"{key}_within", Verdict.WITHIN, bound, (rule,))
        elif rule == "COL-5":
            yield _finding(call, key, Verdict.UNCLEAR, Bound.ADVICE, (rule, "COL-10"), steps)
        else:
            yield _finding(call, key, verdict, bound, (rule, "COL-10"), steps)
