"""Rooms: codes, guesses, counts, limits and the end, the same on a memory shelf and on a real Redis."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overdue.model import OverdueError
from overdue.rooms import Memory, OnRedis, Question, Rooms, Shelf, Unit, shown, tidy_code
from overdue.rooms.room import LENGTH, LETTERS, LOOKS_LIKE, MOST_CHANGES, MOST_PEOPLE, new_code
from overdue.rooms.rooms import HOURS, MOST_ROOMS
from tests import served

OWNER = "facilitator-token-1"
START = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
OFFER = Question(name="offer", kind="choice", options=("a", "b"))
TOTAL = Question(name="total", kind="number", edges=(Decimal(3000), Decimal(4000)))


def token(n: int) -> str:
    return f"phone-token-{n:06d}"


class Clock:
    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    server = shutil.which("redis-server")
    if server is None:
        pytest.skip("rooms on Redis; there is no redis-server here (Debian package: redis-server)")
    with served.redis(server) as url:
        yield url


@pytest.fixture(params=["memory", "redis"])
def shelves(request: pytest.FixtureRequest) -> Callable[[], Shelf]:
    """Makes the shelf of one more server: in memory there is one server only."""
    if request.param == "memory":
        one = Memory()
        return lambda: one
    url, prefix = request.getfixturevalue("redis_url"), f"test:{request.node.name}:"
    return lambda: OnRedis(url, prefix)


def refused(key: str, act: Callable[[], object]) -> None:
    with pytest.raises(OverdueError) as error:
        act()
    assert error.value.key == f"room.{key}"


def test_a_lesson_on_two_servers_counts_everybody_once(shelves: Callable[[], Shelf]) -> None:
    here, there = Rooms(shelves(), Clock()), Rooms(shelves(), Clock())
    room = here.open(OWNER, "job")
    there.ask(room.code, OWNER, OFFER)
    for n in range(7):
        (here if n % 2 else there).guess(room.code, token(n), "a")
    there.guess(room.code, token(0), "b")  # changed before it is closed
    assert here.find(room.code).answered == 7 and here.find(room.code).guess_of(token(0)) == "b"
    closed = here.close(room.code, OWNER)
    counts = there.find(room.code).counts("offer")
    assert counts is not None and (counts.people, counts.by_bin) == (7, {"a": 6, "b": 1})
    assert closed.guesses == {} and token(0) not in closed.model_dump_json()
    refused("nothing_asked", lambda: there.guess(room.code, token(8), "a"))


def test_fifty_phones_at_once_lose_no_guess(shelves: Callable[[], Shelf]) -> None:
    rooms = [Rooms(shelves(), Clock()) for _ in range(4)]
    room = rooms[0].open(OWNER)
    rooms[0].ask(room.code, OWNER, TOTAL)
    told = {token(n): str(2500 + 50 * n) for n in range(50)}
    with ThreadPoolExecutor(25) as pool:
        done = [pool.submit(rooms[n % 4].guess, room.code, one, said) for n, (one, said) in enumerate(told.items())]
        assert all(future.result() for future in done)
    rooms[1].close(room.code, OWNER)
    counts = rooms[2].find(room.code).counts("total")
    expected = Counter("0" if int(said) < 3000 else "1" if int(said) < 4000 else "2" for said in told.values())
    assert counts is not None and counts.by_bin == dict(expected)


def test_only_the_one_who_opened_it_leads_it(shelves: Callable[[], Shelf]) -> None:
    rooms = Rooms(shelves(), Clock())
    code = rooms.open(OWNER, "job").code
    for act in (rooms.close, rooms.end):
        refused("not_yours", lambda act=act: act(code, "somebody-elses-token"))  # type: ignore[misc]
    refused("not_yours", lambda: rooms.ask(code, "somebody-elses-token", OFFER))
    assert rooms.lead(code, OWNER, step="guess").step == "guess" and rooms.find(code).story == "job"
    rooms.end(code, OWNER)
    refused("unknown", lambda: rooms.find(code))


def test_a_room_is_over_after_three_hours_and_what_was_in_it_is_gone() -> None:
    clock, ticks = Clock(), [0.0]
    rooms = Rooms(Memory(lambda: ticks[0]), clock)
    code = rooms.open(OWNER).code
    clock.at += timedelta(hours=HOURS)
    refused("unknown", lambda: rooms.find(code))
    ticks[0] = HOURS * 3600.0
    assert rooms._shelf.count() == 0


def test_limits_are_by_room_and_by_token() -> None:
    rooms = Rooms(Memory(), Clock())
    code = rooms.open(OWNER).code
    rooms.ask(code, OWNER, OFFER)
    for n in range(MOST_CHANGES):
        rooms.guess(code, token(1), "ab"[n % 2])
    refused("too_many_changes", lambda: rooms.guess(code, token(1), "a"))
    for n in range(2, MOST_PEOPLE + 1):
        rooms.guess(code, token(n), "a")
    refused("full", lambda: rooms.guess(code, token(MOST_PEOPLE + 1), "a"))
    assert rooms.guess(code, token(2), "b").guess_of(token(2)) == "b"  # who is in may still change
    for _ in range(MOST_ROOMS - 1):
        rooms.open(OWNER)
    refused("no_more", lambda: rooms.open(OWNER))


@pytest.mark.parametrize("said", ["", "abc", "NaN", "Infinity", "1e30", "3 500", "<b>", "九千"])
def test_what_is_no_number_is_refused_with_a_sentence(said: str) -> None:
    rooms = Rooms(Memory(), Clock())
    code = rooms.open(OWNER).code
    rooms.ask(code, OWNER, TOTAL)
    refused("no_yuan", lambda: rooms.guess(code, token(1), said))
    assert rooms.find(code).answered == 0


@pytest.mark.parametrize(
    ("unit", "right", "wrong"),
    [
        ("yuan", ("0", "8433.75", "100000000"), ("-3", "1.005", "100000001")),
        ("years", ("0", "5", "50"), ("-3", "5.9", "2.5", "51", "99", "500")),
        ("days", ("1", "365"), ("0.5", "366")),
    ],
)
def test_a_guess_has_the_range_and_the_places_of_its_unit(
    unit: Unit, right: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    asked = Question(name="q", kind="number", edges=(Decimal(5), Decimal(6)), unit=unit)
    assert [asked.bin(one) for one in right] == [str((Decimal(one) >= 5) + (Decimal(one) >= 6)) for one in right]
    for one in wrong:
        refused(f"no_{unit}", lambda one=one: asked.bin(one))  # type: ignore[misc]


def test_each_asking_has_a_number_of_its_own_and_says_whether_it_is_a_second_one() -> None:
    rooms = Rooms(Memory(), Clock())
    code = rooms.open(OWNER, "job").code
    told = []
    for story, question in (("job", OFFER), ("job", TOTAL), ("job", OFFER), ("illness", OFFER), ("job", OFFER)):
        rooms.lead(code, OWNER, story=story)
        held = rooms.ask(code, OWNER, question).question
        rooms.close(code, OWNER)
        assert held is not None
        told.append((held.number, held.again))
    assert told == [(1, False), (2, False), (3, True), (4, False), (5, False)]


def test_what_was_not_offered_is_no_choice() -> None:
    rooms = Rooms(Memory(), Clock())
    code = rooms.open(OWNER).code
    rooms.ask(code, OWNER, OFFER)
    refused("no_option", lambda: rooms.guess(code, token(1), "c"))


def test_fewer_than_five_voters_are_not_drawn() -> None:
    rooms = Rooms(Memory(), Clock())
    code = rooms.open(OWNER).code
    for people in (4, 5):
        rooms.ask(code, OWNER, OFFER)
        for n in range(people):
            rooms.guess(code, token(n), "a")
        counts = rooms.close(code, OWNER).counts("offer")
        assert counts is not None and (shown(counts) is None) == (people < 5)


def test_who_came_in_is_counted_once_and_forgotten_when_a_question_is_closed(shelves: Callable[[], Shelf]) -> None:
    here, there = Rooms(shelves(), Clock()), Rooms(shelves(), Clock())
    code = here.open(OWNER).code
    for n in (1, 2, 2, 1):
        (here if n == 1 else there).come(code, token(n))
    assert len(here.find(code).here) == 2
    here.ask(code, OWNER, OFFER)
    assert len(there.come(code, token(3)).here) == 3  # late, while the first question is open
    closed = here.close(code, OWNER)
    assert closed.here == () and there.come(code, token(4)).here == ()
    assert not any(token(n) in here.find(code).model_dump_json() for n in range(5))
    here.ask(code, OWNER, OFFER.model_copy(update={"name": "next"}))
    assert len(there.come(code, token(4)).here) == 1  # the next question counts anew


def test_no_more_come_in_than_a_room_holds() -> None:
    rooms = Rooms(Memory(), Clock())
    code = rooms.open(OWNER).code
    for n in range(MOST_PEOPLE + 1):
        rooms.come(code, token(n))
    assert len(rooms.find(code).here) == MOST_PEOPLE


def test_asking_again_counts_anew() -> None:
    rooms = Rooms(Memory(), Clock())
    code = rooms.open(OWNER).code
    rooms.ask(code, OWNER, OFFER)
    rooms.guess(code, token(1), "a")
    room = rooms.ask(code, OWNER, OFFER)
    assert room.answered == 0 and room.counts("offer") is None


@given(st.text(alphabet=LETTERS, min_size=6, max_size=6), st.sampled_from(["", " ", "-"]))
def test_a_code_is_read_however_it_is_typed(code: str, between: str) -> None:
    assert tidy_code(between.join(code.lower())) == code


def test_no_letter_of_a_code_is_taken_for_another() -> None:
    assert not set(LETTERS) & LOOKS_LIKE.keys() and set(LOOKS_LIKE.values()) <= set(LETTERS)
    assert len({new_code() for _ in range(200)}) == 200


@pytest.mark.parametrize("typed", ["", "ACDE", "ACDEFGH", "AC?EFG", "房间六个字母"])
def test_what_cannot_be_a_code_is_a_sentence(typed: str) -> None:
    refused("no_code", lambda: tidy_code(typed))


def test_a_code_cannot_be_found_by_trying() -> None:
    # With every room there may be open, somebody trying one code a second looks for more than two days for one of them.
    assert len(LETTERS) ** LENGTH / MOST_ROOMS > 2 * 24 * 3600
    rooms = Rooms(Memory(), Clock())
    opened = {rooms.open(OWNER).code for _ in range(20)}
    for _ in range(200):
        code = new_code()
        if code not in opened:
            refused("unknown", lambda code=code: rooms.find(code))  # type: ignore[misc]
