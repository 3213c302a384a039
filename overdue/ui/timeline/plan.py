"""The days of a debt: how long overdue, what has a day, what may come at any time, what articles claim."""

import streamlit as st

from overdue.exports.calendar import Entry
from overdue.milestones import Binding, Milestone
from overdue.periods import overdue_days
from overdue.tables import dated
from overdue.tables import timeline as tables
from overdue.ui import fields, mover, parts, state
from overdue.ui.timeline import start

QUESTIONS = ("first", "stages", "figures", "calendar", "outside")
DATED = ("due", "next_due", "extension", "record_if_paid", "record_gone")  # a calendar holds a day, no possibility


def page() -> None:
    """Draw this part."""
    account = state.account()
    if account.missing:
        parts.ask_first()
        parts.questions("timeline", {"first": start.draw, "outside": start.outside})
        return
    found = account.milestones
    _answer(found)
    fixed = tables.fixed(found)
    _picture(fixed)
    _group("fixed", fixed)
    _group("any_time", tables.any_time(found))
    parts.questions(
        "timeline",
        {
            "first": start.draw,
            "stages": lambda: _stages(found),
            "figures": _figures,
            "calendar": lambda: _calendar(found),
            "outside": start.outside,
        },
    )
    parts.cite([c for m in found for c in m.citations])


def _answer(found: tuple[Milestone, ...]) -> None:
    """How many days overdue, and that no rule knows stages."""
    w, account = state.reader(), state.account()
    due = account.overdue_since
    settled = next((m.day for m in found if m.key == "settled"), None)
    coming = next((m.day for m in found if m.key == "due"), None)
    kind = "settled" if settled else "late" if due else "not_yet"
    days = {"due": due or coming, "as_of": account.as_of, "settled": settled}
    late = overdue_days(due, account.as_of) if due else 0
    label = w(f"timeline.answer.{kind}.label", **days)
    parts.answer(
        label, w(f"timeline.answer.{kind}.figure", count=late, **days), w(f"timeline.answer.{kind}.says", **days)
    )


def _picture(fixed: tuple[Milestone, ...]) -> None:
    """The fixed days on their axis; a tap, a finger or a key on a mark tells what it is."""
    w, as_of, held = state.reader(), state.account().as_of, parts.facts()
    if fixed:
        of = (fixed, as_of, w.lang)
        mover.draw("dated", of, dated.at(fixed, as_of), lambda: dated.moving(fixed, as_of, w, held))


def _group(name: str, found: tuple[Milestone, ...]) -> None:
    w = state.reader()
    if found:
        st.header(w(f"timeline.group.{name}"), anchor=False)
        with st.container(gap=None):
            for m in found:
                _entry(m)


def _entry(m: Milestone) -> None:
    """One entry in full, behind its name."""
    w, held = state.reader(), parts.facts()
    name = tables.says(m, "name", w, held)
    label = (
        name
        if m.day is None and m.kind is not Binding.CLAIMED
        else w("timeline.entry", when=tables.when(m, w), name=name)
    )
    with st.expander(label, key=f"entry_{m.key}", type="compact", on_change="rerun") as block:
        if not block.open:
            return
        head = tables.kind(m, w, "kind_long")
        lines = [w("timeline.head", when=tables.when(m, w), kind=head)]
        lines += [f"**{w(f'timeline.field.{f}')}** {tables.says(m, f, w, held)}" for f in tables.fields_of(m)]
        st.markdown("\n\n".join(lines))
        st.caption(w("timeline.basis_line", rules=tables.basis(m.citations, w)))


def _stages(found: tuple[Milestone, ...]) -> None:
    """What articles claim happens by days, each beside the rule; a line each, for it stands folded already."""
    w, held = state.reader(), parts.facts()
    st.markdown(w("timeline.claims"))
    for m in found:
        if m.kind is Binding.CLAIMED:
            said = [w("timeline.entry", when=tables.when(m, w), name=tables.says(m, "name", w, held))]
            said += [tables.says(m, field, w, held) for field in ("what", "means")]
            said.append(
                f":small[{tables.claim_label(m, w)} · {w('timeline.basis_claim', rules=tables.basis(m.citations, w))}]"
            )
            st.markdown(f"- **{said[0]}**  \n  " + "  \n  ".join(said[1:]))


def _figures() -> None:
    """What the days rest on, to be changed, and the day looked at."""
    if state.case().rows:
        fields.listed()
    fields.grid(
        (fields.day, "due_on"),
        (fields.day, "as_of"),
        (fields.choice, "lender"),
        (fields.number, "missed"),
        (fields.day, "accelerated_on"),
    )
    fields.look_at_today()


def _calendar(found: tuple[Milestone, ...]) -> None:
    """The coming days that are certain, as a calendar file; the days as a table."""
    w, case = state.reader(), state.case()
    entries = reminders(found)
    if entries:
        st.caption(w("timeline.calendar_note"))
        seed = f"timeline|{case.lender}|{case.contract_on}|{case.due_on}"
        label, name = w("timeline.calendar"), w("timeline.calendar_name")
        parts.calendar(label, "timeline.ics", "timeline_ics", name, seed, lambda: entries)
    else:
        st.markdown(w("timeline.calendar_none"))
    frame = tables.table(found, w, parts.facts())
    parts.entries(frame)
    parts.download(w("common.csv"), parts.csv(frame), "timeline.csv", "timeline_csv")


def reminders(found: tuple[Milestone, ...]) -> list[Entry]:
    """What lies ahead with a certain last day; no claim, nothing that is only possible or "not before"."""
    w, account, held = state.reader(), state.account(), parts.facts()
    from_day = max(account.as_of, state.today())
    return [
        Entry(m.key, m.end, tables.says(m, "name", w, held), tables.says(m, "today", w, held), 3)
        for m in found
        if m.key in DATED and m.end is not None and not m.not_before and m.end > from_day
    ]
