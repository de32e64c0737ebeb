"""The English number words in one table: what each is worth, and the patterns made of them."""

from __future__ import annotations

from duixian.language.word_tree import word_tree

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
BELOW_HUNDRED = ONES | TEENS | TENS
MAGNITUDES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SHORT_MAGNITUDES = {"mn": 10**6, "bn": 10**9, "tn": 10**12, "trn": 10**12}  # 3.2bn
FACTORS = MAGNITUDES | SHORT_MAGNITUDES
DOZEN = {"dozen": 12}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000,
}  # fmt: skip
# What stands below the line of a fraction: a quarter, two thirds.
PARTS = {"quarter": 4} | {word: value for word, value in ORDINALS.items() if value > 2}

NUMBER_WORD = word_tree(BELOW_HUNDRED)
MAGNITUDE = word_tree(MAGNITUDES)
# In which large amounts are written, the greatest first.
SCALES = tuple((MAGNITUDES[word], f" {word}") for word in ("trillion", "billion", "million"))

# What stands behind the whole of a mixed number: 2½ hours, three and a half million.
VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
MIXED = {
    " and a half": "0.5", " and a quarter": "0.25", " and three quarters": "0.75",
    " and three-quarters": "0.75",
} | VULGAR  # fmt: skip
_MIXED = rf"(?:[{''.join(VULGAR)}]|(?i:{word_tree(MIXED.keys() - VULGAR.keys())})\b(?! of\b))?"

_ONES, _TENS = word_tree(ONES), word_tree(TENS)
_SMALL = f"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{word_tree(TEENS)}|{_ONES})"
_SPOKEN = (
    rf"(?i:\b{_SMALL}\b{_MIXED}(?:[ -](?:{MAGNITUDE})\b(?:(?: and)? {_SMALL}\b(?! and))?)*"
    rf"(?:[ -](?:{MAGNITUDE})\b)*)"
)
# Word for word from Chinese, 9.4 100 million is 940 million; 15 100 million-yuan firms are 15.
_ARABIC = (
    r"(?:\d+\.\d+ 100(?= million)|\d{1,3}(?:,\d{3})+(?!\d)"
    rf"|\d{{1,3}}(?: \d{{3}})+(?!\d| (?:{MAGNITUDE}))|\d+)(?:\.\d+)?"
    rf"{_MIXED}|[{''.join(VULGAR)}]"
)
_SHORT = rf" ?(?:{word_tree(SHORT_MAGNITUDES)})\b"
NUMERAL = rf"(?:(?:{_ARABIC})(?:{_SHORT}|(?:[ -](?i:{MAGNITUDE})\b)*)|{_SPOKEN})"
