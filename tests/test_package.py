"""What is installed from here: everything the domain needs, nothing of the screen, the same lists everywhere.

``make package`` installs the wheel and the sdist into fresh environments; here the wheel is built and unpacked only.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

import overdue

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)(.*(?:\n .*)*)", re.MULTILINE)
TRY = """
import sys
sys.path.insert(0, sys.argv[1])
import overdue
assert overdue.__file__.startswith(sys.argv[1]), overdue.__file__
from overdue import claims, lesson, milestones, negotiation, search, words
print(overdue.court_fee(20_000), *sorted({"streamlit", "pandas", "plotly"} & set(sys.modules)))
"""


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def listed(name: str) -> set[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith(("#", "-r"))}


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as setuptools builds it from a copy of what git would give, unpacked."""
    source, wheels = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheels")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "overdue", source / "overdue", ignore=shutil.ignore_patterns("__pycache__"))
    build = f"from setuptools import build_meta; build_meta.build_wheel({str(wheels)!r})"
    done = subprocess.run([sys.executable, "-c", build], cwd=source, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    (wheel,) = wheels.glob("*.whl")
    assert wheel.name == f"overdue-{overdue.__version__}-py3-none-any.whl"
    zipfile.ZipFile(wheel).extractall(wheels / "in")
    return wheels / "in"


def test_every_file_of_the_package_is_in_the_wheel(unpacked):
    files = {path.relative_to(ROOT) for path in (ROOT / "overdue").rglob("*") if path.is_file()}
    ours = {path for path in files if path.suffix != ".pyc"}
    assert "py.typed" in {path.name for path in ours}
    assert ours - {path.relative_to(unpacked) for path in unpacked.rglob("*")} == set()


def test_what_was_unpacked_answers_and_needs_nothing_of_the_screen(unpacked):
    asked = [sys.executable, "-I", "-c", TRY, str(unpacked)]
    done = subprocess.run(asked, cwd=unpacked, capture_output=True, text=True, timeout=600)
    assert (done.stdout.split(), done.stderr) == (["300.00"], "")


def test_the_package_and_the_deployment_ask_for_the_same():
    project = {*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["app"]}
    checker = {line for line in listed("requirements.txt") if Requirement(line).name == "pytest"}
    assert listed("requirements.txt") == project | checker


def test_the_lock_pins_what_is_asked_for_and_names_no_place_to_get_it_from():
    pinned = {plain(name): (version, rest) for name, version, rest in PINNED.findall(LOCK)}
    for line in listed("requirements.txt"):
        asked = Requirement(line)
        assert asked.specifier.contains(pinned[plain(asked.name)][0]), f"{line}: run make lock"
    assert [name for name, (_, rest) in pinned.items() if "--hash=sha256:" not in rest] == []
    assert not re.search(r"://|--(?:extra-)?index|--find-links|--trusted", LOCK)
    assert not {"uv.lock", "Pipfile", "environment.yml"} & {path.name for path in ROOT.iterdir()}  # read before ours


def test_the_lowest_versions_are_those_of_the_lists():
    """``make lowest`` writes ``~=`` as ``==``: each list has to read so."""
    for line in listed("requirements.txt"):
        assert re.fullmatch(r"[a-z-]+~=\d+(?:\.\d+)+(?:; sys_platform .+)?", line), line


def test_pythons_are_the_same_everywhere():
    flows = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    allowed = SpecifierSet(PROJECT["requires-python"])
    tried = re.findall(r'"(3\.\d+)"', flows)
    assert tried and all(allowed.contains(version) for version in tried)
    assert f'target-version = "py{PROJECT["requires-python"].lstrip(">=").replace(".", "")}"' in (
        ROOT / "pyproject.toml"
    ).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`make ([a-z]+)", (ROOT / "README.md").read_text("utf-8")))))
def test_every_command_of_the_readme_is_one_that_make_reads(command):
    """A line that begins with the word load is an order to make itself, and then nothing at all can be made."""
    done = subprocess.run(["make", "-n", command], cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
