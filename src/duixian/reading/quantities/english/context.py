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
    is_whole_to_be_parted,
    may_be_intended,
    names_goal,
    speaks_elsewhere,
    was_intended,
)
from duixian.reading.quantities.english.basis import basis_of
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
    speaks_of_plans = may_be_intended(normal, start, end)
    contexts: list[Context] = []
    previous: Place | None = None
    shares = told_off(normal, start, mentions)
    places = places_of(normal, start, end, mentions)
    label = label_of(normal, start, end, mentions)
    is_elsewhere = speaks_elsewhere(normal, start, end)
    totals = told_totals(places)
    again = told_again(normal, mentions) if "respectively" in normal[start:end] else {}
    head = head_of_list(normal, start)
    counted: tuple[Place, str] | None = None  # that the number in front only tells of
    predicate: list[str] = []  # of the number in front, behind this one
    for place, following in zip(places, chain(places[1:], [None]), strict=True):
        basis, why = basis_of(place, previous, contexts[-1].basis if contexts else None)
        inherited = contexts[-1].measure if contexts else head
        if counted and is_of_them(place):
            previous, inherited = counted
        counted = None
        measure = shares.get(len(contexts)) or english_measure(place, previous, inherited)
        if basis is Basis.LEVEL and place.mention.unit not in TERMS:
            measure = without_move(measure)
        if following and _leaves_noun(normal, place, following):
            measure = " ".join([measure, *phrase_behind(following.behind)]).strip()
        if following and _counts_class(normal, place, following):
            measure = " ".join(_class_counted(place, following))
        if following and (what := goes_to(place, following)):
            measure = " ".join(what)
        shared, predicate = predicate, predicate_behind(place, following) if following else []
        if following and (told := predicate or told_of_all(place, following)):
            measure = " ".join(told)
        if before := places[len(contexts) - 1] if contexts else None:
            told = had_by_things(before, place) or told_of_all(before, place)
            measure = " ".join(told) if told else measure
            counted = (before, contexts[-1].measure) if shared else None
        if (move := again.get(len(contexts))) is not None:
            measure = f"{contexts[move[0]].measure} {move[1]}".rstrip()
        if (whose := totals.get(len(contexts))) is not None and (of := totalled(places[whose])):
            measure = " ".join([*of, "total"])
        if previous and (done := predicate_shared(previous, place)):
            _share_predicate(contexts, places, done)
        if label and place.mention.start >= label.end:
            measure = _labelled(label, measure)
            if label.is_growth and place.mention.unit == "%" and not place.before.strip():
                basis, why = Basis.CHANGE, "the change itself is told"
        is_other = is_background(normal, place, following, basis)
        is_other = is_other or (is_elsewhere and not names_goal(place))
        is_other = is_other or (previous is not None and is_part_of_state(place, previous))
        if previous is None and following and not is_other:
            is_other = is_whole_to_be_parted(place, normal[following.mention.end : end])
        meant = speaks_of_plans and was_intended(place)
        contexts.append(Context(basis, measure, is_other, why, is_intended=meant))
        previous = place
    if len(contexts) == 1 and not contexts[0].measure:
        below = words_below(normal, start, end, mentions)
        return [replace(contexts[0], measure=below)]
    return contexts


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
