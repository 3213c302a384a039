"""Both sides of each proposal, what would have to be true for each to be the better one, and what to know first."""

from __future__ import annotations

import streamlit as st

from overdue.law import LAW
from overdue.model import Citation, Lender
from overdue.proposal import InstalmentPlan, Settlement
from overdue.ui import state
from overdue.ui.proposals.desk import Seen
from overdue.ui.proposals.even import SHOWN, Pair

SIDES = ("for", "against")
POINTS = (1, 2, 3)


def points(found: Seen, pair: Pair | None) -> None:
    """For and against, the same number of sentences each; then the conditions."""
    w = state.reader()
    st.header(w("proposals.points.title"), anchor=False)
    st.caption(w("proposals.points.intro"))
    kinds = [kind for kind in ("lump", "plan") if found.of_kind(kind)] + (["wait"] if "w" in found.settled else [])
    for place, kind in zip(st.columns(max(1, len(kinds))), kinds, strict=False):
        with place, st.container(border=True, key=f"points_{kind}"):
            st.markdown(f"**{_name(found, kind)}**")
            for side in SIDES:
                lines = [f"- {_point(found, kind, f'{side}_{number}')}" for number in POINTS]
                st.markdown("\n".join([w(f"proposals.points.{side}"), *lines]))
    st.subheader(w("proposals.better.title"), anchor=False)
    for kind in kinds:
        lines = {"lump": _lump, "plan": _plan, "wait": _wait}[kind](found, pair)
        st.markdown("\n".join([f"**{_name(found, kind)}**", "", *(f"- {line}" for line in lines)]))


def _name(found: Seen, kind: str) -> str:
    letters = found.of_kind(kind)
    return state.reader()("proposals.joined").join(found.labels[x] for x in letters) if letters else found.labels["w"]


def _point(found: Seen, kind: str, name: str) -> str:
    w = state.reader()
    if (kind, name) == ("wait", "against_1"):
        one = found.settled["w"]
        return w(f"proposals.points.{kind}.{name}", day=one.debt.on, amount=w.yuan(one.total))
    return w(f"proposals.points.{kind}.{name}")


def _lump(found: Seen, pair: Pair | None) -> list[str]:
    w = state.reader()
    one = pair.once if pair else found.settled[found.of_kind("lump")[0]]
    lines = []
    if pair is not None and pair.even.amount is not None and pair.even.waived:
        amount, waived = w.yuan(pair.even.amount), w.yuan(pair.even.waived)
        lines.append(w("proposals.better.lump_even", amount=amount, day=pair.even.pay_on, waived=waived))
    elif pair is not None:
        lines.append(w("proposals.better.lump_level", other=found.labels[pair.plan]))
    return [*lines, w("proposals.better.lump_cash", amount=w.yuan(one.total))]


def _plan(found: Seen, pair: Pair | None) -> list[str]:
    w = state.reader()
    one = pair.later if pair else found.settled[found.of_kind("plan")[0]]
    lines = []
    if pair is not None and pair.plan_rate.rate is not None:
        lines.append(w("proposals.better.plan_rate", rate=w.percent(round(pair.plan_rate.rate, SHOWN))))
    elif pair is not None:
        dear = pair.plan_rate.reason == "proposal.dearer_at_zero"
        amount = {"amount": w.yuan(pair.once.total)} if dear else {}
        lines.append(w("proposals.better.plan_dear" if dear else "proposals.better.plan_any", **amount))
    rows = one.schedule.rows
    if rows:
        lines.append(w("proposals.better.plan_keep", count=len(rows), amount=w.yuan(rows[0].payment)))
    return lines


def _wait(found: Seen, pair: Pair | None) -> list[str]:
    w, wait = state.reader(), found.settled["w"]
    others = [one.altogether for letter, one in found.settled.items() if letter != "w"]
    lines = [w("proposals.better.wait_need")]
    if others and wait.altogether > min(others):
        more = w.yuan(wait.altogether - min(others))
        return [w("proposals.better.wait_waiver", day=wait.debt.on, amount=more), *lines]
    return [w("proposals.better.wait_free", day=wait.debt.on), *lines] if others else lines


def warnings(found: Seen) -> tuple[Citation, ...]:
    """What to know before signing or paying, each with its basis; the rules named."""
    w = state.reader()
    st.header(w("proposals.warn.title"), anchor=False)
    rules: list[str] = []
    for text, basis in _warned(found):
        rules += basis
        named = w("proposals.joined").join(
            f"{w.text(LAW.rule(rule).title)} · {w(f'standing.{LAW.rule(rule).standing}')} · {rule}" for rule in basis
        )
        st.markdown(f"- {text}")
        st.caption(w("proposals.warn.cite", rules=named))
    return LAW.cites(dict.fromkeys(rules))


def _warned(found: Seen) -> list[tuple[str, tuple[str, ...]]]:
    w, case = state.reader(), state.case()
    card = case.lender_of_record is Lender.CREDIT_CARD
    said = [
        (w("proposals.warn.written"), ("CC-17",)),
        (w("proposals.warn.limitation"), ("CC-10",)),
        (w("proposals.warn.expired"), ("CC-11", "CC-10")),
        (w("proposals.warn.card"), ("PLAN-1",)) if card else (w("proposals.warn.no_right"), ("PLAN-2",)),
        (w("proposals.warn.closed"), ("CR-2", "CR-3")),
        (w("proposals.warn.clock"), ("CR-4",)),
    ]
    if any(one.waived for one in found.settled.values()):
        said.append((w("proposals.warn.reduction"), ("RPT-4",)))
    said += [(_flat(found.labels[x], one), ("PEN-8",)) for x, one in found.settled.items() if _is_flat(one)]
    if case.compensated_on is not None and case.compensated_on <= case.as_of:
        said.append((w("proposals.warn.guarantor"), ("RPT-5",)))
    return said


def _is_flat(one: Settlement) -> bool:
    return isinstance(one.offer, InstalmentPlan) and one.offer.method == "flat_fee" and one.yearly_cost is not None


def _flat(label: str, one: Settlement) -> str:
    w, plan, cost = state.reader(), one.offer, one.yearly_cost
    if not isinstance(plan, InstalmentPlan) or cost is None:
        return label
    return w(
        "proposals.warn.flat",
        label=label,
        stated=w.percent(round(plan.annual_rate, SHOWN)),
        simple=w.percent(round(cost.simple, SHOWN)),
        compound=w.percent(round(cost.compound, SHOWN)),
    )
