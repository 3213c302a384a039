"""Claim against rule: cards, a quiz, the articles' disagreements, and what a reader of warning signs says.

The reader itself is ``flags.READER``, and ``threat`` reads a collector's message: their words are read where they are
first asked for.
"""

from overdue.claims.bands import DISAGREEMENT, ClaimedDays, Contradiction, Disagreement
from overdue.claims.cards import CLAIMS, Article, Card, Topic, Verdict
from overdue.claims.mark import Mark, Piece, pieces, widened
from overdue.claims.quiz import HIGHEST_SEED, quiz, score
from overdue.claims.sign import Question, Sign
from overdue.claims.voice import Speaker
