"""What to have in writing, which lines not to cross, and what to do while waiting and after signing."""

from overdue.law import LAW
from overdue.milestones import Step


def _steps(section: str, held: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Step, ...]:
    return tuple(Step(f"{section}.{key}", LAW.cites(rules)) for key, rules in held)


def nine_points() -> tuple[Step, ...]:
    """What an agreement should say before the first yuan is paid, nine points.

    Rules: CC-7, CC-14, CC-17, CC-18, CR-3, CR-4, COL-6, JUD-6, PEN-10, RPT-4.

    >>> len(nine_points())
    9
    """
    return _steps(
        "nine",
        (
            ("creditor", ("CC-18",)),
            ("debt", ("CC-7",)),
            ("waived", ("CC-17",)),
            ("payments", ("CC-17",)),
            ("interest", ("CC-17",)),
            ("account", ("PEN-10", "CC-18")),
            ("missed", ("CC-17",)),
            ("record", ("CR-3", "CR-4", "RPT-4")),
            ("stop", ("COL-6", "JUD-6")),
        ),
    )


def red_lines() -> tuple[Step, ...]:
    """What not to do, whoever advises it.

    Rules: CC-10, CC-11, COL-7, JUD-11, PLAN-6, SCAM-1, SCAM-2, SCAM-6.

    >>> [step.key for step in red_lines()][0]
    'red.papers'
    """
    return _steps(
        "red",
        (
            ("papers", ("PLAN-6", "SCAM-2")),
            ("agents", ("SCAM-1", "SCAM-2", "SCAM-8")),
            ("borrow", ("COL-7",)),
            ("token", ("CC-10", "CC-11")),
            ("cards", ("SCAM-2",)),
            ("account", ("CC-18", "SCAM-6")),
            ("court", ("JUD-11",)),
        ),
    )


def waiting() -> tuple[Step, ...]:
    """While the lender decides. Rules: COL-3, COL-6, JUD-11, PEN-3, PLAN-2."""
    return _steps(
        "waiting",
        (
            ("reachable", ("COL-3", "COL-6", "JUD-11")),
            ("counts", ("PEN-3",)),
            ("ask_again", ("PLAN-2",)),
        ),
    )


def before_signing() -> tuple[Step, ...]:
    """Before a signature. Rules: CC-10, CC-11, CC-17, CR-4."""
    return _steps(
        "before",
        (
            ("read", ("CC-17",)),
            ("limitation", ("CC-10", "CC-11")),
            ("lean", ()),
            ("record", ("CR-4",)),
        ),
    )


def after_signing() -> tuple[Step, ...]:
    """After it. Rules: CC-17, CR-3, CR-4, CR-8, RPT-2."""
    return _steps(
        "after",
        (
            ("receipts", ()),
            ("early", ("CC-17",)),
            ("missed", ("CC-17",)),
            ("letter", ("CR-3", "CR-4")),
            ("report", ("CR-7", "CR-8")),
        ),
    )
