"""Which sentences tell of times long before those under review: background, and no result.

The opening of a sentence sets its time; those after it in the paragraph stay there until one
names a later time, or something is promised.
"""

from __future__ import annotations

from duixian.reading.statements.signs import Signs
from duixian.reading.structure.years import years_in

_LONGEST_REVIEW = 5  # years: what a report may review
_OPENING = 18  # characters that hold the time of a sentence


def opens_history(signs: Signs, year: int | None) -> bool:
    """Return whether the sentence opens with a time before any that a report of a year reviews."""
    patterns = signs.patterns
    named = years_in(signs.text) if "年" in signs.text else []
    earliest = (year or 0) - _LONGEST_REVIEW
    if any(one >= earliest for one in named) or patterns.history.since.search(
        signs.text[:_OPENING]
    ):
        return False
    opening = patterns.history.compared.split(signs.text[:_OPENING])[0]
    if not (signs.of(patterns.history.long_ago) or (year is not None and years_in(opening))):
        return False
    return (
        patterns.modality.promised.pattern.search(patterns.history.said_then.sub("", signs.text))
        is None
    )


def leaves_history(signs: Signs, year: int | None) -> bool:
    """Return whether the sentence comes back from earlier times to those of the report."""
    patterns = signs.patterns
    if signs.of(patterns.history.of_late) or signs.of(patterns.modality.promised):
        return True
    earliest = (year or 0) - _LONGEST_REVIEW
    return any(one >= earliest for one in years_in(signs.text[:_OPENING]))
