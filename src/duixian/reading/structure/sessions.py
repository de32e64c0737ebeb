"""Sessions of the National People's Congress, by which a report tells when it was given.

The congresses since the fifth sit once a year for five years; the first sat in 1954, the fourth
once, in 1975.
"""

from __future__ import annotations

import re

from duixian.language.numerals import chinese_number

SESSION = (
    r"第(?P<congress>[一二三四五六七八九十]{1,3})届全国人民代表大会"
    r"(?:第(?P<number>[一二三四五])次会议)?"
)
_FIRST_SESSIONS = {1: 1954, 4: 1975}
_REGULAR_SINCE, _FIRST_REGULAR = 5, 1978
_YEARS_OF_ONE = 5


def year_of_session(found: re.Match[str]) -> int | None:
    """Return the year of the session that a pattern made with ``SESSION`` found."""
    congress = chinese_number(found["congress"])
    if congress is None:
        return None
    number = int(chinese_number(found["number"] or "一") or 1)
    if congress >= _REGULAR_SINCE:
        return _FIRST_REGULAR + int(congress - _REGULAR_SINCE) * _YEARS_OF_ONE + number - 1
    return _FIRST_SESSIONS.get(int(congress)) if number == 1 else None
