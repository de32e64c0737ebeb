"""Which reader of wordings each of two reports needs, by their languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from duixian.accounting.knowledge import definitions_in, knowledge_of, language_of
from duixian.accounting.matching.wording import WordReader, Words
from duixian.reading.records import Report


class Reader(Protocol):
    """Reads wordings so that they can be compared."""

    def read(self, text: str, /) -> Words:
        """Read one wording."""


def readers_for(
    plan: Report, review: Report, promises: Sequence[str], answers: Sequence[str]
) -> tuple[Reader, Reader]:
    """Return the readers of the plan's and of the review's wordings."""
    ours, theirs = language_of(plan), language_of(review)
    if ours == theirs:
        knowledge = knowledge_of(ours)
        texts = (plan.document.text, review.document.text)
        short = {
            name: long for text in texts for name, long in definitions_in(text, knowledge).items()
        }
        reader = WordReader(knowledge, short)
        return reader, reader
    # Imported here: the dictionary is only for reports in two languages.
    from duixian.accounting.matching.across import ChineseStems, EnglishStems

    english = EnglishStems(knowledge_of("en"))
    if ours == "zh":
        vocabulary = map(english.read, answers)
        return ChineseStems(knowledge_of("zh"), promises, vocabulary), english
    vocabulary = map(english.read, promises)
    return english, ChineseStems(knowledge_of("zh"), answers, vocabulary)
