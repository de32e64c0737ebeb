"""A document to a side of an alignment: its sentences outside furniture, with their quantities."""

from __future__ import annotations

from duixian.bilingual.records import Side
from duixian.documents.document import Document
from duixian.reading.languages import language_of
from duixian.reading.quantities.describe import Described, describe_quantities
from duixian.reading.read import with_furniture
from duixian.reading.records import Language, Role
from duixian.reading.sentences import Sentence, split_sentences
from duixian.reading.structure.sections import read_structure, sections_of
from duixian.reading.tabular import read_tables

Read = tuple[Sentence, tuple[Described, ...]]


def make_side(document: Document, language: Language) -> Side:
    """Return a document that is written in one language as a side."""
    document, normal, read = _read(document)
    return _side(document, normal, language, read)


def split_interleaved(document: Document) -> tuple[Side, Side]:
    """Return the Chinese and the English sentences of one document as two sides."""
    document, normal, read = _read(document)
    chinese = [each for each in read if each[0].language is Language.ZH]
    english = [each for each in read if each[0].language is Language.EN]
    return (
        _side(document, normal, Language.ZH, chinese),
        _side(document, normal, Language.EN, english),
    )


def _side(document: Document, normal: str, language: Language, read: list[Read]) -> Side:
    sentences = tuple(sentence for sentence, _ in read)
    return Side(document, language, normal, sentences, tuple(quantities for _, quantities in read))


def _read(document: Document) -> tuple[Document, str, list[Read]]:
    """Give the sentences and table rows outside furniture, in the order of the text."""
    document = with_furniture(document)
    structure = read_structure(document)
    sections = sections_of(document, structure)
    skipped = [(each.start, each.end) for each in sections if each.role is Role.FURNITURE]
    skipped += [*document.furniture, *((table.start, table.end) for table in document.tables)]
    sentences = split_sentences(document.text, skipped)
    read: list[Read] = [
        (each, tuple(describe_quantities(structure.normal, each))) for each in sentences
    ]
    if document.tables:
        rows = read_tables(document, structure.normal, year_reviewed=None, year_planned=None)
        read += [(row.sentence, tuple(each for each, _ in row.quantities)) for row in rows]
        read.sort(key=lambda each: each[0].start)
    return document, structure.normal, read
