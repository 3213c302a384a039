"""The keys of a case, described once: kind, range, choices, and the group each belongs to. Codes only, no language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from overdue.card import CardDays
from overdue.model import PLANNED, Lender, Order
from overdue.words import Lang

FieldKind = Literal["money", "percent", "count", "day", "choice", "paid", "rows", "debts", "code"]
Group = Literal["view", "terms", "offer", "budget", "bill", "card", "court"]

UNKNOWN = "?"
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
MOST_PAYMENTS = 60
MOST_DEBTS = 30  # of one person, the one the other pages are about among them
MOST_SHARED = 8  # of them that an address holds
STORIES = ("job", "illness", "forgot", "called_in", "guarantor", "micro", "card", "household")

# Keys that hold a table: which keys rule its columns. At most as many rows as ``high`` of the key.
COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "rows": ("due_on", *PLANNED),
    }
)


@dataclass(frozen=True, slots=True)
class Field:
    """One key: its kind, its range (yuan, percent, count) or choices, and whether "don't know" is an answer.

    ``group`` says what it is about. What a person only looks at or tries out (``view``, ``offer``, ``budget``)
    leaves a ready-made person's figures as they are, a lender's bill (``bill``) in an address does too; any other
    key makes them one's own.
    """

    kind: FieldKind
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    choices: tuple[str, ...] = ()
    unknown: bool = False
    group: Group = "terms"


def _money(group: Group = "terms", high: int = 10**8) -> Field:
    return Field("money", high=Decimal(high), group=group)


def _percent(high: int, unknown: bool = False, group: Group = "terms") -> Field:
    return Field("percent", high=Decimal(high), unknown=unknown, group=group)


def _count(low: int, high: int, group: Group = "terms") -> Field:
    return Field("count", low=Decimal(low), high=Decimal(high), group=group)


def _choice(*choices: str, unknown: bool = False, group: Group = "terms") -> Field:
    return Field("choice", choices=choices, unknown=unknown, group=group)


def _day(group: Group = "terms") -> Field:
    return Field("day", group=group)


FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "lang": _choice(*Lang, group="view"),
        "story": _choice(*STORIES, group="view"),
        "lender": _choice(*Lender, "unknown"),
        "contract_on": _day(),
        "due_on": _day(),
        "as_of": _day("view"),
        "pay_on": _day("view"),
        "principal": _money(),
        "interest": _money(),
        "fee": _money(),
        "missed": _count(1, 360),
        "remaining": _money(),
        "later": _choice("missed", "paid", unknown=True),
        "to_come": _choice("rate", "entered"),
        "rate": _percent(1000, unknown=True),
        "uplift": _percent(1000, unknown=True),
        "daily_rate": _percent(10),
        "day_basis": _choice("360", "365", unknown=True),
        "base": _choice("principal", "principal_and_interest", unknown=True),
        "compound": _choice("none", "interest", "all", unknown=True),
        "rest": _choice("none", "monthly", "quarterly"),
        "late_fee": _money(high=10**6),
        "grace": _count(0, 365),
        "accelerated_on": _day(),
        "compensated_on": _day(),
        "order": _choice(*Order),
        "paid": Field("paid"),
        "lump_on": _day("offer"),
        "lump_waive": _percent(100, group="offer"),
        "lump_amount": _money("offer"),
        "plan_first": _day("offer"),
        "plan_months": _count(1, 60, "offer"),
        "plan_rate": _percent(100, group="offer"),
        "plan_method": _choice("level_payment", "level_principal", "flat_fee", group="offer"),
        "plan_waive": _percent(100, group="offer"),
        "offers": Field("code", group="offer"),
        "income": _money("budget", 10**7),
        "needs": _money("budget", 10**7),
        "spending": Field("code", group="budget"),
        "other_debt": _money("budget", 10**7),
        "savings": _money("budget"),
        "discount": _percent(100, group="offer"),
        "paid_off_on": _day("view"),
        "rows": Field("rows", high=Decimal(60)),
        "debts": Field("debts", high=Decimal(MOST_DEBTS - 1)),
        "received": _money(),
        "bill_principal": _money("bill"),
        "bill_interest": _money("bill"),
        "bill_penalty": _money("bill"),
        "bill_compound": _money("bill"),
        "bill_fees": _money("bill"),
        "bill_total": _money("bill"),
        "bill_days": _count(0, 36_600, "bill"),
        "card_posted_on": _day("card"),
        "card_amount": _money("card"),
        "card_statement_on": _day("card"),
        "card_minimum": _money("card"),
        "card_days": _choice(*CardDays, group="card"),
        "demanded_on": _day("court"),
        "sued_on": _day("court"),
        "complaint_on": _day("court"),
        "small_claim": _choice("no", "yes", group="court"),
        "hearing_on": _day("court"),
        "judgment_on": _day("court"),
        "perform_days": _count(0, 3650, "court"),
        "judged_principal": _money("court"),
        "judged_rate": _percent(1000, group="court"),
        "judged_costs": _money("court"),
        "procedure": _choice("ordinary", "simplified", "mediation", "payment_order", group="court"),
        "deal_amount": _money("offer"),
        "deal_months": _count(1, 60, "offer"),
        "deal_monthly": _money("offer"),
        "deal_until": _day("offer"),
        "secured": _choice("yes", "no"),
        "carried": _choice("yes", "no"),
        "monthly": _money("budget", 10**7),
        "way": _choice("fair", "dearest", "smallest", "own", "talk", group="budget"),
        "turns": Field("code", group="budget"),
        "taken": Field("code", group="budget"),
        "helps": Field("paid", group="budget"),
    }
)

# A further debt in a code: cells in this order, then what else it has, each after its letters (see ``fields``).
CELLS = ("lender", "due_on", "principal", "interest", "rate", "uplift")
ITEMS: Mapping[str, str] = MappingProxyType(
    {
        "m": "missed",
        "n": "remaining",
        "l": "later",
        "d": "daily_rate",
        "f": "fee",
        "c": "contract_on",
        "y": "day_basis",
        "b": "base",
        "k": "compound",
        "e": "rest",
        "t": "late_fee",
        "g": "grace",
        "a": "accelerated_on",
        "s": "compensated_on",
        "o": "order",
        "p": "paid",
        "r": "rows",
        "v": "received",
        "q": "deal_amount",
        "h": "deal_months",
        "i": "deal_monthly",
        "u": "deal_until",
        "w": "secured",
        "z": "carried",
        "xa": "lump_on",
        "xb": "lump_waive",
        "xc": "lump_amount",
        "xd": "plan_first",
        "xe": "plan_months",
        "xf": "plan_rate",
        "xg": "plan_method",
        "xh": "plan_waive",
        "xi": "offers",
        "xj": "paid_off_on",
        "xk": "bill_principal",
        "xl": "bill_interest",
        "xm": "bill_penalty",
        "xn": "bill_compound",
        "xo": "bill_fees",
        "xp": "bill_total",
        "xq": "bill_days",
        "xr": "card_posted_on",
        "xs": "card_amount",
        "xt": "card_statement_on",
        "xu": "card_minimum",
        "xv": "card_days",
        "xw": "demanded_on",
        "xx": "sued_on",
        "xy": "judgment_on",
        "xz": "perform_days",
        "ja": "judged_principal",
        "jb": "judged_rate",
        "jc": "judged_costs",
        "jd": "procedure",
        "je": "complaint_on",
        "jf": "small_claim",
        "jg": "hearing_on",
        "jh": "to_come",
    }
)

# What a plan is made of: the sum and the way go into every address, what goes by the debts' numbers with the debts.
PLAN, BY_NUMBER = ("monthly", "way"), ("turns", "taken")
BUDGET = tuple(name for name, field in FIELDS.items() if field.group == "budget")
PRIVATE = tuple(name for name in BUDGET if name not in (*PLAN, *BY_NUMBER))
LOOKED = tuple(name for name, field in FIELDS.items() if field.group in ("view", "offer", "budget"))
