"""What an English claim leaves out: a heading run into its sentence, and what a deed is for."""

from __future__ import annotations

import re
from dataclasses import replace

from duixian.reading.claims.english_words import clause_words
from duixian.reading.records import Statement

# A heading run into its paragraph: Promoting sound growth We will ...
_HEADING = re.compile(
    r"[A-Z][a-z]+ing [a-z][^.;:!?]{8,140}?[a-z] (?=(?:We"
    r"|(?:Acting|Guided|Following|Focusing|Adhering|Upholding|With|To|In) [^.;:!?]{5,160}, we)"
    r" (?:will|must|should|shall|have)\b)"
)
_FEW_WORDS = 4  # of what is done, without what for


def without_heading(normal: str, statement: Statement) -> Statement:
    """Return a statement without the heading that was run into its first sentence."""
    start, end = statement.start, statement.end
    if normal.find(" We ", start, end) < 0 and normal.find(", we ", start, end) < 0:
        return statement
    heading = _HEADING.match(normal, start, end)
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
