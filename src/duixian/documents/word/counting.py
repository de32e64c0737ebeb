"""How Word writes the number of a list item: 3, III, c, 三, ③ and their kin."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def write_number(count: int, style: str) -> str:
    """Write a number in one of Word's styles; in figures for a style not known."""
    return _STYLES.get(style, str)(count)


def chinese(count: int) -> str:
    """Write a number under ten thousand in Chinese numerals: 十二, 一百零五."""
    if not 0 < count < 10_000:
        return str(count)
    text = ""
    for place, digit in zip(range(len(str(count)) - 1, -1, -1), map(int, str(count)), strict=True):
        if digit:
            text += _DIGITS[digit] + _UNITS[place]
        elif not text.endswith("零"):
            text += "零"
    text = text.rstrip("零")
    return text[1:] if text.startswith("一十") else text


def _digit_by_digit(count: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(count)).replace("零", "〇")


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    text = ""
    for size, letters in _ROMAN:
        times, count = divmod(count, size)
        text += letters * times
    return text


def _letter(count: int) -> str:
    """Write a, b ... z, then aa, bb as Word does."""
    times, place = divmod(max(1, count) - 1, 26)
    return chr(ord("a") + place) * min(times + 1, 20)


def _from(characters: str) -> Callable[[int], str]:
    def write(count: int) -> str:
        return characters[count - 1] if 0 < count <= len(characters) else str(count)

    return write


def _block(first: str, length: int) -> Callable[[int], str]:
    return _from("".join(chr(ord(first) + place) for place in range(length)))


def _ordinal(count: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{'th' if count % 100 in (11, 12, 13) else ending}"


_STYLES: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda count: f"{count:02d}",
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerLetter": _letter,
    "ordinal": _ordinal,
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "chineseLegalSimplified": lambda count: chinese(count).translate(_LEGAL),
    "ideographTraditional": _from(_STEMS),
    "ideographZodiac": _from(_BRANCHES),
    "decimalEnclosedCircle": _block("①", 20),
    "decimalEnclosedCircleChinese": _block("①", 20),
    "decimalEnclosedParen": _block("⑴", 20),
    "decimalEnclosedFullstop": _block("⒈", 20),
    "ideographEnclosedCircle": _block("㊀", 10),
}
