"""How far a report argues for what it says: in which share of its sentences it gives reasons.

Early reports speak in whole arguments, where a sentence is told by its words more than by its
section; later ones list deeds and tasks, and their sections tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from duixian.reading.records import Language
from duixian.reading.statements.manner import Spoken
from duixian.reading.statements.patterns import statement_patterns

_FEWEST = 15  # sentences that show the manner of a text


def share_of_reasons(spoken: Sequence[Spoken], language: Language) -> float:
    """Return the share of a report's sentences with the words of one who gives reasons.

    From 0 to 1: 0.5 to 0.9 before 1993, 0.2 to 0.5 up to 2013, 0.1 to 0.2 since. A text too
    short to show it has none.
    """
    told = [one.signs for one in spoken if one.signs.language is language and not one.is_heading]
    if len(told) < _FEWEST:
        return 0.0
    reasons = statement_patterns(language).description.reasons
    return sum(signs.of(reasons) is not None for signs in told) / len(told)
