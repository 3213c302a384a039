"""What may still be asked about a budget: each way in words, the own order, offers, talking first, help."""

import streamlit as st

from overdue.debts import Debts
from overdue.household import Division, Way
from overdue.law import LAW
from overdue.model import ZERO
from overdue.proposal import LumpSum
from overdue.tables import debts as tables
from overdue.tables import ways as one_way
from overdue.ui import fields, parts, state
from overdue.ui.all_debts import all_debts
from overdue.ui.debts import letter, take

MOST_MONTHS = 12  # listed; the workbook has them all
PILOTS = ("PLAN-1", "PLAN-2", "PLAN-3", "PLAN-7", "PLAN-9", "PLAN-10")


def carries_nothing(debts: Debts) -> bool:
    """Whether there is nothing to divide, or no way ends within the years looked at."""
    return not debts.monthly or (debts.free is not None and debts.free <= 0)


def questions(debts: Debts, found: Division | None) -> dict[str, parts.Draw]:
    """The questions that have an answer here, by name."""
    draws: dict[str, parts.Draw] = {}
    if found is not None:
        draws["ways"] = lambda: _ways(debts)
        if debts.offered:
            draws["offers"] = lambda: fields.guarded(lambda: _offers(debts))
        if len(debts.debts) > 1:
            draws["order"] = lambda: _order(debts)
        draws["months"] = lambda: _months(debts, found)
    draws["nothing"] = lambda: _nothing(debts)
    if found is not None:
        draws |= {
            "letter": lambda: fields.guarded(lambda: letter.draw(debts, found)),
            "take": lambda: take.draw(debts, found),
            "how": lambda: _how(debts),
        }
    return draws


def _ways(debts: Debts) -> None:
    """Each way in its own sentence, with its figures; the cheapest is the cheapest of those computed."""
    w, ways = state.reader(), debts.compare()
    for way in debts.ways:
        division = ways.divisions[way]
        lines = [one_way.meaning(debts, way, w), *one_way.told(debts, division, w)]
        if way is Way.TALK and ways.talk_costs:
            code = "costs" if ways.talk_costs > 0 else "saves"
            lines.append(w(f"debts.says.{code}", amount=w.yuan(abs(ways.talk_costs))))
        st.markdown(w.together(lines))
    if not ways.open and ways.cheapest is not None and len(ways.ties) == 1:
        st.markdown(f"**{w('debts.says.cheapest', way=w(f'fields.way.{ways.cheapest}'))}**")
    st.caption(w("debts.how.cheapest"))


def _offers(debts: Debts) -> None:
    """Each offer, taken or left, with what it changes for the cheapest way."""
    w = state.reader()
    st.caption(w("debts.offer.written"))
    for number in debts.offered:
        offer, called = debts.debts[number].offer, tables.name(debts, number, w)
        case = debts.accounts[number].case
        if isinstance(offer, LumpSum):
            code = "lump" if offer.valid_until else "lump_open"
            label = w(f"debts.offer.{code}", name=called, day=offer.valid_until, amount=w.yuan(offer.amount or ZERO))
        else:
            each = w.yuan(case.deal_monthly or ZERO)
            label = w("debts.offer.plan", name=called, count=case.deal_months, each=each)
        st.session_state[f"take_{number}"] = number in debts.taken
        st.toggle(label, key=f"take_{number}", on_change=_switch, args=(number,))
        st.markdown(_worth(debts, number))


def _worth(debts: Debts, number: int) -> str:
    """What taking one offer changes, the others as they stand."""
    w = state.reader()
    left, taken = debts.compare(taken=debts.taken - {number}), debts.compare(taken=debts.taken | {number})
    short = next((s for d in taken.divisions.values() for s in d.shorts if s.key == str(number)), None)
    if short is not None:
        return w("debts.offer.cannot", amount=w.yuan(short.missing))
    if left.cheapest is None or taken.cheapest is None:
        return ""
    if debts.picture is not None and debts.picture.unknown:
        return w("debts.offer.unknown")
    change = taken.divisions[taken.cheapest].paid - left.divisions[left.cheapest].paid
    if not change:
        return w("debts.offer.same")
    return w("debts.offer.costs" if change > 0 else "debts.offer.saves", amount=w.yuan(abs(change)))


def _switch(number: int) -> None:
    taken = bool(st.session_state[f"take_{number}"])
    state.change("taken", all_debts().with_taken(number, taken) or "")


def _order(debts: Debts) -> None:
    """The own order, each debt one place ahead at a tap."""
    w = state.reader()
    for place, number in enumerate(debts.turns):
        called = tables.name(debts, number, w)
        with st.container(horizontal=True, vertical_alignment="center", key=f"turn_row_{number}"):
            st.markdown(called, width="stretch")
            label, help_ = ":material/arrow_upward:", w("debts.put", name=called)
            st.button(label, key=f"turn_{number}", help=help_, disabled=not place, on_click=_ahead, args=(number,))
    found = debts.divided(Way.OWN)
    st.markdown(w.together([one_way.by(found, w), *one_way.told(debts, found, w)]))


def _ahead(number: int) -> None:
    state.keep(state.case().edited(turns=all_debts().with_turn(number), way=Way.OWN.value))


def _months(debts: Debts, found: Division) -> None:
    """Who gets what in each of the first months."""
    st.markdown(one_way.by(found, state.reader()))
    st.markdown("\n".join(f"- {line}" for line in one_way.each_month(debts, found, state.reader(), MOST_MONTHS)))


def _nothing(debts: Debts) -> None:
    """Where no budget helps: hardship ways, the pilots, people; never new borrowing."""
    w = state.reader()
    st.markdown("\n".join(f"- {line}" for line in tables.help_lines(debts, parts.facts(), state.today(), w)))
    parts.door("timeline", label=w("timeline.part.help"), part="help")
    parts.cite(LAW.cites(PILOTS), key="basis_help")


def _how(debts: Debts) -> None:
    w = state.reader()
    lines = [w("debts.how.sentence", day=debts.as_of), w("debts.how.record"), w("debts.how.cheapest")]
    if debts.picture is not None and debts.picture.unknown:
        lines.append(w("debts.how.unknown"))
    st.markdown("\n".join(f"- {line}" for line in lines))
    parts.table(tables.listing(debts, w), w("debts.q.how"))
