"""The page that prints the law shelf: rules as of a day, their values, documents, and what is not known."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from overdue.casefile.fields import shown
from overdue.casefile.keys import FIRST_DAY, LAST_DAY, Field
from overdue.exports.shelf import shelf_csv, shelf_json
from overdue.law import LAW, Rule, Value
from overdue.model import Text
from overdue.tables import sources as tables
from overdue.ui import fields, parts, state

MOST = 15
OPEN = (
    "lpr", "standard", "line", "day_count", "list_period", "codes", "hotline", "classes", "interpretation",
    "regulation", "platform", "repair", "credit_regulation", "disclosure", "consumer_finance", "halving",
)  # fmt: skip
COLOURS = {"force": "green", "later": "blue", "ended": "gray"}


def page() -> None:
    """Draw one rule if the address names it, else the search, the topics, and what is not known."""
    w = state.reader()
    asked, on = state.own("rule").upper(), _asked_day()
    if asked in LAW.rules:
        st.title(w.text(LAW.rule(asked).title), anchor=False)
        _rule(asked, on)
        _day(on)
        parts.door("sources", label=w("sources.find.all"))
        return
    st.title(w("sources.title"), anchor=False)
    if asked:
        st.warning(w("sources.find.unknown", given=shown(asked)))
    st.caption(_counted(on))
    found = _search()
    if found is not None:
        _listed(found, w("sources.find.count", count=len(found)) if found else w("sources.find.none"))
    topics = dict.fromkeys(rule.topic for rule in LAW.rules.values())
    draws = {topic: partial(_listed, tables.find("", topic)) for topic in topics}
    parts.questions("sources", draws)
    st.markdown(f"**{w('sources.open.heading')}**")
    more = {"unsure": _unsure, "assumed": _assumed, "documents": _documents, "day": lambda: _day(on)}
    parts.questions("sources", {**more, "take": lambda: _downloads(on)}, "day" if on != state.today() else None)
    _review()
    parts.onward("claims", "trust", "glossary")


def _asked_day() -> date:
    """The day whose law is shown: the one in the address, else today; today is not written there."""
    given = state.own("law_on")
    try:
        on = date.fromisoformat(given) if given else state.today()
    except ValueError:
        st.warning(state.reader()("sources.find.bad_day", given=shown(given)))
        on = state.today()
    return min(max(on, FIRST_DAY), LAST_DAY)


def _counted(on: date) -> str:
    counts = Counter(tables.state_on(rule, on) for rule in LAW.rules.values())
    held = {name: counts[name] for name in ("force", "later", "ended")}
    return state.reader()("sources.headline", day=on, total=len(LAW.rules), **held)


def _search() -> tuple[str, ...] | None:
    """The rules that hold what is typed; None while nothing is asked."""
    w = state.reader()
    text = st.text_input(
        w("sources.find.text"), key="sources_text", type="search", live=True, placeholder=w("sources.find.text"),
        label_visibility="collapsed",
    )  # fmt: skip
    return tables.find(text, "") if text.strip() else None


def _listed(found: Sequence[str], above: str = "") -> None:
    """Rules as lines to open."""
    w = state.reader()
    if above:
        st.caption(above)
    most = MOST if above else len(found)
    with st.container(gap=None):
        for name in found[:most]:
            label = f"{w.text(LAW.rule(name).title)} :small[:gray[{name}]]"
            parts.door("sources", label=label, icon=None, width="stretch", rule=name)
    if len(found) > most:
        st.caption(w("sources.find.first", count=MOST))


def _day(on: date) -> None:
    """The day to look at, and the way back to today."""
    w, now = state.reader(), state.today()
    fields.ask("law_on", Field("day"), w("sources.find.day"), on, _put_day)
    if on != now:
        label = w("sources.find.back_to_today", day=now)
        st.button(label, key="law_today", on_click=state.set_own, args=("law_on", ""))


def _put_day(text: str) -> None:
    state.set_own("law_on", "" if text == state.today().isoformat() else text)


def _review() -> None:
    """Say which rules are past the day by which they should have been looked at again."""
    w, now = state.reader(), state.today()
    past = [(name, rule.review_by) for name, rule in LAW.rules.items() if rule.review_by and rule.review_by < now]
    if past:
        named = w.listed(w("sources.review_one", rule=name, day=day) for name, day in past)
        st.info(w("sources.review", rules=named))


def _rule(name: str, on: date) -> None:
    """One rule: what it says, its document, its standing, its values on the day."""
    w, rule = state.reader(), LAW.rule(name)
    held = tables.state_on(rule, on)
    with st.container(key=f"rule_{name}"):
        st.markdown(_literal(w.text(rule.says)))
        st.badge(w(f"sources.state.{held}"), color=COLOURS[held])  # type: ignore[arg-type]
        st.markdown("  \n".join(_lines(rule)))
        for named, value in rule.values.items():
            if tables.told(value):
                _value(name, named, value, on)


def _literal(text: str) -> str:
    """A text whose asterisks are asterisks, as one of the report's codes is."""
    return text.replace("*", r"\*")


