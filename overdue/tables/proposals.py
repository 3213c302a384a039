"""Proposals as frames: what is owed and paid over time, the facts of each, its payments, the break-even, the months."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from overdue.accrual import COMPONENTS, trace
from overdue.model import ZERO
from overdue.periods import add_period, days_after
from overdue.proposal import BreakEven, Broken, Month, Settlement
from overdue.tables import Frame, framed
from overdue.words import Words

Proposals = Mapping[str, Settlement]
FACTS = (
    "altogether",
    "total",
    "runs_on",
    "waived",
    "monthly",
    "simple",
    "compound",
    "present_value",
    "debt_free_on",
    "record_removed_from",
    "missed",
)


def over_time(proposals: Proposals) -> Frame:
    """What is still owed and what has been paid, for each proposal at every day it changes; in yuan.

    Owed is what the proposal itself settles (the contract's own later instalments are not in it); paid
    has the contract's later instalments in it, so that the ends of all lines can be compared.
    """
    last = max(one.debt_free_on for one in proposals.values())
    rows = [
        (letter, day, kind, float(amount))
        for letter, one in proposals.items()
        for kind, points in (("owed", _owed(one)), ("paid", _paid(one, last)))
        for day, amount in points
    ]
    return framed(rows, columns=["letter", "day", "kind", "amount"])


def _owed(one: Settlement) -> list[tuple[date, Decimal]]:
    """The debt as it stands: under the old contract until it is settled, then what the proposal leaves."""
    if one.debt.on == one.as_of:  # fixed with the agreement: the contract grows no further
        points = [(one.as_of, one.debt.total), (one.as_of, one.schedule.received)]
        points += [(row.due_on or one.as_of, row.balance) for row in one.schedule.rows]
        return points
    falls = [i.due_on for i in one.loan.instalments if one.as_of < i.due_on <= one.debt.on]
    days = {one.as_of, one.debt.on, *falls, *(days_after(day, -1) for day in falls)}
    seen = sorted(days | set(_months(one.as_of, one.debt.on)))
    grown = [(point.day, point.total) for point in trace(one.loan, seen, one.payments, one.order)]
    return [*grown[:-1], (one.debt.on, one.debt.total), (one.debt.on, ZERO)]


def _months(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month
    return [day for n in range(1, count + 1) if (day := add_period(first, months=n)) <= last]


def _paid(one: Settlement, last: date) -> list[tuple[date, Decimal]]:
    points, paid = [(one.as_of, ZERO)], ZERO
    for day, amount in sorted((*one.cash, *one.runs_on)):
        paid += amount
        points.append((day, paid))
    return [*points, (last, paid)]


def facts(one: Settlement, w: Words, missed: int) -> dict[str, tuple[str, str]]:
    """The figures of one proposal by name, each its label and its value in the reader's words.

    What does not apply is left out. ``missed`` is the payment that does not come; the last one where there are fewer.
    """
    rows = one.schedule.rows
    plan = len(rows) > 1
    found = {"altogether": w.yuan(one.altogether)}
    if one.runs_on:
        found |= {"total": w.yuan(one.total), "runs_on": w.yuan(one.altogether - one.total)}
    if one.waived:
        found["waived"] = w.yuan(one.waived)
    if plan:
        found["monthly"] = _monthly(one, w)
    if one.yearly_cost is not None and one.yearly_cost.simple:
        found["simple"] = w.number(one.yearly_cost.simple * 100, 2) + "%"
        found["compound"] = w.number(one.yearly_cost.compound * 100, 2) + "%"
    if one.discount_rate:
        found["present_value"] = w.yuan(one.present_value)
    found["debt_free_on"] = w.day(one.debt_free_on)
    if one.record_removed_from is not None:
        found["record_removed_from"] = w.day(one.record_removed_from)
    labels = {name: w(f"proposals.fact.{name}") for name in found}
    if rows and one.offer.kind != "wait":
        broken = one.if_broken(after=min(missed, len(rows)) - 1)
        found["missed"] = w("proposals.fact.missed_value", amount=w.yuan(broken.total), day=broken.on)
        labels["missed"] = w("proposals.fact.missed" if plan else "proposals.fact.missed_once", **_number(broken, plan))
    return {name: (labels[name], value) for name, value in found.items()}


def _number(broken: Broken, plan: bool) -> dict[str, int]:
    return {"number": broken.missed} if plan else {}


def _monthly(one: Settlement, w: Words) -> str:
    rows = one.schedule.rows
    first, last = rows[0].payment, rows[-1].payment
    if first == last:
        return w("proposals.fact.monthly_same", count=len(rows), amount=w.yuan(first))
    return w("proposals.fact.monthly_value", count=len(rows), first=w.yuan(first), last=w.yuan(last))


def side_by_side(proposals: Proposals, labels: Mapping[str, str], w: Words, missed: int) -> Frame:
    """The facts of all proposals, one row a fact and one column a proposal."""
    known = {letter: facts(one, w, missed) for letter, one in proposals.items()}
    names = [name for name in FACTS if any(name in found for found in known.values())]
    none = w("proposals.fact.none")
    rows = []
    for name in names:
        label = next(found[name][0] for found in reversed(known.values()) if name in found)
        rows.append((label, *(known[letter].get(name, ("", none))[1] for letter in proposals)))
    return framed(rows, columns=[w("proposals.fact.name"), *(labels[letter] for letter in proposals)])


def payments(proposals: Proposals, labels: Mapping[str, str], w: Words) -> Frame:
    """Every payment of every proposal, with its parts; days written year first, amounts plain."""
    names = ("proposal", "number", "day", "payment", "principal", "interest", "fee", "balance")
    rows: list[tuple[object, ...]] = []
    for letter, one in proposals.items():
        rows += [(labels[letter], w("proposals.column.down"), day, amount, "", "", "", "") for day, amount in one.down]
        rows += [
            (labels[letter], r.number, r.due_on, r.payment, r.principal, r.interest, r.fee, r.balance)
            for r in one.schedule.rows
        ]
        rows += [(labels[letter], w("proposals.column.contract"), *flow, "", "", "", "") for flow in one.runs_on]
    return framed(rows, columns=[w(f"proposals.column.{name}") for name in names], dtype=object)


def rows_of(payments: Frame, label: str) -> Frame:
    """The payments of one proposal, without the columns that are empty or nothing throughout."""
    mine = payments[payments.iloc[:, 0] == label].iloc[:, 1:].map(_plain)
    return mine.loc[:, [not set(mine[name]) <= {"", "0", "0.00"} for name in mine.columns]]


def _plain(cell: object) -> str:
    return f"{cell:,.2f}" if isinstance(cell, Decimal) else str(cell)


def steps(frame: Frame, kind: str, labels: Mapping[str, str], w: Words) -> Frame:
    """The points of one chart over time, the ``kind`` owed or paid, in the reader's words."""
    shown = frame[frame["kind"] == kind].drop_duplicates(["letter", "day"], keep="last")
    return framed(
        {
            w("common.column.proposal"): [labels[letter] for letter in shown["letter"]],
            w("common.column.day"): [day.isoformat() for day in shown["day"]],
            w(f"common.column.{kind}"): [w.number(round(Decimal(amount), 2), 2) for amount in shown["amount"]],
        }
    )


def shares(curve: Sequence[BreakEven], w: Words) -> Frame:
    """The break-even curve, in the reader's words."""
    return framed(
        {
            w("common.column.day"): [point.pay_on.isoformat() for point in curve],
            w("common.column.share"): [w.percent(round(point.share or Decimal(0), 4)) for point in curve],
            w("common.column.amount"): [w.number(point.amount or point.owed, 2) for point in curve],
        }
    )


def months_table(found: Sequence[Month], w: Words) -> Frame:
    """A budget month by month: what it leaves, the offer, the old contract, what is there at its end."""
    names = ("across", "frees", "offer", "contract", "left")
    rows = [
        (w.month(one.first), *(w.number(sum_, 2) for sum_ in (one.free, one.offer, one.contract, one.left)))
        for one in found
    ]
    return framed(rows, columns=[w(f"proposals.afford.{name}") for name in names])


def missed(proposals: Proposals, number: int) -> dict[str, Broken]:
    """What is owed under each offer when a payment does not come; the last one where there are fewer."""
    return {
        letter: one.if_broken(after=min(number, len(one.schedule.rows)) - 1)
        for letter, one in proposals.items()
        if one.schedule.rows and one.offer.kind != "wait"
    }


def missed_table(found: Mapping[str, Broken], labels: Mapping[str, str], w: Words) -> Frame:
    """The same as a table: due that day and of what, not yet due, and what the offer still asked for."""
    names = (*COMPONENTS, "total", "not_due", "balance")
    rows = [
        (w(f"proposals.broken.{name}"), *(w.number(getattr(one, name), 2) for one in found.values())) for name in names
    ]
    return framed(rows, columns=[w("proposals.fact.name"), *(labels[letter] for letter in found)])
