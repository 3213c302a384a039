"""One spelling for comparing: Simplified, half-width, lower case, one character for one character.

Length never changes, so that a place in the folded text is the same place in the text as pasted.
"""

import unicodedata
from functools import cache

from opencc import OpenCC

QUOTATION = str.maketrans("「」『』", "“”‘’")


@cache
def _converter(way: str) -> OpenCC:
    return OpenCC(way)


@cache
def fold_character(character: str) -> str:
    """One character in its plain spelling; what has none of the same length stays as it is.

    >>> fold_character("\\uff21"), ascii(fold_character("\\u7db2"))
    ('a', "'\\\\u7f51'")
    """
    if "\ud800" <= character <= "\udfff":  # half a character: no spelling has it
        return character
    for spell in (_half_width, str.casefold, _simplified, _quotation):
        plain = spell(character)
        character = plain if len(plain) == 1 else character
    return character


def fold(text: str) -> str:
    """A text in its plain spelling, as long as it was.

    >>> fold("Lend\\uff1f")
    'lend?'
    """
    return text.translate({ord(character): fold_character(character) for character in set(text)})


def typed(text: str) -> str:
    """A text in its plain spelling, with the apostrophe that a keyboard has: for a search.

    >>> typed("People’s Bank")
    "people's bank"
    """
    return fold(text).replace("’", "'")


def _half_width(character: str) -> str:
    return unicodedata.normalize("NFKC", character)


def _quotation(character: str) -> str:
    return character.translate(QUOTATION)


def _simplified(character: str) -> str:
    """The Simplified form; what is written alike in Traditional is looked up among regional variants."""
    way = "tw2s" if _converter("s2tw").convert(character) == character else "t2s"
    return str(_converter(way).convert(character))
