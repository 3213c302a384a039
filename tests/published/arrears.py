"""Published fees, card interest, arrears, periods and records, through the public names."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import overdue
from overdue.milestones import deadline
from tests.published.examples import CASES, Figures, reproduces

# The court and the card -------------------------------------------------------------------------


@reproduces("FEE-4", "FEE-11")
def fees_of_a_list(given: dict[str, Any]) -> Figures:
    if "amounts" in given:
        return {"fees": [overdue.court_fee(amount, kind="enforcement") for amount in given["amounts"]]}
    return {"fees": [overdue.court_fee(formula["claim"]) for formula in given["formulas"]]}


@reproduces("FEE-5", "FEE-16")
def fee_and_half_fee(given: dict[str, Any]) -> Figures:
    claim = given["claim"]
    return {"fee": overdue.court_fee(claim), "halved": overdue.court_fee(claim, procedure="simplified")}


@reproduces("DP-1", "DP-8")
def doubled_interest(given: dict[str, Any]) -> Figures:
    days = date.fromisoformat(given["start"]), date.fromisoformat(given["end"])
    count = "both" if given["count"] == "both ends" else "start"
    a_day = overdue.delayed_interest("1000000", days[0], days[0], count="both")
    return {
        "doubled_interest": overdue.delayed_interest(given["base"], *days, count=count),
        "days": overdue.delayed_interest("1000000", *days, count=count) / a_day,
    }


@reproduces("LPR-SEG-1")
def interest_at_the_lpr(given: dict[str, Any]) -> Figures:
    rows = overdue.segmented_interest(
        given["principal"], date.fromisoformat(given["start"]), date.fromisoformat(given["end"]), given["multiplier"],
        day_basis=given["day_count"], count="start",
    )  # fmt: skip
    return {
        "segments_days": [row.days for row in rows],
        "segments_interest": [row.amount for row in rows],
        "days": rows.days,
        "interest": rows.total,
    }


@reproduces("LPR-TABLE")
def announced_rates(_given: dict[str, Any]) -> Figures:
    printed = CASES["LPR-TABLE"]["expected"]["lpr_1y"]
    return {"lpr_1y": [[day, overdue.lpr_1y(date.fromisoformat(day))] for day, _ in printed]}


@reproduces("CC-FEE-1")
def damages(given: dict[str, Any]) -> Figures:
    unpaid = given["minimum_payment"], given["paid_by_due_date"]
    return {"late_fee": overdue.card_damages(*unpaid, rate=given["rate"], floor=given["floor"])}


@reproduces("CC-REV-2", "CC-REV-6")
def revolving_interest(given: dict[str, Any]) -> Figures:
    posted, repaid, statement = (
        date.fromisoformat(f"2026-{given[name]}") for name in ("posted", "repay_date", "statement")
    )
    rows = overdue.card_interest(
        [(posted, given["spend"])], [(repaid, given["repay"])], statement, given["daily_rate"], given["convention"]
    )
    return {
        "days": [row.days for row in rows],
        "segments": [row.amount for row in rows],
        "interest": rows.total,
    }


# What is overdue --------------------------------------------------------------------------------


def overdue_loan(principal: str, rate: str, due_on: date, basis: int = 365, uplift: str = "0", **more: Any) -> Any:
    """A loan whose one instalment was missed: what is overdue bears the rate and its uplift."""
    return overdue.Loan(
        lender=more.get("lender", overdue.Lender.BANK),
        contract_on=due_on,
        annual_rate=Decimal(rate) / 100,
        instalments=[overdue.Instalment(due_on=due_on, principal=principal, interest=more.get("interest", "0"))],
        penalty=overdue.Penalty(uplift=uplift, day_basis=basis),
    )


START = date(2023, 3, 1)


@reproduces("CN-INT-1")
def fixed_rate(given: dict[str, Any]) -> Figures:
    start, end = date.fromisoformat(given["start"]), date.fromisoformat(given["end"])
    ledger = overdue.accrue(overdue_loan(given["base"], given["rate_percent"], start, given["day_count"]), end)
    return {"days": overdue.overdue_days(start, end), "interest": ledger.penalty}


@reproduces("CN-INT-5")
def fixed_rate_for_days(given: dict[str, Any]) -> Figures:
    loan = overdue_loan(given["base"], given["rate_percent"], START, given["day_count"])
    return {"interest": overdue.accrue(loan, START + timedelta(given["days"])).penalty}


@reproduces("CN-PEN-3")
def half_as_much_again_as_the_lpr(given: dict[str, Any]) -> Figures:
    days = date.fromisoformat(given["start"]), date.fromisoformat(given["end"])
    rows = overdue.segmented_interest(given["base"], *days, given["multiplier"], day_basis=given["day_count"])
    return {"penalty": rows.total}


@reproduces("CN-PEN-8")
def daily_rate(given: dict[str, Any]) -> Figures:
    loan = overdue_loan("10000000", given["annual_rate_percent"], START, given["day_count"], given["surcharge"])
    return {"daily_rate": overdue.accrue(loan, START + timedelta(1)).penalty / 10000000}


@reproduces("CN-PP-4")
def interest_before_principal(given: dict[str, Any]) -> Figures:
    split = overdue.split_payment(given["payment"], interest=given["interest"], principal=given["principal"])
    return {
        "to_interest": split.interest,
        "to_principal": split.principal,
        "principal_left": split.principal_left,
    }


@reproduces("US-RULE-2")
def payment_on_a_note(given: dict[str, Any]) -> Figures:
    loan = overdue_loan(given["principal"], given["rate_percent"], START, given["day_count"])
    day = START + timedelta(given["payment_day"])
    paid = overdue.Payment(paid_on=day, amount=given["payment"])
    return {
        "interest_40": overdue.accrue(loan, day).penalty,
        "adjusted_principal": overdue.accrue(loan, day, [paid]).principal,
    }


@reproduces("CAP-1")
def interest_at_the_cap(given: dict[str, Any]) -> Figures:
    first, second = given["segments"]
    loan = overdue_loan(first["principal"], given["cap_percent"], START, given["day_count"])
    repaid_on = START + timedelta(first["days"])
    repaid = overdue.Payment(paid_on=repaid_on, amount=Decimal(first["principal"]) - Decimal(second["principal"]))
    end = repaid_on + timedelta(second["days"])
    return {"interest": overdue.accrue(loan, end, [repaid], order=overdue.PRINCIPAL_FIRST).penalty}


@reproduces("CAP-4")
def the_higher_of_two(given: dict[str, Any]) -> Figures:
    loan = overdue_loan(given["principal"], given["rate_percent"], START)
    interest = overdue.accrue(loan, START + timedelta(365 * given["years"])).penalty
    return {"interest": interest, "claim": max(interest, Decimal(given["penalty"]))}


@reproduces("CAP-9")
def above_the_line(given: dict[str, Any]) -> Figures:
    contract_on = date(2023, 9, 1)
    assert overdue.lpr_1y(contract_on) == Decimal(given["lpr_percent"])
    loan = overdue_loan(given["principal"], given["contract_percent"], contract_on, lender=overdue.Lender.PRIVATE)
    ledger = overdue.accrue(loan, contract_on + timedelta(365 * given["years"]))
    return {
        "contractual": ledger.penalty,
        "cap": ledger.line,
        "confirmed": min(ledger.penalty - ledger.over_line, Decimal(given["declared"])),
    }


# Periods and the record -------------------------------------------------------------------------


@reproduces("PER-9", "PER-10")
def periods(given: dict[str, Any]) -> Figures:
    if "cases" in given:
        return {"last_days": [overdue.add_period(date.fromisoformat(day), days=n) for day, n in given["cases"]]}
    return {"last_day": overdue.add_period(date.fromisoformat(given["event"]), years=given["years"])}


@reproduces("PER-4")
def period_ending_on_a_holiday(given: dict[str, Any]) -> Figures:
    event = date.fromisoformat(given["event"])
    last_day = deadline(event, days=given["days"]).last_day
    return {"last_day": last_day, "days_used": overdue.overdue_days(event, last_day)}


@reproduces("CR-1")
def report_codes(given: dict[str, Any]) -> Figures:
    loan = overdue_loan("1000", "18", START)
    days = [START + timedelta(count) for count in given["days_overdue"]]
    return {"codes": [overdue.report_months(loan, [], day)[0].code for day in days]}
