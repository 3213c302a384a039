"""The house keeps its shape: who may import what, where the clock is read, where words and numbers may stand.

The layers inside ``overdue`` are held by import-linter (pyproject.toml); here stands what it cannot see.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOMAIN = sorted((ROOT / "overdue").rglob("*.py"))
DOOR = [path for path in [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))] if path.exists()]
SOURCE = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in [*DOMAIN, *DOOR]}
TREES = {name: ast.parse(text) for name, text in SOURCE.items()}

# Where each heavy guest may be imported; the prefixes are paths.
ROOMS = {
    "streamlit": ("app.py", "pages/", "overdue/ui/"),
    "pandas": ("overdue/tables", "overdue/exports"),
    "plotly": ("overdue/charts",),
    "opencc": ("overdue/words/",),
    "babel": ("overdue/words/",),
    "openpyxl": ("overdue/exports", "overdue/casefile/"),
    "docx": ("overdue/exports",),
    "icalendar": ("overdue/exports",),
    "segno": ("overdue/exports",),
    "redis": ("overdue/rooms",),
}
# What a requirement is called when it is imported, where the names differ.
MODULES = {"chinesecalendar": "chinese_calendar", "python-docx": "docx"}
# pytest: the published cases can be checked wherever the app is installed; orjson: plotly finds it by itself.
NOT_IMPORTED = {"orjson", "pytest"}


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module


def guests(tree):
    own = {"overdue", "__future__", *sys.stdlib_module_names}
    return {name.split(".")[0] for name in imported(tree)} - own


def docstrings(tree):
    for node in ast.walk(tree):
        first = node.body[0] if isinstance(getattr(node, "body", None), list) and node.body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            yield first.value


def requirements(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r"))]


def called(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


@pytest.mark.parametrize("name", TREES)
def test_each_guest_stays_in_its_room(name):
    for guest in guests(TREES[name]):
        assert name.startswith(ROOMS.get(guest, "")), f"{guest} is imported outside {ROOMS.get(guest)}"


def test_the_domain_needs_no_streamlit_pandas_or_plotly():
    heavy = "streamlit pandas plotly"
    asked = f"import sys, overdue; print(*set('{heavy}'.split()) & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("name", TREES)
def test_only_the_screen_knows_what_day_it_is(name):
    clock = {"today", "now", "utcnow"} & set(called(TREES[name]))
    assert not clock or name.startswith("overdue/ui/")


@pytest.mark.parametrize("name", [name for name in TREES if "pages/" in name])
def test_a_page_is_a_short_script(name):
    assert len(SOURCE[name].splitlines()) <= 120
    assert not [node for node in TREES[name].body if isinstance(node, ast.ClassDef)]


@pytest.mark.parametrize("name", TREES)
def test_words_for_the_reader_stand_in_toml(name):
    """Docstrings may quote; what the program can say may not."""
    told = set(docstrings(TREES[name]))
    said = [node.value for node in ast.walk(TREES[name]) if isinstance(node, ast.Constant) and node not in told]
    assert [text for text in said if isinstance(text, str) and re.search(r"[\u3400-\u9fff]", text)] == []


@pytest.mark.parametrize("name", TREES)
def test_no_html_of_a_visitor_is_ever_trusted(name):
    assert "unsafe_allow_html" not in SOURCE[name]


@pytest.mark.parametrize("name", TREES)
def test_no_button_has_words_that_cannot_be_read_in_the_dark(name):
    """Streamlit writes white on the accent, and the accent must be bright to be read as ink on a dark page."""
    assert 'type="primary"' not in SOURCE[name]


@pytest.mark.parametrize("name", [name for name in TREES if name.startswith("overdue/")])
def test_a_module_holds_one_noun(name):
    assert len(SOURCE[name].splitlines()) <= 250
    assert not {"utils", "helpers", "common", "misc"} & set(Path(name).with_suffix("").parts)


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("*.py")), ids=lambda path: path.name)
def test_a_module_of_tests_is_read_at_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("name", [name for name in TREES if name.startswith(("overdue/ui/", "pages/"))])
def test_a_page_asks_the_account_and_puts_no_arguments_together(name):
    """What needs loan, day, payments and order together is worked out in one place."""
    answers = {"accrue", "trace", "settle", "compare", "check_bill", "true_cost", "case_band", "record"}
    answers |= {"report_months", "milestones_of", "three_clocks", "limitation"}
    nodes = [node for node in ast.walk(TREES[name]) if isinstance(node, ast.ImportFrom)]
    domain = [node for node in nodes if node.module.startswith("overdue") and not node.module.startswith("overdue.ui")]
    assert not answers & {alias.name for node in domain for alias in node.names}


@pytest.mark.parametrize("name", [name for name in TREES if name.startswith(("overdue/ui/", "pages/"))])
def test_one_maker_draws_the_fields_for_numbers(name):
    """It alone keeps what was typed beside our own sentence. A room's guess is kept by the room."""
    makers = ("overdue/ui/fields/", "overdue/ui/workshop/")
    assert name.startswith(makers) or "number_input" not in set(called(TREES[name]))


@pytest.mark.parametrize("name", [name for name in TREES if name.startswith(("overdue/ui/", "pages/"))])
def test_a_block_that_runs_alone_answers_for_itself(name):
    """What a fragment raises is caught by nothing around it."""
    assert name.startswith("overdue/ui/fields/") or "st.fragment" not in SOURCE[name]


def test_requirements_are_what_the_app_imports():
    needed = set().union(*map(guests, TREES.values()))
    named = {re.split(r"[~=<>\[]", line)[0] for line in requirements("requirements.txt")}
    assert {MODULES.get(name, name) for name in named - NOT_IMPORTED} == needed


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_bounded_above(name):
    assert [line for line in requirements(name) if "~=" not in line and "<" not in line] == []


def test_the_readme_gives_each_requirement_a_reason():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = [re.split(r"[~=<>\[]", line)[0] for line in requirements("requirements.txt")]
    assert [name for name in named if not re.search(rf"^\| {re.escape(name)} \| \S.+\|$", readme, re.M)] == []


def test_the_deployed_settings_are_the_fast_and_silent_ones():
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert config["server"]["fileWatcherType"] == "none"
    assert config["runner"]["postScriptGC"] is False
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
