"""How texts of adverts are spelt: signs to compare with, read once."""

from overdue.claims.files import HERE, check, read
from overdue.model import Frozen


class Spelling(Frozen):
    """``amount`` is a pattern for sums, ``asks`` ends of questions, ``unnamed`` a stand-in, ``pictures`` file marks.

    ``sold`` is a word of adverts that no rule has.
    """

    amount: str
    asks: tuple[str, ...]
    unnamed: str
    pictures: tuple[str, ...]
    sold: tuple[str, ...]


SPELLING = check(HERE / "spelling.toml", "-", Spelling, read(HERE / "spelling.toml"))
