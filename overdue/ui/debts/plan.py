"""One budget divided: the sum that moves, the ways beside each other, who gets what in which month."""

from decimal import Decimal

import streamlit as st

from overdue.casefile import FIELDS, check, needs
from overdue.charts import debts as charts
from overdue.debts import Debts
from overdue.household import Division, Way
from overdue.model import ZERO, OverdueError
from overdue.tables import debts as tables
from overdue.tables import dividing
from overdue.tables import ways as one_way
from overdue.ui import fields, mover, parts, state
from overdue.ui.all_debts import all_debts
from overdue.ui.debts import choices
from overdue.words import words

MONEY = ("income", "needs", "savings")


@fields.alone
def draw() -> None:
    """Everything the budget changes."""
    state.publish("debts")
    w, debts = state.reader(), all_debts()
    if not state.staged():
        st.markdown(f"**{w('debts.budget.title')}**")
        with st.container(key="budget_free"):  # it says more or less, and nothing under it is drawn anew for that
            fields.guarded(lambda: _free(debts))
    place = st.container(key="ways")  # the sums are worked out last, so that nobody waits for them
    parts.questions("debts", {"money": _money}, None if debts.account.is_example or debts.free is not None else "money")
    found = fields.guarded(debts.divided)
    draws = choices.questions(debts, found)
    if found is not None and not state.staged():  # one picture before a room
        many, example = len(found.debts) > charts.MANY, debts.account.is_example
        if not example:  # what does not work out, and whom to pay first, is never folded away
            fields.guarded(lambda: _way(debts, found))
        if many or example:
            draws = {"strips": lambda: fields.guarded(lambda: _drawn(debts, found, example)), **draws}
        else:
            fields.guarded(lambda: _strips(debts, found))
    parts.questions("debts", draws, "nothing" if choices.carries_nothing(debts) else None)
    if found is not None:
        parts.cite(found.citations)
        with place:
            fields.guarded(lambda: _mover(debts))
            if not state.staged():
                _typed(debts)


def _money() -> None:
    """What comes in, what must go out, what lies there."""
    with st.container(key="budget"):
        fields.grid(*((fields.number, name, 100.0) for name in MONEY))
        w, case = state.reader(), state.case()
        if not case.story and not st.session_state.budget_shared and any(getattr(case, name) for name in MONEY):
            st.caption(w("debts.budget.lost"))
        with st.expander(w("debts.budget.parts_title"), type="compact", key="parts_table", on_change="rerun") as block:
            if block.open:
                st.caption(w("debts.budget.parts"))
                fields.grid(*((_part, name) for name in needs.PARTS))
        title = w("debts.budget.lump_title")
        with st.expander(title, type="compact", key="lump_table", on_change="rerun") as block:
            if block.open:
                _lump()


def _part(name: str) -> None:
    """One part of what a month needs, with the sum that follows it."""
    label, held = state.reader()(f"fields.spending.{name}"), needs.parts(state.case()).get(name)
    fields.ask(f"part_{name}", FIELDS["needs"], label, held, lambda text: _put(name, text), step=100.0)


def _put(name: str, text: str) -> None:
    amount = check("needs", text) if text else None
    made = needs.with_part(state.case(), name, amount if isinstance(amount, Decimal) else None)
    state.keep(state.case().edited(spending=made.spending, needs=made.needs))


def _lump() -> None:
    """Lump sums to come, one at a time; one of a day that is over counts no more, and says so."""
    w, case = state.reader(), state.case()
    st.caption(w("debts.budget.lump"))
    fields.payments("helps")
    for lump in case.helps:
        if lump.paid_on < case.as_of:
            error = OverdueError("household.help_before", given=lump.paid_on, as_of=case.as_of)
            st.warning(fields.sentence(error))


def _free(debts: Debts) -> None:
    """What a month leaves, and whether it carries the sum."""
    w, free = state.reader(), debts.free
    if free is None:
        st.caption(w("debts.budget.unknown"))
        if debts.case.monthly is None:
            found = debts.divided()
            code = "start" if found.done_on and not found.unrated else "start_open"
            count = sum(1 for row in found.months if row.number and row.paid)
            st.markdown(w(f"debts.budget.{code}", monthly=w.yuan(debts.monthly), count=count))
    elif free <= 0:
        st.markdown(w("debts.budget.lacking", amount=w.yuan(-free)) if free else w("debts.budget.nothing"))
    else:
        lines = [w("debts.budget.free", amount=w.yuan(free))]
        short = debts.divided().first_short
        if debts.monthly > free and short is not None and short.kind == "income":
            told = {"monthly": w.yuan(debts.monthly), "free": w.yuan(free), "missing": w.yuan(short.missing)}
            lines.append(w("debts.budget.above", month=w.month(short.on), **told))
        st.markdown(w.together(lines))


def _mover(debts: Debts) -> None:
    plain = words(debts.case.lang)
    of, brief = (dividing.of(debts), state.staged()), state.staged()
    mover.draw("monthly", of, dividing.at(debts), lambda: dividing.divided(debts, plain, brief))


def _typed(debts: Debts) -> None:
    """The sum under the finger, to type."""
    label, field = state.reader()("fields.monthly.label"), FIELDS["monthly"]
    fields.ask("monthly", field, label, debts.monthly, lambda text: state.take("monthly", text), step=100.0)


def _drawn(debts: Debts, found: Division, example: bool) -> None:
    """The payments as strips, in an example with the way they follow."""
    if example:
        _way(debts, found)
    _strips(debts, found)


def _way(debts: Debts, found: Division) -> None:
    """One way to choose, what does not work out on it, and whom to pay first."""
    w = state.reader()
    st.session_state["way"] = debts.way.value
    st.selectbox(
        w("debts.picture.title"),
        [way.value for way in debts.ways],
        format_func=lambda code: one_way.way_name(Way(code), len(debts.debts), w),
        key="way",
        on_change=lambda: state.change("way", st.session_state["way"]),
    )
    if debts.case.way and debts.picture is not None and debts.picture.unknown:
        st.markdown(w("debts.how.unknown"))
    told = debts.free is not None and debts.monthly > debts.free  # what is lacking stands above
    trouble = list(one_way.trouble(debts, found, w, income=not told))
    if trouble:
        st.markdown(w.together(trouble))
    if first := one_way.first_payment(debts, found, w):
        st.markdown(first)
    if idle := one_way.idle(debts, found, w):
        st.markdown(idle)


def _strips(debts: Debts, found: Division) -> None:
    """The payments of one way as strips, a row a debt."""
    if not any(row.paid.get(course.key, ZERO) for row in found.months for course in found.debts):
        return
    w = state.reader()
    sentence = w.together(one_way.told(debts, found, w))
    done = {course.key: course.done_on for course in found.debts}
    titles = {
        key: w(
            "debts.picture.row_least" if found.unrated else "debts.picture.row",
            name=tables.name(debts, key, w),
            done=one_way.done(found, day, w),
        )
        if day
        else w("debts.picture.row_open", name=tables.name(debts, key, w))
        for key, day in done.items()
    }
    figure = charts.strips(one_way.strips(found), parts.look(), titles)
    alt = w("debts.picture.alt", way=one_way.way_name(found.way, len(found.debts), w), sentence=sentence)
    parts.figure(figure, alt, "debts_strips", lambda: one_way.courses(debts, found, w))
