"""The tests. ``WIDE`` is how many times the usual sample is searched: once, or more in ``make drill``."""

import os

WIDE = int(os.environ.get("DRILL", "1"))
