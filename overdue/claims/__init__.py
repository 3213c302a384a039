"""Claim against rule: cards, a quiz, the articles' disagreements, and a reader of warning signs."""

from overdue.claims.bands import DISAGREEMENT, ClaimedDays, Contradiction, Disagreement
from overdue.claims.cards import CLAIMS, Article, Card, Topic, Verdict
from overdue.claims.flags import LONGEST, READER, Reader, TextReading
from overdue.claims.mark import Mark, Piece, pieces, widened
from overdue.claims.quiz import HIGHEST_SEED, quiz, score
from overdue.claims.sign import Question, Sign
from overdue.claims.threat import Threat, collected, threats
from overdue.claims.voice import Speaker
