"""Which language a line or a sentence is written in."""

from __future__ import annotations

import re

from duixian.reading.records import Language

_WORD = re.compile(r"[A-Za-z]+")
_LETTER = re.compile(r"[^\W\d_]")
_MOSTLY_HAN = 2.2  # bytes of UTF-8 a character: Han takes three, Latin one
# Han characters, U+3400 to U+9FFF, begin with the bytes E3 to E9 in UTF-8; behind E3, so do the
# signs from U+3000 on.
_NO_HAN = bytes({*range(256)} - {*range(0xE3, 0xEA)})
_CJK_SIGN = re.compile(rb"\xe3[\x80-\x8f]")


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
    # Bytes are counted far quicker than characters are looked for.
    encoded = text.encode("utf-8", "replace")
    like_han = len(encoded.translate(None, _NO_HAN))
    return like_han - len(_CJK_SIGN.findall(encoded)) if like_han else 0
