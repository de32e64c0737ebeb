"""What each sentence does: reports a result, makes a commitment, or gives context.

Rules tell it where a report lists deeds and tasks. Where a report argues, as early Chinese ones
do, the words of each sentence are weighed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from duixian.reading.records import Kind, Language, Role
from duixian.reading.statements.arguing import share_of_reasons
from duixian.reading.statements.by_rules import HEADING, KindReader
from duixian.reading.statements.context import DIFFICULTIES
from duixian.reading.statements.course import Situation
from duixian.reading.statements.kind_signs import tells_adversity
from duixian.reading.statements.manner import Spoken
from duixian.reading.statements.patterns import statement_patterns
from duixian.reading.statements.weighing import Weighable, weigh

ARGUES = 0.22  # share of sentences that give reasons, from which a Chinese report argues
_ARGUES_IF_SHORT = 0.5  # news of a report quote those who give reasons
_SHORT = 60  # sentences
_ARGUES_IN_HEADINGS = 0.4  # up to which its numbered headings name themes, and set no tasks
_NUMBERED = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.．])"
)
_WEIGHED = Language.ZH  # the language that there are weights for


def kinds_of(situations: Sequence[Situation], spoken: Sequence[Spoken]) -> list[tuple[Kind, str]]:
    """Return the kind of each sentence of a report, in order, and why."""
    kinds = _by_rules(situations, items_state=True)
    share = share_of_reasons(spoken, _WEIGHED)
    if share < (ARGUES if len(situations) >= _SHORT else _ARGUES_IF_SHORT):
        return kinds
    places, sentences = weighable_of(situations)  # the weights were fitted with items as headings
    for place, one, weighed in zip(places, sentences, weigh(sentences, share), strict=True):
        if not (_is_sure(one, share) or _is_trouble(one, weighed[0]) or _is_over(one, weighed[0])):
            kinds[place] = weighed
    return kinds


def _is_sure(one: Weighable, share: float) -> bool:
    """Return whether the rules tell the kind of a sentence whatever its words weigh."""
    if one.why == HEADING:
        is_numbered = _NUMBERED.match(one.situation.text) is not None
        return is_numbered and one.situation.opens_section and share < _ARGUES_IN_HEADINGS
    if one.by_rules is Kind.COMMITMENT and _promises_surely(one):
        return True
    return one.by_rules is Kind.CONTEXT and one.why in _sure_contexts()


def _is_trouble(one: Weighable, weighed: Kind) -> bool:
    """Return whether figures of difficulties only look like results."""
    is_said_so = one.why == DIFFICULTIES and weighed is Kind.RESULT
    return is_said_so and tells_adversity(one.situation.text)


def _is_over(one: Weighable, weighed: Kind) -> bool:
    """Return whether figures of a time that is over only look like targets."""
    if one.by_rules is not Kind.RESULT or weighed is not Kind.COMMITMENT:
        return False
    told = statement_patterns(_WEIGHED).turns.past_told
    return told is not None and told.match(one.situation.text) is not None


def _promises_surely(one: Weighable) -> bool:
    told = statement_patterns(_WEIGHED).description.sure_promises
    return told is not None and told.search(one.situation.text) is not None


@cache
def _sure_contexts() -> frozenset[str]:
    return frozenset(one.name for one in statement_patterns(_WEIGHED).context if one.is_sure)


def weighable_of(situations: Sequence[Situation]) -> tuple[list[int], list[Weighable]]:
    """Return the places of the sentences that can be weighed, and each with its kind by rules."""
    kinds = _by_rules(situations)
    places = [
        place
        for place, one in enumerate(situations)
        if one.language is _WEIGHED and one.role is not Role.FURNITURE
    ]
    return places, [Weighable(situations[place], *kinds[place]) for place in places]


def _by_rules(
    situations: Sequence[Situation], *, items_state: bool = False
) -> list[tuple[Kind, str]]:
    rules = KindReader(items_state=items_state)
    return [rules.read(situation) for situation in situations]
