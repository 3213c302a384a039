"""How texts of adverts are spelt: signs to compare with, read once."""

from overdue.claims.files import HERE, check, read
from overdue.model import Frozen


class Spelling(Frozen):
    """``amount`` is a pattern for sums, ``asks`` ends of questions, ``unnamed`` a stand-in, ``pictures`` file marks.

    ``sold`` is a word of adverts that no rule has; ``court`` names a court, ``served`` stands in what it sends.
    """

    amount: str
    asks: tuple[str, ...]
    unnamed: str
    pictures: tuple[str, ...]
    sold: tuple[str, ...]
    court: tuple[str, ...]
    served: tuple[str, ...]

    def from_court(self, text: str) -> bool:
        """Whether a text comes from a court or pretends so.

        >>> SPELLING.from_court("【某区人民法院】您有一份文书待签收"), SPELLING.from_court("再不还就去法院起诉")
        (True, False)
        """
        plain = text.lower()
        return any(word in plain for word in self.court) and any(word in plain for word in self.served)


SPELLING = check(HERE / "spelling.toml", "-", Spelling, read(HERE / "spelling.toml"))
