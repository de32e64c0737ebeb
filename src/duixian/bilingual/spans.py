"""The places of a bead's sentences in the texts, list numbers in front of them taken in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duixian.bilingual.records import Alignment, Side
from duixian.documents.document import Span

_LIST_MARKER = re.compile(r"(?:\(?\d{1,3}\)|\d{1,3}\.|[IVX]+[.)])\s+\Z")
_LONGEST_MARKER = 8  # characters with the blanks behind it


def spans_of_side(side: Side) -> tuple[Span, ...]:
    """Return the span of each sentence, from its list number on where it has one."""
    spans: list[Span] = []
    before = 0
    for sentence in side.sentences:
        gap = side.document.text[max(before, sentence.start - _LONGEST_MARKER) : sentence.start]
        marker = _LIST_MARKER.search(gap)
        start = sentence.start - len(marker[0]) if marker else sentence.start
        spans.append((start, sentence.end))
        before = sentence.end
    return tuple(spans)


def bead_spans(alignment: Alignment) -> Iterator[tuple[list[Span], list[Span]]]:
    """Give the Chinese and the English spans of each bead."""
    zh, en = spans_of_side(alignment.zh), spans_of_side(alignment.en)
    for bead in alignment.beads:
        yield [zh[i] for i in bead.zh], [en[j] for j in bead.en]
