"""HTML made piece by piece: every text is escaped, unless it is markup already."""

from collections.abc import Sequence
from html import escape


class Markup(str):
    """A piece of finished HTML."""

    __slots__ = ()


def tag(name: str, *inside: str, **attributes: str) -> Markup:
    """An element around texts and elements; an underscore ends an attribute that is a word of Python's.

    >>> tag("p", "a < b", tag("b", "c"), class_="d")
    '<p class="d">a &lt; b<b>c</b></p>'
    """
    held = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{held}>{joined(*inside)}</{name}>")


def joined(*pieces: str) -> Markup:
    """Texts and elements one after another."""
    return Markup("".join(piece if isinstance(piece, Markup) else escape(piece, quote=False) for piece in pieces))


def grid(heads: Sequence[str], lines: Sequence[tuple[str, ...]], total: bool = False) -> Markup:
    """A table with headings: the first column names, the others are figures; ``total`` sets the last row apart."""
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in heads)))
    return Markup(rows(lines, "grid", total).replace("<tbody>", f"{head}<tbody>", 1))


def rows(lines: Sequence[tuple[str, ...]], kind: str = "", total: bool = False) -> Markup:
    """A table without headings: the first column names, the last is a figure; ``total`` sets the last row apart."""
    found = []
    for place, (name, *cells) in enumerate(lines):
        last = total and place == len(lines) - 1
        found.append(
            tag(
                "tr",
                tag("th", name, scope="row"),
                *(tag("td", cell) for cell in cells),
                class_="sum" if last else "row",
            )
        )
    return tag("table", tag("tbody", *found), class_=kind or "rows")
