"""Servers that are visited by many at once, killed, and restarted one after the other. Loopback only."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.drill.people import LOST, PAGES, Person, crowd

ROOT = Path(__file__).parents[2]
UP = 120.0  # seconds a server may take to start on a busy machine
Row = tuple[str, str, str]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(port: int) -> subprocess.Popen[bytes]:
    """The app in a process of its own, as the README starts it."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=ROOT, **quiet)
    wait_until_up(port)
    return server


def wait_until_up(port: int) -> None:
    """A server takes connections before it answers them: what counts is its health."""
    deadline = time.monotonic() + UP
    while time.monotonic() < deadline:
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"nothing answers on {port}")


def end(server: subprocess.Popen[bytes], how: int = signal.SIGTERM) -> None:
    server.send_signal(how)
    server.wait(20)


def _faults(people: list[Person]) -> str:
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
    return sorted(await asyncio.gather(*(person.come_back(UP) for person in people)))


def together(count: int = 50) -> Row:
    """Many at once, each with another case: everybody's own figure, nobody else's."""
    port = free_port()
    server = start(port)
    try:
        people = crowd(f"http://127.0.0.1:{port}", count)
        seconds = asyncio.run(_all_pages(people))
    finally:
        end(server)
    pages = sum(person.pages for person in people)
    return (f"{count} people at once", f"{pages} pages in {seconds:.1f} s", _faults(people))


def killed(count: int = 50) -> Row:
    """The server is killed under them and started again: every case comes back from its address."""
    port = free_port()
    server = start(port)
    people = crowd(f"http://127.0.0.1:{port}", count)

    async def drill() -> tuple[list[float], float]:
        nonlocal server
        for person in people:
            await person.arrive()
        await asyncio.gather(*(person.see("penalty") for person in people))
        waiting = asyncio.create_task(_gone(people))
        await asyncio.sleep(0)
        await asyncio.to_thread(end, server, signal.SIGKILL)
        begin = time.perf_counter()
        server = await asyncio.to_thread(start, port)
        up = time.perf_counter() - begin
        return await waiting, up

    try:
        back, up = asyncio.run(drill())
    finally:
        end(server)
    said = f"{len(back)} back, the last {back[-1]:.1f} s after the kill (the server was up after {up:.1f} s)"
    return (f"a server killed under {count}", said, _faults(people))


@contextmanager
def two(port: int, run: Path) -> Iterator[str]:
    """deploy/serve: nginx before two servers."""
    given = os.environ | {"PORT": str(port), "RUN": str(run)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    served = subprocess.Popen(["deploy/serve"], cwd=ROOT, env=given, **quiet)
    try:
        wait_until_up(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        served.terminate()
        served.wait(30)


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
    return (f"one of two servers killed under {count}", said, _faults(people))


def rolling(count: int, port: int, run: Path) -> Row:
    """Both servers are restarted one after the other while people go on."""
    with two(port, run) as base:
        people = crowd(base, count)
        breaks = 0

        async def go_on(person: Person, done: asyncio.Event) -> None:
            nonlocal breaks
            await person.arrive()
            while not done.is_set():
                try:
                    await person.see("penalty")
                    await asyncio.sleep(1)
                except LOST:
                    breaks += 1
                    begin = time.perf_counter()
                    while True:
                        try:
                            await person.arrive()
                            await person.see("penalty")
                            break
                        except LOST:
                            await asyncio.sleep(0.05)
                    longest.append(time.perf_counter() - begin)

        async def drill() -> None:
            done = asyncio.Event()
            at_it = [asyncio.create_task(go_on(person, done)) for person in people]
            await asyncio.sleep(5)
            given = os.environ | {"PORT": str(port), "RUN": str(run)}
            roll = await asyncio.create_subprocess_exec("deploy/serve", "restart", cwd=ROOT, env=given)
            await roll.wait()
            done.set()
            await asyncio.gather(*at_it)

        longest: list[float] = [0.0]
        asyncio.run(drill())
    pages = sum(person.pages for person in people)
    said = f"{pages} pages seen, {breaks} connections broken, the longest break {max(longest):.2f} s"
    return (f"both restarted one after the other under {count}", said, _faults(people))
