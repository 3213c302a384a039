"""Servers that are visited by many at once, killed, and restarted one after the other. Loopback only."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import served
from tests.drill.people import LOST, PAGES, Person, crowd

Row = tuple[str, str, str]


def faults(people: list[Person]) -> str:
    """How often something went wrong, and what."""
    found = [fault for person in people for fault in person.faults]
    return f"{len(found)} faults" + (f": {'; '.join(sorted(set(found))[:5])}" if found else "")


async def _all_pages(people: list[Person]) -> float:
    async def one(person: Person) -> None:
        for page in PAGES:
            await person.arrive()
            await person.see(page)
            if page != PAGES[-1]:
                await person.leave()

    begin = time.perf_counter()
    await asyncio.gather(*(one(person) for person in people))
    return time.perf_counter() - begin


async def _gone(people: list[Person]) -> list[float]:
    async def one(person: Person) -> float:
        return await person.come_back(served.UP) if await person.breaks(served.UP) else 0.0

    return sorted(await asyncio.gather(*(one(person) for person in people)))


def together(count: int = 50) -> Row:
    """Many at once, each with another case: everybody's own figure, nobody else's."""
    port = served.free_port()
    server = served.start(port)
    try:
        people = crowd(f"http://127.0.0.1:{port}", count)
        seconds = asyncio.run(_all_pages(people))
    finally:
        served.end(server)
    pages = sum(person.pages for person in people)
    return (f"{count} people at once", f"{pages} pages in {seconds:.1f} s", faults(people))


def killed(count: int = 50) -> Row:
    """The server is killed under them and started again: every case comes back from its address."""
    port = served.free_port()
    server = served.start(port)
    people = crowd(f"http://127.0.0.1:{port}", count)

    async def drill() -> tuple[list[float], float]:
        nonlocal server
        for person in people:
            await person.arrive()
        await asyncio.gather(*(person.see("penalty") for person in people))
        waiting = asyncio.create_task(_gone(people))
        await asyncio.sleep(0)
        await asyncio.to_thread(served.end, server, signal.SIGKILL)
        begin = time.perf_counter()
        server = await asyncio.to_thread(served.start, port)
        up = time.perf_counter() - begin
        return await waiting, up

    try:
        back, up = asyncio.run(drill())
    finally:
        served.end(server)
    said = f"{len(back)} back, the last {back[-1]:.1f} s after the kill (the server was up after {up:.1f} s)"
    return (f"a server killed under {count}", said, faults(people))


@contextmanager
def two(port: int, run: Path) -> Iterator[str]:
    """deploy/serve: nginx before two servers."""
    given = os.environ | {"PORT": str(port), "RUN": str(run)}
    both = subprocess.Popen(
        ["deploy/serve"], cwd=served.ROOT, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        served.wait_until_up(port, both)
        yield f"http://127.0.0.1:{port}"
    finally:
        served.end(both)


def one_of_two_killed(count: int, port: int, run: Path) -> Row:
    """One of two servers is killed under people spread over both."""
    with two(port, run) as base:
        people = crowd(base, count)

        async def drill() -> list[float]:
            for person in people:
                await person.arrive()
            await asyncio.gather(*(person.see("penalty") for person in people))
            hit = [person for person in people if person.cookie == "aff=a"]
            waiting = asyncio.create_task(_gone(hit))
            await asyncio.sleep(0)
            os.kill(int((run / f"{port + 1}.pid").read_text()), signal.SIGKILL)
            back = await waiting
            await asyncio.gather(*(person.see("penalty") for person in people))
            return back

        back = asyncio.run(drill())
    said = f"{len(back)} were on it; back after {back[len(back) // 2]:.2f} s (median), {back[-1]:.2f} s (last)"
    return (f"one of two servers killed under {count}", said, faults(people))


def rolling(count: int, port: int, run: Path) -> Row:
    """Both servers are restarted one after the other while people go on."""
    with two(port, run) as base:
        people = crowd(base, count)
        breaks: list[float] = []

        async def go_on(person: Person, done: asyncio.Event) -> None:
            await person.arrive()
            while not done.is_set():
                try:
                    await person.see("penalty")
                    if not await person.breaks(random.uniform(0, 8)):
                        continue
                except LOST:
                    pass
                breaks.append(await person.come_back(served.UP))

        async def drill() -> None:
            done = asyncio.Event()
            at_it = [asyncio.create_task(go_on(person, done)) for person in people]
            await asyncio.sleep(5)
            given = os.environ | {"PORT": str(port), "RUN": str(run)}
            roll = await asyncio.create_subprocess_exec("deploy/serve", "restart", cwd=served.ROOT, env=given)
            await roll.wait()
            done.set()
            await asyncio.gather(*at_it)

        asyncio.run(drill())
    pages = sum(person.pages for person in people)
    said = f"{pages} pages seen, {len(breaks)} connections broken, the longest break {max(breaks, default=0):.2f} s"
    return (f"both restarted one after the other under {count}", said, faults(people))
