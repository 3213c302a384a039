"""The page on how what is owed grows: asks, draws, cites."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from overdue.accrual import Ledger, next_month
from overdue.casefile.unknowns import case_band, ranges
from overdue.charts import penalty as charts
from overdue.law.lines import room_below
from overdue.model import ZERO
from overdue.periods import add_period
from overdue.tables import penalty as tables
from overdue.ui import fields, parts, state


def page() -> None:
    """Draw the page."""
    parts.opening("penalty")
    ledger = fields.beside(_controls, _answer)
    if ledger is not None:
        _working(ledger)


def _answer() -> Ledger:
    """The sentence and its chart."""
    w, case, account = state.reader(), state.case(), state.account()
    loan, ledger = account.loan, account.ledger
    sentence = headline(ledger)
    parts.headline(sentence)
    growing = bool(ledger.total) and st.toggle(w("penalty.growth_only"), key="growth_only")
    frame = tables.growth(loan, case.as_of, account.payments, account.order)
    names = {name: w(f"penalty.legend_{name}", amount=w.yuan(getattr(ledger, name))) for name in tables.COMPONENTS}
    rate = ledger.ceiling.annual_rate if ledger.ceiling else None
    names |= {"line": w("penalty.line_name", rate=w.percent(rate)) if rate is not None else ""}
    names |= {"due": w("penalty.mark_due"), "paid": w("penalty.mark_paid"), "today": w("penalty.mark_today")}
    paid = [p.paid_on for p in account.payments]
    days = {*loan.due_days(), *paid, *(add_period(case.as_of, months=months) for months in range(13))}
    parts.figure(
        charts.growth(frame, parts.look(), names, case.as_of, loan.due_days(), paid, growing),
        sentence,
        "growth",
        lambda: tables.points(frame, days, w),
    )
    _remarks(ledger)
    return ledger


def _working(ledger: Ledger) -> None:
    """The line, the maths in three depths, the rules, and where to go next."""
    w = state.reader()
    _line(ledger)
    if ledger.total:
        parts.table(tables.parts(ledger, w), w("penalty.section.parts"))
    parts.maths(w("penalty.maths.sentence"), lambda: _formulas(ledger), lambda: _rows(ledger))
    parts.cite(ledger.citations)
    parts.onward("bill", "proposals", "credit")


def headline(ledger: Ledger) -> str:
    """The answer in one sentence."""
    w, case = state.reader(), state.case()
    if not ledger.instalments:
        return w("penalty.headline_none", day=case.as_of, due=min(i.due_on for i in ledger.loan.instalments))
    if not ledger.total:
        return w("penalty.headline_clear", day=case.as_of)
    if not rate_known():
        band, line = case_band(case), next(span.high for span in ranges(case) if span.name == "rate")
        if band is not None:
            ends = {"low": w.yuan(band.low), "high": w.yuan(band.high), "line": w.percent(Decimal(line) / 100)}
            return w("penalty.headline_no_rate", day=case.as_of, total=w.yuan(ledger.total), **ends)
    month = w.yuan(next_month(ledger).grows)
    return w(
        "penalty.headline", day=case.as_of, total=w.yuan(ledger.total), penalty=w.yuan(ledger.penalty), month=month
    )


def rate_known() -> bool:
    """Whether there is a rate to count penalty by."""
    return state.account().rate_known


def assumptions() -> None:
    """What stands in for the terms that are not known."""
    w, case = state.reader(), state.case()
    spans = ranges(case)
    if spans:
        how = [w(f"penalty.stands_in.{span.name}", usual=span.usual) for span in spans]
        names = " · ".join(w(f"fields.{span.name}.label") for span in spans)
        st.info(w("penalty.assumed", names=names, how=w("penalty.between").join(how)))


def _remarks(ledger: Ledger) -> None:
    """The case in a line, and what the headline leaves out."""
    w, case = state.reader(), state.case()
    rate = w("fields.unknown") if case.rate is None else w.percent(case.rate / 100)
    lender = w(f"fields.lender.{case.lender}")
    said = [
        w(
            "penalty.case_line",
            lender=lender,
            principal=w.yuan(case.principal or ZERO),
            rate=rate,
            due=case.due_on,
            missed=case.missed,
            day=case.as_of,
        )
    ]
    besides = next_month(ledger).falls_due
    if case.slipped():
        said.append(w("penalty.slipped", count=case.slipped()))
    if ledger.not_due:
        said.append(w("penalty.not_due", amount=w.yuan(ledger.not_due)))
    if besides > ZERO:
        said.append(w("penalty.more_due", amount=w.yuan(besides)))
    if ledger.surplus:
        said.append(w("penalty.surplus", amount=w.yuan(ledger.surplus)))
    st.markdown("  \n".join(said))
    assumptions()


def _line(ledger: Ledger) -> None:
    """What the reference line is for this lender, and where the figures stand to it."""
    w, line = state.reader(), ledger.ceiling
    if line is None or line.annual_rate is None or ledger.line is None or ledger.over_line is None:
        st.markdown(w(f"penalty.{ledger.line_reason}"))
        return
    rate = w.percent(line.annual_rate)
    said = [w(f"penalty.line.{kind}", rate=rate) for kind in line.kinds]
    if rate_known():
        key = "above" if ledger.over_line else "below"
        said.append(w(f"penalty.line.{key}", line=w.yuan(ledger.line), over=w.yuan(ledger.over_line)))
    if ledger.penalty_rate > line.annual_rate:
        room = room_below(line.annual_rate, ledger.loan.contract_on)
        contract = w.percent(ledger.loan.annual_rate)
        said.append(
            w(
                "penalty.line.pen7",
                rate=contract,
                penalty=w.percent(ledger.penalty_rate),
                line=rate,
                room=w.percent(room),
            )
        )
    st.markdown(w.together(said))


def _formulas(ledger: Ledger) -> list[str]:
    w, terms = state.reader(), ledger.loan.penalty
    if terms.daily_rate is not None:
        lines = [w("penalty.maths.daily", daily=w.percent(terms.daily_rate))]
    else:
        uplift = ledger.penalty_rate / ledger.loan.annual_rate - 1 if ledger.loan.annual_rate else ZERO
        lines = [
            w(
                "penalty.maths.rate",
                rate=w.percent(ledger.loan.annual_rate),
                uplift=w.percent(uplift),
                penalty=w.percent(ledger.penalty_rate),
            )
        ]
    for s in [s for s in ledger.segments if s.kind != "paid"][:6]:
        lines.append(
            w(
                "penalty.maths.row",
                number=s.instalment,
                kind=w(f"penalty.kind.{s.kind}"),
                base=w.yuan(s.base),
                rate=w.percent(s.rate),
                basis=terms.day_basis,
                days=s.days,
                amount=w.yuan(s.amount),
            )
        )
    return lines


def _rows(ledger: Ledger) -> None:
    w = state.reader()
    frame = tables.segments(ledger, w, lambda column: w(f"penalty.column.{column}"))
    parts.table(frame, w("common.maths_table"))
    adds_up = w("penalty.maths.adds_up", sum=w.yuan(sum((s.amount for s in ledger.segments), ZERO)))
    st.markdown(adds_up)
    parts.download(w("common.csv"), parts.csv(frame), "penalty.csv", "text/csv", "penalty_csv")


def _controls() -> None:
    """The figures of the case, next to the chart they change."""
    w = state.reader()
    with st.container(key="controls", border=True):
        st.markdown(f"**{w('penalty.section.basic')}**")
        fields.grid(
            (fields.day, "as_of"),
            (fields.day, "due_on"),
            (fields.number, "principal", 100.0),
            (fields.number, "missed"),
            (fields.number, "interest", 10.0),
            (fields.number, "remaining", 100.0),
            (fields.number, "rate", 1.0),
            (fields.number, "uplift", 10.0),
            (fields.choice, "lender"),
            (fields.day, "contract_on"),
            (fields.number, "fee", 1.0),
            (fields.number, "daily_rate", 0.01, 4),
        )
        fields.look_at_today()
        with st.expander(w("penalty.section.paid"), key="payments", on_change="rerun") as block:
            if block.open:
                fields.payments()
                fields.choice("order")
        with st.expander(w("penalty.section.terms"), key="terms", on_change="rerun") as block:
            if block.open:
                _terms()


def _terms() -> None:
    """What contracts add: bases, compounding, fixed damages, grace, and events of the whole loan."""
    rest = [(fields.choice, "rest", ("monthly", "quarterly"))] if state.case().compound == "all" else []
    fields.grid(
        (fields.choice, "day_basis"),
        (fields.choice, "base"),
        (fields.choice, "compound"),
        *rest,
        (fields.number, "late_fee", 10.0),
        (fields.number, "grace"),
        (fields.day, "accelerated_on"),
        (fields.day, "compensated_on"),
    )
