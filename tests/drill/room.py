"""A room of a workshop: phones that guess at once on two servers over one Redis, late comers, reloads, its bounds."""

from __future__ import annotations

import asyncio
import json
import random
import re
import shutil
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg

from overdue import lesson
from overdue.account import Account
from overdue.casefile import read
from overdue.model import OverdueError
from overdue.rooms import OnRedis, Question, Rooms
from overdue.rooms.room import MOST_PEOPLE
from overdue.rooms.rooms import FEWEST, HOURS, MOST_ROOMS
from overdue.words import Lang, words
from tests import served
from tests.drill.people import Person
from tests.drill.servers import Row, faults

W = words(Lang.ZH)
NUMBER, CHOICE = "court", "call"  # a step guessed in a number, and one with answers to choose from
GUESS = re.compile(r"guess_[A-Z]{6}_\d+")
CODE = re.compile(r"\*\*([A-Z]{6})\*\*")
ALT = re.compile(r'"alt": ?"([^"]*)"')
BARS = re.compile(r": " + W("workshop.of", count=r"(\d+)"))
LEADER = "drill-facilitator-token"


@dataclass
class Guest(Person):
    """Somebody at the workshop's page: what stands there now, and what may be pressed or filled."""

    token: str = ""
    query: str = ""
    texts: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    filled: dict[str, float] = field(default_factory=dict)
    fragment: str = ""

    async def open(self, **own: str) -> None:
        """Come to the page as a browser does: it is drawn, then the browser says its token."""
        await self.leave()
        self.query, self.places, self.filled = urlencode({"lang": "zh", **own}), {}, {}
        await self.arrive("/workshop")
        await self.run()
        await self.run()

    async def run(self, press: str = "", again: bool = False) -> None:
        """Run the page, or ``again`` the part of it that looks by itself; with a button pressed, fields as filled."""
        back = BackMsg()
        asked = back.rerun_script
        asked.query_string, asked.page_name = self.query, "workshop"
        asked.fragment_id = self.fragment if again or press else ""
        if "who" in self.places:
            asked.widget_states.widgets.add(id=self.places["who"], json_value=json.dumps({"token": self.token}))
        if press:
            asked.widget_states.widgets.add(id=self.places[press], trigger_value=True)
        for at, number in self.filled.items():
            asked.widget_states.widgets.add(id=self.places[at], double_value=number)
        told, _ = await self.ask(back, "workshop")
        self.texts, self.pictures = [], []
        for message in told:
            kind = message.WhichOneof("type")
            if kind == "page_info_changed":
                self.query = message.page_info_changed.query_string
            elif kind == "auto_rerun" and message.auto_rerun.interval < 60:
                self.fragment = message.auto_rerun.fragment_id
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                drawn = getattr(message.delta.new_element, message.delta.new_element.WhichOneof("type") or "empty")
                self.texts.append(str(getattr(drawn, "body", "")))
                if str(getattr(drawn, "id", "")).startswith("$$ID-"):
                    self.places[drawn.id.split("-", 2)[2]] = drawn.id
                if message.delta.new_element.WhichOneof("type") == "bidi_component":
                    self.pictures.append(drawn.SerializeToString().decode("utf-8", "replace"))

    def wants(self, *texts: str) -> None:
        """Each text stands on the page: one that is missing is a fault."""
        said = "\n".join(self.texts)
        self.faults += [f"missing: {text}" for text in texts if text not in said]

    def bars(self) -> list[int]:
        """The counts at the bars of the picture, in its words for those who do not see it; empty without a picture."""
        said = (alt for picture in self.pictures for alt in ALT.findall(picture))
        return [int(count) for alt in said for count in BARS.findall(alt)]

    async def guess(self, given: int | str) -> float:
        """Guess at the question that is open, a number or one of its answers; seconds until it is taken."""
        begin = time.perf_counter()
        if isinstance(given, int):
            at = next(key for key in self.places if GUESS.fullmatch(key))
            self.filled[at] = given
            await self.run(again=True)
            self.wants(W("workshop.given_is", given=W("workshop.unit.days", number=given)))
        else:
            await self.run(press=next(key for key in self.places if GUESS.match(key) and key.endswith(f"_{given}")))
            self.wants(W("workshop.given_is", given=W(f"workshop.option.{given}")))
        return time.perf_counter() - begin


