"""The middleware of the app: every answer passes here once."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, MutableMapping
from importlib import import_module
from typing import Any

import streamlit as st
from streamlit.runtime import get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager

from overdue.ui.serving.packed import Packed
from overdue.ui.serving.shell import PAGES, Shell

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

# Inline scripts are Streamlit's own and the line that names the page's language; blob: carries the inline components.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
METRICS, OPENED = "/_stcore/metrics", "OVERDUE_METRICS"
UPLOAD, MOST_UPLOADS = "/_stcore/upload_file/", 3  # of one visit, at most 5 MB each
INNER = ("/static/", "/_stcore/", "/media/", "/component/", "/app/static/")


def middleware() -> list[Any]:
    """What ``st.App`` puts before Streamlit's own, as Starlette takes it: class, arguments, options.

    The old mode of a folder called ``pages/`` is left here, before anybody has come: a cold server then needs
    no second run for a deep link.
    """
    PagesManager.uses_pages_directory = False
    for page in sorted(PAGES | {"home"}):  # what a page needs is read before the first person waits for it
        import_module(f"overdue.ui.{page}")
    return [(Front, (), {})]


class Front:
    """One for a server: holds what it has compressed and the page's shell as it was last dressed."""

    def __init__(self, app: Asgi) -> None:
        self._app = app
        self._packed = Packed(app)
        self._shell = Shell(app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; the websocket passes untouched."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        path = below(scope["path"])
        if path == METRICS and os.environ.get(OPENED) != "1":
            await headed({"type": "http.response.start", "status": 404, "headers": []})
            await headed({"type": "http.response.body", "body": b""})
        elif scope["method"] == "PUT" and path.startswith(UPLOAD):
            make_room(path.removeprefix(UPLOAD).partition("/")[0])
            await self._app(scope, receive, headed)
        elif scope["method"] == "GET" and path.startswith("/static/") and path.endswith((".js", ".css")):
            await self._packed(scope, receive, headed)
        elif scope["method"] == "GET" and not path.startswith(INNER):
            await self._shell(path, scope, receive, headed)
        else:
            await self._app(scope, receive, headed)


def below(path: str) -> str:
    """A path below the address the app is served under."""
    base = "/" + str(st.get_option("server.baseUrlPath") or "").strip("/")
    return path.removeprefix(base) or "/" if len(base) > 1 else path


def make_room(session: str) -> None:
    """Let go of a visit's oldest uploads: Streamlit keeps them as long as the visit, however many there are."""
    manager = get_instance().uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        return
    held = manager.file_storage.get(session, {})
    for file in list(held)[: max(0, len(held) + 1 - MOST_UPLOADS)]:
        manager.remove_file(session, file)
