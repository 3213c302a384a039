"""From which waiver on the lump sum is the better one, read off a picture by its day; the rates that do the same."""

from dataclasses import dataclass

import streamlit as st

from overdue.account import Account
from overdue.proposal import BreakEven, EqualRate, Settlement, equal_plan_rate, equal_worth_rate
from overdue.tables import evens, settles, unrated
from overdue.tables import offers as said
from overdue.tables import proposals as tables
from overdue.tables.moving import plain
from overdue.ui import mover, parts, state
from overdue.words import words

SHOWN = 4  # decimals of a ratio: a hundredth of a per cent


@dataclass(frozen=True, slots=True)
class Pair:
    """A lump sum and a plan held against each other, with everything that makes them equal."""

    lump: str
    plan: str
    once: Settlement
    later: Settlement
    even: BreakEven
    plan_rate: EqualRate
    worth_rate: EqualRate


def draw(account: Account) -> None:
    """Which two, and what makes them equal."""
    w, found = state.reader(), pair(account, choose=True)
    if found is None:
        st.caption(w("proposals.even.needs_both"))
        return
    if not unrated.known(account):
        st.markdown(w("proposals.unrated.find"))
        return
    told = {"lump": said.short(found.lump, w), "plan": said.short(found.plan, w)}
    st.markdown(_now(found, told))
    if settles.differ(found.once, found.later):
        st.markdown(w("proposals.settles.unlike_even"))
        return
    if found.lump != said.LUMP or not _picture(account, found, told):
        st.markdown(plain(evens.says(found.even, told["plan"], w)))
    if found.even.uneven:
        st.caption(w("proposals.even.uneven", amount=w.yuan(abs(found.even.uneven))))
    st.markdown("\n".join(f"- {line}" for line in _rates(found, told)))


def pair(account: Account, choose: bool = False) -> Pair | None:
    """A lump sum and a plan: the first of each, or those chosen; None where there are not both."""
    kinds = {letter: one.offer.kind for letter, one in account.settled.items()}
    lumps, plans = ([letter for letter, kind in kinds.items() if kind == name] for name in ("lump", "plan"))
    if not lumps or not plans:
        return None
    lump = _choose("lump", lumps) if choose else lumps[0]
    plan = _choose("plan", plans) if choose else plans[0]
    once, later = account.settled[lump], account.settled[plan]
    (even,) = evens.curve(once, later, (once.debt.on,))
    return Pair(lump, plan, once, later, even, equal_plan_rate(once, later), equal_worth_rate(once, later))


def _choose(kind: str, letters: list[str]) -> str:
    """Which of several; the only one if there is no choice."""
    if len(letters) == 1:
        return letters[0]
    label = state.reader()(f"proposals.even.choose_{kind}")
    chosen = st.segmented_control(
        label, letters, default=letters[0], format_func=str.upper, key=f"even_{kind}", required=True
    )
    return chosen if chosen in letters else letters[0]


def _picture(account: Account, found: Pair, told: dict[str, str]) -> bool:
    """The waiver needed over the day of the lump sum; the day moves. Where none is ever needed a sentence says so."""
    w, days = state.reader(), evens.days(account, found.once)
    curve = evens.curve(found.once, found.later, days)
    if not any(point.waived for point in curve):
        st.caption(w("proposals.even.level", first=days[0], last=days[-1], plan=told["plan"]))
        return False
    own = words(account.case.lang)
    offered = found.once.waived
    mover.draw(
        "lump_on",
        evens.of(account, found.plan, days),
        found.once.debt.on.isoformat(),
        lambda: evens.moving_days(curve, offered, said.short(found.plan, own), own),
    )
    with st.expander(w("common.chart_table"), type="compact", key="even_table", on_change="rerun") as block:
        if block.open:
            parts.table(tables.shares(curve, w), w("proposals.even.alt"))
    return True


def _now(found: Pair, told: dict[str, str]) -> str:
    """Which of both costs less as they are offered, on one scope."""
    w, apart = state.reader(), found.later.altogether - found.once.altogether
    key = "less" if apart > 0 else "more" if apart < 0 else "same"
    verdict = w(f"proposals.even.{key}", **({"gap": w.yuan(abs(apart))} if apart else {}))
    if not found.once.waived:
        return w("proposals.even.now_whole", lump=told["lump"], verdict=verdict)
    return w("proposals.even.now", lump=told["lump"], waived=w.yuan(found.once.waived), verdict=verdict)


def _rates(found: Pair, told: dict[str, str]) -> list[str]:
    """The rate the plan would have to carry, and what money must be worth for the plan to be ahead."""
    w, rate, worth = state.reader(), found.plan_rate, found.worth_rate
    lines = []
    if rate.rate is None:
        lines.append(w(f"proposals.even.reason.{_code(rate.reason)}", **told))
    elif round(rate.rate, SHOWN):
        method = w(f"fields.plan_method.{evens.method(found.later)}")
        lines.append(w("proposals.even.plan_rate", rate=w.percent(round(rate.rate, SHOWN)), method=method, **told))
    if worth.rate == 0:
        lines.append(w("proposals.even.worth_any", **told))
    elif worth.rate is not None:
        lines.append(w("proposals.even.worth_rate", rate=w.percent(round(worth.rate, SHOWN)), **told))
    else:
        lines.append(w(f"proposals.even.reason.{_code(worth.reason)}"))
    return lines


def _code(reason: str | None) -> str:
    return str(reason).rpartition(".")[2]
