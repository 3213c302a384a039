"""Negotiating: prepare, call, write, have it in writing, and keep a log."""

from overdue.negotiation.ask import Ask, Figures, figures
from overdue.negotiation.letters import lacking, letter, takes_log
from overdue.negotiation.log import LONG, SHORT, Channel, LogEntry, added, printable, telling
from overdue.negotiation.paragraphs import Letter, LetterKind, Role, Writer
from overdue.negotiation.prepare import Stage, preparation
from overdue.negotiation.share import called, share_of
from overdue.negotiation.sheet import Line, call_sheet
from overdue.negotiation.speech import Effect, friendly_sentences, hard_sentences
from overdue.negotiation.terms import after_signing, before_signing, nine_points, red_lines, waiting
