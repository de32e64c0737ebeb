"""Which language a line or a sentence is written in."""

from __future__ import annotations

import re

from duixian.reading.records import Language

_HAN = re.compile(r"[\u3400-\u9fff]+")
_ASCII = re.compile(r"[\x00-\x7f]+")
_WORD = re.compile(r"[A-Za-z]+")
_LETTER = re.compile(r"[^\W\d_]")
_MOSTLY_HAN = 2.2  # bytes of UTF-8 a character: Han takes three, Latin one
_NO_HAN = bytes(range("\u3400".encode()[0]))  # with which no Han character begins in UTF-8


def language_of(text: str) -> Language:
    """Return the language most of the text is written in: a Han character weighs a word."""
    if text.isascii():
        return Language.EN
    # The length in bytes settles nearly every line without looking at its characters.
    if len(text.encode("utf-8", "replace")) > _MOSTLY_HAN * len(text):
        return Language.ZH
    han = count_of_han(text)
    return Language.ZH if han and han >= len(_WORD.findall(text)) else Language.EN


def language_behind(before: Language | None, text: str) -> Language:
    """Return the language of a text; one of figures and signs alone is in that before it."""
    return language_of(text) if before is None or _LETTER.search(text) else before


def count_of_han(text: str) -> int:
    """Return how many Han characters a text has."""
    if not text.encode("utf-8", "replace").translate(None, _NO_HAN):
        return 0  # as nearly all of the English texts, however many curved quotation marks
    # Long runs of ASCII are passed over far quicker than they are searched.
    is_mostly_ascii = 2 * len(text.encode("ascii", "ignore")) > len(text)
    return sum(map(len, _HAN.findall(_ASCII.sub("", text) if is_mostly_ascii else text)))
