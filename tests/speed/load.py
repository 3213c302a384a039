"""Many at once, each changing something every two seconds: ours and the floor in turns, on the same machine."""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests import served
from tests.drill.people import LOST, case_of
from tests.speed.visitor import Answer, Visitor

FLOOR = Path(__file__).parent / "floor"
TUNED = ("--server.fileWatcherType=none", "--runner.postScriptGC=false", "--browser.gatherUsageStats=false")
PEOPLE = (1, 30, 100)
THINK = 2.0  # seconds between two changes of one person, on average
TYPED = (3_000.0, 8_000.0, 12_000.0, 36_000.0, 58_000.0)
DAYS = ("2026-07-10", "2026-07-30", "2026-08-29", "2026-09-28", "2026-12-27", "2027-03-27")
WAIVED = ("0", "10", "20", "30", "40", "50")
# What is changed: page, key, and the values a mover is let go at; none for a number field.
CHANGES = {
    "a figure typed": ("penalty", "principal", ()),
    "the mover let go": ("penalty", "move_pay_on", DAYS),
    "the record": ("credit", "move_pay_on", DAYS),
    "the three time limits": ("court", "move_pay_on", DAYS),
    "the lender's offer": ("proposals", "move_lump_waive", WAIVED),
    "the bill": ("bill", "bill_total", ()),
    "one's own figures": ("entry", "principal", ()),
}


@dataclass(frozen=True)
class App:
    """A server and where it answers."""

    base: str
    server: subprocess.Popen[bytes]

    @property
    def seconds(self) -> float:
        """Processor time it has used so far."""
        spent = Path(f"/proc/{self.server.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")


@dataclass
class Run:
    """What all of them met."""

    answers: list[Answer] = field(default_factory=list)
    lost: int = 0

    @property
    def median(self) -> float:
        return statistics.median(one.ms for one in self.answers)

    @property
    def p95(self) -> float:
        times = sorted(one.ms for one in self.answers)
        return times[min(len(times) - 1, int(0.95 * len(times)))]

    @property
    def kb(self) -> float:
        return statistics.median(one.size for one in self.answers) / 1000


@contextmanager
def both() -> Iterator[tuple[App, App]]:
    """The floor, tuned, and ours."""
    ports = served.free_port(), served.free_port()
    floor = App(f"http://127.0.0.1:{ports[0]}", served.start(ports[0], FLOOR, TUNED))
    try:
        ours = App(f"http://127.0.0.1:{ports[1]}", served.start(ports[1]))
        try:
            yield floor, ours
        finally:
            served.end(ours.server)
    finally:
        served.end(floor.server)


def many(app: App, people: int, changes: int, what: str = "", think: float = THINK) -> Run:
    """So many at once, each with so many changes; ``what`` as in ``CHANGES``, the floor without it."""
    page, key, values = CHANGES.get(what, ("", "principal", ()))
    chance, run = random.Random(people), Run()

    async def one(number: int) -> None:
        visitor = Visitor(app.base, page, case_of(number) if what else {})
        await asyncio.sleep(0.05 * number)
        try:
            await visitor.open()
            for turn in range(changes):
                await asyncio.sleep(chance.uniform(0, 2 * think))
                value = chance.choice(values) if values else chance.choice(TYPED) + turn
                run.answers.append(await visitor.change(key, value))
            await visitor.leave()
        except LOST:
            run.lost += 1

    async def all_of_them() -> None:
        await asyncio.gather(*(one(number) for number in range(people)))

    asyncio.run(all_of_them())
    return run


def crowds(floor: App, ours: App, changes: int = 8) -> list[str]:
    """The table of many at once."""
    lines = [
        "| people at once | floor, ms | a figure typed, ms | ratio | p95, ms | the mover let go, ms | ratio | lost |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for people in PEOPLE:
        rounds = 4 if people == 1 else 1  # one person alone is soon counted
        runs: dict[str, Run] = {"": Run(), "a figure typed": Run(), "the mover let go": Run()}
        for _ in range(rounds):
            for what, run in runs.items():
                found = many(ours if what else floor, people, changes, what)
                run.answers += found.answers
                run.lost += found.lost
        least, typed, moved = runs.values()
        cells = [people, f"{least.median:.0f}", f"{typed.median:.0f}", f"{typed.median / least.median:.2f}"]
        cells += [f"{typed.p95:.0f}", f"{moved.median:.0f}", f"{moved.median / least.median:.2f}"]
        lines.append("| " + " | ".join(map(str, [*cells, typed.lost + moved.lost])) + " |")
        print(lines[-1], flush=True)
    return lines


def costs(floor: App, ours: App, changes: int = 60) -> list[str]:
    """What one change takes of a core, and of the network."""
    lines = ["| change | a core, ms | kB |", "|---|---|---|"]
    for what in ("", *CHANGES):
        app = ours if what else floor
        many(app, 1, 3, what, think=0)
        before = app.seconds
        found = many(app, 1, changes, what, think=0)
        lines.append(f"| {what or 'floor'} | {1000 * (app.seconds - before) / changes:.1f} | {found.kb:.1f} |")
        print(lines[-1], flush=True)
    return lines
