"""What English numbers measure: the phrase that names it, before or behind the number.

A number that only says how far something moved (up 2 points from last year) has the subject of
the number before it; the members of a list share the verb that opens it.
"""

from __future__ import annotations

import re

from duixian.reading.quantities.english.context_words import set_against
from duixian.reading.quantities.english.elided import named, with_left_out
from duixian.reading.quantities.english.leaning import with_leaning
from duixian.reading.quantities.english.measure_ways import words_beside
from duixian.reading.quantities.english.measure_words import measure_words
from duixian.reading.quantities.english.phrase import phrase_before, phrase_behind
from duixian.reading.quantities.english.place import Place
from duixian.reading.quantities.english.subjects import own_noun, with_subject
from duixian.reading.quantities.mentions import RATES

_LONGEST_SUBJECT = 14
_FROM = re.compile(r"\W*(?:up |down )?from ")
_EARLIER = re.compile(r" (?:a|one) (?:year|month) (?:ago|before|earlier)\b")


def english_measure(place: Place, previous: Place | None, inherited: str) -> str:
    """Return the counted noun phrase with its verb, or the subject the figure is said of.

    ``inherited`` is the measure of the number before it.
    """
    inherited = " ".join(inherited.split(" ")[:_LONGEST_SUBJECT])
    if inherited and _only_moves(place):
        noun = measure_words().named_move.search(place.before)
        return f"{inherited} {noun[0]}" if noun and noun[0] not in inherited else inherited
    if inherited and (_set_against(place) or _is_of_earlier(place)):
        return inherited
    words = (
        own_noun(place, previous)
        or with_leaning(place, previous, inherited)
        or with_left_out(place, previous, inherited)
        or with_subject(place, inherited)
        or words_beside(place, previous, inherited)
    )
    return " ".join(_once(named(words, place, previous, inherited))) or inherited


def without_move(measure: str) -> str:
    """Return the measure of a level without how it was reached: the coverage rate increased."""
    first, *rest = words = measure.split(" ")
    if rest and first.lower() in measure_words().moving:
        return " ".join(rest)
    return (
        " ".join(words[:-1]) if rest and rest[-1].lower() in measure_words().moved_to else measure
    )


def word_of_move(words: str) -> str | None:
    """Return the word of a move where that is all words say: increase, of ", an increase of "."""
    moved = measure_words().moved.match(words)
    if moved is None:
        return None
    noun = measure_words().named_move.search(words)
    return noun[0] if noun else ""


def _once(words: list[str]) -> list[str]:
    """projects projects: a word that the two sides of the number share is said once."""
    return [word for at, word in enumerate(words) if not at or word != words[at - 1]]


def _set_against(place: Place) -> bool:
    """as against 6 percent in 1980; 15 and 12 percent year on year: of what was told before."""
    if set_against().fullmatch(place.before):
        is_of_the_same = not phrase_behind(place.behind)
    else:
        is_of_the_same = place.mention.unit in RATES and _is_timed(place.behind)
    return is_of_the_same and not phrase_before(set_against().sub("", place.before))


def _is_of_earlier(place: Place) -> bool:
    """up from 31 a year earlier: of what was told before."""
    if not place.before.endswith("from ") or _FROM.fullmatch(place.before) is None:
        return False
    return _EARLIER.match(place.behind) is not None


def _is_timed(behind: str) -> bool:
    """Tell whether a number is only compared with another time: year on year."""
    words = measure_words()
    if not words.compared_with.match(behind) or words.compared.match(behind):
        return False
    return bool(behind.strip(" ,."))


def _only_moves(place: Place) -> bool:
    """Tell whether all that is said is how far it moved: up 2 points from the previous year."""
    words = measure_words()
    if words.compared_with.match(place.behind) is None:
        return False
    moved = words.moved.search(place.before)
    return moved is not None and not phrase_before(place.before[: moved.start()])
