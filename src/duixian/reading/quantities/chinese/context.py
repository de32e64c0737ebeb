"""What a Chinese number says: its basis, its measure, and whether it is background."""

from __future__ import annotations

from duixian.reading.quantities.chinese.background import (
    is_aimed_at,
    is_background,
    is_reached,
    may_be_intended,
    was_intended,
)
from duixian.reading.quantities.chinese.basis import basis_of
from duixian.reading.quantities.chinese.earlier_levels import earlier_levels, is_listed_start
from duixian.reading.quantities.chinese.measure import chinese_measures
from duixian.reading.quantities.chinese.place import Place, places_of
from duixian.reading.quantities.clause_ends import CHINESE_CLAUSE_END, clause_ends
from duixian.reading.quantities.context import Context
from duixian.reading.quantities.mentions import Mention


def chinese_contexts(normal: str, start: int, end: int, mentions: list[Mention]) -> list[Context]:
    """Return the context of each mention of the sentence ``normal[start:end]``; ratios are one."""
    contexts: list[Context] = []
    previous: Place | None = None
    marks = clause_ends(CHINESE_CLAUSE_END, normal, start, end, mentions)
    measures = chinese_measures(normal, start, end, mentions, marks)
    places = places_of(normal, start, end, mentions, marks)
    speaks_of_plans = may_be_intended(normal, start, end)
    earlier = earlier_levels(normal, start, places)
    for place, measure, is_earlier in zip(places, measures, earlier, strict=True):
        last = contexts[-1] if contexts else None
        basis, why = basis_of(place, previous, last.basis if last else None)
        goes_on = last is not None and last.is_background and is_listed_start(normal, place, end)
        is_other = goes_on or is_earlier or is_background(normal, place, end)
        meant = speaks_of_plans and was_intended(place)
        reached, aimed = is_reached(normal, place), speaks_of_plans and is_aimed_at(place)
        contexts.append(Context(basis, measure, is_other, why, reached, meant, aimed))
        previous = place
    return contexts
