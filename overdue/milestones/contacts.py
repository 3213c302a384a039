"""The contacts ladder: who may be contacted about a debt, what articles claim, what to answer."""

from dataclasses import dataclass

from overdue.law import LAW
from overdue.milestones.call import Called
from overdue.model import Citation


@dataclass(frozen=True, slots=True)
class Rung:
    """One kind of person: the articles that claim something about them, the rules that say what is allowed.

    Sentences in ``words`` section ``calls``: ``contacts.<who>.rule``, ``.answer`` and, where articles claim
    something, ``.claim``.
    """

    who: Called
    articles: tuple[str, ...]
    citations: tuple[Citation, ...]


def contacts_ladder() -> tuple[Rung, ...]:
    """From the borrower outwards. Rules: COL-3, COL-4, COL-6, COL-9, COL-10, COL-18, CC-19.

    >>> [rung.who.value for rung in contacts_ladder()]
    ['self', 'emergency', 'family', 'work', 'address_book']
    """
    return tuple(
        Rung(who, articles, LAW.cites(rules))
        for who, articles, rules in (
            (Called.SELF, ("000", "001", "003"), ("COL-3", "COL-4", "COL-6")),
            (Called.EMERGENCY, ("001",), ("COL-6", "COL-18", "COL-9")),
            (Called.FAMILY, ("001",), ("COL-6", "COL-9", "CC-19")),
            (Called.WORK, (), ("COL-6", "COL-9", "COL-10")),
            (Called.ADDRESS_BOOK, ("001",), ("COL-6", "COL-9")),
        )
    )
