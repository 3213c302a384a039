"""The comparison as a file to keep: the facts of each proposal and every payment, under one stamp."""

from __future__ import annotations

from overdue.tables import Frame


def comparison_csv(facts: Frame, payments: Frame, stamp: str) -> str:
    """Two tables in one CSV, a blank line between; ``stamp`` says law as of, version and made on.

    >>> import pandas as pd
    >>> facts = pd.DataFrame({"fact": ["total"], "A": ["1"]})
    >>> comparison_csv(facts, pd.DataFrame({"day": ["2026-06-30"]}), "law as of")
    '# law as of\\nfact,A\\ntotal,1\\n\\nday\\n2026-06-30\\n'
    """
    return f"# {stamp}\n{facts.to_csv(index=False)}\n{payments.to_csv(index=False)}"
