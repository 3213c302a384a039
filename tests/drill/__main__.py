"""``make drill``: the drills at length, each with a row for the table in docs/drills.md. Give names to run some.

A fault ends it with 1. ``make drilled`` is the same for a few minutes only; CI runs that.

python -m tests.drill [addresses[=COUNT]] [heaviest[=WORST]] [files[=COUNT]] [together[=COUNT]] [killed[=COUNT]]
    [arriving[=COUNT]] [lesson[=MINUTES]] [room[=COUNT]] [two[=COUNT]] [hundreds[=COUNT]]
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

from tests import served
from tests.drill import crowds, files, heavy, pages, room, servers

ALL = {"addresses": 10_000, "heaviest": 3, "files": 500, "together": 50, "killed": 50, "arriving": 30, "lesson": 2}
TWO = {"room": 50, "two": 60, "hundreds": 300}  # with redis-server, with nginx
AT_MOST = float(os.environ.get("DRILL_SECONDS", "3600"))  # for the addresses; what was done by then counts
CLEAN = re.compile(r"0\b(?!.*\b[1-9])")  # "0", "0 faults", "0 above a second, 0 exceptions"
Row = tuple[str, str, str]


def addresses(count: int) -> Row:
    """Hostile addresses over whole pages."""
    begin, times, wrong = time.monotonic(), [], []
    with get_context("spawn").Pool(2, maxtasksperchild=1000) as pool:
        for seed, seconds, found in pool.imap_unordered(pages.timed, range(count), chunksize=20):
            times.append(seconds)
            wrong += [(seed, fault) for fault in found]
            if time.monotonic() - begin > AT_MOST:
                pool.terminate()
                break
    for seed, fault in wrong[:60]:
        print(f"  address {seed} on {pages.wild(seed)[0]}: {fault[:300]}", flush=True)
    times.sort()
    said = f"{len(times):,} pages drawn; {times[len(times) // 2]:.2f} s (median), {times[-1]:.2f} s (slowest) of a core"
    return ("hostile addresses", said, f"{len(wrong)} faults")


def heaviest(count: int) -> Row:
    """The heaviest valid addresses of each page; so many of the worst are named."""
    with get_context("spawn").Pool(2) as pool:
        found = sorted(pool.imap_unordered(heavy.heaviest, pages.PAGES), key=lambda one: -one[2])
    for page, _, seconds, made in found[:count]:
        print(f"  {page} {seconds:.2f} s: {made}", flush=True)
    said = f"{sum(tried for _, tried, *_ in found):,} addresses on {len(found)} pages; "
    said += ", ".join(f"{page} {seconds:.2f} s" for page, _, seconds, _ in found[:count])
    slow = sum(seconds > heavy.MOST for _, _, seconds, _ in found)
    return ("the heaviest valid addresses", said, f"{slow} pages above half a second")


def hostile_files(count: int) -> Row:
    """Hostile files and pastes, the known and the wild."""
    known: list[tuple[str, str | bytes]] = [("bill", make()) for make in files.BOOKS.values()]
    known += [("case", data) for data in files.CASES.values()]
    known += [(kind, text) for kind in ("paste", "repayment") for text in files.TEXTS.values()]
    before, times, told = files.peak(), [], Counter[str]()
    for kind, data in [*known, *(files.wild(seed) for seed in range(count - len(known)))]:
        said, seconds = files.told(kind, data)
        times.append(seconds)
        told["read" if said == "read" else "answered"] += 1
    slow = sum(seconds > 1 for seconds in times)
    said = f"{told['read']} read, {told['answered']} answered; {max(times):.2f} s (slowest)"
    said += f", {files.peak() - before} MB more"
    return (f"{len(times)} hostile files", said, f"{slow} above a second, 0 exceptions")


def both(count: int, *drills: Callable[[int, int, Path], Row]) -> list[Row]:
    """Two servers behind nginx; needs Debian's nginx."""
    rows = []
    for drill in drills:
        with tempfile.TemporaryDirectory() as run:
            rows.append(drill(count, served.free_port(), Path(run)))
    return rows


def main() -> None:
    """Run the drills named, else all but those for two servers."""
    named = (argument.partition("=") for argument in sys.argv[1:])
    asked = {name: int(count or (ALL | TWO).get(name, 0)) for name, _, count in named}
    faulty = 0
    for name, count in (asked or ALL).items():
        match name:
            case "addresses":
                rows = [addresses(count)]
            case "heaviest":
                rows = [heaviest(count)]
            case "files":
                rows = [hostile_files(count)]
            case "together":
                rows = [servers.together(count)]
            case "killed":
                rows = [servers.killed(count)]
            case "arriving":
                rows = [crowds.arriving(count)]
            case "lesson":
                rows = [crowds.lesson(seconds=60 * count)]
            case "room":
                rows = [room.room(count)]
            case "two":
                rows = both(count, servers.one_of_two_killed, servers.rolling)
            case "hundreds":
                rows = both(count, crowds.hundreds)
            case _:
                sys.exit(__doc__)
        for row in rows:
            print("| " + " | ".join(row) + " |", flush=True)
            faulty += not CLEAN.match(row[-1])
    sys.exit(1 if faulty else 0)


if __name__ == "__main__":
    main()
