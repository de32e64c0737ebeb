"""What the numbers of headings count to: 一, （二）, 第三, IV, ①, First."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from duixian.language.english_numerals import BELOW_HUNDRED, ORDINALS

_CHINESE_DIGITS = "一二三四五六七八九"
_WORDS = BELOW_HUNDRED | ORDINALS | {"首先": 1, "其次": 2, "再次": 3}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LONGEST = 16  # characters of a number


@cache
def ordinal_of(number: str) -> int | None:
    """Return what the number of a heading counts to; None where it is no number."""
    number = number.removeprefix("第")
    if not 0 < len(number) <= _LONGEST:
        return None
    if number.isdecimal():
        return int(number)
    if number.lower() in _WORDS:
        return _WORDS[number.lower()]
    if "①" <= number <= "⒇" and len(number) == 1:
        first = "①" if number <= "⑳" else "⑴"
        return ord(number) - ord(first) + 1
    if set(number) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in number]
        return sum(-a if a < b else a for a, b in pairwise([*values, 0]))
    return below_hundred(number)


def below_hundred(text: str) -> int | None:
    """Return a number below 100 in Chinese characters: 二十七 is 27."""
    tens, ten, ones = text.rpartition("十")
    is_plain = set(tens + ones) <= set(_CHINESE_DIGITS) and len(tens) < 2 and len(ones) < 2
    if not text or not is_plain:
        return None
    high = (_CHINESE_DIGITS.index(tens) + 1 if tens else 1) if ten else 0
    return high * 10 + (_CHINESE_DIGITS.index(ones) + 1 if ones else 0)
