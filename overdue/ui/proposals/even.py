"""The waiver at which a lump sum and a plan cost the same, and the rates that do the same work."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from overdue.charts import proposals as charts
from overdue.periods import add_period
from overdue.proposal import (
    BreakEven,
    EqualRate,
    InstalmentPlan,
    LumpSum,
    Settlement,
    break_even_curve,
    equal_plan_rate,
    equal_worth_rate,
)
from overdue.tables import proposals as tables
from overdue.ui import parts, state
from overdue.ui.proposals.desk import Seen

MONTHS = 12
SHOWN = 4  # decimals of a ratio: a hundredth of a per cent


@dataclass(frozen=True, slots=True)
class Pair:
    """A lump sum and a plan held against each other, with everything that makes them equal."""

    lump: str
    plan: str
    once: Settlement
    later: Settlement
    even: BreakEven
    curve: tuple[BreakEven, ...]
    plan_rate: EqualRate
    worth_rate: EqualRate


def draw(found: Seen) -> Pair | None:
    """Ask which two, and draw what makes them equal."""
    w = state.reader()
    st.header(w("proposals.even.title"), anchor=False)
    pair = _pair(found)
    if pair is None:
        st.caption(w("proposals.even.needs_both"))
        return None
    names = {"lump": found.labels[pair.lump], "plan": found.labels[pair.plan]}
    st.markdown("  \n".join(_said(pair, names)))
    _chart(pair, names)
    st.markdown("\n".join(f"- {line}" for line in _rates(pair, names)))
    return pair


def _pair(found: Seen) -> Pair | None:
    lumps, plans = found.of_kind("lump"), found.of_kind("plan")
    if not lumps or not plans:
        return None
    lump, plan = _choose(found, "lump", lumps), _choose(found, "plan", plans)
    once, later = found.settled[lump], found.settled[plan]
    days = sorted({add_period(later.as_of, months=n) for n in range(MONTHS + 1)} | {once.debt.on})
    curve = break_even_curve(later, days, isinstance(once.offer, LumpSum) and once.offer.whole)
    even = next(point for point in curve if point.pay_on == once.debt.on)
    return Pair(lump, plan, once, later, even, curve, equal_plan_rate(once, later), equal_worth_rate(once, later))


def _choose(found: Seen, kind: str, letters: list[str]) -> str:
    """Which of several; the only one if there is no choice."""
    if len(letters) == 1:
        return letters[0]
    chosen: str = st.segmented_control(
        state.reader()(f"proposals.even.choose_{kind}"),
        letters,
        default=letters[0],
        format_func=str.upper,
        key=f"even_{kind}",
        required=True,
    )
    return chosen if chosen in letters else letters[0]


def _said(pair: Pair, names: dict[str, str]) -> list[str]:
    w, even = state.reader(), pair.even
    if even.amount is None or even.waived is None or even.share is None:
        return [
            w(
                f"proposals.even.reason.{_code(even.reason)}",
                day=even.pay_on,
                owed=w.yuan(even.owed),
                plan=names["plan"],
            )
        ]
    told = {"day": even.pay_on, "amount": w.yuan(even.amount), "plan": names["plan"]}
    if not even.waived:
        said = [w("proposals.even.no_waiver", **told)]
    else:
        share = w.percent(round(even.share, SHOWN))
        said = [w("proposals.even.figure", waived=w.yuan(even.waived), owed=w.yuan(even.owed), share=share, **told)]
        said.append(_of_penalty(even))
    gap = even.amount - pair.once.total
    key = "less" if gap > 0 else "more" if gap < 0 else "same"
    now = {} if key == "same" else {"amount": w.yuan(pair.once.total), "gap": w.yuan(abs(gap))}
    said.append(w(f"proposals.even.offered_{key}", lump=names["lump"], **now))
    if even.uneven:
        said.append(w("proposals.even.uneven", amount=w.yuan(abs(even.uneven))))
    return said


def _of_penalty(even: BreakEven) -> str:
    w = state.reader()
    if even.of_penalty is None:
        return w("proposals.even.beyond_penalty")
    return w("proposals.even.of_penalty", share=w.percent(round(even.of_penalty, SHOWN)))


def _code(reason: str | None) -> str:
    return str(reason).rpartition(".")[2]


def _rates(pair: Pair, names: dict[str, str]) -> list[str]:
    """The rate the plan would have to carry, and what money must be worth for the plan to be ahead."""
    w = state.reader()
    rate, worth, plan = pair.plan_rate, pair.worth_rate, pair.later.offer
    lines = []
    if rate.rate is not None and isinstance(plan, InstalmentPlan):
        method = w(f"fields.plan_method.{plan.method}")
        lines.append(w("proposals.even.plan_rate", rate=w.percent(round(rate.rate, SHOWN)), method=method, **names))
    else:
        lines.append(w(f"proposals.even.reason.{_code(rate.reason)}", **names))
    if worth.rate == 0:
        lines.append(w("proposals.even.worth_any", **names))
    elif worth.rate is not None:
        lines.append(w("proposals.even.worth_rate", rate=w.percent(round(worth.rate, SHOWN)), **names))
    else:
        lines.append(w(f"proposals.even.reason.{_code(worth.reason)}"))
    return lines


def _chart(pair: Pair, names: dict[str, str]) -> None:
    w = state.reader()
    share = pair.once.waived / pair.once.debt.total
    label = w("proposals.even.offered", lump=names["lump"], share=w.percent(round(share, SHOWN)))
    offered = charts.Marked(pair.once.debt.on, float(share), label)
    texts = {name: w(f"proposals.even.{name}") for name in ("line", "above", "below")}
    alt = w("proposals.even.alt", day=pair.even.pay_on, share=w.percent(round(pair.even.share or share * 0, SHOWN)))
    figure = charts.even(tables.even(pair.curve), parts.look(), texts, offered, (pair.lump, pair.plan))
    parts.figure(figure, alt, "chart_even", lambda: tables.shares(pair.curve, w))
