"""Whether a report speaks in whole arguments, as early ones do, and of which year it speaks.

Later reports list deeds and tasks: there a word of trouble names what was dealt with, and a
year long past a campaign. Only where a report argues is a trouble told a trouble, and the past
told as history; what turns on that asks for the discourse of its text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from duixian.reading.records import Language
from duixian.reading.statements.manner import Spoken
from duixian.reading.statements.patterns import statement_patterns
from duixian.reading.structure.years import years_in

_FEWEST = 15  # sentences that show the manner of a text
_MOST = 80  # that are looked at, from all over it
_ARGUES = (
    0.5  # share with the words of one who gives reasons: 0.5 to 0.9 before 1993, 0.1 to 0.4 now
)


class Discourse(msgspec.Struct, frozen=True):
    """The time of a report that argues."""

    year: int | None  # planned, or after the one that is named most


def discourses(
    spoken: Sequence[Spoken], year_planned: int | None
) -> dict[Language, Discourse | None]:
    """Return for each language of the report its discourse, None where it lists."""
    found: dict[Language, Discourse | None] = {}
    for language in Language:
        told = [one.text for one in spoken if one.language is language and not one.is_heading]
        sample = told[:: max(1, len(told) // _MOST)]
        reasons = statement_patterns(language).description.reasons
        share = sum(reasons.search(text) is not None for text in sample) / max(1, len(sample))
        argues = len(sample) >= _FEWEST and share >= _ARGUES
        found[language] = Discourse(year_planned or _year_after(told)) if argues else None
    return found


def _year_after(texts: Sequence[str]) -> int | None:
    named = Counter(year for text in texts if "年" in text for year in years_in(text))
    return named.most_common(1)[0][0] + 1 if named else None
