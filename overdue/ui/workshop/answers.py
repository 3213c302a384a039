"""Answers in words: an option, a truth with its unit, the space in which a guess was counted."""

from decimal import Decimal

from overdue import lesson
from overdue.claims import Verdict
from overdue.household import Way
from overdue.lesson import Step
from overdue.model import OverdueError
from overdue.rooms import Question
from overdue.ui import state


def option(name: str) -> str:
    """One of the answers to choose from, in words."""
    if name in list(Way):
        return state.reader()(f"fields.way.{name}")
    key = f"claims.verdict.{name}" if name in list(Verdict) else f"workshop.option.{name}"
    return state.reader()(key)


def named(now: Step, truths: tuple[str, ...]) -> str:
    """The answer in words, a sum or a number with its unit; all of them where several are equal."""
    w, given = state.reader(), truths[0]
    if now.kind == "choice":
        return w.listed(option(one) for one in truths)
    return w.yuan(Decimal(given)) if now.unit == "yuan" else w(f"workshop.unit.{now.unit}", number=given)


def answer(now: Step) -> str:
    """The answer of a step for whoever leads, with what each of its options comes to; empty while there is none."""
    w, account = state.reader(), state.account()
    if now.of_case and account.missing:
        return ""
    try:
        truths, sums = lesson.truths(now, account, state.today()), each(now)
    except OverdueError:
        return ""
    return w("workshop.answer_of", answer=named(now, truths), each=sums) if sums else named(now, truths)


def each(now: Step) -> str:
    """What each option of a step comes to; empty where its answers are no sums. Raises as the account does."""
    w, sums = state.reader(), lesson.sums(now, state.account(), state.today())
    said = [w("common.labelled", label=option(name), value=w.yuan(amount)) for name, amount in sums.items()]
    return w.clauses(said) if said else ""


def space(question: Question, name: str) -> str:
    """The name of a space between two edges, or of an option."""
    w, edges = state.reader(), question.edges
    if question.kind == "choice":
        return option(name)
    place, whole = int(name), question.unit != "yuan"  # years and days are guessed whole
    low = edges[place - 1] if place else None
    high = edges[place] - (whole and place > 0) if place < len(edges) else None
    last = w(f"workshop.unit.{question.unit}", number=w.number(edges[-1] if high is None else high, 0))
    if low is None:
        return w("workshop.space.below", high=last)
    if high is None:
        return w("workshop.space.from", low=last)
    return last if whole and low == high else w("workshop.space.between", low=w.number(low, 0), high=last)
