"""Wordings compared word by word: English reports, and reports in two languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duixian.accounting.knowledge import knowledge_of, language_of
from duixian.accounting.lists import members_of
from duixian.accounting.matching.nearest import Nearest
from duixian.accounting.matching.readers import readers_for
from duixian.accounting.matching.scored import Scored, Sides, shown
from duixian.accounting.matching.wording import Likeness, Rarity, Words
from duixian.accounting.records import Source
from duixian.accounting.wording import reason
from duixian.bilingual.page.labels import Label

_FIELD = 0.25
_CORE_FIELD = 0.55  # where the field is most of what is promised
_CORE_SHARE = 0.25
_NAME = 0.3
_SECTION = 0.12
_MEMBER = 0.22
_RARE = 5.0  # weight from which a member of a list tells by itself
_FAR_FROM_DIFFICULTY = 0.5


@dataclass(frozen=True, slots=True)
class _Read:
    text: str
    words: Words
    fields: frozenset[int]  # as a name of the field, for commitments; as a member, for candidates
    heading: Words


class WordScores:
    """Scores passages by the words they share with a commitment, the rarer the more."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._knowledge = knowledge_of(language_of(sides.review))
        wordings = sides.wordings()
        plan, review = sides.plan, sides.review
        self._promise_reader, self._answer_reader = readers_for(
            plan,
            review,
            [*wordings, *(section.heading for section in plan.sections)],
            [
                *(each.text for each in sides.candidates),
                *(each.heading for each in review.sections),
            ],
        )
        self._headings: dict[tuple[bool, str], Words] = {}
        self._answers = [
            self._read(each.text, review.sections[each.section].heading, is_promise=False)
            for each in sides.candidates
        ]
        self._promises = [
            self._read(wording, plan.sections[commitment.section].heading, is_promise=True)
            for commitment, wording in zip(sides.commitments, wordings, strict=True)
        ]
        self._rarity = Rarity([each.words for each in (*self._answers, *self._promises)])
        self._nearest = Nearest(
            [each.words for each in self._answers],
            [
                [*read.fields, *(claim.indicator for claim in candidate.claims if claim.indicator)]
                for candidate, read in zip(sides.candidates, self._answers, strict=True)
            ],
            self._rarity,
        )

    def near(self, number: int) -> list[int]:
        """Return the places of the passages that may answer a commitment."""
        read, commitment = self._promises[number], self._sides.commitments[number]
        marks = [*read.fields, *filter(None, (commitment.indicator,))]
        return self._nearest.near(read.words, marks)

    def of(self, number: int) -> list[Scored]:
        """Return what may answer the commitment of this number."""
        members = self._telling_members(self._promises[number].text)
        return [self._weigh(number, members, index) for index in self.near(number)]

    def _read(self, text: str, heading: str, *, is_promise: bool) -> _Read:
        reader = self._promise_reader if is_promise else self._answer_reader
        if (is_promise, heading) not in self._headings:
            self._headings[is_promise, heading] = reader.read(heading)
        # Fields are known by the words of the review's language.
        fields = frozenset(
            number
            for number, field in enumerate(self._knowledge.fields)
            if any(word in text for word in (field.names if is_promise else field.members))
        )
        return _Read(text, reader.read(text), fields, self._headings[is_promise, heading])

    def _weigh(
        self, number: int, members: Sequence[tuple[str, frozenset[str]]], index: int
    ) -> Scored:
        read, answer = self._promises[number], self._answers[index]
        candidate = self._sides.candidates[index]
        like = self._rarity.compare(read.words, answer.words)
        reasons, score = _wording_reasons(like), like.score
        if common := read.words.names & answer.words.names:
            score += _NAME
            reasons.append(reason("same name", names=", ".join(sorted(common))))
        if common := read.words.short_names & answer.words.short_names:
            score += _NAME
            reasons.append(reason("short name", names=", ".join(sorted(common))))
        if named := [member for member, units in members if units <= answer.words.units]:
            score += _MEMBER
            reasons.append(reason("member", names=", ".join(named)))
        if candidate.source is not Source.IMPLIED:
            if shared := read.fields & answer.fields:
                score += self._field_bonus(read, shared)
                names = [self._knowledge.fields[field].names[0] for field in sorted(shared)]
                reasons.append(reason("field", names=", ".join(names)))
            if read.heading.units & answer.heading.units:
                score += _SECTION * self._rarity.compare(read.heading, answer.heading).score
        if candidate.source is Source.DIFFICULTY and like.of_first < _FAR_FROM_DIFFICULTY:
            score *= 0.7
        return Scored(index, score, like.of_first, like.of_second, tuple(reasons))

    def _telling_members(self, text: str) -> list[tuple[str, frozenset[str]]]:
        """Return the members of lists in a promise that are rare enough to tell by themselves."""
        read = [(member, self._promise_reader.read(member).units) for member in members_of(text)]
        return [each for each in read if each[1] and self._rarity.weight(each[1]) >= _RARE]

    def _field_bonus(self, read: _Read, shared: frozenset[int]) -> float:
        """Give more where the name of the field is most of what is promised."""
        held = max(
            len(name)
            for field in shared
            for name in self._knowledge.fields[field].names
            if name in read.text
        )
        share = held / max(1, len(read.words.bare))
        return _CORE_FIELD if share >= _CORE_SHARE else _FIELD


def _wording_reasons(like: Likeness) -> list[Label]:
    if not like.common:
        return []
    return [
        reason(
            "words and shares",
            words=shown(like.common),
            promise=f"{like.of_first:.0%}",
            answer=f"{like.of_second:.0%}",
        )
    ]
