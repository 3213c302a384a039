"""What a household takes away: the statement, the workbook, the calendar of payments; each can be copied too."""

import streamlit as st

from overdue.casefile import needs
from overdue.debts import Debts
from overdue.exports.calendar import Entry, division_entries
from overdue.exports.household import workbook
from overdue.exports.statement import statement_docx, statement_text
from overdue.household import Division, near_days
from overdue.tables import debts as tables
from overdue.tables import ways as one_way
from overdue.ui import keep, parts, state
from overdue.words import words


def names_of(debts: Debts) -> dict[str, str]:
    """What each debt is called in a document, by its key."""
    w = words(debts.case.lang)
    return {str(number): tables.name(debts, number, w) for number in debts.debts}


def draw(debts: Debts, found: Division) -> None:
    """Each file under its name; made only when it is asked for."""
    w, note, names, household = state.reader(), parts.stamp(), names_of(debts), debts.household
    if household is None:
        return
    plain = words(debts.case.lang)

    def statement() -> bytes:
        return statement_docx(household, found, debts.as_of, plain, names, note, needs.shown(debts.case))

    st.markdown(w("debts.take.statement_says", way=one_way.way_name(found.way, len(found.debts), w)))
    parts.save(w("debts.take.statement"), statement, "debts.docx", "debts_statement")
    parts.twin("debts_statement", lambda: statement_text(statement()))

    def book() -> bytes:
        return workbook(household, found, debts.as_of, plain, note, names)

    parts.save(w("bill.workbook.download"), book, "debts.xlsx", "debts_workbook")
    data = parts.csv(tables.listing(debts, w)) + parts.csv(one_way.months(debts, found, w))
    parts.download(w("common.csv"), data, "debts.csv", "debts_csv")

    def dated() -> tuple[Entry, ...]:
        return division_entries(found, names, plain, near_days(household, debts.as_of))

    label, name = (
        one("debts.take.calendar", way=one_way.way_name(found.way, len(found.debts), one)) for one in (w, plain)
    )
    parts.calendar(label, "debts.ics", "debts_ics", name, "household", dated)
    parts.door("handout", label=w("handout.link_budget"), of="budget")
    st.caption(w("debts.take.file"))
    keep.save("debts_case")
