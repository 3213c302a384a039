"""``make load``, ``make latency``: the tables of the README, printed; ``make speed`` writes both there.

python -m tests.speed [load] [latency] [--write]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.speed import load, screen

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- make speed -->\n", "<!-- end -->\n"


def main() -> None:
    """Measure what is named, else everything."""
    named = {argument for argument in sys.argv[1:] if not argument.startswith("--")} or {"load", "latency"}
    if named - {"load", "latency"}:
        sys.exit(__doc__)
    busy, tables = os.getloadavg()[0], []
    with load.both() as (floor, ours):
        if "latency" in named:
            tables.append(screen.screens(floor, ours))
        if "load" in named:
            tables.append(load.crowds(floor, ours))
            tables.append(load.costs(floor, ours))
    written = "\n\n".join("\n".join(table) for table in tables)
    print(f"\n{written}\n\nload of the machine before the run: {busy:.1f}")
    if "--write" in sys.argv:
        before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
        README.write_text(f"{before}{BEGIN}\n{written}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
