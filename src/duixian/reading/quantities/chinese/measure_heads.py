"""Heads for deeds that do not say to what they are done: 今年先发行1万亿元, 拟安排430亿元.

What is done stands behind (用于…), or is the object of the same verb before, or is what the
clause in front speaks of.
"""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from duixian.documents.document import Span
from duixian.reading.quantities.chinese.list_words import list_words
from duixian.reading.quantities.chinese.measure_patterns import EDGE, measure_patterns
from duixian.reading.quantities.chinese.measure_words import (
    subject_of,
    timeless,
    trimmed,
)
from duixian.reading.quantities.mentions import Mention

_OBJECT = re.compile(r"[^，。；,;\d、]{2,20}")
_CLAUSE_END = "，。；、！？,;.!?\n"
_LONGEST_OPENING = 60
_LONGEST_SENTENCE = 200


class Sentence(msgspec.Struct, frozen=True):
    normal: str
    start: int
    end: int
    marks: list[Span]  # that end its clauses

    def ends_at(self, place: int) -> bool:
        """Tell whether a clause or a member of a list ends at ``place``."""
        return place >= self.end or self.normal[place] in _CLAUSE_END


class Head(msgspec.Struct, frozen=True):
    subject: str
    measure: str


def headed(sentence: Sentence, mention: Mention, own: str, subject: str) -> Head | None:
    """Return the head of a deed without an object; ``subject`` is that of the number before."""
    if not (found := measure_patterns().headless.fullmatch(own)):
        return None
    normal, edge = sentence.normal, mention.high_edge
    if not sentence.ends_at(edge):
        return None
    if behind := list_words().spent_on.match(normal, edge, sentence.end):
        return Head(behind[1], f"{own} {behind[1]}")
    verb = found["deed"].removeprefix("拟")
    noun = _object_before(sentence, mention, verb) or subject or _topic_before(sentence, mention)
    return Head(noun, f"{noun} {own}") if noun else None


def _object_before(sentence: Sentence, mention: Mention, verb: str) -> str:
    """连续几年发行超长期特别国债，…，今年先发行: what the same verb had before."""
    clause = _clause_start(sentence, mention)
    low = max(sentence.start, clause - _LONGEST_SENTENCE)
    place = sentence.normal.rfind(verb, low, clause)
    if place < 0:
        return ""
    found = _OBJECT.match(sentence.normal, place + len(verb), clause)
    return trimmed(found[0]) if found else ""


def _topic_before(sentence: Sentence, mention: Mention) -> str:
    """What the clause in front speaks of, where no number stands in it."""
    clause = _clause_start(sentence, mention)
    low = _mark_before(sentence, clause - 1)
    words = sentence.normal[max(low, clause - _LONGEST_OPENING) : max(low, clause - 1)]
    words = trimmed(timeless(words.strip(EDGE)))
    data = measure_patterns()
    if not words or re.search(r"\d", words) or data.circumstance.match(words):
        return ""
    found = data.said_of.search(words, 2)
    return subject_of(words[: found.start()]) if found else words


def _clause_start(sentence: Sentence, mention: Mention) -> int:
    return _mark_before(sentence, mention.start)


def _mark_before(sentence: Sentence, place: int) -> int:
    index = bisect_left(sentence.marks, (place, 0))
    return sentence.marks[index - 1][1] if index else sentence.start
