"""The normal form of a text: what patterns are matched against, character for character.

It has the same length as the text, so every offset in it is an offset in the text itself.
Full-width letters, digits and signs become half-width, spaces of every width become spaces,
and, where the text is written in traditional characters, they become simplified ones.
Radicals pasted for ideographs become those; the marks of notes behind a word or a number become
characters that nobody sees; so do the numbers of items inside an English sentence.
Sentence punctuation (，；：！？（）) stays full-width: readers tell it apart from "," and "(".
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from duixian.documents.radicals import with_ideographs
from duixian.language.item_numbers import without_item_numbers
from duixian.language.note_marks import without_note_marks

if TYPE_CHECKING:
    from opencc import OpenCC

# Patterns that ignore case take these for s and i, which lower case does not make of them.
_LIKE_ASCII = {"ſ": "s", "ı": "i", "İ": "I"}

# Without ，；：！？（）: a full-width comma ends a clause, a half-width one may stand in a number.
_TO_REPLACE = re.compile(
    "[\u3000\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e"
    "\u2f00-\u2fd5\uf900-\ufaff]"
)

_EAST_ASIAN = re.compile("[\u2f00-\ufaff\uff02-\uff5e]")  # whatever is replaced is of these

# Texts without any of these, as most in English are, are as they should be.
_MAY_CHANGE = re.compile(
    f"[{''.join(_LIKE_ASCII)}\u00a0\u2000-\u200a\u202f\u205f\u2f00-\ufaff\uff02-\uff5e]"
)

# Common characters that only traditional script has: they tell that a text is written in it.
_TRADITIONAL_MARKS = frozenset(
    "國們會這個為發業產經濟學對時動務進農長員計劃實現電機車開關門間問題黨與從來過還無義應"
    "點頭見書東馬語說話議報導際軍戰爭勝億萬價錢買賣銀鐵鋼紡織糧給級結區鄉縣設備總統領"
)
_TRADITIONAL_MARK = re.compile(f"[{''.join(_TRADITIONAL_MARKS)}]")

_FEWEST_MARKS = 3
_CHARACTERS_A_MARK = 1500

# Spaces that break no line or have a width of their own, as Word and web pages set them in numbers.
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")


def normal_form(text: str) -> str:
    """Return the text in its normal form, of exactly the same length."""
    text = without_item_numbers(with_ideographs(without_note_marks(text)))
    if not _MAY_CHANGE.search(text):
        return text
    text = _translate(text, _LIKE_ASCII)
    if _SPACES.search(text):
        text = _translate(text, dict.fromkeys(_SPACES.findall(text), " "))
    if not _EAST_ASIAN.search(text):
        return text
    table = {character: _half_width(character) for character in set(_TO_REPLACE.findall(text))}
    if _is_traditional(text):
        table |= _simplified(frozenset(text))
    return _translate(text, {old: new for old, new in table.items() if old != new})


def _translate(text: str, table: dict[str, str]) -> str:
    # A replace for each character is far faster than one translate while they are few.
    if len(table) > 60:
        return text.translate({ord(old): new for old, new in table.items()})
    for old, new in table.items():
        text = text.replace(old, new)
    return text


@cache
def _half_width(character: str) -> str:
    normal = unicodedata.normalize("NFKC", character)
    return normal if len(normal) == 1 else character


def _is_traditional(text: str) -> bool:
    needed = max(_FEWEST_MARKS, len(text) // _CHARACTERS_A_MARK)
    return len(_TRADITIONAL_MARK.findall(text)) >= needed


def _simplified(unique: frozenset[str]) -> dict[str, str]:
    """Convert each character by itself: phrases would change the length or the offsets."""
    characters = [character for character in unique if "\u3400" <= character <= "\u9fff"]
    converted = _converter().convert("\n".join(characters)).split("\n")
    pairs = zip(characters, converted, strict=True)
    return {old: new for old, new in pairs if old != new and len(new) == 1}


@cache
def _converter() -> OpenCC:
    # Imported here: most texts are simplified, and loading the tables takes time.
    from opencc import OpenCC

    return OpenCC("t2s")
