"""The heaviest addresses that are valid, and what a whole page costs there in seconds of a core.

On each page, from several beginnings, one part of the address after the other is set to what costs most. Counted is
all that one process uses while the page is drawn and read back: a visit of its own, at figures that nobody asked for
before, once the process has drawn the page for somebody else. So nothing is spared by what is kept from another
address, and no library is read meanwhile; a page without any figures counts 0.1 s, most of it the reading back.
"""

from __future__ import annotations

import gc
import time
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from itertools import count

from overdue.periods import add_period
from tests.drill.pages import ROOT, opened

MOST = 0.5  # seconds of a core for one page
FIRST = date(2022, 1, 31)
LIGHT = {"story": "job"}
AT_COURT = {"demanded_on": "2023-03-01", "sued_on": "2024-03-01", "judgment_on": "2024-09-01"}
BILL = ("principal", "interest", "penalty", "compound", "fees", "total")
# What an address may be made of, part by part; each choice is a name here and what it puts into the address.
PARTS: Mapping[str, tuple[str, ...]] = {
    "missed": ("360", "120", "36", "rows"),
    "paid": ("60", "20", "0"),
    "remaining": ("0", "240"),
    "until": ("soon", "later", "last"),
    "known": ("all", "rate", "contract", "nothing"),
    "terms": ("plain", "interest", "all", "both", "fees", "called", "taken"),
    "order": ("legal", "by_instalment", "principal_first", "judgment"),
    "bill": ("none", "total", "whole"),
    "offers": ("none", "two", "four"),
    "budget": ("none", "tight", "wide"),
    "debts": ("0", "7", "29"),
    "court": ("no", "yes"),
    "lang": ("en", "zh", "zh-Hant"),
    "stage": ("", "1"),
}
OWN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "handout": {"of": ("sheet", "worksheet"), "code": ("", "1")},
    "timeline": {"part": ("", "calls", "court", "help")},
}
STARTS: tuple[Mapping[str, str], ...] = (
    {},
    {"known": "nothing", "bill": "total"},
    {"order": "by_instalment", "offers": "four", "until": "last"},
    {"missed": "120", "debts": "7", "budget": "wide", "until": "later"},
)
_turn = count()


@cache
def open_on(page: str) -> tuple[str, ...]:
    """What ``open`` may name on a page."""
    there = ROOT / "overdue" / "words" / f"{page}.toml"
    said = tomllib.loads(there.read_text(encoding="utf-8")) if there.exists() else {}
    return ("", *said.get("q", {}))


def parts(page: str) -> dict[str, tuple[str, ...]]:
    """The parts of an address on a page; first what is opened there, for what costs most depends on it."""
    return {"open": open_on(page), **OWN.get(page, {}), **PARTS}


def _day(months: int) -> date:
    return add_period(FIRST, months=months)


