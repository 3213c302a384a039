"""``make drill``: the drills at length, each with a row for the table in docs/drills.md. Give names to run some.

python -m tests.drill [addresses[=COUNT]] [files[=COUNT]] [together[=COUNT]] [killed[=COUNT]] [two[=COUNT]]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from multiprocessing import get_context
from pathlib import Path

from tests.drill import files, pages, servers

ALL = {"addresses": 10_000, "files": 500, "together": 50, "killed": 50}
AT_MOST = float(os.environ.get("DRILL_SECONDS", "3600"))  # for the addresses; what was done by then counts
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


def hostile_files(count: int) -> Row:
    """Hostile files and pastes, the known and the wild."""
    known = [("bill", make()) for make in files.BOOKS.values()] + [("case", data) for data in files.CASES.values()]
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


def both(count: int) -> list[Row]:
    """Two servers behind nginx; needs Debian's nginx."""
    rows = []
    for drill in (servers.one_of_two_killed, servers.rolling):
        with tempfile.TemporaryDirectory() as run:
            rows.append(drill(count, servers.free_port(), Path(run)))
    return rows


def main() -> None:
    """Run the drills named, else all but the one for two servers."""
    named = (argument.partition("=") for argument in sys.argv[1:])
    asked = {name: int(count or ALL.get(name, 60)) for name, _, count in named}
    for name, count in (asked or ALL).items():
        match name:
            case "addresses":
                rows = [addresses(count)]
            case "files":
                rows = [hostile_files(count)]
            case "together":
                rows = [servers.together(count)]
            case "killed":
                rows = [servers.killed(count)]
            case "two":
                rows = both(count)
            case _:
                sys.exit(__doc__)
        for row in rows:
            print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
