"""What an English number says: its basis, its measure, and whether it is background."""

from __future__ import annotations

from itertools import chain

from msgspec.structs import replace

from duixian.reading.quantities.context import Context
from duixian.reading.quantities.english.attributes import (
    had_by_things,
    head_of_list,
    is_of_them,
    predicate_behind,
    told_of_all,
)
from duixian.reading.quantities.english.background import (
    is_background,
    is_part_of_state,
    is_reached,
    is_whole_to_be_parted,
    may_be_intended,
    names_goal,
    was_intended,
)
from duixian.reading.quantities.english.basis import basis_of, is_than_years_before
from duixian.reading.quantities.english.beside import Beside
from duixian.reading.quantities.english.gapped import seen_by
from duixian.reading.quantities.english.labels import Label, label_of, words_below
from duixian.reading.quantities.english.leaning import goes_to
from duixian.reading.quantities.english.measure import english_measure, without_move
from duixian.reading.quantities.english.phrase import phrase_before, phrase_behind
from duixian.reading.quantities.english.place import TERMS, Place, places_of
from duixian.reading.quantities.english.shares import told_again, told_off
from duixian.reading.quantities.english.subjects import (
    is_member,
    predicate_shared,
    told_totals,
    totalled,
)
from duixian.reading.quantities.mentions import Mention
from duixian.reading.records import Basis


def english_contexts(normal: str, start: int, end: int, mentions: list[Mention]) -> list[Context]:
    """Return the context of each mention of the sentence ``normal[start:end]``; ratios are one."""
    reading = _Reading(normal, start, end, mentions)
    for place, following in zip(reading.places, chain(reading.places[1:], [None]), strict=True):
        reading.read(place, following)
    contexts = reading.contexts
    if len(contexts) == 1 and not contexts[0].measure:
        below = words_below(normal, start, end, mentions)
        return [replace(contexts[0], measure=below)]
    return contexts


_PERFECT = " ha"  # has, have or had


