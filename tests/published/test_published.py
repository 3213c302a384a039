"""Every printed figure of the published examples, through the public names."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import overdue
from overdue.milestones import deadline

HERE = Path(__file__).parent
CASES = {c["id"]: c for p in sorted(HERE.glob("*.toml")) for c in tomllib.loads(p.read_text("utf-8"))["case"]}

Figures = dict[str, Any]
REPRODUCED: dict[str, Callable[[dict[str, Any]], Figures]] = {}


def reproduces(*ids: str) -> Callable[[Callable[[dict[str, Any]], Figures]], Callable[[dict[str, Any]], Figures]]:
    """Register how the figures of some examples are worked out from what goes in."""

    def keep(work: Callable[[dict[str, Any]], Figures]) -> Callable[[dict[str, Any]], Figures]:
        REPRODUCED.update(dict.fromkeys(ids, work))
        return work

    return keep


def out_of_scope() -> dict[tuple[str, str], str]:
    """The table of the README: example and figure, why."""
    rows = [line.strip("| \n").split(" | ") for line in (HERE / "README.md").read_text("utf-8").splitlines()]
    listed = [row for row in rows if len(row) == 3 and row[0] != "example"]
    return {(i, f): why for i, figure, why in listed for f in (CASES[i]["expected"] if figure == "all" else [figure])}


def same(ours: Any, printed: Any, within: Decimal) -> bool:
    """Whether a figure, or each in a list, is the printed one."""
    if isinstance(printed, list):
        return len(ours) == len(printed) and all(same(o, p, within) for o, p in zip(ours, printed, strict=True))
    if isinstance(ours, (date, str)):
        return str(ours) == printed
    return abs(Decimal(ours) - Decimal(printed)) <= within


@pytest.mark.parametrize("name", CASES)
def test_every_printed_figure(name: str) -> None:
    case, excused = CASES[name], out_of_scope()
    ours = REPRODUCED[name](case["inputs"] | case.get("settings", {})) if name in REPRODUCED else {}
    for figure, printed in case["expected"].items():
        if (name, figure) in excused:
            assert figure not in ours, f"{figure} is reproduced and need not be excused"
            continue
        assert figure in ours, f"{figure} is neither reproduced nor out of scope"
        within = Decimal(case["tolerance"][figure])
        assert same(ours[figure], printed, within), f"{figure}: {ours[figure]} is not {printed} within {within}"


def test_what_is_out_of_scope_names_a_figure_and_a_reason() -> None:
    for (name, figure), why in out_of_scope().items():
        assert figure in CASES[name]["expected"], (name, figure)
        assert why.endswith("."), (name, figure)


def test_each_example_names_its_source() -> None:
    for name, case in CASES.items():
        assert case["source"]["publisher"] and case["source"]["read_from"], name
        assert case["evidence"] in "ABC", name


# Rates ------------------------------------------------------------------------------------------


def percent(ratio: Decimal) -> Decimal:
    return ratio * 100


@reproduces("RZ-J-c1-i", "RZ-J-c1-v", "RZ-J-c3-ii", "RZ-J-c5-ii", "RZ-J-c6-ii")
def nominal_rate_of_unit_periods(given: dict[str, Any]) -> Figures:
    payments = [
        (Fraction(series["first_full_unit_periods"] + number) + Fraction(series["fraction"]), series["payment"])
        for series in given["series"]
        for number in range(series["count"])
    ]
    rate = overdue.periodic_rate(given["amount_financed"], payments)
    yearly = overdue.yearly_rate(rate, per_year=given["unit_periods_per_year"], compound=False)
    return {"apr_percent": percent(yearly)}


def effective(given: dict[str, Any], payments: list[Any]) -> Figures:
    received = Decimal(given["credit"]) - Decimal(given["fee_at_start"])
    rate = percent(overdue.yearly_rate(overdue.periodic_rate(received, payments)))
    return {"x_percent": rate, "apr_1dp": rate.quantize(Decimal("0.1"), ROUND_HALF_UP)}


@reproduces("EC-01")
def level_instalments(given: dict[str, Any]) -> Figures:
    plan = overdue.level_payment(given["credit"], Decimal(given["rate_nominal_percent"]) / 100, given["months"])
    return {"instalment": plan.rows[0].payment} | effective(given, [given["instalment"]] * given["months"])


@reproduces("EC-03")
def level_instalments_with_insurance(given: dict[str, Any]) -> Figures:
    return effective(given, [given["instalment"]] * given["months"])


@reproduces("EC-12")
def fixed_capital_a_month(given: dict[str, Any]) -> Figures:
    rate = Decimal(given["rate_nominal_percent"]) / 100
    payments = overdue.level_principal(given["credit"], rate, part=given["capital_per_month"]).payments
    counts = {"number_of_payments": len(payments), "first_payment": payments[0], "last_payment": payments[-1]}
    return effective(given, payments) | counts


@reproduces("EC-35")
def drawn_again_every_quarter(given: dict[str, Any]) -> Figures:
    months = 12 * given["years"]
    payments = [Decimal(0)] * (months - 1) + [Decimal(given["credit"])]  # paid and drawn again: nothing in between
    payments[given["fee_month"] - 1] += Decimal(given["annual_fee"])
    return effective(given, payments)


@reproduces("EC-40")
def bridging_loan(given: dict[str, Any]) -> Figures:
    rate = Decimal(given["rate_nominal_percent"]) / 1200
    end = Decimal(given["credit"]) * (1 + overdue.yearly_rate(rate, per_year=given["months"]))
    return {"balance_at_end": end} | effective(given, ["0"] * (given["months"] - 1) + [end])


@reproduces("UK-APR-2")
def effective_rate_by_days(given: dict[str, Any]) -> Figures:
    flows = [(date.fromisoformat(day), -Decimal(amount)) for day, amount in given["payments"]]
    flows.append((date.fromisoformat(given["advance_date"]), Decimal(given["advance"])))
    return {"apr_percent": percent(overdue.dated_rate(flows))}


@reproduces("XIRR-MS-1", "XIRR-PX-2")
def dated_flows(given: dict[str, Any]) -> Figures:
    rate = overdue.dated_rate([(date.fromisoformat(day), amount) for day, amount in given["flows"]])
    return {"xirr": rate} if "year_basis" not in given else {"xirr_percent": percent(rate)}


@reproduces("NPV-XL-1")
def flows_a_year_apart(given: dict[str, Any]) -> Figures:
    start, year = date(2021, 1, 1), timedelta(365)
    flows = [(start + number * year, amount) for number, amount in enumerate(given["flows"])]
    at = {name: overdue.net_present_value(flows, given["rate"], on=start - back * year) for back, name in enumerate(
        ("npv_first_flow_at_0", "npv_first_flow_at_1"))}  # fmt: skip
    return at


# Schedules --------------------------------------------------------------------------------------


def nominal(given: dict[str, Any]) -> Decimal:
    return Decimal(given.get("nominal_annual_rate_percent") or given["rate_percent"]) / 100


def as_printed(row: Any) -> list[Any]:
    return [row.number, row.payment, row.principal, row.interest, row.balance]


@reproduces("AMZ-ARCONES", "AMZ-WIKI", "AMZ-TI-BAII", "CN-LK-4")
def level_schedule(given: dict[str, Any]) -> Figures:
    count = given.get("periods") or given["months"]
    plan = overdue.level_payment(given["principal"], nominal(given), count, per_year=given.get("periods_per_year", 12))
    rows = plan.rows
    ranges = [(rows[9 - 1], rows[:9]), (rows[21 - 1], rows[9:21]), (rows[33 - 1], rows[21:33])] if count > 33 else []
    return {
        "payment": rows[0].payment,
        "row_6": as_printed(rows[5]),
        "row_12": as_printed(rows[11]),
        "ranges_balance_principal_interest": [
            [last.balance, sum(row.principal for row in part), sum(row.interest for row in part)]
            for last, part in ranges
        ],
    }


@reproduces("AMZ-GOLDSTEIN")
def unrounded_balance(given: dict[str, Any]) -> Figures:
    plan = overdue.level_payment(given["principal"], nominal(given), given["periods"], balance="exact", rounding="each")
    return {"rows": [as_printed(row) for row in plan.rows]}


@reproduces("AMZ-OPENSTAX-6-100")
def payment_rounded_up(given: dict[str, Any]) -> Figures:
    loan = given["principal"], nominal(given), given["periods"]
    up, half_up = (overdue.level_payment(*loan, payment_rounding=mode) for mode in ("up", "half_up"))
    return {"payment_round_up": up.rows[0].payment, "payment_half_up": half_up.rows[0].payment}


@reproduces("CN-MTG-4-6.55")
def totals_of_the_unrounded_payment(given: dict[str, Any]) -> Figures:
    plan = overdue.level_payment(given["principal"], nominal(given), given["months"], balance="exact")
    return {"payment": plan.rows[0].payment, "total_interest": plan.total_interest, "total": plan.total_paid}


@reproduces("CN-LK-2")
def equal_principal_against_equal_payment(given: dict[str, Any]) -> Figures:
    loan = given["principal"], nominal(given), given["months"]
    plan, level = overdue.level_principal(*loan), overdue.level_payment(*loan)
    return {
        "first_payment": plan.rows[0].payment,
        "last_payment": plan.rows[-1].payment,
        "total_paid": plan.total_paid,
        "total_interest": plan.total_interest,
        "interest_saved": level.total_interest - plan.total_interest,
    }


@reproduces("CN-MTG-5")
def settled_early(given: dict[str, Any]) -> Figures:
    loan = nominal(given), given["months"]
    principal, after = Decimal(given["principal"]), given["settle_after"]
    falling = overdue.level_principal(principal, *loan, rounding="sum", balance="exact").rows
    enlarged = overdue.level_principal(principal * 10000, *loan, rounding="sum", balance="exact").rows
    level = overdue.level_payment(principal, *loan).rows
    return {
        "ep_first": falling[0].payment,
        "ep_second": falling[1].payment,
        "ep_step": (enlarged[0].payment - enlarged[1].payment) / 10000,  # printed to the hundredth of a fen
        "ep_last": falling[-1].payment,
        "paid_60": sum(row.payment for row in level[:after]),
        "principal_paid_60": sum(row.principal for row in level[:after]),
        "interest_paid_60": sum(row.interest for row in level[:after]),
        "settlement_balance": level[after - 1].balance,
    }


@reproduces("CN-INST-12-0.006", "CN-INST-12-0.0075")
def monthly_flat_fee(given: dict[str, Any]) -> Figures:
    plan = overdue.flat_fee_plan(given["principal"], given["instalments"], given["monthly_fee_rate"])
    rate = overdue.periodic_rate(plan.received, plan.payments)
    opening = [row.balance + row.principal for row in plan.rows]
    return {
        "annual_simple_percent": percent(overdue.yearly_rate(rate, compound=False)),
        "annual_irr_percent": percent(overdue.yearly_rate(rate)),
        "instalment": plan.rows[0].payment,
        "total_fee": plan.total_fee,
        "total_paid": plan.total_paid,
        "nominal_percent": percent(plan.total_fee / Decimal(given["principal"])),
        "fee_over_average_balance_percent": percent(plan.total_fee / (sum(opening) / len(opening))),
    }


@reproduces("CN-INST-HEBEI-ONCE-3")
def flat_fee_charged_once(given: dict[str, Any]) -> Figures:
    plan = overdue.flat_fee_plan(
        given["principal"], given["instalments"], given["fee_rate_per_instalment"], fee_paid="first"
    )
    rate = overdue.periodic_rate(plan.received, plan.payments)
    return {"annual_simple_percent": percent(overdue.yearly_rate(rate, compound=False))}


@reproduces("CN-INST-INV")
def flat_fee_of_a_rate(given: dict[str, Any]) -> Figures:
    principal, months = Decimal(10**9), given["instalments"]
    level = overdue.level_payment(principal, given["annual_simple"], months).rows[0].payment
    return {"monthly_fee_rate": level / principal - Decimal(1) / months}


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
def announced_rates(given: dict[str, Any]) -> Figures:
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
