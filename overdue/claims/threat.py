"""A collector's message in a pasted text: what it threatens with. It is no advert, and is answered by other rules."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from overdue.claims.files import HERE, check, read
from overdue.claims.flags import Reader, TextReading
from overdue.claims.folded import Folded
from overdue.claims.mark import Mark
from overdue.claims.pattern import classes_of, parse
from overdue.claims.voice import SOFTENED
from overdue.milestones import Said
from overdue.model import Frozen
from overdue.words.script import typed

# Acts of whoever wants money or papers, collector or not; any other sign in a collector's message is a mistake.
TAKES = frozenset({"fee", "cards", "codes", "poses", "bought", "channel"})
ALSO_COURTS = frozenset({Said.WILL_SUE})  # is no threat by itself: a court and a lawyer say it too
SELLS = frozenset({"handles", "promise", "policy", "cleans", "inside", "borrow", "earn"})
SENTENCE, CLAUSE = re.compile(r"[^.;!?\n]+"), re.compile(r"[^,.;:!?\n]+")


class English(Frozen):
    """The same of an English text: a demand, whom it addresses, a "not" before an act, each threat; as patterns."""

    demand: str
    addressed: str
    negated: str
    threats: dict[Said, str]


class Words(Frozen):
    """The file of words: a demand, whom it addresses, classes, and each threat as lines of them."""

    demand: str
    addressed: str
    negators: str
    classes: dict[str, str]
    threats: dict[Said, tuple[str, ...]]
    english: English


WORDS = check(HERE / "threats.toml", "-", Words, read(HERE / "threats.toml"))
CLASSES = MappingProxyType(
    classes_of({n: getattr(WORDS, n) for n in ("demand", "addressed", "negators")} | WORDS.classes)
)
LINES = MappingProxyType({said: tuple(parse(line, CLASSES) for line in lines) for said, lines in WORDS.threats.items()})
ENGLISH = MappingProxyType({said: re.compile(pattern) for said, pattern in WORDS.english.threats.items()})


@dataclass(frozen=True, slots=True)
class Threat:
    """What is threatened, and the clause of the text as pasted in which it stands."""

    said: Said
    start: int
    end: int


def threats(reader: Reader, text: str) -> tuple[Threat, ...]:
    """What a text that wants a debt paid threatens with, by place, once a clause; () for a text that wants none.

    >>> from overdue.claims.flags import READER
    >>> [threat.said.value for threat in threats(READER, "再不还就去你村里找你，恶意拖欠要坐牢")]
    ['visit', 'arrest']
    >>> [threat.said.value for threat in threats(READER, "Pay today or we call your boss")]
    ['tell_work']
    """
    folded = reader.folded(text)
    wanted = folded.mentions(CLASSES["demand"]) and folded.mentions(CLASSES["addressed"])
    found = {*(_chinese(folded) if wanted else ()), *_english(text)}
    held = _apart(sorted(found, key=lambda threat: (threat.start, threat.end, list(WORDS.threats).index(threat.said))))
    return () if {threat.said for threat in held} <= ALSO_COURTS else held


def _apart(found: Iterable[Threat]) -> tuple[Threat, ...]:
    """One threat's clauses apart: of two that overlap the first."""
    held: dict[Said, int] = {}
    kept = []
    for threat in found:
        if threat.start >= held.get(threat.said, 0):
            held[threat.said] = threat.end
            kept.append(threat)
    return tuple(kept)


def _chinese(folded: Folded) -> Iterator[Threat]:
    for said, lines in LINES.items():
        for line in lines:
            for start, end in line.found(folded, CLASSES["negators"]):
                first, last = folded.clause(start)[0], folded.clause(end - 1)[1]
                yield Threat(said, *folded.pasted(first, last))


def _english(text: str) -> Iterator[Threat]:
    plain, by = typed(text), WORDS.english
    if not (re.search(by.demand, plain) and re.search(by.addressed, plain)):
        return
    for sentence in SENTENCE.finditer(plain):
        for said, pattern in ENGLISH.items():
            for found in pattern.finditer(plain, *sentence.span()):
                clauses = [c.span() for c in CLAUSE.finditer(plain, *sentence.span())]
                first = max(start for start, _ in clauses if start <= found.start())
                last = min(end for _, end in clauses if end >= found.end())
                if not re.search(by.negated, plain[first : found.start()]):
                    yield Threat(said, first, last)


def collected(reading: TextReading, held: tuple[Threat, ...]) -> tuple[Mark, ...]:
    """The marks that count: in a collector's message only those of wanting money or papers; else all of them.

    A text that also sells something is an advert that frightens, whatever it threatens with; what stands in the
    clause of a threat sells nothing, and a word that only hints at an act is none.
    """
    outside = tuple(m for m in reading.marks if not any(t.start < m.end and m.start < t.end for t in held))
    if not held or reading.speaker in SOFTENED:
        return reading.marks
    if not reading.hinted and any(mark.sign.id in SELLS for mark in outside):
        return reading.marks
    return tuple(mark for mark in (outside if reading.hinted else reading.marks) if mark.sign.id in TAKES)
