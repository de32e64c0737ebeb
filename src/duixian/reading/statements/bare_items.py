"""Lists of tasks without full stops, whose numbered lines look like headings and head nothing.

一、新建学校6所 / 二、改造小区15个: below a heading stands what it heads, below an item the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from duixian.reading.records import Section
from duixian.reading.sentences import Sentence
from duixian.reading.statements.manner import Spoken

_SAYS_SOMETHING = re.compile(r"[^\W_]")
_LEAST_TOLD = 0.5  # share of a list's lines with a figure, from which those without are items too


def with_bare_items(
    text: str, sections: Sequence[Section], sentences: Sequence[Sentence], spoken: list[Spoken]
) -> list[Spoken]:
    """Return the sentences, where numbered lines that tell a figure and head nothing head none."""
    bare = [
        place
        for place, (sentence, one) in enumerate(zip(sentences, spoken, strict=True))
        if one.is_heading and _heads_nothing(text, sections[one.section], sentence)
    ]
    if not bare:
        return spoken
    lists = _lists(sections, [spoken[place] for place in bare])
    for place in bare:
        one = spoken[place]
        if _tells_a_figure(one) or sections[one.section].parent in lists:
            spoken[place] = replace(one, is_heading=False)
    return spoken


def _heads_nothing(text: str, section: Section, sentence: Sentence) -> bool:
    """Return whether a numbered heading is all of its section."""
    span = section.heading_span
    if span is None or section.number is None or not span[0] < sentence.end <= section.end:
        return False
    return _SAYS_SOMETHING.search(text, sentence.end, section.end) is None


def _tells_a_figure(one: Spoken) -> bool:
    """Return whether a figure is told that does not count what the line could head."""
    return one.has_figures and one.signs.patterns.theme.counts_parts.search(one.signs.text) is None


def _lists(sections: Sequence[Section], bare: list[Spoken]) -> set[int | None]:
    """Return the sections all of whose own are lines alone, as many as not with a figure."""
    all_of = Counter(section.parent for section in sections if section.number)
    alone = Counter(sections[one.section].parent for one in bare)
    told = Counter(sections[one.section].parent for one in bare if _tells_a_figure(one))
    return {
        parent
        for parent, count in all_of.items()
        if alone[parent] == count and told[parent] >= _LEAST_TOLD * count
    }
