"""Negotiating: prepare, call, write, have it in writing, and keep a log."""

from __future__ import annotations

from overdue.negotiation.ask import Ask, Figures, figures
from overdue.negotiation.letters import lacking, letter, takes_log
from overdue.negotiation.log import LONG, SHORT, Channel, LogEntry, added, printable, telling
from overdue.negotiation.paragraphs import Kind, Letter, Paragraph, Role, Writer
from overdue.negotiation.prepare import Stage, preparation
from overdue.negotiation.sheet import Line, call_sheet
from overdue.negotiation.speech import Effect, Friendly, friendly_sentences, hard_sentences
from overdue.negotiation.terms import after_signing, before_signing, nine_points, red_lines, waiting

__all__ = [
    "LONG",
    "SHORT",
    "Ask",
    "Channel",
    "Effect",
    "Figures",
    "Friendly",
    "Kind",
    "Letter",
    "Line",
    "LogEntry",
    "Paragraph",
    "Role",
    "Stage",
    "Writer",
    "added",
    "after_signing",
    "before_signing",
    "call_sheet",
    "figures",
    "friendly_sentences",
    "hard_sentences",
    "lacking",
    "letter",
    "nine_points",
    "preparation",
    "printable",
    "red_lines",
    "takes_log",
    "telling",
    "waiting",
]
