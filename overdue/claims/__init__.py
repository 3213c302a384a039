"""Claim against rule: cards, a quiz, the articles' disagreements, and a reader of warning signs."""

from overdue.claims.bands import DISAGREEMENT, Band, Contradiction, Disagreement, RuleDays, Stages
from overdue.claims.cards import CLAIMS, Article, ArticleKind, Card, Claims, NoRule, Topic, Verdict
from overdue.claims.flags import READER, Mark, Origin, Piece, Reader, Sign, pieces
from overdue.claims.quiz import HIGHEST_SEED, quiz, score

__all__ = [
    "CLAIMS",
    "DISAGREEMENT",
    "HIGHEST_SEED",
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
    "Reader",
    "RuleDays",
    "Sign",
    "Stages",
    "Topic",
    "Verdict",
    "pieces",
    "quiz",
    "score",
]
