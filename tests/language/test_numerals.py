"""Numerals: whatever number a report spells, in either language, is read back exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.language.numerals import (
    chinese_number,
    english_number,
    english_ordinal,
    neighbouring_digits,
)

_DIGITS = "零一二三四五六七八九"
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_MAGNITUDES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

numbers = st.integers(1, 10**16)
decimals = st.decimals(Decimal("0.001"), Decimal(10**7), places=3)


def spell_group(number: int) -> str:
    """Spell 1 to 9999 in Chinese, with one 零 over a gap of any width."""
    spelt, gap = "", False
    for name, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            spelt += ("零" if gap and spelt else "") + _DIGITS[digit] + name
        gap = not digit
    return spelt


def spell(number: int) -> str:
    """Spell a number in Chinese as it is written out in full."""
    for name, size in (("亿", 10**8), ("万", 10**4)):
        head, rest = divmod(number, size)
        if head:
            zero = "零" if rest and rest < size // 10 else ""
            return spell(head) + name + zero + (spell(rest) if rest else "")
    return spell_group(number)


def with_liang(spelt: str) -> str:
    """Write 两 for 二 where people say it: in front of 千, 万 and 亿, and of 百."""
    for name in "百千万亿":
        spelt = spelt.replace(f"二{name}", f"两{name}")
    return spelt


def spell_english(number: int, *, joiner: str = " and ") -> str:
    """Spell a number in English, 72 as seventy-two."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    scales = {"hundred": 100, **_MAGNITUDES}
    name, size = max(((n, s) for n, s in scales.items() if s <= number), key=lambda pair: pair[1])
    head, rest = divmod(number, size)
    link = joiner if rest and rest < 100 else " "
    spelt = f"{spell_english(head, joiner=joiner)} {name}"
    return spelt + (link + spell_english(rest, joiner=joiner) if rest else "")


@given(numbers)
def test_a_number_spelt_in_chinese_is_read_back(number: int) -> None:
    assert chinese_number(spell(number)) == number


@given(numbers)
def test_liang_is_two(number: int) -> None:
    assert chinese_number(with_liang(spell(number))) == number


@given(numbers)
def test_the_zero_over_a_gap_may_be_another_sign_or_be_left_out(number: int) -> None:
    spelt = spell(number)
    assert chinese_number(spelt.replace("零", "〇")) == number
    assert chinese_number(spelt.replace("零", "")) == number


@given(st.integers(10, 19))
def test_ten_needs_no_one(number: int) -> None:
    assert chinese_number(spell(number).removeprefix("一")) == number


@given(st.integers(1000, 2999))
def test_years_are_spelt_digit_by_digit(year: int) -> None:
    assert chinese_number("".join(_DIGITS[int(digit)] for digit in str(year))) == year


@given(decimals, st.sampled_from([*_MULTIPLIERS]))
def test_arabic_digits_take_chinese_multipliers(number: Decimal, name: str) -> None:
    assert chinese_number(f"{number}{name}") == number * _MULTIPLIERS[name]


@given(st.integers(1, 9999), st.integers(1, 9), st.sampled_from(["亿", "万"]))
def test_arabic_digits_go_on_after_a_multiplier(head: int, tail: int, name: str) -> None:
    below = {"亿": "千万", "万": "千"}[name]
    expected = head * _MULTIPLIERS[name] + tail * _MULTIPLIERS[name] // 10
    assert chinese_number(f"{head}{name}{tail}{below}") == expected


@given(st.integers(0, 10**9), st.sampled_from([",", "，"]))
def test_thousands_are_parted_by_either_comma(number: int, comma: str) -> None:
    assert chinese_number(f"{number:,}".replace(",", comma)) == number


@given(st.integers(0, 10**12))
def test_digits_parted_by_spaces_are_one_number(number: int) -> None:
    assert chinese_number(" ".join(str(number))) == number


@given(st.integers(1, 99999999), st.text("0123456789", min_size=1, max_size=6))
def test_a_decimal_is_spoken_digit_by_digit(whole: int, fraction: str) -> None:
    spoken = f"{spell(whole)}点{''.join(_DIGITS[int(digit)] for digit in fraction)}"
    assert chinese_number(spoken) == Decimal(f"{whole}.{fraction}")
    assert chinese_number(f"{spoken}亿") == Decimal(f"{whole}.{fraction}") * 10**8


@given(st.integers(1, 9999), st.sampled_from("多余几来"), st.sampled_from(["万", "亿"]))
def test_vague_words_inside_a_numeral_leave_its_value(number: int, vague: str, name: str) -> None:
    assert chinese_number(f"{number}{vague}{name}") == number * _MULTIPLIERS[name]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("百亿亿", 10**18), ("万亿", 10**12), ("1.39万亿", 1_390_000_000_000), ("一百二十万亿", 120 * 10**12),
        ("一亿二千万", 120_000_000), ("25万6千", 256_000), ("一万零十二", 10_012), ("四十五兆", 45 * 10**12),
        ("千", 1000), ("3·5", Decimal("3.5")),
    ],
)  # fmt: skip
def test_multipliers_stack_and_add(numeral: str, value: Decimal) -> None:
    assert chinese_number(numeral) == value


