"""Three clocks, their marks, other payoff days, the judgment's rows and the court's fees, as frames."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from overdue.court import Judged, court_fee
from overdue.law import LAW
from overdue.milestones.clocks import Clocks
from overdue.model import Citation
from overdue.tables import Frame, framed
from overdue.words import Words

PROCEDURES = ("ordinary", "simplified", "mediation", "payment_order")


def marks_table(clocks: Clocks, w: Words) -> Frame:
    """Every day that matters on the three clocks, in order of time."""
    marks = sorted(((clock, mark) for clock in clocks.all for mark in clock.marks), key=lambda pair: pair[1].day)
    rows = [
        (
            w("court.mark.not_before", day=mark.day.isoformat()) if mark.not_before else mark.day.isoformat(),
            w(f"court.clock.{clock.name}"),
            w(f"court.mark.{mark.key}"),
        )
        for clock, mark in marks
    ]
    return framed(rows, columns=[w(f"court.column.{c}") for c in ("day", "clock", "what")])


def choices(found: Sequence[Clocks], w: Words) -> Frame:
    """Payoff days side by side: what is paid, how much more than on the first, and where the clocks stand."""
    first = found[0].owed
    rows = [
        (
            clocks.paid_off_on.isoformat(),
            w.number(clocks.owed, 2),
            w.number(clocks.owed - first, 2),
            state_of(clocks, w),
            str(clocks.retention.removed_from),
        )
        for clocks in found
    ]
    return framed(rows, columns=[w(f"court.column.{c}") for c in ("payoff", "owed", "more", "court", "removed")])


def state_of(clocks: Clocks, w: Words) -> str:
    """Where the court's clock stands on the payoff day, in a few words."""
    under, period, day = clocks.under_judgment, clocks.limitation, clocks.paid_off_on
    if under is not None:
        until = under.judgment.perform_until
        late = (day - until).days
        return w("court.state.late", days=late) if late > 0 else w("court.state.time", day=until.isoformat())
    if period is None:
        return w("court.state.unknown")
    if period.last_day is None:
        return w("court.state.sued")
    if period.revived:
        return w("court.state.revived")
    key = "expired" if period.expired(day) else "none"
    return w(f"court.state.{key}", day=period.last_day.isoformat())


def owed(under: Judged, w: Words) -> Frame:
    """What is owed under the judgment, part by part."""
    names = [name for name in ("principal", "interest", "doubled", "costs") if getattr(under, name)]
    rows = [(w(f"court.owed.{name}"), w.number(getattr(under, name), 2)) for name in (*names, "total")]
    return framed(rows, columns=[w("court.column.part"), w("court.column.amount")])


def growth(under: Judged, w: Words) -> Frame:
    """The rows in which general and doubled interest grew after the judgment."""
    rows = [
        (
            w(f"court.owed.{row.kind}"),
            row.start.isoformat(),
            row.end.isoformat(),
            row.days,
            w.number(row.base, 2),
            w.percent(row.rate),
            w.number(row.amount, 2),
        )
        for row in under.rows
    ]
    heads = ("part", "start", "end", "days", "base", "rate", "amount")
    return framed(rows, columns=[w(f"court.column.{c}") for c in heads])


def fees(claim: Decimal, enforced: Decimal, on: date, chosen: str | None, w: Words) -> Frame:
    """The court's fees: on the claim the case by procedure and preservation, on what is enforced enforcement.

    The law is asked by ``on``; amounts in yuan.
    """
    rows = []
    for procedure in PROCEDURES:
        mark = f" ({w('court.fee.chosen')})" if procedure == chosen else ""
        who = "payment_order" if procedure == "payment_order" else "case"
        fee = court_fee(claim, "case", procedure, on)  # type: ignore[arg-type]
        rows.append((w(f"court.fee.case_{procedure}") + mark, w.number(fee, 2), w(f"court.fee.who_{who}")))
    preserved, forced = court_fee(claim, "preservation", on=on), court_fee(enforced, "enforcement", on=on)
    for name, fee in (("preservation", preserved), ("enforcement", forced)):
        rows.append((w(f"court.fee.{name}"), w.number(fee, 2), w(f"court.fee.who_{name}")))
    return framed(rows, columns=[w(f"court.column.{c}") for c in ("fee", "amount", "who")])


def fee_citations() -> tuple[Citation, ...]:
    """The rules on what a court charges, and on what must be left to live on."""
    return LAW.cites(("JUD-5", "JUD-6", "JUD-7", "JUD-8", "JUD-9", "JUD-12", "JUD-13", "JUD-24"))
