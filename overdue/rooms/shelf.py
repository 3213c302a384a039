"""Where rooms are kept: in the memory of one server, or in Redis where several servers serve one link.

A shelf keeps texts under keys for a while and changes one at a time; it knows nothing of rooms.
"""

import time
from collections.abc import Callable
from threading import Lock
from typing import Any, Protocol

Change = Callable[[str | None], str | None]
TRIES = 200


class Shelf(Protocol):
    """One small door: read a text, change it in one go, and count what is there. ``seconds`` is how long it stays."""

    def read(self, key: str) -> str | None:
        """The text under a key, None if there is none any more."""

    def change(self, key: str, make: Change, seconds: int) -> str | None:
        """Replace a text by what ``make`` makes of it, with nobody in between; None takes it away."""

    def count(self) -> int:
        """How many texts are kept."""


class Memory:
    """A shelf in the memory of this server; what has run out is thrown away when anything is asked."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now, self._lock = now, Lock()
        self._kept: dict[str, tuple[str, float]] = {}

    def _sweep(self) -> None:
        now = self._now()
        for key in [key for key, (_, until) in self._kept.items() if until <= now]:
            del self._kept[key]

    def read(self, key: str) -> str | None:
        """The text under a key, None if there is none any more."""
        with self._lock:
            self._sweep()
            held = self._kept.get(key)
            return None if held is None else held[0]

    def change(self, key: str, make: Change, seconds: int) -> str | None:
        """Replace a text by what ``make`` makes of it, with nobody in between; None takes it away."""
        with self._lock:
            self._sweep()
            held = self._kept.get(key)
            made = make(None if held is None else held[0])
            if made is None:
                self._kept.pop(key, None)
            else:
                self._kept[key] = (made, held[1] if held is not None else self._now() + seconds)
            return made

    def count(self) -> int:
        """How many texts are kept."""
        with self._lock:
            self._sweep()
            return len(self._kept)


class OnRedis:
    """A shelf in Redis; a change that somebody else was quicker with is made again on what they left."""

    def __init__(self, url: str, prefix: str = "overdue:room:") -> None:
        import redis

        self._busy: type[Exception] = redis.WatchError
        self._redis: Any = redis.Redis.from_url(url, decode_responses=True)
        self._prefix = prefix

    def read(self, key: str) -> str | None:
        """The text under a key, None if there is none any more."""
        held: str | None = self._redis.get(self._prefix + key)
        return held

    def change(self, key: str, make: Change, seconds: int) -> str | None:
        """Replace a text by what ``make`` makes of it, with nobody in between; None takes it away."""
        name = self._prefix + key
        with self._redis.pipeline() as pipe:
            for _ in range(TRIES):
                try:
                    pipe.watch(name)
                    held = pipe.get(name)
                    made = make(held)
                    pipe.multi()
                    if made is None:
                        pipe.delete(name)
                    elif held is None:
                        pipe.set(name, made, ex=seconds)
                    else:
                        pipe.set(name, made, keepttl=True)
                    pipe.execute()
                except self._busy:
                    continue
                return made
        raise TimeoutError(f"{TRIES} others were quicker")

    def count(self) -> int:
        """How many texts are kept."""
        return sum(1 for _ in self._redis.scan_iter(self._prefix + "*", count=1000))
