"""A document to a side of an alignment: its sentences outside furniture, with their quantities."""

from __future__ import annotations

from dataclasses import dataclass

from duixian.bilingual.records import Side
from duixian.documents.document import Document
from duixian.errors import UsageError
from duixian.language.normal_form import normal_form
from duixian.reading.claims.report_years import ReportYears
from duixian.reading.placing import with_furniture
from duixian.reading.quantities.describe import Described, describe_quantities
from duixian.reading.records import Language, Role
from duixian.reading.sentences import Sentence, split_sentences
from duixian.reading.structure.sections import read_structure, sections_of
from duixian.reading.tabular.rows import read_tables

_NAMES = {Language.ZH: "Chinese", Language.EN: "English"}
# A text with more than this of another language holds two versions; with less, a few quotations.
_STRAY = 0.2
_SWAPPED = ((Language.EN, Language.ZH), (Language.EN, None), (None, Language.ZH))


@dataclass(frozen=True, slots=True)
class _Read:
    """A document with its sentences and table rows, in the order of the text."""

    document: Document
    normal: str
    sentences: tuple[tuple[Sentence, tuple[Described, ...]], ...]

    def share(self, language: Language) -> float:
        """Return the share of the characters that stand in sentences of a language."""
        lengths = dict.fromkeys(Language, 0)
        for sentence, _ in self.sentences:
            lengths[sentence.language] += sentence.end - sentence.start
        # What takes one Han character takes about three Latin letters.
        lengths[Language.ZH] *= 3
        total = sum(lengths.values())
        return lengths[language] / total if total else 0.0

    def side(self, language: Language, *, is_strict: bool) -> Side:
        """Return the sentences as a side, those of the other language only if so wished."""
        kept = [
            (sentence, quantities)
            for sentence, quantities in self.sentences
            if sentence.language is language or not is_strict
        ]
        sentences = tuple(sentence for sentence, _ in kept)
        quantities = tuple(quantities for _, quantities in kept)
        return Side(self.document, language, self.normal, sentences, quantities)


def make_side(document: Document, language: Language) -> Side:
    """Return a document as a side; of a bilingual one, the sentences of the language."""
    return _side(_read(document), language)


def split_interleaved(document: Document) -> tuple[Side, Side]:
    """Return the Chinese and the English sentences of one document as two sides.

    Raises UsageError where the document is in one language.
    """
    read = _read(document)
    for language, other in ((Language.ZH, Language.EN), (Language.EN, Language.ZH)):
        if read.sentences and not any(each.language is other for each, _ in read.sentences):
            raise UsageError(
                f"{document.name}: only {_NAMES[language]} in it; "
                f"name the {_NAMES[other]} version too"
            )
    return read.side(Language.ZH, is_strict=True), read.side(Language.EN, is_strict=True)


def sides_of(first: Document, second: Document) -> tuple[Side, Side, tuple[str, ...]]:
    """Return the Chinese side, the English side, and what a person should know of it.

    Documents given in the wrong order are put right. Raises UsageError where both are in one
    language.
    """
    one, two = _read(first), _read(second)
    languages = (_language(one), _language(two))
    if languages in _SWAPPED:
        note = f"the two were swapped: {second.name} is the Chinese version"
        return _side(two, Language.ZH), _side(one, Language.EN), (note,)
    if languages[0] is not None and languages[0] is languages[1]:
        name = _NAMES[languages[0]]
        raise UsageError(
            f"{first.name} and {second.name} are both in {name}; give one Chinese and one English "
            "version"
        )
    return _side(one, Language.ZH), _side(two, Language.EN), ()


def _language(read: _Read) -> Language | None:
    """Return the language most of a document is in; none where it holds no sentence."""
    if not read.sentences:
        return None
    return Language.ZH if read.share(Language.ZH) >= 0.5 else Language.EN


def _side(read: _Read, language: Language) -> Side:
    other = Language.EN if language is Language.ZH else Language.ZH
    return read.side(language, is_strict=read.share(other) > _STRAY)


def _read(document: Document) -> _Read:
    """Read the sentences and table rows outside furniture."""
    normal = normal_form(document.text)
    document = with_furniture(document, normal)
    sections = sections_of(document, read_structure(document, normal))
    skipped = [(each.start, each.end) for each in sections if each.role is Role.FURNITURE]
    tables = read_tables(document, normal, years=ReportYears(None, None))
    skipped += [*document.furniture, *(span for each in tables for span in each.without_passages())]
    found = [
        (each, tuple(describe_quantities(normal, each)))
        for each in split_sentences(document.text, skipped)
    ]
    rows = [row for table in tables for row in table.rows]
    if rows:
        found += [(row.sentence, tuple(each.described for each in row.figures)) for row in rows]
        found.sort(key=lambda each: each[0].start)
    return _Read(document, normal, tuple(found))
