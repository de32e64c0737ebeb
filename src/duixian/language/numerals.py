"""Chinese and English numerals to exact numbers.

Pure functions over short strings that are already in normal form (half-width digits,
simplified characters). A numeral that does not follow the grammar gives ``None``:
half-understood numbers are worse than none.
"""

from __future__ import annotations

import re
from decimal import Decimal, getcontext

from duixian.language.english_numerals import (
    BELOW_HUNDRED,
    FACTORS,
    MAGNITUDE,
    MIXED,
    ORDINALS,
)

_DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
_PLAIN_DIGITS = frozenset("0123456789")
_SMALL = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": "二十", "卅": "三十"}  # twenty and thirty in one character
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_ARABIC = re.compile(r"\d+(?:[,，]\d{3})*(?:[.·]\d+)?")
# By far the most numerals are Arabic digits with one multiplier behind them.
_PLAIN = re.compile(r"(\d+(?:\.\d+)?)(万亿|[十百千]?[万亿]|[十百千]?)")
_PLAIN_FACTORS = {
    small + large: Decimal(_SMALL.get(small, 1)) * _LARGE.get(large, 1)
    for small in ("", *_SMALL)
    for large in ("", *_LARGE)
} | {"万亿": Decimal(10**12)}
_WRITTEN_OUT = str.maketrans(dict.fromkeys("多余几来", "") | _TENS)
# What is longer or greater is damage, and could be multiplied beyond what a number holds.
_GREATEST = Decimal(10) ** 24
_LONGEST_CHINESE = 64
_LONGEST_ENGLISH = 240
_NEIGHBOURS = re.compile(r"([两二三四五六七八])([三四五六七八九])(?=[十百千万亿]|$)")
_THREE_PLACES = Decimal("0.001")

# A figure alone on its line, as on a card: it heads nothing, and what it counts stands below.
FIGURE_ALONE = re.compile(
    r"[\s▪•·]*(?:(?:CNY|RMB|USD|US\$|[¥$€])\s?)?\d[\d.,]*"
    rf"(?:\s?(?:{MAGNITUDE}))*(?:\s?(?:percent|%|[万亿]{{1,2}}元?))?\s?[+%]?\s*$"
)


def chinese_number(numeral: str) -> Decimal | None:
    """Return the value of a Chinese, Arabic or mixed numeral such as ``25万6千``.

    The vague 多, 余, 几 and 来 inside a numeral (``3000多万``) are passed over: they are
    a relation, which the caller keeps. ``百亿亿`` multiplies, ``一亿二千万`` adds.
    """
    if len(numeral) > _LONGEST_CHINESE:
        return None
    if plain := _PLAIN.fullmatch(numeral):
        return _bounded(Decimal(plain[1]) * _PLAIN_FACTORS[plain[2]])
    tokens = _tokens(numeral.translate(_WRITTEN_OUT).replace(" ", ""))
    if not tokens:
        return None
    is_plain = all(isinstance(token, Decimal) for token in tokens)
    return _bounded(_positional(tokens) if is_plain else _with_multipliers(tokens))


def _bounded(value: Decimal | None) -> Decimal | None:
    return value if value is not None and value <= _GREATEST else None


def percentage(above: Decimal, below: Decimal) -> Decimal:
    """Return a fraction in per cent; one that never ends, to three places: a third is 33.333."""
    share = above * 100 / below
    is_exact = len(share.as_tuple().digits) < getcontext().prec
    return share if is_exact else share.quantize(_THREE_PLACES)


def neighbouring_digits(numeral: str) -> tuple[Decimal, Decimal] | None:
    """Return both ends of a numeral that names two neighbours: 七八万 is 70,000 to 80,000."""
    found = _NEIGHBOURS.search(numeral)
    if found is None or _DIGITS[found[2]] != _DIGITS[found[1]] + 1:
        return None
    head, tail = numeral[: found.start()], numeral[found.end() :]
    low = chinese_number(head + found[1] + tail)
    high = chinese_number(head + found[2] + tail)
    return None if low is None or high is None else (low, high)


def _tokens(numeral: str) -> list[Decimal | str]:
    """Cut a numeral into plain numbers and multiplier characters; empty when it has others."""
    whole, point, fraction = numeral.partition("点")
    if point:
        return _spoken_decimal(whole, fraction)
    tokens: list[Decimal | str] = []
    position = 0
    while position < len(numeral):
        character = numeral[position]
        if character in _DIGITS:
            tokens.append(Decimal(_DIGITS[character]))
        elif character in _SMALL or character in _LARGE:
            tokens.append(character)
        else:
            arabic = _ARABIC.match(numeral, position)
            if arabic is None:
                return []
            digits = arabic[0].replace(",", "").replace("，", "").replace("·", ".")
            tokens.append(Decimal(digits))
            position = arabic.end()
            continue
        position += 1
    return tokens


def _spoken_decimal(whole: str, fraction: str) -> list[Decimal | str]:
    """Read ``三十六点五万``: a fraction is spelt digit by digit, multipliers may follow."""
    digits = fraction.rstrip("十百千万亿兆")
    before = chinese_number(whole)
    if before is None or not digits or any(digit not in _DIGITS for digit in digits):
        return []
    after = "".join(str(_DIGITS[digit]) for digit in digits)
    value = before + Decimal(after).scaleb(-len(after))
    return [value, *fraction[len(digits) :]]


def _positional(tokens: list[Decimal | str]) -> Decimal | None:
    """Read a run of digits: one number, or ``一九八二`` spelt digit by digit."""
    if len(tokens) == 1:
        return Decimal(str(tokens[0]))
    if any(str(token) not in _PLAIN_DIGITS for token in tokens):
        return None
    return Decimal("".join(str(token) for token in tokens))