async def lesson_of(leader: Guest, phones: list[Guest]) -> list[float]:
    """A question in a number for all, then one that four answer; seconds until each guess was taken."""
    step, chance = lesson.find(NUMBER), random.Random(len(phones))
    assert step is not None
    truth = int(lesson.truth(step, Account(read({"story": "job"}, date(2026, 6, 30))[0]), date(2026, 6, 30)))
    guesses = [chance.randint(1, 60) for _ in phones]
    late = len(phones) // 5

    async def come(place: int) -> float:
        await phones[place].open(room=code)
        return await phones[place].guess(guesses[place])

    async def change(place: int) -> float:
        guesses[place] = truth
        return await phones[place].guess(truth)

    async def reload(place: int) -> None:
        await phones[place].open(room=code)
        phones[place].wants(W("workshop.given_is", given=W("workshop.unit.days", number=guesses[place])))

    async def look(phone: Guest, *texts: str) -> None:
        await phone.run(again=True)
        phone.wants(*texts)

    await leader.open(stage="1", step=NUMBER, story="job")
    await leader.run(press="open_room")
    await leader.run()
    code = next(found[1] for text in leader.texts if (found := CODE.search(text)))
    took = await asyncio.gather(*map(come, range(late, len(phones))))
    changed = range(late, 2 * late)
    took += await asyncio.gather(
        *map(change, changed), *map(come, range(late)), *(reload(place) for place in range(2 * late, 3 * late))
    )
    await look(leader, W("workshop.here", count=len(phones)), W("workshop.answered", count=len(phones)))
    if leader.bars():
        leader.faults.append("bars before the question is closed")
    await leader.run(press="room_close")
    leader.wants(W("workshop.all", count=len(phones)))
    expected = Counter(sum(number >= edge for edge in step.edges) for number in guesses)
    if leader.bars() != [expected[place] for place in range(len(step.edges) + 1)]:
        leader.faults.append(f"counted {leader.bars()} of {sorted(expected.items())}")
    told = W("workshop.truth_is", truth=W(f"workshop.unit.{step.unit}", number=truth))
    await asyncio.gather(*(look(phone, told) for phone in phones))

    few = FEWEST - 1
    await leader.open(stage="1", step=CHOICE, story="job", room=code)
    for phone in phones[:few]:
        await phone.run(again=True)
        await phone.guess("may")
    await look(leader, W("workshop.answered", count=few))
    await leader.run(press="room_close")
    leader.wants(W("workshop.too_few", count=few))
    await asyncio.gather(*(look(phone, W("workshop.truth_is", truth=W("workshop.option.may_not"))) for phone in phones))
    told_all = "\n".join(text for one in (leader, *phones) for text in one.texts)
    if leader.bars() or W("workshop.right", count=0, people=few) in told_all:
        leader.faults.append(f"{few} guesses were drawn")
    return [seconds for seconds in took if seconds is not None]


async def bounds(url: str, phone: Guest, other: Guest) -> None:
    """A room that is full has a sentence for one more, and so has the server with every room there may be."""
    rooms = Rooms(OnRedis(url), lambda: datetime.now(UTC))
    step = lesson.find(NUMBER)
    assert step is not None
    code = rooms.open(LEADER, "job").code
    rooms.ask(code, LEADER, Question(name=NUMBER, kind="number", edges=step.edges))
    for number in range(MOST_PEOPLE):
        rooms.guess(code, f"drill-filling-token-{number:04}", "15")
    await phone.open(room=code)
    before = len(phone.faults)
    await phone.guess(20)
    del phone.faults[before:]  # it was not taken, which is right
    phone.wants(W("errors.room.full", most=MOST_PEOPLE))
    if rooms.find(code).answered != MOST_PEOPLE:
        phone.faults.append("more people than a room holds")
    with suppress(OverdueError):
        for _ in range(MOST_ROOMS):
            rooms.open(LEADER)
    await other.open(stage="1", step=NUMBER, story="job")
    await other.run(press="open_room")
    other.wants(W("errors.room.no_more", most=MOST_ROOMS, hours=HOURS))


def room(count: int = 50) -> Row:
    """Two servers over one Redis (Debian: redis-server), phones spread over both."""
    program = shutil.which("redis-server")
    assert program is not None, "redis-server is missing: apt-get install redis-server"
    with served.redis(program) as url:
        ports = (served.free_port(), served.free_port())
        both = [served.start(port, given={"REDIS_URL": url}) for port in ports]
        bases = [f"http://127.0.0.1:{port}" for port in ports]
        phones = [Guest(bases[n % 2], n, [], token=f"drill-phone-token-{n:06}") for n in range(count)]
        leader, extra = (Guest(base, count, [], token=f"{LEADER}-{place}") for place, base in enumerate(bases))

        async def drill() -> list[float]:
            took = await lesson_of(leader, phones)
            await bounds(url, phones[0], extra)
            await asyncio.gather(*(one.leave() for one in (leader, extra, *phones)))
            return sorted(took)

        try:
            took = asyncio.run(drill())
        finally:
            for server in both:
                served.end(server)
    said = f"{len(took)} guesses, each taken after {took[len(took) // 2]:.2f} s (median), {took[-1]:.2f} s (last)"
    return (f"{count} phones guess in one room on two servers", said, faults([leader, extra, *phones]))
