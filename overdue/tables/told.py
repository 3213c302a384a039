"""What was told of a call, each thing beside its own verdict."""

from overdue.milestones import Call, Verdict, was_call_allowed
from overdue.words import Words


def parts_of(call: Call, hour: str, w: Words) -> tuple[tuple[str, str], ...]:
    """The verdict on each thing told of a call that a rule speaks to, and its name, the weightiest first."""
    alone = {"called": None, "at": None, "caller": None, "attempts": None, "answered": None}
    whole = was_call_allowed(call).findings
    found = [
        (was_call_allowed(call.model_copy(update={**alone, "said": (code,)})).findings, f"calls.said.{code}")
        for code in call.said
    ]
    found.append((tuple(f for f in whole if f.key.startswith("person_")), f"calls.called.{call.called}"))
    told = [(held[0].verdict, w(key)) for held, key in found if held]
    told += [(f.verdict, hour) for f in whole if f.key.startswith("hours_")][:1]
    order = list(Verdict)
    return tuple((w(f"calls.verdict.{v}"), name) for v, name in sorted(told, key=lambda one: order.index(one[0])))
