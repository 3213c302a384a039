"""An answer of the app, taken whole before it is passed on."""

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

Message = MutableMapping[str, Any]
Headers = list[tuple[bytes, bytes]]


@dataclass
class Answer:
    """Status, headers and body of one answer; ``take`` is what the app sends to."""

    status: int = 0
    headers: Headers = field(default_factory=list)
    body: bytearray = field(default_factory=bytearray)

    async def take(self, message: Message) -> None:
        """One message of the app."""
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], [(name.lower(), value) for name, value in message["headers"]]
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")

    def header(self, name: bytes) -> bytes:
        """One header; empty if there is none."""
        return dict(self.headers).get(name, b"")

    def without(self, *names: bytes) -> Headers:
        """The headers but these."""
        return [(name, value) for name, value in self.headers if name not in names]


async def give(send: Callable[[Message], Awaitable[None]], status: int, headers: Headers, body: bytes) -> None:
    """Send one whole answer."""
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [*headers, length]})
    await send({"type": "http.response.body", "body": body})


def asked(scope: MutableMapping[str, Any], name: bytes) -> bytes:
    """A header of a request; empty if there is none."""
    return next((value for key, value in scope["headers"] if key.lower() == name), b"")


def takes_gzip(scope: MutableMapping[str, Any]) -> bool:
    """Whether the browser reads gzip."""
    return b"gzip" in asked(scope, b"accept-encoding")
