"""A change sends what changed: bytes counted at the websocket of a real server, whatever the machine does besides."""

from __future__ import annotations

import pytest

from overdue.words import Lang
from tests import served
from tests.drill.people import case_of
from tests.speed.load import CHANGES, TYPED
from tests.speed.visitor import Answer, Visitor
from tests.test_serving import played

MOST = 15 * 1024  # bytes, all messages of a change together


@pytest.fixture(scope="module")
def base():
    port = served.free_port()
    server = served.start(port)
    yield f"http://127.0.0.1:{port}"
    served.end(server)


def sent(base: str, what: str, **changed: str) -> list[Answer]:
    """The whole page, then two changes of that kind."""
    page, key, values = CHANGES[what]

    async def visit() -> list[Answer]:
        visitor = Visitor(base, page, case_of(0) | changed)
        answers = [await visitor.open()]
        answers += [await visitor.change(key, value) for value in (values or TYPED)[1:3]]
        await visitor.leave()
        return answers

    answers: list[Answer] = played(visit())
    return answers


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("lang", list(Lang))
def test_a_change_sends_little_and_less_than_the_page(base, what, lang):
    whole, *changes = sent(base, what, lang=lang)
    assert all(change.size <= MOST and change.size < 0.75 * whole.size for change in changes)


def test_a_mover_let_go_sends_less_than_a_figure_typed(base):
    assert sent(base, "the mover let go")[1].size < sent(base, "a figure typed")[1].size
