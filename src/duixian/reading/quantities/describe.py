"""The quantities of one sentence, in whichever language it is written."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from duixian.documents.document import Span
from duixian.reading.broken_lines import Unbroken, is_broken, lost_its_number, unbroken
from duixian.reading.quantities.chinese.context import chinese_contexts
from duixian.reading.quantities.chinese.numbers import find_chinese_mentions
from duixian.reading.quantities.context import Context
from duixian.reading.quantities.english.context import english_contexts
from duixian.reading.quantities.english.numbers import find_english_mentions
from duixian.reading.quantities.mentions import Mention
from duixian.reading.quantities.ratios import of_each_member, whole_ratios
from duixian.reading.records import Language, Quantity, Status
from duixian.reading.sentences import Sentence

_READERS = {
    Language.ZH: (find_chinese_mentions, chinese_contexts),
    Language.EN: (find_english_mentions, english_contexts),
}


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
    start, end, language = sentence.start, sentence.end, sentence.language
    if not is_broken(normal, start, end):
        found = _described(normal, start, end, language)
        return [
            one for one in found if not lost_its_number(normal, one.mention.start, one.mention.end)
        ]
    line = unbroken(normal, start, end, language)
    found = _described(line.words, 0, len(line.words), language)
    return [Described(_put_back(one.mention, line), one.context) for one in found]


def _described(normal: str, start: int, end: int, language: Language) -> list[Described]:
    find, contexts_of = _READERS[language]
    mentions = find(normal, start, end)
    if not mentions:
        return []
    wholes, sizes = whole_ratios(normal, mentions)
    contexts = zip(contexts_of(normal, start, end, wholes), sizes, strict=True)
    spread = (each for context, size in contexts for each in of_each_member(context, size))
    return [Described(m, c) for m, c in zip(mentions, spread, strict=True)]


def _put_back(mention: Mention, line: Unbroken) -> Mention:
    start, end = line.span(mention.start, mention.end)
    low_edge, high_edge = line.span(mention.low_edge, mention.high_edge)
    return replace(mention, start=start, end=end, low_edge=low_edge, high_edge=high_edge)
