"""Hostile files and pastes: a sentence after bounded work and in little memory, never another exception."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from overdue.casefile.bill_file import read_bill_file
from overdue.model import OverdueError
from tests.drill import files
from tests.effort import effort

ROOT = Path(__file__).parents[1]
MOST = 5_000_000  # calls, about a second of a core; what they cost before was 4 to 40 seconds
GROWN = """
from tests.drill import files
from tests.effort import effort
files.told("bill", files.book(files.sheet()))
files.told("bill", "本金 1")
data = [make() for make in list(files.BOOKS.values())[:9]]
before = files.peak()
for one in data:
    files.told("bill", one)
print(files.peak() - before)
"""


@pytest.mark.parametrize("name", files.BOOKS)
def test_a_workbook_is_read_or_answered(name):
    data = files.BOOKS[name]()
    assert effort(lambda: files.told("bill", data)) < MOST


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("a far cell", "bill.file_rows"),
        ("700,000 rows", "bill.file_rows"),
        ("30 MB of blanks", "bill.file_unfolds"),
        ("bad XML", "bill.file_other"),
        ("entities", "bill.file_other"),
        ("an entity from elsewhere", "bill.file_other"),
        ("a password", "bill.file_old"),
        ("an unknown packing", "bill.file_other"),
        ("29 digits", "bill.file_amount"),
        ("half a file", "bill.file_other"),
    ],
)
def test_what_passes_a_bound_is_told_which(name, key):
    assert files.told("bill", files.BOOKS[name]())[0] == key


@pytest.mark.parametrize("name", ["far cells that are empty", "bad styles", "stored"])
def test_what_only_looks_odd_is_read(name):
    read = read_bill_file(files.BOOKS[name]())
    assert (read.bill.principal, read.bill.penalty) == (3000, 5)


def test_no_workbook_takes_the_machine():
    done = subprocess.run([sys.executable, "-c", GROWN], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 120  # MB; one merge took 2,500


@pytest.mark.parametrize("kind", ["bill", "repayment"])
@pytest.mark.parametrize("name", files.TEXTS)
def test_a_paste_is_read_in_linear_time(name, kind):
    """Half of it takes half the work; in quadratic time it would take a fourth."""
    files.told(kind, "本金 1")
    whole = files.TEXTS[name]
    half = effort(lambda: files.told(kind, whole[: len(whole) // 2]))
    assert effort(lambda: files.told(kind, whole)) < min(2.5 * half + 10_000, MOST)
    assert len(whole) <= 100_000


@pytest.mark.parametrize("name", files.CASES)
def test_a_case_file_is_refused_with_a_sentence(name):
    assert files.told("case", files.CASES[name])[0].startswith("file.")
    assert effort(lambda: files.told("case", files.CASES[name])) < MOST


@pytest.mark.parametrize("seed", range(60))
def test_a_wild_file_is_read_or_answered(seed):
    kind, data = files.wild(seed)
    assert effort(lambda: files.told(kind, data)) < MOST


def test_an_upload_above_our_limit_gets_our_sentence_below_the_servers():
    with pytest.raises(OverdueError) as caught:
        read_bill_file(b"a" * 2_000_001)
    assert caught.value.key == "bill.file_big"
