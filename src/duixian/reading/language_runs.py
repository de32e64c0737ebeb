"""A line in two languages, as runs of one language each: 新建学校2所。We built two schools.

A run begins where a sentence does, so that a Chinese sentence with an English gloss in brackets
stays Chinese, and an English one that names something in Chinese stays English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from duixian.documents.document import Span
from duixian.reading.languages import count_of_han, language_of
from duixian.reading.records import Language

_FEWEST_WORDS = 3  # of an English sentence
_FEWEST_HAN = 4  # characters of a Chinese one
# What a line must hold somewhere to have a sentence of the other language; each search begins
# with a set of characters, so that all others are skipped at once.
_OTHER = {
    Language.ZH: re.compile(r"[A-Za-z](?<![A-Za-z]{2})[A-Za-z]*+(?:[ ,]++[\w.,%’'-]++){2}"),
    Language.EN: re.compile(rf"[㐀-鿿][㐀-鿿\d.,%、，]{{{_FEWEST_HAN - 1}}}"),
}
_NO_ABBREVIATION = r"(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)"  # Dr. Li, U.S. Bank
_STOP = re.compile(
    r"[。！？；.!?;](?:(?<=[。！？；])|[”’\"')\]]*(?=\s+[㐀-鿿（(\d“\"])"
    rf"|{_NO_ABBREVIATION}[”’\"')\]]*(?=\s+[A-Z]))[”’」』）)]*"
)
_LETTER = re.compile(r"[^\W\d_]")
_GLOSS = re.compile(r"[(（][^()（）]*[)）]")
_OPENS_IN_HAN = re.compile(r"[^A-Za-z㐀-鿿]*[㐀-鿿]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_WORD_OR_FIGURE = re.compile(r"[A-Za-z]{2,}|\d[\d.,]*")


def runs_of(text: str, start: int, end: int, language: Language) -> Iterator[tuple[Span, Language]]:
    """Cut a paragraph, most of which is in ``language``, into runs of one language each."""
    if not _may_be_mixed(text[start:end], language):
        yield (start, end), language
        return
    current, begin = None, start
    for low, high in _pieces(text, start, end):
        own = _surely(text[low:high]) or current
        if current and own is not current:
            yield (begin, low), current
            begin = low
        current = own
    yield (begin, end), current or language


def _may_be_mixed(paragraph: str, language: Language) -> bool:
    # To count the bytes of Han characters costs far less than to look for one.
    if language is Language.EN and (paragraph.isascii() or not count_of_han(paragraph)):
        return False
    return _OTHER[language].search(paragraph) is not None


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut at the ends of sentences, but not behind the number of a list item: 2. 新建学校."""
    looked_to = start  # what stands before holds no letter
    for stop in _STOP.finditer(text, start, end):
        if _LETTER.search(text, looked_to, stop.end()):
            yield start, stop.end()
            start = stop.end()
        looked_to = stop.end()
    if start < end:
        yield start, end


def _surely(piece: str) -> Language | None:
    """Return the language of a sentence, None where it has too few words to tell."""
    words = _GLOSS.sub("", piece)
    opens_in_han = _OPENS_IN_HAN.match(words) is not None
    if language_of(words) is Language.ZH:
        han = count_of_han(words)
        is_sure = opens_in_han or han > _FEWEST_WORDS * len(_WORD.findall(words))
        return Language.ZH if han >= _FEWEST_HAN and is_sure else None
    if opens_in_han:  # 举办Green Hills Music Week
        return None
    told = len(_WORD_OR_FIGURE.findall(words))
    is_told = told >= _FEWEST_WORDS and len(_WORD.findall(words)) >= _FEWEST_WORDS - 1
    return Language.EN if is_told else None
