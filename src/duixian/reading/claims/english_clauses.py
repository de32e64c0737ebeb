"""What an English claim leaves out: a heading run into its sentence, and what a deed is for."""

from __future__ import annotations

from dataclasses import replace

from duixian.reading.claims.english_words import clause_words
from duixian.reading.records import Statement

_FEW_WORDS = 4  # of what is done, without what for


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
