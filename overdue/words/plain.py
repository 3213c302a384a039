"""What a visitor, an address or a file gave, as text that means nothing but itself wherever it is shown."""

import re

# Full-width twins read the same and are no mark-up: not in Markdown, HTML, a formula or a spreadsheet's label.
_LIVE = str.maketrans("[]<>$@", "［］＜＞＄＠")
_MARKS = str.maketrans("[]<>$@*_`~|#\\{}!&:", "［］＜＞＄＠＊＿｀～｜＃＼｛｝！＆：")
# Control characters, and those that turn the direction of what follows or cannot be seen.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_LONE = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|xmpp|www)([:.])")


class Ours(str):
    """A text this product made itself: its Markdown is meant."""


def seen(text: str) -> str:
    """A text without what cannot be seen, turns its direction, or no file can hold.

    >>> seen("a\\u202eb\\x00")
    'ab'
    """
    return _LONE.sub("", _UNSEEN.sub("", text))


def tame(text: str) -> str:
    """A text that fetches nothing, links nowhere and is no formula; other marks stay.

    >>> tame("![](//e.co/a) www.e.co")
    '!［］(//e.co/a) www．e.co'
    """
    return _ADDRESS.sub(_apart, seen(text).translate(_LIVE))


def plain(text: str) -> str:
    """A text whose every mark is only a mark: nothing bold, no heading, no icon, no link.

    >>> plain("**a** :material/home: a@b.c")
    '＊＊a＊＊ ：material/home： a＠b.c'
    """
    return _ADDRESS.sub(_apart, seen(text)).translate(_MARKS)


def _apart(found: re.Match[str]) -> str:
    return found[1] + {":": "：", ".": "．"}[found[2]]
