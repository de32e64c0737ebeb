"""The quantities of one sentence, in whichever language it is written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import msgspec
from msgspec.structs import replace

from duixian.documents.document import Span
from duixian.reading.broken_lines import Stretch, Unbroken, lost_its_number, stretch_of
from duixian.reading.quantities.chinese.context import chinese_contexts
from duixian.reading.quantities.chinese.numbers import find_chinese_mentions
from duixian.reading.quantities.context import Context
from duixian.reading.quantities.english.context import english_contexts
from duixian.reading.quantities.english.numbers import find_english_mentions
from duixian.reading.quantities.label_lines import with_labels
from duixian.reading.quantities.mentions import Mention
from duixian.reading.quantities.ratios import of_each_member, whole_ratios
from duixian.reading.records import EN, ZH, Language, Quantity, Status
from duixian.reading.sentences import Sentence

_FINDERS = {ZH: find_chinese_mentions, EN: find_english_mentions}
_CONTEXTS = {ZH: chinese_contexts, EN: english_contexts}


class Described(msgspec.Struct, frozen=True):
    """A number with its context, before the kind of its sentence is known."""

    mention: Mention
    context: Context

    def record(self, text: str, statement: Span, status: Status) -> Quantity:
        """Return the record of the quantity; ``text`` is the document's own text."""
        mention = self.mention
        return Quantity(
            start=mention.start,
            end=mention.end,
            text=text[mention.start : mention.end],
            value=mention.value,
            high=mention.high,
            unit=mention.unit,
            relation=mention.relation,
            basis=self.context.basis,
            status=status,
            measure=self.context.measure,
            statement=statement,
            why=f"{mention.why}; {self.context.why}",
        )


def describe_quantities(normal: str, sentence: Sentence) -> list[Described]:
    """Return the quantities of a sentence; ``normal`` is the normal form of the whole text."""
    stretch = stretch_of(normal, sentence.start, sentence.end, sentence.language)
    return describe_all(normal, [sentence], [stretch])[0]


def describe_all(
    normal: str, sentences: Sequence[Sentence], stretches: Sequence[Stretch]
) -> list[list[Described]]:
    """Return the quantities of each sentence; ``stretches`` are its words without line breaks.

    All numbers are found before what any of them says is read, so that the patterns of each
    step, which are large, stay at hand.
    """
    stretches = with_labels(normal, sentences, stretches, _FINDERS)
    mentions = [
        _FINDERS[sentence.language](one.text, one.start, one.end)
        for sentence, one in zip(sentences, stretches, strict=True)
    ]
    return [
        _described(normal, sentence.language, stretch, found) if found else []
        for sentence, stretch, found in zip(sentences, stretches, mentions, strict=True)
    ]


def _described(
    normal: str, language: Language, stretch: Stretch, mentions: list[Mention]
) -> list[Described]:
    wholes, sizes = whole_ratios(stretch.text, mentions)
    contexts = _CONTEXTS[language](stretch.text, stretch.start, stretch.end, wholes)
    spread = chain.from_iterable(map(of_each_member, contexts, sizes))
    described = map(Described, mentions, spread)
    if line := stretch.line:
        return [Described(_put_back(one.mention, line), one.context) for one in described]
    return [
        one for one in described if not lost_its_number(normal, one.mention.start, one.mention.end)
    ]


def _put_back(mention: Mention, line: Unbroken) -> Mention:
    start, end = line.span(mention.start, mention.end)
    low_edge, high_edge = line.span(mention.low_edge, mention.high_edge)
    return replace(mention, start=start, end=end, low_edge=low_edge, high_edge=high_edge)
