"""Published rates and schedules, through the public names."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import overdue
from tests.published.examples import Figures, reproduces

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
    return {name: overdue.net_present_value(flows, given["rate"], on=start - back * year) for back, name in enumerate(
        ("npv_first_flow_at_0", "npv_first_flow_at_1"))}  # fmt: skip


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
