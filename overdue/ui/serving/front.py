"""The middleware of the app: every answer passes here once."""

import gc
import os
from collections.abc import Awaitable, Callable, MutableMapping
from importlib import import_module
from typing import Any

from streamlit.runtime import get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager

from overdue.ui.serving.packed import Packed
from overdue.ui.serving.shell import PAGES, Shell, base
from overdue.ui.serving.theme import keep

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
MOST_BYTES = 100_000_000  # of all visits together, when one more comes
PACKED = ("/static/", "/app/static/")
INNER = ("/static/", "/_stcore/", "/media/", "/component/", "/app/static/")


def middleware() -> list[Any]:
    """What ``st.App`` puts before Streamlit's own, as Starlette takes it: class, arguments, options.

    What was read by then is kept for good, so no collection passes over it again, a tenth of a second each time;
    the theme is kept as it is told.
    The old mode of a folder called ``pages/`` is left here, before anybody has come: a cold server then needs
    no second run for a deep link.
    """
    PagesManager.uses_pages_directory = False
    keep()
    for page in sorted(PAGES | {"home"}):  # what a page needs is read before the first person waits for it
        import_module(f"overdue.ui.{page}")
    gc.collect()
    gc.freeze()
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
        elif scope["method"] == "GET" and path.startswith(PACKED) and path.endswith((".js", ".css")):
            await self._packed(scope, receive, headed)
        elif scope["method"] == "GET" and not path.startswith(INNER):
            await self._shell(path, scope, receive, headed)
        else:
            await self._app(scope, receive, headed)


def below(path: str) -> str:
    """A path below the address the app is served under."""
    return path.removeprefix(base()) or "/"


def make_room(session: str) -> None:
    """Let go of a visit's oldest uploads, and of the oldest of all where they are many.

    Streamlit keeps them as long as the visit, however many there are; each was read as it came.
    """
    manager = get_instance().uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        return
    held = manager.file_storage.get(session, {})
    for file in list(held)[: max(0, len(held) + 1 - MOST_UPLOADS)]:
        manager.remove_file(session, file)
    kept = [
        (visit, file, len(rec.data)) for visit, files in manager.file_storage.items() for file, rec in files.items()
    ]
    together = sum(size for _, _, size in kept)
    for visit, file, size in kept:
        if together <= MOST_BYTES:
            return
        manager.remove_file(visit, file)
        together -= size
