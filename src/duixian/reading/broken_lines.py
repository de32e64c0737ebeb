"""Sentences that a page or a file broke over lines, read as if written on one.

A break inside Chinese stands for nothing, one inside English for a space; so do characters that
nobody sees (12 with a joiner in it) stand for nothing. What is found in the unbroken words is put
back to its place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from duixian.documents.invisible import INVISIBLE
from duixian.language.english_numerals import MAGNITUDE
from duixian.reading.languages import language_of
from duixian.reading.records import Language

_MAY_BREAK = frozenset("0123456789.,百千万亿个")  # what a line ends in that breaks a number
_NUMBER_ENDS = re.compile(r"\d[.,]?[^\S\n]*$")
_UNIT = (
    r"(?:[%％‰]|[百千万亿]|[元亩吨米个家项户人名所座条件辆平立公]|percent"
    rf"|{MAGNITUDE}|yuan\b|mu\b)"
)
_NUMBER_GOES_ON = re.compile(rf"\s*(?:\d|\.\d|{_UNIT})")
_UNIT_ENDS = re.compile(r"\d\s?(?:[百千万亿]{1,2}|个)[^\S\n]*$")
_UNIT_GOES_ON = re.compile(r"\s*(?:[百千万亿]*[元亩吨](?!旦)|万亿|百分点)")
_BARE_UNIT = re.compile(r"[百千万亿]+(?:[元亩吨]|[^\w])")
_ONLY_A_NUMBER = re.compile(r"\W*\d[\d.,\s]*")
# What a number does not go on with: a list number, 3. or 06 Mending the dams.
_LIST_NUMBER = re.compile(r"\s*(?:\d{1,2}(?:[.](?!\d)|[、)）])|0\d\s+[A-Z])")
_COLUMNS_END = re.compile(r"(?:\t|\d\s+)\d[\d.,]*\s*$")
_COLUMNS = re.compile(r"\s*\d[\d.,]*(?:\t|\s+\d)")
_FULL_STOP = re.compile(r"(?<![\d.,])(?:19|20)\d\d\.\s*$|[.,]\d+\.\s*$")  # of a year, a decimal
_YEAR_ENDS = re.compile(r"(?<![\d.,])(?:19|20)\d\d\s*$")
_YEAR = re.compile(r"\s*(?:19|20)\d\d(?!\d)")
_THOUSANDS_END = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})*,\s*$")
_THOUSANDS = re.compile(r"\s*\d{3}(?!\d)")
_LONGEST_NUMBER = 40  # characters of it at the end of a line
_UNSPACED = re.compile(r"\w-$")
_BREAK = re.compile(
    rf"[^\S\n\u3000]*\n[\s\u200b]*|[{INVISIBLE}]+"
    # 856.3  亿元, as typesetters fill their lines
    rf"|(?<=\d)(?:[^\S\n]{{2,}}(?={_UNIT})|\t(?=[%％‰百千万亿元亩吨]))"
)
_MAY_BE_BROKEN = re.compile(rf"[\n\t{INVISIBLE}]")


class Unbroken(msgspec.Struct, frozen=True):
    """The words of a sentence without line breaks; ``places[i]`` is where the ``i``-th stands."""

    words: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the text of ``words[start:end]``."""
        if start == end:
            place = self.places[start] if start < len(self.places) else self.places[-1] + 1
            return place, place
        return self.places[start], self.places[end - 1] + 1


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of a text; if lines end inside, its own words without the breaks."""

    text: str
    start: int
    end: int
    line: Unbroken | None = None  # whose words the text is

    @property
    def words(self) -> str:
        """The words of the stretch alone."""
        return self.text[self.start : self.end]


def on_one_line(words: str, language: Language) -> str:
    """Return words as if no line ended inside them."""
    if "\n" not in words:
        return words
    return stretch_of(words, 0, len(words), language).text


def stretch_of(text: str, start: int, end: int, language: Language) -> Stretch:
    """Return the stretch ``text[start:end]`` without line breaks."""
    if text.find("  ", start, end) < 0 and not _MAY_BE_BROKEN.search(text, start, end):
        return Stretch(text, start, end)
    line = unbroken(text, start, end, language)
    if line.words == text[start:end]:  # a tab that parts no figure
        return Stretch(text, start, end)
    return Stretch(line.words, 0, len(line.words), line)


def breaks_a_number(line: str, following: str) -> bool:
    """Return whether a number begun at the end of a line goes on in the following line."""
    tail = line[-_LONGEST_NUMBER:]
    if tail.rstrip()[-1:] not in _MAY_BREAK:
        return False
    if _UNIT_ENDS.search(tail):
        return _UNIT_GOES_ON.match(following) is not None
    if not (_NUMBER_ENDS.search(tail) and _NUMBER_GOES_ON.match(following)):
        return False
    if _LIST_NUMBER.match(following) or _COLUMNS_END.search(tail) or _COLUMNS.match(following):
        return False
    end = tail.rstrip()[-1]
    begins_with_digit = following.lstrip()[0].isdigit()
    if not begins_with_digit:
        return end.isdigit()
    if _ONLY_A_NUMBER.fullmatch(line) or _ONLY_A_NUMBER.fullmatch(following):
        return False
    if end == ",":
        return bool(_THOUSANDS_END.search(tail) and _THOUSANDS.match(following))
    if end == ".":
        return _FULL_STOP.search(tail) is None
    # Behind English words a break stands for a space; a year is whole.
    return language_of(line) is Language.ZH and not (
        _YEAR_ENDS.search(tail) and _YEAR.match(following)
    )


def lost_its_number(text: str, start: int, end: int) -> bool:
    """Return whether ``text[start:end]`` is a bare 亿元 behind a line that ends in a digit."""
    if not _BARE_UNIT.match(text, start, end):
        return False
    before = text[max(0, start - _LONGEST_NUMBER) : start]
    bare = before.rstrip()
    return "\n" in before[len(bare) :] and bare[-1:].isdigit()


def unbroken(text: str, start: int, end: int, language: Language) -> Unbroken:
    """Return ``text[start:end]`` without its line breaks."""
    words: list[str] = []
    places: list[int] = []
    position = start
    for found in _BREAK.finditer(text, start, end):
        words.append(text[position : found.start()])
        places.extend(range(position, found.start()))
        if language is Language.EN and _is_space(text, start, found, end):
            words.append(" ")
            places.append(found.start())
        position = found.end()
    words.append(text[position:end])
    places.extend(range(position, end))
    return Unbroken("".join(words), places)


def _is_space(text: str, start: int, found: re.Match[str], end: int) -> bool:
    """Whether a break inside English stands for a space."""
    if "\n" in found[0]:
        return not _is_unspaced(text, start, found, end)
    return found[0].isspace()


def _is_unspaced(text: str, start: int, found: re.Match[str], end: int) -> bool:
    """Whether a break inside English parts a figure or a word with a hyphen."""
    line = text[max(start, found.start() - _LONGEST_NUMBER) : found.start()]
    following = text[found.end() : min(end, found.end() + _LONGEST_NUMBER)]
    if _UNSPACED.search(line):
        return following[:1].isalnum()
    return following[:1].isdigit() and breaks_a_number(line, following)
