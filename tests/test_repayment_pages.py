"""A page made from a table is read back as the table, or asked about, or refused: never as anything else."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from overdue.casefile.repayment import read_repayment
from overdue.model import OverdueError
from overdue.words import Lang, words
from tests.repayment_pages import BARE, DAYS, LAYOUTS, SEEN, UNSURE, Line, noisy, page, table

PAGES = 40  # of a layout


def wanted(lines):
    yuan = Decimal(100)
    return [
        (line.due_on, line.principal / yuan, line.interest / yuan, line.fee / yuan)
        for line in lines
        if not line.settled
    ]


def found(text):
    """What was read, or the key of the sentence; a day that is asked is answered as the table has it."""
    try:
        read = read_repayment(text, SEEN)
    except OverdueError as error:
        assert all(words(lang).error(error) for lang in Lang)
        return error
    return [(row.due_on, row.principal, row.interest, row.fee) for row in read.rows]


def answered(text, lines: tuple[Line, ...]):
    """Read with each asked day answered: the table's day that its words can mean."""
    days = {line.due_on for line in lines}
    for _ in range(len(lines) + 1):
        read = found(text)
        if isinstance(read, list) or read.key != "field.which_day":
            return read
        meant = [day for day in read.fields["days"] if day in days]
        if len(meant) != 1:
            return read
        start, end = read.fields["at"]
        text = text[:start] + meant[0].isoformat() + text[end:]
    raise AssertionError(text)


def made(seed, layout, spellings, english=False):
    chance = Random(seed)
    lines = table(chance)
    spell = chance.choice([*spellings.values()])
    return lines, page(lines, chance, layout, spell, english), chance


@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_in_a_plain_layout_is_read_as_its_table(layout, english):
    for seed in range(PAGES):
        lines, text, _ = made(seed, layout, DAYS, english)
        assert found(text) == wanted(lines), text


@pytest.mark.parametrize("layout", BARE)
def test_a_page_without_headings_is_read_where_nothing_is_paid(layout):
    for seed in range(PAGES):
        lines, text, _ = made(seed, layout, DAYS)
        if not any(line.settled for line in lines):
            assert found(text) == wanted(lines), text


@pytest.mark.parametrize("layout", [*LAYOUTS, *BARE])
@pytest.mark.parametrize("spellings", [DAYS, DAYS | UNSURE], ids=["sure", "unsure"])
def test_a_page_is_never_read_as_another(layout, spellings):
    """With what else stands on a screen, lines run together and days that can be two."""
    for seed in range(4 * PAGES):
        lines, text, chance = made(seed, layout, spellings, english=seed % 4 == 0)
        text = noisy(text, lines, chance)
        read = answered(text, lines)
        assert isinstance(read, OverdueError) or read == wanted(lines), f"{text}\n{read}\n{wanted(lines)}"
