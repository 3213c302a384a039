"""Results to data frames, one module a page. A Decimal becomes a float here and in the charts: to be drawn, and never
to be counted with."""

import pandas as pd

Frame = pd.DataFrame
