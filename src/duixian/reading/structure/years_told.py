"""The years of a report that neither headings, date nor opening name, by what it tells in passing.

今年是新中国成立三十五周年, 去年三月第五届全国人民代表大会第一次会议, and the year named far more
often than any other where a report speaks of last year.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from duixian.language.numerals import chinese_number
from duixian.reading.structure.paragraphs import Paragraph
from duixian.reading.structure.sessions import SESSION, year_of_session
from duixian.reading.structure.year_words import LATEST, year_of, year_patterns

_FOUNDED = 1949
_LAST_YEARS_SESSION = re.compile(f"去年[^。，；]{{0,8}}{SESSION}(?!第)")
_OFTEN, _TIMES_AS_OFTEN = 5, 2  # that a year is named, and compared with any other
_FEW = 2  # times that last year is spoken of


def year_told_of(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the year in which a report was given, as an anniversary or a session tells."""
    for paragraph in paragraphs:
        if "周年" in paragraph.text and (
            found := year_patterns().anniversary.search(paragraph.text)
        ):
            years = chinese_number(found["years"])
            return _known(_FOUNDED + int(years)) if years else None
        if "去年" in paragraph.text and (found := _LAST_YEARS_SESSION.search(paragraph.text)):
            year = year_of_session(found)
            return _known(year + 1) if year else None
    return None


def _known(year: int) -> int | None:
    return year if year <= LATEST else None


def speaks_of_last_year(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a report speaks of last year more than in passing."""
    last_year = year_patterns().last_year
    return sum(len(last_year.findall(one.text)) for one in paragraphs) > _FEW


def year_named_most(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the year named often, and far more often than any other."""
    pattern = year_patterns().told
    told = (found["year"] for one in paragraphs for found in pattern.finditer(one.text))
    counts = Counter(year for one in told if (year := year_of(one)))
    (year, most), (_, next_most) = [*counts.most_common(2), (0, 0), (0, 0)][:2]
    return year if most >= max(_OFTEN, _TIMES_AS_OFTEN * next_most) else None
