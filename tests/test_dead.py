"""Nothing stands in the product that nothing uses: what only a test asks for is taken out with its test."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import overdue
from tests.parsed import ROOT, files, nodes, tree

CODE = [*files("overdue", "pages", "deploy"), ROOT / "app.py"]
DEF = (ast.FunctionDef, ast.AsyncFunctionDef)


def used(node: ast.AST, package: bool) -> str:
    """The name a node uses, empty for none; a package that hands a name on does not use it."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.alias):
        return "" if package else node.name.rpartition(".")[2]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return "" if package else node.value  # asked for by getattr, or in a table
    return ""


def defined(module: ast.Module) -> Iterator[str]:
    """Functions, classes and constants of a module, methods and properties; a validator is used by its model."""
    for node in module.body:
        if isinstance(node, (*DEF, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        for inner in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(inner, DEF) and "validator" not in ast.dump(ast.List(inner.decorator_list)):
                yield inner.name


def test_every_name_is_used():
    asked = {used(node, path.name == "__init__.py") for path in CODE for node in nodes(path)}
    unused = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in CODE
        for name in defined(tree(path))
        if name not in asked and name not in overdue.__all__ and not name.startswith("__")
    }
    assert unused == set()


def handed_on(path: Path) -> Iterator[str]:
    """The names a package imports and does not use itself."""
    used_here = {node.id for node in nodes(path) if isinstance(node, ast.Name)}
    for node in tree(path).body:
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("overdue"):
            yield from (alias.name for alias in node.names if alias.name not in used_here)


def test_what_a_package_hands_on_is_asked_for():
    every = [node for path in [*CODE, *files("tests")] for node in nodes(path)]
    asked = {(str(n.module), alias.name) for n in every if isinstance(n, ast.ImportFrom) for alias in n.names}
    attributes = {node.attr for node in every if isinstance(node, ast.Attribute)}
    packages = {path: ".".join(path.parent.relative_to(ROOT).parts) for path in CODE if path.name == "__init__.py"}
    unasked = {
        f"{package}: {name}"
        for path, package in packages.items()
        for name in handed_on(path)
        if package != "overdue" and (package, name) not in asked and name not in attributes
    }
    assert unasked == set()