def _with_multipliers(tokens: list[Decimal | str]) -> Decimal | None:
    total = Decimal(0)  # finished groups
    group = Decimal(0)  # the group below the next 万 or 亿
    digit: Decimal | None = None
    multiplied = False  # whether the last token was a large multiplier: 万亿, 亿亿
    for position, token in enumerate(tokens):
        if isinstance(token, Decimal):
            if digit is not None and digit != 0:
                return None
            digit, multiplied = token, False
        elif token in _SMALL:
            group += (digit or Decimal(1)) * _SMALL[token]  # 一万零十二: the 零 counts nothing
            digit, multiplied = None, False
        else:
            factor = _LARGE[token]
            group += digit or 0
            if multiplied or (total and not group and digit is None):
                total *= factor
            elif position == 0:
                total = Decimal(factor)
            else:
                total, group = _close_group(total, group, factor), Decimal(0)
            digit, multiplied = None, True
    return total + group + (digit or 0)


def _close_group(total: Decimal, group: Decimal, factor: int) -> Decimal:
    """Multiply the open group; a larger multiplier also takes what stood before it."""
    if total and total < factor:
        return (total + group) * factor
    return total + group * factor


_WORDS = {"zero": 0} | BELOW_HUNDRED
_HUNDRED_MILLIONS = re.compile(r"(\d{1,12}\.\d{1,12}) 100 million")  # 9.4亿, word for word
_FIGURE = re.compile(r"\d[\d,]{0,20}(?:\.\d{1,6})?")  # by far the most numerals are one
# And of the rest, one with a magnitude behind it.
_SCALED = re.compile(rf"([1-9][\d,]{{0,20}}(?:\.\d{{1,6}})?)[ -]({'|'.join(FACTORS)})")
_MIXED = re.compile(f"(?P<whole>.*?)(?P<part>{'|'.join(MIXED)})[ -]?(?P<magnitude>.*)")
_ENGLISH_TOKEN = re.compile(r"\d[\d, ]*(?:\.\d+)?|[a-z]+")
_ENGLISH_LINKS = re.compile(r"[\s-]*")


def english_number(numeral: str) -> Decimal | None:
    """Return the value of an English numeral such as ``seventy-two`` or ``2.67 million``."""
    if _FIGURE.fullmatch(numeral):
        return Decimal(numeral.replace(",", ""))
    if len(numeral) > _LONGEST_ENGLISH:
        return None
    numeral = numeral.lower()
    if scaled := _SCALED.fullmatch(numeral):
        return _bounded(Decimal(scaled[1].replace(",", "")) * FACTORS[scaled[2]])
    if literal := _HUNDRED_MILLIONS.fullmatch(numeral):
        return _bounded(Decimal(literal[1]) * 10**8)
    is_mixed = " and " in numeral or not numeral.isascii()
    if is_mixed and (mixed := _MIXED.fullmatch(numeral)):
        return _mixed_number(mixed)
    tokens = _english_tokens(numeral)
    total, group = Decimal(0), Decimal(0)
    below: int | None = None  # the magnitude that closed the last group
    for word in tokens:
        if word[0].isdigit() or word in _WORDS:
            value = _plain(word)
            if not _joins(group, value, word):
                return None
            group += value
        elif word == "hundred":
            group = (group or Decimal(1)) * 100
        elif (factor := FACTORS[word]) and below is not None and group == 0:
            total, below = total * factor, factor  # 10 thousand billion
        elif below is not None and factor > below:
            # one thousand two hundred billion
            total, group, below = (total + group) * factor, Decimal(0), factor
        elif factor == below:
            return None
        else:
            total, group, below = total + (group or Decimal(1)) * factor, Decimal(0), factor
    return _bounded(total + group) if tokens else None


def _mixed_number(mixed: re.Match[str]) -> Decimal | None:
    """Return two and a half million: the whole and its part, both times the magnitude."""
    whole = english_number(mixed["whole"]) if mixed["whole"] else Decimal(0)
    magnitude = english_number(mixed["magnitude"]) if mixed["magnitude"] else Decimal(1)
    if whole is None or magnitude is None:
        return None
    return _bounded((whole + Decimal(MIXED[mixed["part"]])) * magnitude)


def _english_tokens(numeral: str) -> list[str]:
    """Cut a numeral into its words without the ``and``; empty when it has others."""
    words = _ENGLISH_TOKEN.findall(numeral)
    if not words or not _ENGLISH_LINKS.fullmatch(_ENGLISH_TOKEN.sub("", numeral)):
        return []
    if "and" in (words[0], words[-1]):
        return []
    words = [word for word in words if word != "and"]
    known = all(w[0].isdigit() or w in _WORDS or w in FACTORS for w in words)
    return words if known else []


def _plain(word: str) -> Decimal:
    if word in _WORDS:
        return Decimal(_WORDS[word])
    return Decimal(word.replace(",", "").replace(" ", ""))


def _joins(group: Decimal, value: Decimal, word: str) -> bool:
    """Whether a word may go on with the group: twenty five does, ten five and five five do not."""
    if group == 0:
        return True
    if word[0].isdigit():
        return False
    return group % 100 == 0 or (value < 10 and group % 10 == 0 and group % 100 != 10)


def english_ordinal(word: str) -> Decimal | None:
    """Return the number an English ordinal counts: ``sixth`` and ``6th`` are 6."""
    found = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word.lower())
    if found:
        return Decimal(found[1])
    value = ORDINALS.get(word.lower())
    return None if value is None else Decimal(value)
