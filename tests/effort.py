"""How much work something is: the calls Python makes for it, the same number on every machine and under any load.

Seconds stand in the drills and benchmarks. What one call into C costs is not seen here; the drills see it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable


def effort(work: Callable[[], object]) -> int:
    """The calls made while ``work`` runs, in threads it starts too."""
    calls = [0]

    def count(_frame: object, event: str, _about: object) -> None:
        if event in ("call", "c_call"):
            calls[0] += 1

    threading.setprofile(count)
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    return calls[0]
