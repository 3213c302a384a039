"""A collector's message in a pasted text: what it threatens with. It is no advert, and is answered by other rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from overdue.claims.files import HERE, check, read
from overdue.claims.flags import Reader, TextReading
from overdue.claims.mark import Mark
from overdue.claims.pattern import classes_of
from overdue.claims.voice import SOFTENED
from overdue.milestones import Said
from overdue.model import Frozen

# Acts of whoever wants money or papers, collector or not; any other sign in a collector's message is a mistake.
TAKES = frozenset({"fee", "cards", "codes", "poses", "bought", "channel"})
ALSO_COURTS = frozenset({Said.WILL_SUE})  # is no threat by itself: a court and a lawyer say it too
SELLS = frozenset({"handles", "promise", "policy", "cleans", "inside", "borrow", "earn"})


class Words(Frozen):
    """The file of words: a demand, whom it addresses, and each threat by what was said."""

    demand: str
    addressed: str
    threats: dict[Said, str]


WORDS = check(HERE / "threats.toml", "-", Words, read(HERE / "threats.toml"))
CLASSES = MappingProxyType(
    classes_of({"demand": WORDS.demand, "addressed": WORDS.addressed, **{str(k): v for k, v in WORDS.threats.items()}})
)


@dataclass(frozen=True, slots=True)
class Threat:
    """What is threatened, and the clause of the text as pasted in which it stands first."""

    said: Said
    start: int
    end: int


def threats(reader: Reader, text: str) -> tuple[Threat, ...]:
    """What a text that wants a debt paid threatens with, each once, by place; () for a text that wants none.

    >>> from overdue.claims.flags import READER
    >>> [threat.said.value for threat in threats(READER, "再不还就去你村里找你，恶意拖欠要坐牢")]
    ['visit', 'arrest']
    """
    folded = reader.folded(text)
    if not (folded.mentions(CLASSES["demand"]) and folded.mentions(CLASSES["addressed"])):
        return ()

    def found() -> Iterator[Threat]:
        for said in WORDS.threats:
            for start, end in folded.spans(CLASSES[str(said)])[:1]:
                first, last = folded.clause(start)
                yield Threat(said, *folded.pasted(first, max(last, end)))

    held = tuple(sorted(found(), key=lambda threat: threat.start))
    return () if {threat.said for threat in held} <= ALSO_COURTS else held


def collected(reading: TextReading, held: tuple[Threat, ...]) -> tuple[Mark, ...]:
    """The marks that count: in a collector's message only those of wanting money or papers; else all of them.

    A text that also sells something is an advert that frightens, whatever it threatens with.
    """
    sells = any(mark.sign.id in SELLS for mark in reading.marks)
    if not held or sells or reading.speaker in SOFTENED:
        return reading.marks
    return tuple(mark for mark in reading.marks if mark.sign.id in TAKES)
