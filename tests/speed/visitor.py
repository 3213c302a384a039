"""One person at the websocket: opens a page, then changes one widget again and again, as the browser would."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Answer:
    """What one run took, in milliseconds and bytes."""

    ms: float
    size: int


@dataclass
class Visitor:
    """A page of a running app; ``query`` is the address' part behind the question mark."""

    base: str
    page: str
    query: dict[str, str] = field(default_factory=dict)
    _blocks: dict[str, tuple[str, str]] = field(default_factory=dict)  # by key: widget, and the block it lies in

    async def open(self) -> Answer:
        """Connect and have the page drawn."""
        self._socket = await websockets.connect(
            self.base.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            origin=websockets.Origin(self.base),
            max_size=None,
            open_timeout=PATIENCE,
        )
        return await self._run(self._asked())

    async def change(self, key: str, value: float | str) -> Answer:
        """Set a number field to a number, or let a mover go at a value; runs the block it lies in, and no more."""
        widget, block = self._blocks[key]
        asked = self._asked()
        asked.rerun_script.fragment_id = block
        state = asked.rerun_script.widget_states.widgets.add(id=widget)
        if isinstance(value, str):
            state.json_value = json.dumps({"at": value})
        else:
            state.double_value = value
        return await self._run(asked)

    async def leave(self) -> None:
        await self._socket.close()

    def _asked(self) -> BackMsg:
        asked = BackMsg()
        asked.rerun_script.query_string = urlencode(self.query)
        asked.rerun_script.page_name = self.page
        return asked

    async def _run(self, asked: BackMsg) -> Answer:
        begin, size = time.perf_counter(), 0
        await self._socket.send(asked.SerializeToString())
        async for raw in self._socket:
            message = ForwardMsg.FromString(bytes(raw) if isinstance(raw, bytes) else raw.encode())
            size += len(raw)
            if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "new_element":
                self._saw(message)
            done = message.WhichOneof("type") == "script_finished"
            if done and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return Answer((time.perf_counter() - begin) * 1000, size)
        raise EOFError("the server went away")

    def _saw(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type") or ""
        if kind == "exception":
            raise RuntimeError(element.exception.message)
        named = getattr(getattr(element, kind), "id", "")
        if named:  # $$ID-<hash>-<key>
            self._blocks[named.split("-", 2)[-1]] = named, message.delta.fragment_id