@pytest.mark.parametrize(
    ("numeral", "low", "high"),
    [
        ("七八万", 70_000, 80_000),
        ("三四十", 30, 40),
        ("一百五六十", 150, 160),
        ("两三百", 200, 300),
    ],
)
def test_two_neighbouring_digits_are_a_range(numeral: str, low: int, high: int) -> None:
    assert neighbouring_digits(numeral) == (Decimal(low), Decimal(high))


@given(st.sampled_from(["五七万", "八七十", "二十", "五", "", "七八个", "万"]))
def test_other_digits_are_no_range(numeral: str) -> None:
    assert neighbouring_digits(numeral) is None


@given(numbers)
def test_a_number_spelt_in_english_is_read_back(number: int) -> None:
    spelt = spell_english(number)
    assert english_number(spelt) == number
    assert english_number(spelt.upper()) == number
    assert english_number(spell_english(number, joiner=" ")) == number
    assert english_number(spelt.replace("-", " ")) == number


@given(decimals, st.sampled_from([*_MAGNITUDES]))
def test_digits_take_english_magnitudes(number: Decimal, name: str) -> None:
    assert english_number(f"{number} {name}") == number * _MAGNITUDES[name]
    assert english_number(f"{number}-{name}") == number * _MAGNITUDES[name]


@given(st.integers(0, 10**12), st.sampled_from([",", " "]))
def test_english_thousands_are_parted_by_commas_or_spaces(number: int, mark: str) -> None:
    assert english_number(f"{number:,}".replace(",", mark)) == number


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("10 thousand billion", 10**13), ("one thousand two hundred billion", 1200 * 10**9),
        ("million", 10**6), ("hundred", 100), ("2.67 million", 2_670_000), ("zero", 0),
    ],
)  # fmt: skip
def test_english_magnitudes_stack(numeral: str, value: int) -> None:
    assert english_number(numeral) == value


@given(st.integers(2, 20))
def test_ordinals_count(number: int) -> None:
    words = (  # noqa: SIM905 - a line reads better than a list
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ).split()
    assert english_ordinal(words[number - 2]) == number
    assert english_ordinal(f"{number}th") == number


@pytest.mark.parametrize(
    "nonsense",
    ["", "个", "零点", "点五", "1,23", "5,,5", ".", "一二十", "3.5五", "3.5五3.5", "一点二点三", "多余"],
)  # fmt: skip
def test_chinese_nonsense_is_no_number(nonsense: str) -> None:
    assert chinese_number(nonsense) is None


@pytest.mark.parametrize(
    "nonsense",
    ["", "and", "hundred and", "five three", "twenty eleven", "ten five", "twenty 5", "five dogs",
     "dozens", "!!", "five! six", "two million three million", "five apples"],
)  # fmt: skip
def test_english_nonsense_is_no_number(nonsense: str) -> None:
    assert english_number(nonsense) is None


@pytest.mark.parametrize(
    "numeral", ["亿" * 200_000, "1" + "亿" * 60, "9" * 25, "9" * 5000, "9" * 99 + "亿"]
)
def test_no_number_is_endless(numeral: str) -> None:
    """Nothing that a report counts needs a hundred characters; such runs are damage."""
    assert chinese_number(numeral) is None
    assert english_number(f"{numeral} {'trillion ' * 200_000}") is None


_CHARACTERS = "零〇○一二两三四五六七八九十廿卅百千万亿兆多余几来点 0123456789,，.·"


@given(st.text(_CHARACTERS, max_size=40) | st.text(max_size=40))
def test_chinese_numerals_never_raise(text: str) -> None:
    value = chinese_number(text)
    assert value is None or 0 <= value <= 10**24
    bounds = neighbouring_digits(text)
    assert bounds is None or bounds[0] < bounds[1]


@given(st.text(_CHARACTERS), st.characters(categories=["L", "P", "S"], exclude_characters=_CHARACTERS), st.text(_CHARACTERS))  # fmt: skip
def test_a_foreign_character_makes_no_number(before: str, foreign: str, behind: str) -> None:
    assert chinese_number(before + foreign + behind) is None


@given(
    st.lists(st.sampled_from([*_ONES, *_TENS, *_MAGNITUDES, "hundred", "and", "5", "1,000", "2.5", "-"])).map(" ".join)
    | st.text(max_size=40)
)  # fmt: skip
def test_english_numerals_never_raise(text: str) -> None:
    value = english_number(text)
    assert value is None or 0 <= value <= 10**24
    assert english_ordinal(text) is None or english_ordinal(text) is not None


@pytest.mark.parametrize(
    ("numeral", "value"), [("廿", 20), ("廿五", 25), ("卅", 30), ("廿余", 20), ("廿三万", 230_000)]
)
def test_twenty_and_thirty_may_be_one_character(numeral: str, value: int) -> None:
    assert chinese_number(numeral) == value
