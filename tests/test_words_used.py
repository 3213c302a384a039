"""Every composed key finds its sentence, and no sentence is kept that nothing can ask for."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

import pytest

from overdue.card import CardDays
from overdue.casefile import FIELDS, STORIES
from overdue.claims import Question
from overdue.claims.cards import ArticleKind, Topic, Verdict
from overdue.credit.rights import Entry
from overdue.law import LAW
from overdue.law.rules import Force
from overdue.milestones import Binding, Bound, Called, Caller, Cause, Next, Outside, Said
from overdue.milestones import Verdict as CallVerdict
from overdue.milestones.criminal import State
from overdue.milestones.limitation import Effect
from overdue.model import Lender, Order, Standing
from overdue.negotiation.log import Channel
from overdue.ui.glossary import TERMS
from overdue.ui.timeline import noted
from overdue.words import Lang, pairs
from tests.parsed import ROOT, files, nodes

CODE = [*files("overdue", "pages", "deploy"), ROOT / "app.py"]
HOLE = "\0"

# A family of sentences and who asks for one each; ``{}`` is the member.
FAMILIES: dict[str, list[str]] = {
    "fields.{}.label": list(FIELDS),
    "fields.story.{}": list(STORIES),
    "home.name.{}": list(STORIES),
    "fields.lender.{}": [*Lender, "unknown"],
    "fields.order.{}": list(Order),
    "fields.card_days.{}": list(CardDays),
    "fields.lang.{}": [lang.script for lang in Lang],
    "standing.{}": list(Standing),
    "force.{}": list(Force),
    "timeline.kind.{}": list(Binding),
    "timeline.cause.{}.label": list(Cause),
    "help.outside.{}.label": list(Outside),
    "help.outside.{}.says": list(Outside),
    "calls.caller.{}": list(Caller),
    "calls.called.{}": list(Called),
    "calls.said.{}": list(Said),
    "calls.by.{}": list(noted.WAYS),
    "calls.bound.{}": list(Bound),
    "calls.verdict.{}": list(CallVerdict),
    "calls.step.{}": list(Next),
    "lawsuit.crime.state_{}": list(State),
    "court.mark.deed_{}": list(Effect),
    "claims.verdict.{}": list(Verdict),
    "claims.topic.{}": list(Topic),
    "claims.article.kind.{}": list(ArticleKind),
    "claims.reader.question.{}": list(Question),
    "negotiate.log.way.{}": list(Channel),
    "credit.entry.{}": list(Entry),
    "glossary.{}.means": list(TERMS),
    "sources.unit.{}": sorted(
        {re.sub(r"[^a-z0-9]+", "_", v.unit.lower()) for rule in LAW.rules.values() for v in rule.values.values()}
    ),
} | {
    f"fields.{name}.{{}}": list(field.choices)
    for name, field in FIELDS.items()
    if field.choices and name not in ("lang", "story")
}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_member_has_its_sentence(family):
    assert [member for member in FAMILIES[family] if family.format(member) not in pairs()] == []


def test_every_question_the_code_can_refuse_has_its_sentence():
    raised = {
        node.args[0].value
        for path in CODE
        for node in nodes(path)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("OverdueError", "NotInForce")
        if node.args and isinstance(node.args[0], ast.Constant)
    }
    assert len(raised) > 40 and [key for key in sorted(raised) if f"errors.{key}" not in pairs()] == []


def test_every_sentence_that_is_asked_for_by_its_name_is_written():
    """``w("a.b")``, ``plain("a.b")`` and ``state.reader()("a.b")``: what is composed has its families above."""
    asked = {
        node.args[0].value
        for path in CODE
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and (isinstance(node.func, ast.Call) or getattr(node.func, "id", "") in ("w", "plain"))
        if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    }
    assert len(asked) > 500
    missing = [key for key in sorted(asked) if "." in key and key not in pairs()]
    assert not missing, "\n".join(f"nobody wrote {key}: overdue/words/{key.split('.')[0]}.toml" for key in missing)


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        yield from node
        for child in node.values():
            yield from _strings(child)
    elif isinstance(node, list):
        for child in node:
            yield from _strings(child)
    elif isinstance(node, str):
        yield node


def test_no_sentence_is_kept_that_nothing_can_ask_for():
    """A key is asked for as it stands, or composed: then each piece filled in has to be named somewhere."""
    named = {family.format(member) for family, members in FAMILIES.items() for member in members}
    composed = set()
    for path in CODE:
        for node in nodes(path):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                composed.add("".join(v.value if isinstance(v, ast.Constant) else HOLE for v in node.values))
    for path in (ROOT / "overdue").rglob("*.toml"):
        if path.parent.name != "words":
            named |= set(_strings(tomllib.loads(path.read_text(encoding="utf-8"))))
    named |= {path.stem for folder in ("pages", "overdue/law") for path in (ROOT / folder).iterdir()} | set(TERMS)
    patterns = [
        re.compile("(.+)".join(re.escape(piece) for piece in text.split(HOLE)))
        for text in composed
        if HOLE in text and "." in text and re.fullmatch(rf"[a-z_0-9.{HOLE}]*[a-z][a-z_0-9.{HOLE}]*", text)
    ]
    pieces = named | {part for text in named for part in text.split(".")}

    def known(piece: str) -> bool:
        if piece in pieces or piece.isdigit():
            return True
        if "." in piece:
            return all(known(part) for part in piece.split("."))
        return "_" in piece and any(
            known(piece[:at]) and known(piece[at + 1 :]) for at in range(1, len(piece) - 1) if piece[at] == "_"
        )

    def asked(key: str) -> bool:
        if key in named or key.removeprefix("errors.") in named:
            return True
        return any((m := p.fullmatch(key)) is not None and all(known(g) for g in m.groups()) for p in patterns)

    unasked = [key for key in sorted(pairs()) if not asked(key)]
    assert not unasked, "\n".join(f"nothing asks for {key}: overdue/words/{key.split('.')[0]}.toml" for key in unasked)
