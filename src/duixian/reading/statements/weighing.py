"""The kind of each sentence of a report that argues: its words and signs are weighed.

A sentence is weighed twice: by its own words, pairs of the words that make its frame and signs,
then beside the sentences around it and what the rules of a report that lists would say. Weights are
fitted to annotated reports by ``tools/fit_kinds.py``: a multinomial logistic regression each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import exp

import msgspec

from duixian.language.chinese_words import chinese_word_finder
from duixian.reading.records import Kind
from duixian.reading.statements.course import Situation
from duixian.reading.statements.kind_signs import classes_shown
from duixian.reading.statements.kind_weights import (
    KINDS,
    PARTED,
    KindWeights,
    Triple,
    frame_words,
    kind_weights,
    words_of_one,
)

_NUMBER = re.compile(r"\d[\d.,]*|[〇○零一二三四五六七八九十百千]{2,}")
_ANY_NUMBER = "0"
_SPACE = re.compile(r"\s+")
_PLACES = ((-1, "before"), (1, "after"), (-2, "two before"), (2, "two after"))
_APART = ", apart"  # in another paragraph
_NOBODY = (1 / 3, 1 / 3, 1 / 3)  # what is expected where there is no such sentence
_REACH = 5  # words of the frame from the first of a pair to the second
_NAMED = 3  # words that an answer names
_TELLING = 3  # one of them tells at most so many times less than the first


class Weighable(msgspec.Struct, frozen=True):
    """A sentence to be weighed, with what the rules of a report that lists say of it."""

    situation: Situation
    by_rules: Kind
    why: str  # the rules say so

    @property
    def opens(self) -> bool:
        """Whether it opens a paragraph or a section."""
        return self.situation.opens_paragraph or self.situation.opens_section


def weigh(sentences: Sequence[Weighable], share: float) -> list[tuple[Kind, str]]:
    """Return the kind of each sentence of a report, in order, and why.

    ``share`` is that of sentences that give reasons, from 0 to 1.
    """
    weights = kind_weights()
    own = [_own_sums(weights, one.situation, share) for one in sentences]
    return [
        _weighed(weights, one, inputs)
        for one, inputs in zip(sentences, inputs_around(own, sentences), strict=True)
    ]


def _weighed(weights: KindWeights, one: Weighable, inputs: Mapping[str, float]) -> tuple[Kind, str]:
    """Return the heaviest kind; the reason is that of the rules where they say the same."""
    around = weights.around
    sums = _sum(around.start, ((around.inputs[name], value) for name, value in inputs.items()))
    place = sums.index(max(sums))
    if KINDS[place] is one.by_rules:
        return one.by_rules, one.why
    words = "、".join(_telling_words(weights, one.situation.text, place))
    return KINDS[place], f"weighed: {words}" if words else "weighed"


def bounded(text: str) -> str:
    """Return a sentence as its words are sought in it: between marks, any number as one."""
    return f"^{_NUMBER.sub(_ANY_NUMBER, _SPACE.sub('', text))}$"


def pairs_of(sought: str) -> set[str]:
    """Return the pairs of frame words that stand near each other in a bounded sentence."""
    words = frame_words().longest_in(sought)
    return {
        f"{first}{PARTED}{second}"
        for place, first in enumerate(words)
        for second in words[place + 1 : place + 1 + _REACH]
    }


def signs_of(situation: Situation) -> list[str]:
    """Return the names of the signs that a sentence and its place show."""
    signs, text = situation.signs, situation.text
    patterns = signs.patterns
    certainty = "certain" if situation.role_is_certain else "guessed"
    shown = {
        f"role: {situation.role.value}, {certainty}": True,
        "heading": situation.is_heading,
        "opens a paragraph": situation.opens_paragraph,
        "opens a section": situation.opens_section,
        "promised": signs.of(patterns.modality.promised),
        "obliged": signs.of(patterns.modality.obliged),
        "done": signs.of(patterns.modality.done),
        "told": signs.of(patterns.modality.told),
        "state": signs.of(patterns.description.state),
        "copula": signs.of(patterns.description.copula),
        "imperative": patterns.description.imperative.search(text),
        "asks": signs.of(patterns.description.asks),
        "reasons": signs.of(patterns.description.reasons),
        "to review": signs.of(patterns.turns.to_review),
        "to plan": signs.of(patterns.turns.to_plan),
        "list item": patterns.turns.list_item.match(text),
        "leaves review": signs.of(patterns.turns.leaves_review),
    }
    classes = classes_shown(text, situation.year_planned)
    return [*(name for name, sign in shown.items() if sign), *classes]


def inputs_around(
    own: Sequence[Triple], sentences: Sequence[Weighable]
) -> Iterator[dict[str, float]]:
    """Yield for each sentence what its second weighing is of, by name.

    ``own`` are the sums of the first weighing.
    """
    likely = [_likely(sums) for sums in own]
    for place, sums in enumerate(own):
        inputs = _by_kind("own", sums) | dict.fromkeys(signs_of(sentences[place].situation), 1.0)
        for step, name in _PLACES:
            there = place + step
            if _is_apart(sentences, place, there):
                name += _APART
            known = 0 <= there < len(likely)
            inputs |= _by_kind(name, likely[there] if known else _NOBODY)
        inputs[f"rules: {sentences[place].by_rules.value}"] = 1.0
        for step, name in _PLACES[:2]:
            if not _is_apart(sentences, place, place + step):
                inputs[f"rules {name}: {sentences[place + step].by_rules.value}"] = 1.0
        yield inputs


def _by_kind(name: str, three: Triple) -> dict[str, float]:
    return dict(zip(_names(name), three, strict=True))


@cache
def _names(name: str) -> tuple[str, ...]:
    return tuple(f"{name}: {kind.value}" for kind in KINDS)


def _is_apart(sentences: Sequence[Weighable], here: int, there: int) -> bool:
    """Return whether no such sentence is there, or a paragraph opens between."""
    if not 0 <= there < len(sentences):
        return True
    first, last = sorted((here, there))
    return any(sentences[place].opens for place in range(first + 1, last + 1))


def _likely(sums: Triple) -> Triple:
    """Return how likely each kind is (softmax)."""
    highest = max(sums)
    result, commitment, context = (exp(one - highest) for one in sums)
    every = result + commitment + context
    return result / every, commitment / every, context / every


def _own_sums(weights: KindWeights, situation: Situation, share: float) -> Triple:
    sought = bounded(situation.text)
    words = {word for word, _, _ in weights.finder.all_in(sought)}
    shown = [weights.start, *map(weights.of_words.__getitem__, words)]
    shown += [weights.of_pairs[pair] for pair in pairs_of(sought) & weights.of_pairs.keys()]
    shown += [weights.signs[name] for name in signs_of(situation) if name in weights.signs]
    result, commitment, context = map(sum, zip(*shown, strict=True))
    return _sum((result, commitment, context), [(weights.share, share)])


def _sum(start: Triple, weighed: Iterable[tuple[Triple, float]]) -> Triple:
    result, commitment, context = start
    for (first, second, third), value in weighed:
        result += first * value
        commitment += second * value
        context += third * value
    return result, commitment, context


def _telling_words(weights: KindWeights, text: str, place: int) -> list[str]:
    """Return the words of a sentence that weigh most for a kind against the others."""
    sought = bounded(text)
    telling = _telling(weights, sought, place)
    words = {
        sought[start:end]: sum(telling[start:end])
        for _, start, end in chinese_word_finder().all_in(sought)
    }
    of_one = words_of_one()
    words |= {one: telling[at] for at, one in enumerate(sought) if one in of_one}
    named: list[str] = []
    for word in sorted(words, key=lambda word: -words[word]):
        if len(named) == _NAMED or words[word] <= words[named[0] if named else word] / _TELLING:
            break
        if not any(word in other for other in named):
            named.append(word)
    return named


def _telling(weights: KindWeights, sought: str, place: int) -> list[float]:
    """Return how much each character weighs for a kind against the others, by all runs it is in."""
    telling = [0.0] * len(sought)
    for number, start, end in weights.finder.all_in(sought):
        above = _above_others(weights.of_words[number], place)
        for character in range(start, end):
            telling[character] += above / (end - start)
    return telling


def _above_others(weighed: Triple, place: int) -> float:
    """Return how much more a word weighs for one kind than for the others in the mean."""
    return weighed[place] - (sum(weighed) - weighed[place]) / 2
