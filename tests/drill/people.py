"""People at their websockets, each with a case of their own, who know their figure and everybody else's."""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException

from overdue.account import Account
from overdue.casefile import read
from overdue.words import Lang, words

PINGED = ("/_stcore/health", "/_stcore/host-config")  # asked before each new connection
PAGES = ("penalty", "proposals", "credit", "bill")
LOST = (OSError, WebSocketException, asyncio.TimeoutError, EOFError)
APOLOGY = words(Lang.ZH)("serving.fault", number="")[:20]
PATIENCE = 60.0  # seconds for one page on a busy machine


def case_of(number: int) -> dict[str, str]:
    """The address of one person: no two owe the same."""
    return {
        "lang": "zh",
        "lender": "platform",
        "contract_on": "2025-09-10",
        "due_on": "2026-01-10",
        "principal": str(1000 + 977 * number),
        "interest": "90",
        "missed": "3",
        "remaining": "0",
        "rate": "18",
        "uplift": "50",
        "day_basis": "360",
        "as_of": "2026-06-30",
    }


def figure_of(number: int) -> str:
    """What that person owes, as a page writes it."""
    case, _ = read(case_of(number), date(2026, 11, 22))
    return words(Lang.ZH).number(Account(case).ledger.total, 2)


@dataclass
class Person:
    """One person: where they are, what they saw, what went wrong."""

    base: str
    number: int
    figures: list[str]
    cookie: str = ""
    pages: int = 0
    faults: list[str] = field(default_factory=list)
    socket: websockets.ClientConnection | None = None

    @property
    def mine(self) -> str:
        return self.figures[self.number]

    async def arrive(self, *first: str) -> None:
        """Fetch the page, or ``first``, and connect, as a browser does; the cookie of a proxy is kept."""
        for path in first or ("/penalty",):
            self.cookie = await asyncio.to_thread(self._fetch, path) or self.cookie
        self.socket = await websockets.connect(
            self.base.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
            origin=websockets.Origin(self.base),
            additional_headers={"Cookie": self.cookie} if self.cookie else {},
            open_timeout=PATIENCE,
        )
        moved = self.socket.response.headers.get("Set-Cookie", "") if self.socket.response else ""
        if moved:
            self.cookie = moved.partition(";")[0]

    def _fetch(self, path: str) -> str:
        asked = Request(self.base + path, headers={"Cookie": self.cookie} if self.cookie else {})
        with urlopen(asked, timeout=PATIENCE) as answer:
            found = [line for line in answer.headers.get_all("Set-Cookie", []) if line.startswith("aff=")]
        return found[0].partition(";")[0] if found else ""

    async def ask(self, back: BackMsg, where: str) -> tuple[list[ForwardMsg], bytes]:
        """Ask for a run, hear it to its end: its messages, and their bytes. An exception that is drawn is a fault."""
        assert self.socket is not None
        await self.socket.send(back.SerializeToString())
        told, seen = [], bytearray()
        while True:
            raw = await asyncio.wait_for(self.socket.recv(), PATIENCE)
            seen += raw if isinstance(raw, bytes) else raw.encode()
            message = ForwardMsg()
            message.ParseFromString(bytes(raw) if isinstance(raw, bytes) else raw.encode())
            told.append(message)
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                self.faults.append(f"exception on {where}: {message.delta.new_element.exception.message[:80]}")
            if kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                break
        if APOLOGY.encode() in seen:
            self.faults.append(f"an apology on {where}")
        return told, bytes(seen)

    async def see(self, page: str) -> None:
        """Run a page and look at what came: my figure (where the page has one) and nobody else's."""
        back = BackMsg()
        back.rerun_script.query_string = urlencode(case_of(self.number))
        back.rerun_script.page_name = page
        _, seen = await self.ask(back, page)
        self.pages += 1
        if page == "penalty" and self.mine.encode() not in seen:
            self.faults.append(f"own figure {self.mine} missing on {page}")
        for number, figure in enumerate(self.figures):
            if number != self.number and figure.encode() in seen:
                self.faults.append(f"figure of person {number} on {page} of {self.number}")

    async def leave(self) -> None:
        if self.socket is not None:
            await self.socket.close()

    async def breaks(self, within: float) -> bool:
        """Whether the connection breaks within so many seconds; back when they are over or it has."""
        assert self.socket is not None
        with suppress(TimeoutError):
            await asyncio.wait_for(self.socket.wait_closed(), within)
            return True
        return False

    async def come_back(self, within: float) -> float:
        """Reconnect as Streamlit's page does, waiting longer each time, until the case is there again; seconds."""
        start, longest = time.perf_counter(), 0.5
        while time.perf_counter() - start < within:
            await asyncio.sleep(random.uniform(longest / 2, longest))
            try:
                await self.arrive(*PINGED)
                await self.see("penalty")
                return time.perf_counter() - start
            except LOST:
                longest = min(4.0, 2 * longest)
        self.faults.append("not back")
        return within


def crowd(base: str, count: int) -> list[Person]:
    """People with figures of their own."""
    figures = [figure_of(number) for number in range(count)]
    assert len(set(figures)) == count
    return [Person(base, number, figures) for number in range(count)]
