"""Whom to call: hotlines from the law shelf, each with how sure we are of it."""

from dataclasses import dataclass
from datetime import date

from overdue.law import LAW
from overdue.model import Citation, Standing

_LINES: tuple[tuple[str, str, str], ...] = (
    ("support", "HOT-11", "number"),
    ("ambulance", "HOT-11", "ambulance_number"),
    ("regulator", "HOT-1", "number"),
    ("credit_bureau", "HOT-3", "number"),
    ("courts", "HOT-4", "number"),
    ("police", "HOT-6", "number"),
    ("anti_fraud", "HOT-6", "fraud_number"),
    ("government", "HOT-9", "number"),
    ("legal_aid", "HOT-5", "number"),
    ("nuisance", "HOT-7", "number"),
    ("unlawful", "HOT-8", "number"),
)


@dataclass(frozen=True, slots=True)
class Hotline:
    """A number, what it is for (words ``help.<key>``) and where it comes from."""

    key: str
    number: str
    citation: Citation

    @property
    def verified(self) -> bool:
        """Whether the number was read in a rule, an official page or a report, not in a weak lead."""
        return self.citation.standing in (Standing.TEXT, Standing.REPORT)


def hotlines(on: date) -> tuple[Hotline, ...]:
    """The hotlines on the shelf, the verified ones first. Rules: HOT-1, HOT-3 to HOT-9, HOT-11.

    Lenders' own numbers are in the contract and the app; none is kept here.
    Raises ``NotInForce`` if a number has no value that day.
    """
    lines = (Hotline(key, str(LAW.value(rule, name, on)), LAW.cite(rule, name, on)) for key, rule, name in _LINES)
    return tuple(sorted(lines, key=lambda line: not line.verified))
