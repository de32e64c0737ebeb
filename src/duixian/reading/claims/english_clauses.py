"""What an English claim leaves out: a heading run into its sentence, and what a deed is for."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from duixian.documents.document import Span
from duixian.reading.claims.english_words import SHORTEST_CLAUSE, clause_words
from duixian.reading.records import Statement

_FEW_WORDS = 4  # of what is done, without what for
_WORD = re.compile(r"[a-z]+")
_LABELLED = re.compile(r": (?:[a-z]+ (?:than )?)?(?:[A-Z]{2,3} ?)?[$¥€£]?\d")  # Homes opened: 900


def without_heading(normal: str, statement: Statement) -> Statement:
    """Return a statement without the heading that was run into its first sentence."""
    start, end = statement.start, statement.end
    if normal.find(" We ", start, end) < 0 and normal.find(", we ", start, end) < 0:
        return statement
    heading = clause_words().run_in_heading.match(normal, start, end)
    if heading is None:
        return statement
    start = heading.end()
    return replace(statement, start=start, text=statement.text[start - statement.start :])


def without_purpose(words: str) -> str:
    """Return what a clause says is done, without what for: so that all may share in it."""
    for purpose in clause_words().purposes:
        front, found, _ = words.partition(purpose)
        if found and front.count(" ") >= _FEW_WORDS:
            return front
    return words


def with_colon(normal: str, statement: Statement, marks: list[Span]) -> list[Span]:
    """Return the marks with a colon behind a whole clause: the fund grew: by June, it had 3 towns.

    So, too, behind words that lead to a list (the targets are as follows: growth of 5 percent), but
    not behind a label (New jobs: 900).
    """
    colon = normal.find(": ", statement.start, statement.end)
    if colon < 0 or statement.end - colon < SHORTEST_CLAUSE:
        return marks
    behind = bisect_left(marks, (colon, 0))
    low = marks[behind - 1][1] if behind else statement.start
    if colon - low < SHORTEST_CLAUSE or (behind < len(marks) and marks[behind][0] <= colon):
        return marks
    known, words = clause_words(), _WORD.findall(normal, low, colon)
    if _LABELLED.match(normal, colon) or (known.finite | known.only_past).isdisjoint(words):
        return marks
    return [*marks[:behind], (colon, colon + 1), *marks[behind:]]
