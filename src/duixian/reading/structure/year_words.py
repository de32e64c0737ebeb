"""Years as texts print them: 2024, 一九八四年, 1 9 8 4年."""

from __future__ import annotations

import re

_YEAR = re.compile(
    r"(?<![\d.])(19\d\d|20\d\d)(?!\d)|([一二][九〇○零][〇○零一二三四五六七八九]{2})(?=年)"
    r"|(?<!\d)((?:1\s9|2\s0)\s\d\s\d)(?=\s*年)"
)
# As a year stands in front of 年, for use inside other patterns.
YEAR = r"(?:19|20)\d\d|[一二][九〇○零][〇○零一二三四五六七八九]{2}"
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_EARLIEST, LATEST = 1949, 2100


def years_in(text: str) -> list[int]:
    """Return the years a text names, in order: 2024年, 一九八四年, 2024."""
    printed = (match[match.lastindex or 0] for match in _YEAR.finditer(text))
    found = (int("".join(one.split()).translate(_CHINESE_DIGITS)) for one in printed)
    return [year for year in found if _EARLIEST <= year <= LATEST]


def year_of(printed: str) -> int | None:
    """Return a year printed in Arabic or Chinese digits."""
    return next(iter(years_in(f"{printed}年")), None)
