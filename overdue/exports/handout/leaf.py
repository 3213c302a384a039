"""A leaf of A4 and what stands on each: whose figures, which page, law as of; leaves make a page or a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from overdue.exports.handout.drawing import address_of
from overdue.exports.handout.markup import Markup, joined, tag
from overdue.exports.qr import qr_svg
from overdue.words import Words


@dataclass(frozen=True, slots=True)
class Imprint:
    """What every leaf bears: ``whose`` figures these are, and the ``stamp`` (law as of, version, made on)."""

    whose: str
    stamp: str


@cache
def style() -> str:
    """The style sheet of the leaves, for the page and for the file."""
    return (Path(__file__).parent / "leaf.css").read_text(encoding="utf-8")


def leaves(bodies: Sequence[Markup], mark: Imprint, w: Words) -> Markup:
    """The leaves with their heads and feet, numbered."""
    count = len(bodies)
    return tag("div", *(_leaf(body, n, count, mark, w) for n, body in enumerate(bodies, 1)), class_="leaves")


def _leaf(body: Markup, number: int, count: int, mark: Imprint, w: Words) -> Markup:
    head = tag(
        "div",
        tag("span", w("common.name")),
        tag("span", w("handout.page", number=number, count=count)),
        class_="head",
    )
    foot = tag("p", mark.stamp, Markup("<br>"), w("common.not_advice"), class_="foot")
    whose = tag("p", mark.whose, class_="whose") if mark.whose else Markup()
    return tag("section", head, whose, body, foot, class_="leaf")


def document(bodies: Sequence[Markup], mark: Imprint, title: str, w: Words) -> bytes:
    """The leaves as one HTML file that needs nothing else: it opens and prints without the internet."""
    head = joined(
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", title),
        tag("style", Markup(style())),
    )
    held = tag("html", tag("head", head), tag("body", leaves(bodies, mark, w)), lang=w.lang.html)
    return f"<!doctype html>\n{held}\n".encode()


def code(address: str, w: Words) -> Markup:
    """The QR of an address with the address in writing under it. Raises ``OverdueError`` beyond 300 characters."""
    alt = w("handout.scan")
    return tag(
        "figure",
        tag("img", src=address_of(qr_svg(address, alt)), alt=alt, class_="qr"),
        tag("figcaption", alt, Markup("<br>"), tag("span", address, class_="address")),
        class_="code",
    )