def address(made: Mapping[str, str], turn: int = 0) -> dict[str, str]:
    """The address of such choices; ``turn`` makes its sums like no other's."""
    missed = 60 if made["missed"] == "rows" else int(made["missed"])
    last = {"soon": _day(missed), "later": _day(missed + 120), "last": date(2100, 12, 31)}[made["until"]]
    each = f"{1000 + turn % 977}.{turn // 977 % 100:02}"
    found = {
        "lang": made["lang"],
        "lender": "platform",
        "contract_on": "2021-12-31",
        "due_on": FIRST.isoformat(),
        "as_of": last.isoformat(),
        "pay_on": add_period(last, months=5 if last.year < 2100 else 0).isoformat(),
        "principal": each,
        "interest": "90",
        "missed": str(missed),
        "rate": "18",
        "uplift": "50",
        "order": made["order"],
    }
    if made["missed"] == "rows":
        found["rows"] = "~".join(f"{_day(month):%Y%m%d}:{each}:90:{month % 7}" for month in range(60))
    paid = int(made["paid"])
    if paid:
        span = (last - FIRST).days
        days = (date.fromordinal(FIRST.toordinal() + span * (n + 1) // (paid + 1)) for n in range(paid))
        found["paid"] = "~".join(f"{day:%Y%m%d}:{300 + 7 * n}" for n, day in enumerate(days))
    if made["remaining"] != "0":
        found["remaining"] = str(int(made["remaining"]) * 1000)
    found |= _terms(made) | _looked(made)
    if made["debts"] != "0":
        inner = "".join(f"{_day(5 * n):%Y%m%d}!{200 + n}*" for n in range(20 if paid else 0)).rstrip("*")
        one = f"bank:{FIRST:%Y%m%d}:{each}:90:18:50:m{missed}" + (f":p{inner}" if inner else "")
        found["debts"] = "~".join(one for _ in range(int(made["debts"])))
    return found | {name: made[name] for name in ("stage", "open", "of", "code", "part") if made.get(name)}


def _terms(made: Mapping[str, str]) -> dict[str, str]:
    """What the contract asks for, and what of it is not known."""
    terms = {
        "plain": {},
        "interest": {"compound": "interest"},
        "all": {"compound": "all", "rest": "quarterly"},
        "both": {"base": "principal_and_interest"},
        "fees": {"fee": "3", "late_fee": "20", "grace": "3"},
        "called": {"accelerated_on": _day(12).isoformat()},
        "taken": {"compensated_on": _day(24).isoformat()},
    }[made["terms"]]
    unknown = {
        "all": (),
        "rate": ("rate",),
        "contract": ("uplift", "day_basis", "base", "compound"),
        "nothing": ("rate", "uplift", "day_basis", "base", "compound"),
    }[made["known"]]
    found = terms | dict.fromkeys(unknown, "?")
    return found | ({"lender": "unknown"} if made["known"] == "nothing" else {})


def _looked(made: Mapping[str, str]) -> dict[str, str]:
    """The bill, the offers, the budget, the court."""
    found: dict[str, str] = {}
    if made["bill"] != "none":
        found |= {f"bill_{name}": str(40_000 + n) for n, name in enumerate(BILL) if made["bill"] == "whole" or n == 5}
        found["bill_days"] = "400"
    if made["offers"] != "none":
        found |= {"lump_waive": "37.5", "plan_months": "60", "plan_rate": "7", "plan_waive": "20", "discount": "4"}
    if made["offers"] == "four":
        found["offers"] = "c:p:m48:r9:p11:i7~d:l:p70:i30~x:m7"
    if made["budget"] != "none":
        needs, monthly = {"tight": ("7900", "300"), "wide": ("1000", "8000")}[made["budget"]]
        found |= {"income": "9000", "needs": needs, "savings": "5000", "other_debt": "300", "monthly": monthly}
    return found | (AT_COURT if made["court"] == "yes" else {})


def seconds(page: str, made: Mapping[str, str]) -> float:
    """Seconds of a core for the page there; more than ``MOST`` is measured again, and the least counts."""
    taken: list[float] = []
    while not taken or (min(taken) > MOST and len(taken) < 3):
        given = address(made, next(_turn))
        gc.collect()
        begin = time.process_time()
        at = opened(page, given)
        taken.append(time.process_time() - begin)
        if at.exception:
            raise RuntimeError(f"{page} {given}: {at.exception[0].message}")
    return min(taken)


Cost = Callable[[dict[str, str]], float]


def heaviest(page: str) -> tuple[str, int, float, str]:
    """A page: how many addresses were tried, the seconds of the heaviest and what it is made of."""
    opened(page, LIGHT)
    gc.collect()
    gc.freeze()  # as the server does with what it has read
    tried: dict[tuple[str, ...], float] = {}

    def cost(made: dict[str, str]) -> float:
        key = tuple(made.values())
        if key not in tried:
            tried[key] = seconds(page, made)
        return tried[key]

    worst = max((_climbed(page, start, cost) for start in STARTS), key=cost)
    return page, len(tried), cost(worst), told(page, worst)


def _climbed(page: str, start: Mapping[str, str], cost: Cost) -> dict[str, str]:
    there = parts(page)
    made = {name: choices[0] for name, choices in there.items()} | dict(start)
    for name, choices in there.items():
        made = max(({**made, name: choice} for choice in choices), key=cost)
    return made


def told(page: str, made: Mapping[str, str]) -> str:
    """The choices of an address that are not the first ones."""
    there = parts(page)
    return " ".join(f"{name}={choice}" for name, choice in made.items() if choice != there[name][0]) or "—"
