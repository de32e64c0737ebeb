"""One side of a finding on the page: its sentence, the figure in it, and plain numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from duixian.bilingual.one_text.wording import plain
from duixian.documents.document import Document, Span
from duixian.language.normal_form import normal_form
from duixian.reading.languages import language_of
from duixian.reading.quantities.describe import describe_quantities
from duixian.reading.records import Language, Status
from duixian.reading.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence as printed, where the figure stands in it, and what the figure comes to."""

    text: str
    language: Language
    place: Span | None  # in the document
    document: str  # its name where several are audited, else empty
    marks: tuple[Span, ...]  # in the text
    numbers: tuple[str, ...]  # "1,090,000,000 yuan"

    @property
    def says_more(self) -> bool:
        """Whether the plain numbers are not what stands in the text anyway."""
        return any(number not in self.text for number in self.numbers)


def quote(
    text: str,
    place: Span | None,
    *,
    documents: Iterable[Document],
    language: Language | None = None,
    name: str = "",
) -> Quotation:
    """Return a quotation with its figure found again; without a place nothing is marked."""
    language = language or language_of(text)
    mark = _find(text, place, documents, name) if place else None
    if mark == (0, len(text)):
        mark = None  # the whole sentence is meant: nothing in it stands out
    return Quotation(
        text, language, place, name, (mark,) if mark else (), _numbers(text, mark, language)
    )


def _find(text: str, place: Span, documents: Iterable[Document], name: str) -> Span | None:
    """Find where in a quotation the characters of a place stand."""
    for document in documents:
        if name and document.name != name:
            continue
        figure = document.text[slice(*place)]
        start = document.text.find(text, max(0, place[0] - len(text)), place[1] + len(text))
        if 0 <= start <= place[0] and place[1] <= start + len(text):
            return place[0] - start, place[1] - start
        if figure and text.count(figure) == 1:
            start = text.find(figure)
            return start, start + len(figure)
    return None


def _numbers(text: str, mark: Span | None, language: Language) -> tuple[str, ...]:
    if mark is None:
        return ()
    normal = normal_form(text)
    described = describe_quantities(normal, Sentence(0, len(text), language))
    return tuple(
        plain(each.record(text, (0, len(text)), Status.OTHER))
        for each in described
        if each.mention.start < mark[1] and mark[0] < each.mention.end
    )
