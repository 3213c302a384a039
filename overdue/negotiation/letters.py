"""The letters: the Chinese original and an English reading copy, paragraph by paragraph.

A letter says only what its writer gave: what it announces and was not given is a line to fill in, any other
paragraph without its fact is left out. Names and numbers are arguments of the moment and are kept nowhere.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from overdue.law import LAW
from overdue.milestones import law_numbers
from overdue.model import Citation, Lender, Standing
from overdue.negotiation.ask import Ask, Figures
from overdue.negotiation.log import LogEntry
from overdue.negotiation.paragraphs import Letter, LetterKind, Paragraph, Role, Writer
from overdue.negotiation.share import Share
from overdue.words import Lang, Words, words

BLANK = "____________"
MOST_ENTRIES = 30


_RULES: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.HARDSHIP: ("CC-17", "CR-1"),
    LetterKind.BILL: ("PEN-8", "PEN-9", "CC-18", "COL-17"),
    LetterKind.COMPLAINT_LENDER: ("PLAN-8", "COL-6", "COL-7", "COL-10"),
    LetterKind.COMPLAINT_REGULATOR: ("COL-6", "COL-7", "PEN-9"),
    LetterKind.DISPUTE: ("CR-8", "CR-13"),
    LetterKind.STATEMENT: ("CR-6",),
    LetterKind.STOP_OTHERS: ("COL-6", "COL-9", "COL-10", "COL-19"),
}

_FACED = (LetterKind.COMPLAINT_LENDER, LetterKind.COMPLAINT_REGULATOR, LetterKind.DISPUTE)
_OF_CONTRACT = ("PEN-8", "PEN-9")
_REASONED = (LetterKind.HARDSHIP, LetterKind.STATEMENT)
_WITH_FIGURES = (LetterKind.HARDSHIP, LetterKind.BILL)
_TO_LENDER = (LetterKind.HARDSHIP, LetterKind.BILL, LetterKind.COMPLAINT_LENDER, LetterKind.STOP_OTHERS)
_ON_FACTS = (LetterKind.COMPLAINT_LENDER, LetterKind.COMPLAINT_REGULATOR, LetterKind.DISPUTE)
_WITH_LOG = (LetterKind.COMPLAINT_LENDER, LetterKind.COMPLAINT_REGULATOR, LetterKind.STOP_OTHERS)


def takes_log(kind: LetterKind) -> bool:
    """Whether the letter lists calls and messages from the log."""
    return kind in _WITH_LOG


def letter(
    kind: LetterKind,
    writer: Writer,
    on: date,
    figures: Figures | None = None,
    ask: Ask | None = None,
    entries: tuple[LogEntry, ...] = (),
    over: bool = False,
    share: Share | None = None,
) -> Letter:
    """Write a letter, dated ``on``.

    The figures are the writer's own count and the letter says so. What must be answered says on its face
    by when; what only the writer should read is the letter's ``note`` and stands in no paragraph. ``over``
    says that the limitation period may be over: the letter then proposes nothing, names no figure and keeps
    every defence. At most thirty log entries are listed. ``share`` is what one budget for all debts holds for this
    lender; it takes the place of ``ask`` in a letter of hardship.
    A rule younger than the contract or the letter is not cited. Rules: CC-17, CC-18, COL-6, COL-7,
    COL-9, COL-10, COL-17, COL-19, CR-1, CR-6, CR-8, CR-13, PEN-8, PEN-9, PLAN-1, PLAN-8.
    """
    asks_papers = over and kind is LetterKind.HARDSHIP
    citations = LAW.cites(_rule_ids(LetterKind.BILL if asks_papers else kind, on, figures))
    if over:
        figures, ask, share = (None if kind in _WITH_FIGURES else figures), None, None
    body = _papers(writer) if asks_papers else _body(kind, writer, figures, ask, entries, share)
    paragraphs = [*_head(kind, writer, on, figures, asks_papers), *body]
    if over and kind in _TO_LENDER:
        paragraphs.append(_paragraph(Role.BODY, "reserve"))
    paragraphs += [_rules(citations), *_sign(writer, on)]
    note = _paragraph(Role.NOTE, f"note.{kind}", **law_numbers(on))
    return Letter(kind, tuple(paragraphs), citations, note, over)


def lacking(
    kind: LetterKind,
    writer: Writer,
    ask: Ask | Share | None = None,
    entries: tuple[LogEntry, ...] = (),
    over: bool = False,
) -> tuple[str, ...]:
    """What matters in a letter and was not given, by name. A number of contract may be filled in by hand, so a letter
    that lacks nothing has at most that one blank.

    >>> lacking(LetterKind.BILL, Writer(name="A", lender="B"))
    ()
    >>> lacking(LetterKind.HARDSHIP, Writer(name="A", lender="B"))
    ('reason', 'proposal')
    """
    wanted = [name for name in ("name", "lender") if not getattr(writer, name)]
    if kind in _REASONED and not writer.reason and not (over and kind is LetterKind.HARDSHIP):
        wanted.append("reason")
    if kind is LetterKind.HARDSHIP and ask is None and not over:
        wanted.append("proposal")
    if kind in _ON_FACTS and not writer.facts and not (entries and takes_log(kind)):
        wanted.append("facts")
    return tuple(wanted)


def _is_card(figures: Figures | None) -> bool:
    return figures is not None and figures.lender is Lender.CREDIT_CARD


def _rule_ids(kind: LetterKind, on: date, figures: Figures | None) -> list[str]:
    """The rules of a letter that were in force for its contract (what the contract had to show) or on its day."""
    rules = list(_RULES[kind])
    if kind is LetterKind.HARDSHIP and _is_card(figures):
        rules.append("PLAN-1")
    made = figures.contract_on if figures else None
    return [r for r in rules if LAW.rule(r).since <= (on if r not in _OF_CONTRACT else made or date.min)]


def _paragraph(role: Role, key: str, **fields: object) -> Paragraph:
    """A paragraph of ``letters.toml`` in both languages."""
    return Paragraph(role, *(words(lang)(f"letters.{key}", **fields) for lang in (Lang.ZH, Lang.EN)))


def _head(
    kind: LetterKind, writer: Writer, on: date, figures: Figures | None, asks_papers: bool
) -> Iterator[Paragraph]:
    local = kind is LetterKind.COMPLAINT_REGULATOR and figures is not None and figures.lender is Lender.MICRO_LOAN
    yield _paragraph(Role.TITLE, f"{kind}.over.title" if asks_papers else f"{kind}.title")
    yield _paragraph(Role.TO, f"{kind}.to_local" if local else f"{kind}.to", lender=writer.lender or BLANK)
    if kind in _FACED:
        yield _paragraph(Role.FACE, f"face.{kind}", **law_numbers(on))


def _papers(writer: Writer) -> Iterator[Paragraph]:
    """The body of a letter on a debt whose limitation period may be over: it asks for papers and no more."""
    given = {"name": writer.name or BLANK, "contract": writer.contract or BLANK}
    for part in ("open", "ask", "close"):
        yield _paragraph(Role.BODY, f"hardship.over.{part}", **given)


def _body(
    kind: LetterKind,
    writer: Writer,
    figures: Figures | None,
    ask: Ask | None,
    entries: tuple[LogEntry, ...],
    share: Share | None,
) -> Iterator[Paragraph]:
    yield _paragraph(
        Role.BODY,
        f"{kind}.open",
        name=writer.name or BLANK,
        contract=writer.contract or BLANK,
        lender=writer.lender or BLANK,
    )
    if figures is not None and kind in _WITH_FIGURES:
        yield _money(f"{kind}.figures", figures)
    if kind in _REASONED:
        yield _paragraph(Role.BODY, f"{kind}.reason", reason=writer.reason or BLANK)
    if kind is LetterKind.HARDSHIP and _is_card(figures):
        yield _paragraph(Role.BODY, "hardship.card")
    if kind is LetterKind.HARDSHIP and share is not None:
        told = (share.told(words(lang)) for lang in (Lang.ZH, Lang.EN))
        yield from (Paragraph(Role.BODY, *texts) for texts in zip(*told, strict=True))
    elif kind is LetterKind.HARDSHIP:
        yield _paragraph(Role.BODY, "hardship.offer_blank", blank=BLANK) if ask is None else _offer(ask)
        if ask is not None and not ask.whole and figures is not None and ask.total > figures.total:
            yield _beyond(ask.total, figures.total)
    listed = entries if takes_log(kind) else ()
    facts = writer.facts or (BLANK if kind in _ON_FACTS and not listed else "")
    if facts and kind is not LetterKind.HARDSHIP:
        yield _paragraph(Role.BODY, "facts", facts=facts)
    if listed:
        yield _paragraph(Role.BODY, "log_open")
        yield from (_entry(entry) for entry in sorted(listed, key=lambda e: (e.on, str(e.at)))[:MOST_ENTRIES])
    yield _paragraph(Role.BODY, f"{kind}.ask")
    if writer.wanted:
        yield _paragraph(Role.BODY, "wanted", wanted=writer.wanted)
    if kind is LetterKind.HARDSHIP and (figures is not None or ask is not None or share is not None):
        yield _paragraph(Role.BODY, "only_to_check")
    yield _paragraph(Role.BODY, f"{kind}.close")


def _money(key: str, figures: Figures) -> Paragraph:
    fields = {"on": figures.on, "first": figures.first_due, "days": figures.days}
    texts = []
    for lang in (Lang.ZH, Lang.EN):
        w = words(lang)
        texts.append(w(f"letters.{key}", **fields, parts=figures.parts(w), total=w.yuan(figures.total)))
    return Paragraph(Role.BODY, *texts)


def _offer(ask: Ask) -> Paragraph:
    key = "letters.hardship.offer_once" if ask.at_once else "letters.hardship.offer_monthly"
    texts = []
    for lang in (Lang.ZH, Lang.EN):
        w = words(lang)
        sums = {"amount": w.yuan(ask.amount), "sum": w.yuan(ask.total)}
        settles = w(f"letters.hardship.settles_{'whole' if ask.whole else 'due'}")
        texts.append(w(key, first=ask.first_on, months=ask.months, settles=settles, **sums))
    return Paragraph(Role.BODY, *texts)


def _beyond(asked: Decimal, total: Decimal) -> Paragraph:
    """What is offered for the part that is due comes to more than that part: what the rest is has to be said."""
    both = (words(lang) for lang in (Lang.ZH, Lang.EN))
    return Paragraph(
        Role.BODY,
        *(w("letters.hardship.beyond", total=w.yuan(total), more=w.yuan(asked - total)) for w in both),
    )


def _entry(entry: LogEntry) -> Paragraph:
    """One log entry, with what was filled in and no more."""
    texts = []
    for lang in (Lang.ZH, Lang.EN):
        w = words(lang)
        at = entry.at.strftime("%H:%M") if entry.at else ""
        head = w("letters.entry.head", on=entry.on, at=at, channel=w(f"letters.channel.{entry.channel}"))
        named = {name: getattr(entry, name) for name in ("who", "for_whom", "said", "promised", "evidence")}
        texts.append(head + "".join(w(f"letters.entry.{name}", given=text) for name, text in named.items() if text))
    return Paragraph(Role.BODY, *texts)


def _rules(citations: tuple[Citation, ...]) -> Paragraph:
    """The rules a letter rests on, by document and clause, in both languages."""
    named = []
    for lang in (Lang.ZH, Lang.EN):
        w = words(lang)
        rows = (_named(c, w) for c in citations)
        named.append(w("letters.rules") + w.clauses(dict.fromkeys(rows)) + w("letters.rule_end"))
    return Paragraph(Role.RULES, *named)


def _named(cited: Citation, w: Words) -> str:
    """A document with its clause; what was only read about is named as reported, without one."""
    title = LAW.sources[cited.source].title
    if cited.standing is Standing.REPORT:
        return w("letters.rule_reported", title=title)
    return w("letters.rule", title=title, clause=cited.clause)


def _sign(writer: Writer, on: date) -> Iterator[Paragraph]:
    name = writer.name or BLANK
    yield _paragraph(Role.SIGN, "sign_phone" if writer.phone else "sign", name=name, phone=writer.phone)
    yield _paragraph(Role.SIGN, "dated", on=on)
