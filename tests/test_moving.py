"""What a mover is sent: sentences told once, shapes that follow the stops, a message that stays small."""

from __future__ import annotations

import json

import pytest

from overdue.tables.moving import MOST_BYTES, Moving, Picture, Stop, plain, run, text
from tests.told import told


def test_a_sentence_arrives_as_it_was_made() -> None:
    says = [
        f"Pay on {run(day, 'day')} and it costs {run(more, 'up')}." for day, more in (("1 May", "5"), ("2 May", "6"))
    ]
    moving = Moving("When", (*(Stop(str(n), one) for n, one in enumerate(says)), Stop("2", "All <b>*paid*</b>.")))
    assert [one.strip() for one in told(moving.packed()).values()] == [
        plain(one) for one in (*says, "All <b>*paid*</b>.")
    ]
    assert len(json.loads(moving.packed())["forms"]) == 2


def test_what_moves_has_one_entry_a_stop() -> None:
    stops = (Stop("1", "one"), Stop("2", "two"))
    with pytest.raises(ValueError, match="another number"):
        Moving("When", stops, pictures=(Picture(10, "", (text("", [1, 2, 3], 0, "x"),)),))


@pytest.mark.parametrize("count", [0, 62])
def test_at_most_61_stops(count: int) -> None:
    with pytest.raises(ValueError, match="stops"):
        Moving("When", tuple(Stop(str(n), "") for n in range(count)))


def test_61_stops_stay_small() -> None:
    stops = tuple(
        Stop(f"2026-09-{n}", f"如果{run('2026年9月30日', 'day')}才还，罚息再多{run('1,207.00元', 'up')}。")
        for n in range(61)
    )
    assert len(Moving("哪天还", stops).packed()) < MOST_BYTES // 2
