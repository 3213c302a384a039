"""Every sentence of the product, as pairs zh/en kept in TOML apart from code.

A file is a section, a nested table a path: ``title`` in ``penalty.toml`` is ``penalty.title``.
Traditional Chinese is converted from Simplified once for each sentence. Values enter by named
placeholders; days and decimals are formatted for the reader. On a screen (``screen``) a text that is not
of this product (``Ours``) cannot fetch, link or draw a formula; ``plain`` takes every mark's meaning.
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, cached_property, lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from opencc import OpenCC

from overdue.model import OverdueError, Text
from overdue.words.files import HERE, listed, pairs, placeholders, read_pairs
from overdue.words.plain import Ours, plain, seen, tame


class Lang(StrEnum):
    """The three scripts the product speaks."""

    ZH = "zh"
    HANT = "zh-Hant"
    EN = "en"

    @property
    def html(self) -> str:
        """The value of the page's ``lang`` attribute.

        >>> Lang.ZH.html
        'zh-CN'
        """
        return {Lang.ZH: "zh-CN", Lang.HANT: "zh-Hant", Lang.EN: "en"}[self]

    @property
    def script(self) -> str:
        """The name its label stands under, ``fields.lang.<script>``."""
        return {Lang.ZH: "simplified", Lang.HANT: "traditional", Lang.EN: "english"}[self]

    @property
    def locale(self) -> Locale:
        """The locale whose dates are used."""
        return _locale({Lang.ZH: "zh_Hans_CN", Lang.HANT: "zh_Hant_HK", Lang.EN: "en_GB"}[self])


@cache
def _locale(name: str) -> Locale:
    """A locale, looked up once: looking it up costs more than formatting."""
    return Locale.parse(name)


@cache
def _converter() -> OpenCC:
    return OpenCC("s2tw")


@cache
def _mended() -> tuple[tuple[str, str], ...]:
    lines = (HERE / "traditional.txt").read_text(encoding="utf-8").splitlines()
    return tuple((wrong, right) for wrong, right in (line.split(" ") for line in lines if not line.startswith("#")))


@cache
def traditional(simplified: str) -> str:
    """A sentence of ours in Traditional characters and quotation marks.

    >>> traditional("征信记录") == traditional("征信") + traditional("记录")
    True
    """
    sentence = str(_converter().convert(simplified))
    for wrong, right in _mended():
        sentence = sentence.replace(wrong, right)
    return sentence


# An English sentence has one form for every count: "1 days" loses its s.
ONE = re.compile(
    r"(?<![\w.,–-])(1(?:\*\*)? (?:more |further |other |free )?(?:day|month|year|instalment|payment|time|lender|debt"
    r"|row|line|card|claim|rule|hour|minute|place|phone|combination|reading|report|attempt|act))s\b"
)


IN_YUAN = re.compile(r"\{(\w+)\} \u5143")  # an amount in a sentence on what cannot be answered


class Words:
    """The sentences and formats of one script: ``w("penalty.title")``, ``w.yuan(total)``."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, key: str, **fields: object) -> str:
        """The sentence of that key, filled; ``KeyError`` if there is none or a field is missing."""
        return self.text(pairs()[key], **fields)

    def has(self, key: str) -> bool:
        """Whether there is a sentence of that key."""
        return key in pairs()

    def text(self, text: Text, **fields: object) -> str:
        """A pair in this script, filled."""
        sentence = text.en if self.lang is Lang.EN else text.zh
        if self.lang is Lang.HANT:
            sentence = traditional(sentence)
        if fields:
            sentence = sentence.format(**{name: self.value(value) for name, value in fields.items()})
            if self.lang is Lang.EN:
                sentence = ONE.sub(r"\1", sentence)
        return Ours(sentence)

    def value(self, value: object) -> str:
        """A field as the reader writes it: days and decimals formatted, texts as they are."""
        if isinstance(value, str):  # first: most fields are, and a mover fills hundreds
            return self.given(value)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, (Decimal, int)) and not isinstance(value, bool):
            return self.number(value)
        return self.text(value) if isinstance(value, Text) else str(value)

    def given(self, text: str) -> str:
        """A text that came as a field."""
        return text

    def error(self, error: OverdueError) -> str:
        """The sentence for a question that cannot be answered; what it names in yuan stands to the fen."""
        key = f"errors.{error.key}"
        sums = IN_YUAN.findall(pairs()[key].zh)
        return self(key, **{name: self._sum(value) if name in sums else value for name, value in error.fields.items()})

    def _sum(self, value: object) -> object:
        return self.number(value, 2) if isinstance(value, Decimal) else value

    def together(self, sentences: Iterable[str]) -> str:
        """Sentences one after another, as the script sets them.

        >>> words(Lang.EN).together(["One.", "Two."]), words(Lang.ZH).together(["1", "2"])
        ('One. Two.', '12')
        """
        return Ours((" " if self.lang is Lang.EN else "").join(sentences))

    def listed(self, items: Iterable[str]) -> str:
        """Names as a sentence lists them.

        >>> words(Lang.EN).listed(["one", "two", "three"])
        'one, two and three'
        """
        return str(format_list(list(items), locale=self.lang.locale))

    def clauses(self, items: Iterable[str]) -> str:
        """Parts of one sentence that have commas of their own.

        >>> words(Lang.EN).clauses(["one, two", "three"])
        'one, two; three'
        """
        return self("common.semicolon").join(items)

    def number(self, value: Decimal | int, places: int | None = None) -> str:
        """A number with thousands marked; ``places`` fixes the decimals, else at most eight.

        >>> words(Lang.ZH).number(Decimal("1234.50")), words(Lang.ZH).number(Decimal("1234.5"), 2)
        ('1,234.5', '1,234.50')
        """
        if places is not None:
            return f"{value:,.{places}f}"
        shown = f"{value:,.8f}".rstrip("0").rstrip(".")
        return "0" if shown == "-0" else shown

    def yuan(self, amount: Decimal) -> str:
        """An amount to the fen with its unit."""
        before, after = self._unit
        return Ours(f"{before}{amount:,.2f}{after}")

    @cached_property
    def _unit(self) -> tuple[str, str]:
        """What stands before and after an amount: looked up once, for amounts are written by the hundred."""
        before, _, after = self("common.yuan", amount="0").partition("0")
        return before, after

    def percent(self, ratio: Decimal) -> str:
        """A ratio as a percentage: 0.18 is 18%."""
        return Ours(self.number(ratio * 100) + "%")

    def day(self, day: date) -> str:
        """A day in full."""
        return _day(day, self.lang)

    def short_day(self, day: date) -> str:
        """A day without its year, for a button."""
        return str(format_skeleton("MMMd", day, locale=self.lang.locale))

    def month(self, day: date) -> str:
        """The month of a day."""
        return str(format_skeleton("yMMMM", day, locale=self.lang.locale))


@lru_cache(4096)
def _day(day: date, lang: Lang) -> str:
    """A day in full, kept: a mover names sixty of them."""
    return str(format_date(day, "long", locale=lang.locale))


@cache
def words(lang: Lang) -> Words:
    """The words of one script."""
    return Words(lang)


class Screen(Words):
    """The words of a page, where a mark would be obeyed: a text that is not ours keeps none that fetches or links."""

    def given(self, text: str) -> str:
        """A text that came as a field, tame unless it is of this product."""
        return text if isinstance(text, Ours) else tame(text)


@cache
def screen(lang: Lang) -> Screen:
    """The words of one script, for a page.

    >>> screen(Lang.EN)("errors.field.code", given="![](//e.co)")
    '“!［］(//e.co)” was not written by this app and was passed over.'
    """
    return Screen(lang)


def _in_english(error: OverdueError) -> str:
    key = f"errors.{error.key}"
    return words(Lang.EN).error(error) if words(Lang.EN).has(key) else str(error.fields)


OverdueError.in_words = _in_english
