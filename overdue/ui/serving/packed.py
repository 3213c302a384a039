"""Streamlit's scripts and styles, compressed once and kept: their names hold their hash, so they never change."""

import asyncio
import gzip
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from overdue.ui.serving.answer import Answer, Headers, asked, give, takes_gzip

LEVEL = 9
SMALL = 1000  # bytes; below this nothing is gained


class Packed:
    """The compressed bytes by path: at most as many as there are files in the package, some 3 MB in all."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self._app = app
        self._held: dict[str, asyncio.Future[tuple[Headers, bytes] | None]] = {}

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        """Answer a request for a script or a style; the first one compresses, in a thread, and the others wait."""
        path = scope["path"]
        if not takes_gzip(scope) or asked(scope, b"range") or asked(scope, b"if-none-match"):
            await self._app(scope, receive, send)
            return
        if path not in self._held:
            self._held[path] = asyncio.ensure_future(self._pack(scope, receive))
        made = await asyncio.shield(self._held[path])
        if made is None:
            self._held.pop(path, None)
            await self._app(scope, receive, send)
            return
        await give(send, 200, *made)

    async def _pack(self, scope: MutableMapping[str, Any], receive: Any) -> tuple[Headers, bytes] | None:
        answer = Answer()
        await self._app(scope, receive, answer.take)
        if answer.status != 200 or len(answer.body) < SMALL or answer.header(b"content-encoding"):
            return None
        body = await asyncio.to_thread(gzip.compress, bytes(answer.body), LEVEL, mtime=0)
        kept = answer.without(b"content-length", b"etag", b"accept-ranges", b"vary")
        return [*kept, (b"content-encoding", b"gzip"), (b"vary", b"Accept-Encoding")], body
