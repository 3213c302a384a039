"""The quiz: its runs, its score, and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from overdue.claims import CLAIMS, HIGHEST_SEED, Verdict, quiz, score
from overdue.tables import claims as tables
from overdue.words import Lang, words

ROOT = Path(__file__).parents[1]


@settings(max_examples=60)
@given(st.integers(0, HIGHEST_SEED))
def test_a_quiz_holds_distinct_cards_and_no_verdict_more_than_half(seed):
    drawn = quiz(seed)
    assert len({card.id for card in drawn}) == len(drawn) == 10
    counts = [sum(card.verdict is verdict for card in drawn) for verdict in Verdict]
    assert max(counts) <= 5
    assert drawn == quiz(seed)


def test_the_same_seed_is_the_same_run_in_another_process():
    ask = "from overdue.claims import quiz; print(*(card.id for card in quiz(20261122)))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": h}
        ).stdout
        for h in ("1", "2")
    }
    assert runs == {" ".join(card.id for card in quiz(20261122)) + "\n"}


def test_every_card_can_come_up_and_runs_differ():
    seen = {card.id for seed in range(200) for card in quiz(seed)}
    assert seen == set(CLAIMS.cards)
    assert len({tuple(card.id for card in quiz(seed)) for seed in range(50)}) == 50


def test_the_score_counts_right_guesses_only():
    drawn = quiz(3)
    right = {card.id: card.verdict for card in drawn}
    assert score(drawn, {}) == 0
    assert score(drawn, dict(list(right.items())[:4])) == 4
    others = {card.id: next(v for v in Verdict if v is not card.verdict) for card in drawn}
    assert score(drawn, others) == 0


def test_the_finished_quiz_says_guess_and_verdict():
    drawn, w = quiz(5), words(Lang.EN)
    guesses = {drawn[0].id: Verdict.WRONG}
    frame = tables.answers(drawn, guesses, w)
    assert list(frame.iloc[:, 1])[:2] == ["Wrong or outdated", ""]
    assert list(frame.iloc[:, 2]) == [w(f"claims.verdict.{card.verdict}") for card in drawn]