class _Reading:
    """The numbers of one sentence, read in order: each may lean on those in front of it."""

    def __init__(self, normal: str, start: int, end: int, mentions: list[Mention]) -> None:
        self.normal, self.end = normal, end
        self.places = places_of(normal, start, end, mentions)
        self.contexts: list[Context] = []
        self._previous: Place | None = None
        self._counted: tuple[Place, str] | None = None  # that the number in front only tells of
        self._predicate: list[str] = []  # of the number in front, behind this one
        self._speaks_of_plans = may_be_intended(normal, start, end)
        self._tells_perfect = normal.find(_PERFECT, start, end) >= 0
        self._beside = Beside(normal, start, end)
        self._shares = told_off(normal, start, mentions)
        self._label = label_of(normal, start, end, mentions)
        self._totals = told_totals(self.places)
        self._again = told_again(normal, mentions) if "respectively" in normal[start:end] else {}
        self._head = head_of_list(normal, start)

    def read(self, place: Place, following: Place | None) -> None:
        """Add the context of the next number, ``following`` being the one behind it."""
        last = self.contexts[-1] if self.contexts else None
        basis, why = basis_of(place, self._previous, last.basis if last else None)
        if following and is_than_years_before(place, following):
            basis, why = Basis.CHANGE, "compared with an earlier time"
        previous, inherited = self._previous, last.measure if last else self._head
        if self._counted and is_of_them(place):
            previous, inherited = self._counted
        measure = self._shares.get(len(self.contexts)) or english_measure(
            place, previous, inherited
        )
        if last and last.measure:
            measure = seen_by(measure, last.measure)
        if basis is Basis.LEVEL and place.mention.unit not in TERMS:
            measure = without_move(measure)
        measure = self._of_all(measure, place, following)
        if previous and (done := predicate_shared(previous, place)):
            _share_predicate(self.contexts, self.places, done)
        if self._label and place.mention.start >= self._label.end:
            measure = _labelled(self._label, measure)
            if self._label.is_growth and place.mention.unit == "%" and not place.before.strip():
                basis, why = Basis.CHANGE, "the change itself is told"
        is_other = self._is_other(place, previous, following, basis)
        meant = self._speaks_of_plans and was_intended(place)
        reached = self._tells_perfect and is_reached(place)
        meant = meant or self._beside.was_planned(place)
        self.contexts.append(
            Context(basis, measure, is_other, why, is_reached=reached, is_intended=meant)
        )
        self._previous = place

    def _of_all(self, measure: str, place: Place, following: Place | None) -> str:
        """Return the measure as the numbers beside this one and the whole list tell it."""
        shared, self._predicate, self._counted = self._predicate, [], None
        if following:
            self._predicate = predicate_behind(place, following)
            measure = self._with_following(measure, place, following)
        if self.contexts:
            before = self.places[len(self.contexts) - 1]
            told = had_by_things(before, place) or told_of_all(before, place)
            measure = " ".join(told) if told else measure
            self._counted = (before, self.contexts[-1].measure) if shared else None
        if (move := self._again.get(len(self.contexts))) is not None:
            measure = f"{self.contexts[move[0]].measure} {move[1]}".rstrip()
        whose = self._totals.get(len(self.contexts))
        if whose is not None and (of := totalled(self.places[whose])):
            measure = " ".join([*of, "total"])
        return measure

    def _with_following(self, measure: str, place: Place, following: Place) -> str:
        """Return the measure, or what is told of this number behind the following one."""
        if told := self._predicate or told_of_all(place, following) or goes_to(place, following):
            return " ".join(told)
        if _counts_class(self.normal, place, following):
            return " ".join(_class_counted(place, following))
        if _leaves_noun(self.normal, place, following):
            return " ".join([measure, *phrase_behind(following.behind)]).strip()
        return measure

    def _is_other(
        self, place: Place, previous: Place | None, following: Place | None, basis: Basis
    ) -> bool:
        """Return whether the number stands only beside what the sentence tells or promises."""
        if is_background(self.normal, place, following, basis):
            return True
        if self._beside.is_background(place):
            return True
        if self._beside.is_elsewhere and not names_goal(place):
            return True
        if previous is not None:
            return is_part_of_state(place, previous)
        if following is None:
            return False
        return is_whole_to_be_parted(place, self.normal[following.mention.end : self.end])


def _share_predicate(contexts: list[Context], places: list[Place], done: str) -> None:
    """Eight halls, 12 parks and one school were opened: all members in front of the last were."""
    at = len(contexts) - 1
    contexts[at] = replace(contexts[at], measure=f"{contexts[at].measure} {done}")
    while at and is_member(places[at - 1], places[at]):
        at -= 1
        contexts[at] = replace(contexts[at], measure=f"{contexts[at].measure} {done}")


def _leaves_noun(normal: str, place: Place, following: Place) -> bool:
    """build 10,000 and renovate another 17,000 homes: what both count is said of the second."""
    return (
        place.mention.unit == following.mention.unit == "count"
        and not place.behind.strip()
        and bool(place.before.strip())
        and normal.startswith(" and ", place.mention.high_edge)
    )


def _class_counted(place: Place, following: Place) -> list[str]:
    things = [word for word in phrase_behind(following.behind) if word != "level"]
    return [*phrase_before(place.before)[-1:], *things]


def _counts_class(normal: str, place: Place, following: Place) -> bool:
    """seven 10-billion-yuan industries: what is counted stands behind the sum it belongs to."""
    is_next = normal[place.mention.high_edge : following.mention.low_edge] == " "
    return is_next and following.is_attributive and place.mention.unit == "count"


def _labelled(label: Label, measure: str) -> str:
    """The label stands in front of what the number says itself: Parking: 500 new spaces."""
    own = [word for word in measure.split() if word not in label.words.split()]
    return " ".join([label.words, *own])
