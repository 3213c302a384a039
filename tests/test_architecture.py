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

from tests.parsed import ROOT, files, nodes, source, tree

SOURCE = {str(path.relative_to(ROOT)): path for path in [ROOT / "app.py", *files("overdue", "pages")]}
PACKAGE = {name: path for name, path in SOURCE.items() if name.startswith("overdue/")}
PAGES = {name: path for name, path in SOURCE.items() if name.startswith("pages/")}
SCREEN = PAGES | {name: path for name, path in SOURCE.items() if name.startswith("overdue/ui/")}

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
# pytest: the published cases can be checked wherever the app is installed; orjson: plotly finds it by itself,
# uvloop: Streamlit does.
NOT_IMPORTED = {"orjson", "pytest", "uvloop"}


def guests(path):
    """What a module imports from outside the standard library and the product."""
    own = {"overdue", "__future__", *sys.stdlib_module_names}
    plain = {alias.name for node in nodes(path) if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.level == 0}
    return {name.split(".")[0] for name in plain | named} - own


def docstrings(path):
    for node in nodes(path):
        first = node.body[0] if isinstance(getattr(node, "body", None), list) and node.body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            yield first.value


def requirements(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r"))]


def called(path):
    calls = [node.func for node in nodes(path) if isinstance(node, ast.Call)]
    return {func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "") for func in calls}


def lines(path):
    return len(source(path).splitlines())


def test_each_guest_stays_in_its_room():
    imports = {(name, guest) for name, path in SOURCE.items() for guest in guests(path)}
    assert [(name, guest) for name, guest in sorted(imports) if not name.startswith(ROOMS.get(guest, ""))] == []


def test_the_domain_needs_no_streamlit_pandas_or_plotly():
    assert read_with("overdue", "streamlit pandas plotly") == ""


def test_a_server_is_up_without_what_the_first_page_does_not_need():
    assert read_with("overdue.ui.frame", "pandas icalendar openpyxl docx overdue.claims.flags") == ""


def read_with(module, others):
    """Which of the others are read with a module."""
    asked = f"import sys, {module}; print(*set('{others}'.split()) & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_only_the_screen_knows_what_day_it_is():
    clock = {"today", "now", "utcnow"}
    asking = [name for name, path in SOURCE.items() if clock & called(path)]
    assert asking
    assert [name for name in asking if not name.startswith("overdue/ui/")] == []


def test_a_page_is_a_short_script():
    assert [name for name, path in PAGES.items() if lines(path) > 120] == []
    classes = [name for name, path in PAGES.items() for node in tree(path).body if isinstance(node, ast.ClassDef)]
    assert classes == []


def test_words_for_the_reader_stand_in_toml():
    """Docstrings may quote; what the program can say may not."""
    said = []
    for name, path in SOURCE.items():
        told = set(docstrings(path))
        texts = [node.value for node in nodes(path) if isinstance(node, ast.Constant) and node not in told]
        said += [(name, text) for text in texts if isinstance(text, str) and re.search(r"[\u3400-\u9fff]", text)]
    assert said == []


def test_no_html_of_a_visitor_is_ever_trusted():
    assert [name for name, path in SOURCE.items() if "unsafe_allow_html" in source(path)] == []


def test_no_button_has_words_that_cannot_be_read_in_the_dark():
    """Streamlit writes white on the accent, and the accent must be bright to be read as ink on a dark page."""
    assert [name for name, path in SOURCE.items() if 'type="primary"' in source(path)] == []


def test_a_module_holds_one_noun():
    assert {name: lines(path) for name, path in PACKAGE.items() if lines(path) > 250} == {}
    nameless = {"utils", "helpers", "common", "misc"}
    assert [name for name in PACKAGE if nameless & set(Path(name).with_suffix("").parts)] == []


def test_a_module_of_tests_is_read_at_one_sitting():
    assert {path.name: lines(path) for path in files("tests") if lines(path) > 300} == {}


def test_a_page_asks_the_account_and_puts_no_arguments_together():
    """What needs loan, day, payments and order together is worked out in one place."""
    answers = {"accrue", "trace", "settle", "compare", "check_bill", "true_cost", "case_band", "record"}
    answers |= {"report_months", "milestones_of", "three_clocks", "limitation"}
    imports = [
        (name, node) for name, path in SCREEN.items() for node in nodes(path) if isinstance(node, ast.ImportFrom)
    ]
    domain = [
        (name, n) for name, n in imports if n.module.startswith("overdue") and not n.module.startswith("overdue.ui")
    ]
    assert [(name, alias.name) for name, node in domain for alias in node.names if alias.name in answers] == []


def test_no_page_knows_another():
    """What several pages say or show stands beside them, so that each can be changed or taken out alone."""
    own = {name: Path(name).relative_to("overdue/ui").with_suffix("").parts[0] for name in SCREEN if "/ui/" in name}
    names = {path.stem for path in PAGES.values()}
    asked = [
        (name, page, {*node.module.split(".")[2:3]} or {alias.name for alias in node.names})
        for name, page in own.items()
        for node in nodes(SCREEN[name])
        if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith("overdue.ui.")
    ]
    assert any(page in others for _, page, others in asked)
    assert [(name, others) for name, page, others in asked if page in names and others & names - {page}] == []


def test_one_maker_draws_the_fields_for_numbers():
    """It alone keeps what was typed beside our own sentence. A room's guess is kept by the room."""
    makers = ("overdue/ui/fields/", "overdue/ui/workshop/")
    drawing = [name for name, path in SCREEN.items() if "number_input" in called(path)]
    assert drawing
    assert [name for name in drawing if not name.startswith(makers)] == []


def test_a_block_that_runs_alone_answers_for_itself():
    """What a fragment raises is caught by nothing around it."""
    alone = [name for name, path in SCREEN.items() if "st.fragment" in source(path)]
    assert alone
    assert [name for name in alone if not name.startswith("overdue/ui/fields/")] == []


def test_requirements_are_what_the_app_imports():
    needed = set().union(*map(guests, SOURCE.values()))
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
