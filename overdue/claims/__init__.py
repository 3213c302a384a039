"""Claim against rule: cards, a quiz, the articles' disagreements, and a reader of warning signs."""

from overdue.claims.bands import DISAGREEMENT, Band, Contradiction, Disagreement, RuleDays, Stages
from overdue.claims.cards import CLAIMS, Article, ArticleKind, Card, Claims, NoRule, Topic, Verdict
from overdue.claims.flags import LONGEST, READER, Mark, Origin, Piece, Question, Reader, Reading, Sign, pieces
from overdue.claims.quiz import HIGHEST_SEED, quiz, score
from overdue.claims.voice import Speaker

__all__ = [
    "CLAIMS",
    "DISAGREEMENT",
    "HIGHEST_SEED",
    "LONGEST",
    "READER",
    "Article",
    "ArticleKind",
    "Band",
    "Card",
    "Claims",
    "Contradiction",
    "Disagreement",
    "Mark",
    "NoRule",
    "Origin",
    "Piece",
    "Question",
    "Reader",
    "Reading",
    "RuleDays",
    "Sign",
    "Speaker",
    "Stages",
    "Topic",
    "Verdict",
    "pieces",
    "quiz",
    "score",
]
