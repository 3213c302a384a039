"""The case most tests begin with: three instalments of 1,000 and 90 missed, at 18 % and half as much again as penalty,
looked at on 30 June 2026. As a loan, and as the address that opens it.
"""

from __future__ import annotations

from datetime import date

from overdue.model import Lender, Loan

LINK = {
    "lender": "platform", "contract_on": "2025-09-10", "due_on": "2026-01-10", "principal": "1000", "interest": "90",
    "missed": "3", "remaining": "0", "rate": "18", "uplift": "50", "day_basis": "360", "as_of": "2026-06-30",
}  # fmt: skip


def without(*names: str) -> dict[str, str]:
    """The address with some of its figures not given."""
    assert set(names) <= set(LINK)
    return {name: text for name, text in LINK.items() if name not in names}


def loan(**changes: object) -> Loan:
    """The loan, with what differs from it."""
    plain = {
        "lender": Lender.PLATFORM,
        "contract_on": date(2025, 9, 10),
        "annual_rate": "0.18",
        "instalments": [{"due_on": date(2026, m, 10), "principal": "1000", "interest": "90"} for m in (1, 2, 3)],
        "penalty": {"uplift": "0.5", "day_basis": 360},
    }
    return Loan.model_validate(plain | changes)
