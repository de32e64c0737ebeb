"""What each sentence does: reports a result, makes a commitment, or gives context.

Rules tell it where a report lists deeds and tasks. Where a report argues, as early Chinese ones
do, the words of each sentence are weighed.
"""

from __future__ import annotations

from collections.abc import Sequence

from duixian.reading.records import Kind, Language, Role
from duixian.reading.statements.arguing import share_of_reasons
from duixian.reading.statements.by_rules import KindReader
from duixian.reading.statements.course import Situation
from duixian.reading.statements.manner import Spoken
from duixian.reading.statements.signs import Signs
from duixian.reading.statements.weighing import Weighable, weigh

ARGUES = 0.22  # share of sentences that give reasons, from which a Chinese report argues
_WEIGHED = Language.ZH  # the language that there are weights for


def kinds_of(situations: Sequence[Situation], spoken: Sequence[Spoken]) -> list[tuple[Kind, str]]:
    """Return the kind of each sentence of a report, in order, and why."""
    told = _by_rules(situations)
    kinds = [(one.by_rules, one.why) for one in told]
    share = share_of_reasons(spoken, _WEIGHED)
    if share < ARGUES:
        return kinds
    places = _places_weighed(situations)
    weighed = weigh([told[place] for place in places], share)
    for place, kind in zip(places, weighed, strict=True):
        kinds[place] = kind
    return kinds


def weighable_of(situations: Sequence[Situation]) -> tuple[list[int], list[Weighable]]:
    """Return the places of the sentences that can be weighed, and each with its kind by rules."""
    told, places = _by_rules(situations), _places_weighed(situations)
    return places, [told[place] for place in places]


def _by_rules(situations: Sequence[Situation]) -> list[Weighable]:
    rules = KindReader()
    told = []
    for situation in situations:
        signs = Signs(situation.language, situation.text)
        told.append(Weighable(situation, signs, *rules.read(signs, situation)))
    return told


def _places_weighed(situations: Sequence[Situation]) -> list[int]:
    return [
        place
        for place, one in enumerate(situations)
        if one.language is _WEIGHED and one.role is not Role.FURNITURE
    ]
