"""Many who come at once, many who stay: thirty phones in five seconds, three hundred on two servers, a long lesson."""

from __future__ import annotations

import asyncio
import gzip
import random
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode, urljoin
from urllib.request import Request, urlopen

from tests import served
from tests.drill import servers
from tests.drill.people import LOST, PAGES, PATIENCE, Person, case_of, figure_of
from tests.drill.servers import Row, faults

NAMED = re.compile(r'(?:src|href)="(\./[^"]+\.(?:js|css)[^"]*)"')
WITHIN = 5.0  # seconds in which the phones arrive, and in which each is to have its answer


def strangers(base: str, count: int) -> list[Person]:
    """People who only look for their own figure: among hundreds one is soon a piece of another's."""
    return [Person(base, number, ["nobody's"] * number + [figure_of(number)]) for number in range(count)]


def arriving(count: int = 30) -> Row:
    """Phones scan one code: each fetches the page with every script it names, connects and sees the answer."""
    port = served.free_port()
    server = served.start(port)
    people = strangers(f"http://127.0.0.1:{port}", count)

    def fetch(address: str) -> bytes:
        with urlopen(Request(address, headers={"Accept-Encoding": "gzip"}), timeout=PATIENCE) as answer:
            found: bytes = answer.read()
        return found

    async def one(person: Person) -> float:
        await asyncio.sleep(WITHIN * person.number / count)
        begin = time.perf_counter()
        where = f"{person.base}/penalty?{urlencode(case_of(person.number))}"
        page = gzip.decompress(await asyncio.to_thread(fetch, where)).decode()
        files = [urljoin(where, name) for name in NAMED.findall(page)]
        await asyncio.gather(*(asyncio.to_thread(fetch, file) for file in files))
        await person.arrive()
        await person.see("penalty")
        return time.perf_counter() - begin

    async def drill() -> list[float]:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(64))
        return sorted(await asyncio.gather(*(one(person) for person in people)))

    try:
        took = asyncio.run(drill())
    finally:
        served.end(server)
    said = f"the answer after {took[len(took) // 2]:.2f} s (median), {took[-1]:.2f} s (last)"
    return (f"{count} phones within five seconds", said, faults(people))


def hundreds(count: int, port: int, run: Path) -> Row:
    """Two servers, and people who come over half a minute, look at pages and stay."""
    chance, took = random.Random(count), []

    async def one(person: Person) -> None:
        await asyncio.sleep(chance.uniform(0, 30))
        try:
            await person.arrive()
            for page in PAGES:
                begin = time.perf_counter()
                await person.see(page)
                took.append(time.perf_counter() - begin)
                await asyncio.sleep(chance.uniform(0, 20))
        except LOST as error:
            person.faults.append(f"lost: {type(error).__name__}")

    async def drill(people: list[Person]) -> None:
        await asyncio.gather(*(one(person) for person in people))
        await asyncio.gather(*(person.leave() for person in people))

    with servers.two(port, run) as base:
        people = strangers(base, count)
        asyncio.run(drill(people))
    took.sort()
    said = f"{len(took)} pages; {took[len(took) // 2]:.2f} s (median), {took[int(0.95 * len(took))]:.2f} s (p95)"
    return (f"{count} people on two servers", said, faults(people))


def lesson(count: int = 60, seconds: float = 120) -> Row:
    """People who stay on one server and go from page to page; its memory after a sixth of the time and at the end."""
    port = served.free_port()
    server = served.start(port)
    people, chance = strangers(f"http://127.0.0.1:{port}", count), random.Random(count)

    async def one(person: Person, until: float) -> None:
        try:
            await person.arrive()
            while time.monotonic() < until:
                await person.see(chance.choice(PAGES))
                await asyncio.sleep(chance.uniform(0, 8))
        except LOST as error:
            person.faults.append(f"lost: {type(error).__name__}")

    async def drill() -> list[float]:
        at_it = [asyncio.create_task(one(person, time.monotonic() + seconds)) for person in people]
        held = []
        for _ in range(6):
            await asyncio.sleep(seconds / 6)
            held.append(_memory(server.pid))
        await asyncio.gather(*at_it)
        return held

    try:
        held = asyncio.run(drill())
    finally:
        served.end(server)
    pages = sum(person.pages for person in people)
    said = f"{pages:,} pages; {held[0]:.0f} MB after a sixth, {held[-1]:.0f} MB at the end (most {max(held):.0f})"
    return (f"{count} people for {seconds / 60:.0f} minutes", said, faults(people))


def _memory(process: int) -> float:
    """What a process holds, in MB."""
    told = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", told).group(1)) / 1024  # type: ignore[union-attr]
