"""Results to data frames, one module a page; the only place where a Decimal becomes a float, for drawing."""

from __future__ import annotations

import pandas as pd

Frame = pd.DataFrame
