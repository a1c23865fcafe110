"""Which records fit what someone says, in which order, and why.

A record is ruled out only on a known fact; unknown never rules out. Everything else adds points, each with a reason
that is a fact of that record. Records that are unconfirmed or overdue never lead.
"""

from directory.matching.answers import NotAnswers, read_answers
from directory.matching.effects import compile_table
from directory.matching.evaluate import MOST_REASONS, Match, Reason, Results, answering, evaluate, reasons
from directory.matching.moment import open_at
from directory.matching.table import Choice, Effect, Entry, Fact, Table
from directory.matching.wire import plain

__all__ = [
    "MOST_REASONS",
    "Choice",
    "Effect",
    "Entry",
    "Fact",
    "Match",
    "NotAnswers",
    "Reason",
    "Results",
    "Table",
    "answering",
    "compile_table",
    "evaluate",
    "open_at",
    "plain",
    "read_answers",
    "reasons",
]
