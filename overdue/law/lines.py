"""Reference lines: the one-year LPR, and above which yearly rate a lender's charges may be reduced."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from overdue.law import LAW
from overdue.model import Citation, Frozen, Lender

LineKind = Literal["limit", "on_request", "supervisory", "orientation"]


class Ceiling(Frozen):
    """The line that may apply to a lender.

    ``annual_rate`` is a ratio a year for interest, penalty, damages and fees together; ``kind`` says
    what the line does (``kinds`` names every kind, the strongest for the borrower first). No rate
    means no line, and ``reason`` names the sentence that says why.
    """

    annual_rate: Decimal | None
    kind: LineKind | None
    kinds: tuple[LineKind, ...]
    citations: tuple[Citation, ...]
    reason: str | None = None


def lpr_1y(on: date) -> Decimal:
    """The one-year loan prime rate in force on a day, in percent.

    Law: LPR-1, asked for ``on``: a rate holds from its announcement until the next one. Raises
    ``NotInForce`` before 2019-08-20 and from the first announcement day that is not confirmed.

    >>> lpr_1y(date(2025, 5, 20))
    Decimal('3.00')
    """
    return Decimal(LAW.value("LPR-1", "one_year", on))


@lru_cache(4096)
def ceiling(lender: Lender | str | None, contract_on: date, as_of: date | None = None) -> Ceiling:
    """The reference line for a lender and a contract day.

    Law: private loans CAP-1, four times LPR-1 on the contract day, a limit; bank and consumer
    finance CAP-3, reduced only on request; platform and micro-loan also CAP-4 and CAP-5, asked for
    the contract day, which bind the lender towards its supervisor; credit card CAP-11 with CAP-3 as
    orientation. CAP-3 is asked for ``as_of``, without it for the contract day. An unknown lender
    has no line. Raises ``ValueError`` for a word that is no lender, ``NotInForce`` where the shelf
    has no value for the day.

    >>> ceiling(Lender.PRIVATE, date(2026, 1, 20)).annual_rate
    Decimal('0.12')
    """
    if lender is None:
        return Ceiling(annual_rate=None, kind=None, kinds=(), citations=(), reason="line.unknown_lender")
    lender = Lender(lender)
    if lender is Lender.PRIVATE:
        rate = LAW.value("CAP-1", "lpr_multiple", contract_on) * lpr_1y(contract_on) / 100
        cites: tuple[Citation, ...] = (LAW.cite("CAP-1"), LAW.cite("LPR-1", "one_year", contract_on))
        return Ceiling(annual_rate=rate, kind="limit", kinds=("limit",), citations=cites)
    rate = LAW.value("CAP-3", "annual_rate", as_of or contract_on)
    if lender is Lender.CREDIT_CARD:
        cites = LAW.cites(("CAP-11", "CAP-3"))
        return Ceiling(annual_rate=rate, kind="orientation", kinds=("orientation",), citations=cites)
    supervisor = {Lender.PLATFORM: "CAP-4", Lender.MICRO_LOAN: "CAP-5"}.get(lender)
    if supervisor and contract_on >= LAW.rule(supervisor).values["annual_rate"].rows[0].since:
        kinds: tuple[LineKind, ...] = ("on_request", "supervisory")
        return Ceiling(annual_rate=rate, kind="on_request", kinds=kinds, citations=LAW.cites(("CAP-3", supervisor)))
    return Ceiling(annual_rate=rate, kind="on_request", kinds=("on_request",), citations=LAW.cites(("CAP-3",)))


def room_below(annual_rate: Decimal, contract_on: date) -> Decimal:
    """The contract rate above which the usual uplift crosses a reference line; ratios a year.

    Law: PEN-7, from PEN-1 asked for the contract day.

    >>> room_below(Decimal("0.24"), date(2026, 1, 1))
    Decimal('0.16')
    """
    uplift: Decimal = LAW.value("PEN-1", "uplift_max", contract_on)
    return annual_rate / (1 + uplift)
