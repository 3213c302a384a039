"""The noun of a room: its code, the question asked, guesses by token until it is closed, and counts after that."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from secrets import choice
from typing import Annotated, Literal

from pydantic import Field

from overdue.model import Frozen, OverdueError

LETTERS = "ACDEFGHJKMNPQRTUWXY"  # none that looks like another or like a digit
LENGTH = 6
LOOKS_LIKE = {"0": "Q", "O": "Q", "8": "R", "B": "R", "1": "J", "I": "J", "L": "J", "V": "U"}
MOST_PEOPLE = 300
MOST_CHANGES = 30
MOST_BINS = 12
Unit = Literal["yuan", "years", "days"]
MOST: dict[Unit, Decimal] = {"yuan": Decimal(10**8), "years": Decimal(50), "days": Decimal(365)}  # of a guess

Token = Annotated[str, Field(min_length=16, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
Name = Annotated[str, Field(max_length=40, pattern=r"^[a-z0-9_.-]*$")]


class Question(Frozen):
    """What is asked: one of ``options``, or a number of a ``unit`` sorted into the spaces between ``edges``.

    ``name`` finds its words; n edges make n + 1 spaces, each from its lower edge on. ``number`` says the how-manieth
    question of its room it is, ``again`` whether it was asked there before: a guess belongs to one asking alone.
    """

    name: Name
    kind: Literal["choice", "number"]
    options: Annotated[tuple[Name, ...], Field(max_length=MOST_BINS)] = ()
    edges: Annotated[tuple[Decimal, ...], Field(max_length=MOST_BINS)] = ()
    unit: Unit = "yuan"
    number: int = 0
    again: bool = False

    @property
    def bins(self) -> tuple[str, ...]:
        """The names under which guesses are counted."""
        return self.options if self.kind == "choice" else tuple(str(n) for n in range(len(self.edges) + 1))

    def bin(self, guess: str) -> str:
        """The name under which a guess counts; ``OverdueError`` for what is no answer to the question.

        >>> Question(name="total", kind="number", edges=(Decimal(3000), Decimal(4000))).bin("3500")
        '1'
        """
        if self.kind == "choice":
            if guess not in self.options:
                raise OverdueError("room.no_option", given=guess[:40])
            return guess
        return str(sum(1 for edge in self.edges if self._number(guess) >= edge))

    def _number(self, guess: str) -> Decimal:
        """A guess of the question's unit: yuan with two decimals at most, whole years or days."""
        most, places = MOST[self.unit], 2 if self.unit == "yuan" else 0
        try:
            number = Decimal(guess)
        except ArithmeticError:
            number = Decimal("NaN")
        if not (number.is_finite() and 0 <= number <= most and number == round(number, places)):
            raise OverdueError(f"room.no_{self.unit}", given=guess[:40], most=most)
        return number


class Counts(Frozen):
    """How many guessed what, once a question is closed; ``people`` is how many answered."""

    question: Question
    people: int
    by_bin: dict[str, int]


class _Guess(Frozen):
    bin: str
    given: Annotated[str, Field(max_length=40)]
    changes: int = 1


class Room(Frozen):
    """A room as it is kept: nothing of a person but a random token, and that only until the question is closed.

    ``owner`` is the facilitator's token, ``story`` and ``step`` where the lesson stands, ``until`` when the room ends,
    ``veiled`` whether the screen still masks its figures, so that no phone tells an answer before it does,
    ``asks`` how many questions it was asked. ``here`` is who has come: kept like a guess, gone as a question is closed,
    and counted anew for the next.
    """

    code: str
    owner: Token
    until: datetime
    story: Name = ""
    step: Name = ""
    veiled: bool = False
    asks: int = 0
    question: Question | None = None
    here: Annotated[tuple[Token, ...], Field(max_length=MOST_PEOPLE)] = ()
    guesses: dict[str, _Guess] = Field(default_factory=dict)
    closed: tuple[Counts, ...] = ()

    @property
    def answered(self) -> int:
        """How many have guessed so far."""
        return len(self.guesses)

    @property
    def counting(self) -> bool:
        """Whether who is here is known: before the first question is closed, and while another one is open."""
        return self.question is not None or not self.closed

    def counts_in(self, token: str) -> bool:
        """Whether somebody who comes is still to be counted: not between two questions, and while there is room."""
        return self.counting and token not in self.here and len(self.here) < MOST_PEOPLE

    def come(self, token: str) -> Room:
        """The room with somebody come in; the same room for who is not to be counted."""
        return self.model_copy(update={"here": (*self.here, token)}) if self.counts_in(token) else self

    def guess_of(self, token: str) -> str | None:
        """What a person guessed, as they gave it; None before they did."""
        held = self.guesses.get(token)
        return None if held is None else held.given

    def counts(self, question: str) -> Counts | None:
        """The counts of a question that was closed, by its name."""
        return next((c for c in reversed(self.closed) if c.question.name == question), None)

    def asked(self, question: Question) -> Room:
        """The room with a new question open; what was open before is closed first, a repeated one counts anew."""
        held = self.shut()
        kept = tuple(c for c in held.closed if c.question.name != question.name)
        number, again = held.asks + 1, len(kept) < len(held.closed)
        made = question.model_copy(update={"number": number, "again": again})
        return held.model_copy(update={"question": made, "closed": kept, "asks": number})

    def emptied(self) -> Room:
        """The room with nothing asked and nothing counted: a question belongs to the person it was asked about."""
        return self.model_copy(update={"question": None, "here": (), "guesses": {}, "closed": ()})

    def guessed(self, token: str, given: str) -> Room:
        """The room with a guess made or changed.

        Raises ``OverdueError`` where nothing is asked, for no answer, for a full room and after thirty changes.
        """
        if self.question is None:
            raise OverdueError("room.nothing_asked")
        before = self.guesses.get(token)
        if before is None and len(self.guesses) >= MOST_PEOPLE:
            raise OverdueError("room.full", most=MOST_PEOPLE)
        if before is not None and before.changes >= MOST_CHANGES:
            raise OverdueError("room.too_many_changes", most=MOST_CHANGES)
        made = _Guess(bin=self.question.bin(given), given=given, changes=before.changes + 1 if before else 1)
        return self.model_copy(update={"guesses": self.guesses | {token: made}})

    def shut(self) -> Room:
        """The room with its question closed: the tokens are gone, the counts stay."""
        if self.question is None:
            return self
        by_bin = dict.fromkeys(self.question.bins, 0)
        for guess in self.guesses.values():
            by_bin[guess.bin] += 1
        counts = Counts(question=self.question, people=len(self.guesses), by_bin=by_bin)
        kept = (*self.closed, counts)
        return self.model_copy(update={"question": None, "here": (), "guesses": {}, "closed": kept})


def new_code() -> str:
    """A random code of six letters: 47 million of them, so that one cannot be guessed in a lesson.

    >>> len(new_code()), set(new_code()) <= set(LETTERS)
    (6, True)
    """
    return "".join(choice(LETTERS) for _ in range(LENGTH))


def tidy_code(typed: str) -> str:
    """A code as people type it: in any case, with blanks, with letters taken for others.

    Raises ``OverdueError`` for what cannot be a code.

    >>> tidy_code(" ac0-ef8 ")
    'ACQEFR'
    """
    letters = [LOOKS_LIKE.get(c, c) for c in typed.upper() if c.isalnum()]
    if len(letters) != LENGTH or not set(letters) <= set(LETTERS):
        raise OverdueError("room.no_code", given=typed.strip()[:20], length=LENGTH, letters=LETTERS)
    return "".join(letters)
