"""Opening, finding, guessing, closing: everything that is done with rooms, whatever shelf keeps them."""

from collections.abc import Callable
from datetime import datetime, timedelta

from overdue.model import OverdueError
from overdue.rooms.room import Counts, Question, Room, new_code
from overdue.rooms.shelf import Shelf

HOURS = 3
MOST_ROOMS = 200
FEWEST = 5  # below so many voters nothing is drawn: two readings would reveal one
CODES = 20  # tries for a code that is free


class Rooms:
    """The rooms on one shelf. ``now`` is the clock.

    Limits are by token and by room, never by network address: a class is one address. Every refusal is an
    ``OverdueError``: a code that is unknown or whose room is over, a room of somebody else, too many rooms.
    """

    def __init__(self, shelf: Shelf, now: Callable[[], datetime]) -> None:
        self._shelf, self._now = shelf, now

    def open(self, owner: str, story: str = "") -> Room:
        """Open a room for three hours; ``owner`` is the facilitator's token.

        >>> from datetime import UTC
        >>> from overdue.rooms.shelf import Memory
        >>> rooms = Rooms(Memory(), lambda: datetime(2026, 6, 30, tzinfo=UTC))
        >>> room = rooms.open("facilitator-0123", "job")
        >>> rooms.find(room.code).story
        'job'
        """
        if self._shelf.count() >= MOST_ROOMS:
            raise OverdueError("room.no_more", most=MOST_ROOMS, hours=HOURS)
        for _ in range(CODES):
            code = new_code()
            until = self._now() + timedelta(hours=HOURS)
            room = Room(code=code, owner=owner, until=until, story=story)
            written = room.model_dump_json()
            if self._shelf.change(code, lambda held, new=written: held or new, HOURS * 3600) == written:  # type: ignore[misc]
                return room
        raise OverdueError("room.no_more", most=MOST_ROOMS, hours=HOURS)

    def find(self, code: str) -> Room:
        """The room of a code."""
        return self._room(self._shelf.read(code), code)

    def there(self, code: str) -> bool:
        """Whether there is a room of that code, and it is not over."""
        try:
            self.find(code)
        except OverdueError:
            return False
        return True

    def lead(
        self, code: str, owner: str, story: str | None = None, step: str | None = None, veiled: bool | None = None
    ) -> Room:
        """Move the lesson: another ready-made person, with whom every question begins anew, another step, a veil."""
        given = {"story": story, "step": step, "veiled": veiled}
        moved = {name: value for name, value in given.items() if value is not None}

        def move(room: Room) -> Room:
            held = room if story in (None, room.story) else room.emptied()
            return held.model_copy(update=moved)

        return self._change(code, move, owner)

    def ask(self, code: str, owner: str, question: Question) -> Room:
        """Ask a question; what was open is closed first."""
        return self._change(code, lambda room: room.asked(question), owner)

    def close(self, code: str, owner: str) -> Room:
        """Close the question: the guesses are gone, the counts stay."""
        return self._change(code, Room.shut, owner)

    def come(self, code: str, token: str) -> Room:
        """Count somebody who came in, until the question is closed."""
        return self._change(code, lambda room: room.come(token))

    def guess(self, code: str, token: str, given: str) -> Room:
        """Make or change a guess, until the question is closed."""
        return self._change(code, lambda room: room.guessed(token, given))

    def end(self, code: str, owner: str) -> None:
        """End a room before its time: nothing of it stays."""
        self._change(code, lambda _: None, owner)

    def _change(self, code: str, make: Callable[[Room], Room | None], owner: str | None = None) -> Room:
        before: list[Room] = []

        def change(held: str | None) -> str | None:
            room = self._room(held, code)
            if owner is not None and room.owner != owner:
                raise OverdueError("room.not_yours", code=code)
            made = make(room)
            before[:] = [room if made is None else made]
            return None if made is None else Room.model_validate(made.model_dump()).model_dump_json()

        self._shelf.change(code, change, HOURS * 3600)
        return before[0]

    def _room(self, held: str | None, code: str) -> Room:
        room = None if held is None else Room.model_validate_json(held)
        if room is None or room.until <= self._now():
            raise OverdueError("room.unknown", code=code[:20])
        return room


def shown(counts: Counts) -> dict[str, int] | None:
    """The counts to draw; None below five voters.

    >>> shown(Counts(question=Question(name="q", kind="choice", options=("yes", "no")), people=4, by_bin={"yes": 4}))
    """
    return None if counts.people < FEWEST else counts.by_bin
