"""The shelf against everything that names it: each rule exists, and a value is live exactly where code asks for it."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

from overdue.law import HERE, LAW, Rule

TESTS = Path(__file__).parent
PACKAGE = HERE.parent
ID = re.compile(r"\b(?:CR|CC|PEN|CAP|LPR|JUD|RPT|FIX|COL|PLAN|HOT|SCAM)-\d+\b")
VALUE = re.compile(r'LAW\.(?:value|cite)\(\s*"([A-Z]+-\d+)",\s*"(\w+)"')


def _naming_files() -> list[Path]:
    files = [path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".toml"} and path.parent != HERE]
    return [*files, HERE / "lines.py", *(PACKAGE.parent / "pages").glob("*.py")]


def named(files: list[Path]) -> dict[str, set[str]]:
    """Rule ids by the file that names them."""
    found = {str(path): set(ID.findall(path.read_text(encoding="utf-8"))) for path in files}
    return {name: ids for name, ids in found.items() if ids}


def test_every_rule_that_is_named_exists() -> None:
    known = LAW.rules.keys() | {assumption.row for assumption in LAW.assumptions.values()}
    assert {name: ids - known for name, ids in named(_naming_files()).items() if ids - known} == {}


def test_every_value_that_is_asked_for_exists() -> None:
    for path in _naming_files():
        for rule, name in VALUE.findall(path.read_text(encoding="utf-8")):
            assert name in LAW.rules[rule].values, f"{path.name}: {rule} has no value {name}"


ASKS = ("value", "cite")


def _texts(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def asked_for(source: str) -> set[tuple[str, str]]:
    """The (rule, value) pairs a module names: side by side, or one of them through a variable of that module.

    >>> sorted(asked_for('LAW.value("CC-9", "limitation_years", day)'))
    [('CC-9', 'limitation_years')]
    """
    tree = ast.parse(source)
    texts = _texts(tree)
    ids = {text for text in texts if ID.fullmatch(text)}
    found: set[tuple[str, str]] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "values":
            found |= {(rule, name) for rule in ids for name in _texts(node.slice)}
        asks = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKS
        if not isinstance(node, ast.Tuple | ast.Call):
            continue
        for rule, name in pairwise(node.elts if isinstance(node, ast.Tuple) else node.args):
            said = isinstance(rule, ast.Constant), isinstance(name, ast.Constant)
            rules = _texts(rule) if said[0] else ids if asks and said[1] else set()
            names = _texts(name) if said[1] else texts if asks and said[0] else set()
            found |= {(one, other) for one in rules & ids for other in names}
    return found


def test_a_value_is_live_exactly_where_the_code_asks_for_it() -> None:
    asked = set().union(*(asked_for(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")))
    shelf = {(id_, name): value.live for id_, rule in LAW.rules.items() for name, value in rule.values.items()}
    wrong = [
        f"{rule}.values.{name}: " + ("the code asks for it: live = true" if not live else "nothing asks: live = false")
        for (rule, name), live in shelf.items()
        if live != ((rule, name) in asked)
    ]
    assert not wrong, "\n".join(["", *wrong])
    assert 0 < sum(shelf.values()) < len(shelf)


def test_rules_nothing_names_are_shown_on_sources_only() -> None:
    """The list stands in ``sources_only.txt``, one id a line; take an id out once code or a claim names it."""
    listed = (TESTS / "sources_only.txt").read_text(encoding="utf-8").split()
    unnamed = LAW.rules.keys() - set().union(*named(_naming_files()).values())
    assert sorted(listed) == sorted(unnamed)


def test_a_rule_is_found_by_its_id_and_nothing_else() -> None:
    assert isinstance(LAW.rule("CR-2"), Rule)
    with pytest.raises(KeyError):
        LAW.rule("PEN-4")