def _lines(rule: Rule) -> list[str]:
    w, source = state.reader(), LAW.sources[rule.source]
    number = w("sources.rule.number", number=Text(zh=source.number, en=source.number)) if source.number else ""
    said = [
        w("sources.rule.document", title=source.title, number=number, clause=rule.clause, issuer=source.issuer),
        f"{w(f'force.{source.force}')} · {w(f'standing.{rule.standing}')}",
        w("sources.rule.since", since=rule.since, checked=rule.checked),
    ]
    if rule.ended:
        said.append(w("sources.rule.until", ended=rule.ended))
    if rule.review_by:
        said.append(w("sources.rule.review_by", day=rule.review_by))
    told = {field: getattr(rule, field) for field in ("applies", "excludes", "note")}
    said += [w(f"sources.rule.{field}", said=text) for field, text in told.items() if text is not None]
    said += [w("sources.rule.also", title=LAW.sources[b.source].title, clause=b.clause) for b in rule.also]
    return said


def _value(rule: str, name: str, value: Value, on: date) -> None:
    w, row = state.reader(), value.row(on)
    called = w(f"sources.name.{name}")
    if row is None:
        st.markdown(w("sources.rule.no_value", name=called))
    else:
        st.markdown(
            w(
                "sources.rule.value",
                name=called,
                value=_literal(tables.row_text(row, value, w)),
                since=row.since,
                use=w(f"sources.rule.{'live' if value.live else 'told'}"),
            )
        )
    if len(value.rows) > 1:
        with st.expander(w("sources.rule.earlier"), key=f"earlier_{rule}_{name}"):
            parts.table(tables.values(value, w, _column), w("sources.rule.earlier"))


def _column(name: str) -> str:
    return state.reader()(f"sources.column.{name}")


def _unsure() -> None:
    """What could not be verified."""
    w = state.reader()
    st.markdown(w("sources.open.intro"))
    st.markdown("\n".join(f"- {w(f'sources.open.item.{key}')}" for key in OPEN))
    st.caption(w("sources.open.searched"))


def _assumed() -> None:
    """What is therefore only assumed."""
    w = state.reader()
    for held in LAW.assumptions.values():
        st.markdown(w("sources.open.assumption", name=held.name, says=held.says, why=held.why, confirm=held.confirm))


def _documents() -> None:
    parts.table(tables.documents(state.reader(), _column), state.reader()("sources.q.documents"))


def _downloads(on: date) -> None:
    w, stamp = state.reader(), parts.stamp(figures=False)
    parts.download(w("sources.download.csv"), shelf_csv(on, w, stamp), "law.csv", "law_csv")
    parts.download(w("sources.download.json"), shelf_json(stamp), "law.json", "law_json")
