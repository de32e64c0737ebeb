"""Sentences that broke: a figure left standing without anything it could be a figure of."""

from __future__ import annotations

from collections.abc import Iterator

from duixian.bilingual.messages import said
from duixian.bilingual.one_text.passages import Figure, Passage, Passages
from duixian.bilingual.one_text.wording import finding
from duixian.bilingual.one_text.words import words_of
from duixian.bilingual.page.labels import Label
from duixian.bilingual.records import Finding, Severity
from duixian.documents.document import Span
from duixian.reading.quantities.mentions import COUNTED

_QUOTED = 40  # characters of the sentence before it


def check_fragments(passages: Passages) -> Iterator[Finding]:
    """Find sentences that begin with a figure of which nothing is said."""
    tables = [(table.start, table.end) for table in passages.report.document.tables]
    before: Passage | None = None
    for passage in passages:
        if passage.figures and _is_broken(passage, passage.figures[0], tables):
            yield finding(
                Severity.WARNING,
                "fragment",
                said("fragment", figure=passage.figures[0].quantity.text, before=_quoted(before)),
                passage,
                passage.figures[0],
            )
        before = passage


def _is_broken(passage: Passage, first: Figure, tables: list[Span]) -> bool:
    start, end = passage.statement.start, passage.statement.end
    if first.quantity.start != start or any(low <= start < high for low, high in tables):
        return False
    words = words_of(passage.language)
    rest = passage.words(first.quantity.end, end)
    if not rest or rest[-1] not in ".。!！":
        return False  # a heading, a table cell or a line of a list
    if words.verb.search(rest.split(",")[0]):
        return False
    if words.fragment.match(rest):
        return True
    # "184 firms opened." counts, and is whole
    if first.unit in COUNTED or first.unit in ("year", "month", "day"):
        return False
    return bool(words.fragment_opening.match(rest))


def _quoted(before: Passage | None) -> Label | str:
    if before is None:
        return ""
    text = before.statement.text
    ending = text if len(text) <= _QUOTED else "…" + text[-_QUOTED:].partition(" ")[2]
    return said("fragment-before", ending=ending, end=str(before.statement.end))
