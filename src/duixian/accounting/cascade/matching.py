"""What one district promises of what the city promises: by indicator first, else by wording.

A wording is compared only with wordings of its own language; indicators are known in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from duixian.accounting.cascade.records import Carrier
from duixian.accounting.knowledge import definitions_in, knowledge_of
from duixian.accounting.matching.nearest import Nearest, marks_of
from duixian.accounting.matching.numbers import commensurable
from duixian.accounting.matching.wording import Rarity, WordReader, Words
from duixian.accounting.records import Commitment
from duixian.accounting.wording import indicator_reason, reason
from duixian.bilingual.audit.conversion import conversion_of
from duixian.bilingual.page.labels import Label
from duixian.reading.quantities.mentions import RATES
from duixian.reading.records import Report

_ALIKE = 0.55
_LEAST_SHARE = 0.35  # of each wording that the other must have
_LEAST_WITH_NUMBER = 0.4  # of each, where two numbers without an indicator are to be one measure
_SAME_INDICATOR = 0.85


class Matcher:
    """Finds what a district carries of the commitments of its city."""

    def __init__(
        self,
        city: Report,
        district: Report,
        ours: Sequence[Commitment],
        theirs: Sequence[Commitment],
        index: int,
    ) -> None:
        self._index = index
        self._theirs = theirs
        texts = (city.document.text, district.document.text)
        self._readers = {language: _reader(language, texts) for language in ("zh", "en")}
        self._words = {
            id(each): self._readers[_language(each)].read(_wording(each))
            for each in (*ours, *theirs)
        }
        self._rarity = Rarity(self._words.values())
        self._nearest = Nearest([*map(self._of, theirs)], [*map(marks_of, theirs)], self._rarity)

    def carrier_of(self, commitment: Commitment) -> Carrier | None:
        """Return what the district promises of a commitment, where it promises anything of it."""
        best, why, carried = 0.0, None, None
        for index in self._nearest.near(self._of(commitment), marks_of(commitment)):
            score, found = self._compare(commitment, self._theirs[index])
            if found and (score := round(min(1.0, score), 3)) > best:
                best, why, carried = score, found, self._theirs[index]
        if carried is None or why is None:
            return None
        number = _number(commitment, carried)
        share = _share(commitment, number)
        return Carrier(self._index, carried, best, (why.en,), (why.zh,), number, share)

    def _compare(self, ours: Commitment, theirs: Commitment) -> tuple[float, Label | None]:
        """Return how surely two commitments are one, and why; no reason where they are not."""
        like = self._rarity.compare(self._of(ours), self._of(theirs))
        if ours.indicator and ours.indicator == theirs.indicator:
            if _number(ours, theirs) is None and ours.quantity and theirs.quantity:
                return 0.0, None
            return _SAME_INDICATOR + 0.1 * like.score, indicator_reason("indicator", ours.indicator)
        if ours.indicator and theirs.indicator:
            return 0.0, None
        both = ours.quantity is not None and theirs.quantity is not None
        least = _LEAST_WITH_NUMBER if both else _LEAST_SHARE
        if like.score < _ALIKE or min(like.of_first, like.of_second) < least:
            return 0.0, None
        if both and _number(ours, theirs) is None:
            return 0.0, None
        words = " ".join(like.common[:8])
        return min(like.score, _SAME_INDICATOR), reason(
            "words", words=words, score=f"{like.score:.2f}"
        )

    def _of(self, commitment: Commitment) -> Words:
        return self._words[id(commitment)]


def _reader(language: str, texts: Sequence[str]) -> WordReader:
    knowledge = knowledge_of(language)
    short: dict[str, str] = {}
    for text in texts:
        short.update(definitions_in(text, knowledge))
    return WordReader(knowledge, short)


def _language(commitment: Commitment) -> str:
    is_chinese = any("\u3400" <= letter <= "\u9fff" for letter in commitment.text)
    return "zh" if is_chinese else "en"


def _wording(commitment: Commitment) -> str:
    return f"{commitment.text} {commitment.measure}" if commitment.quantity else commitment.text


def _number(ours: Commitment, theirs: Commitment) -> Decimal | None:
    """Return the district's number in the city's unit, where both measure one kind of thing."""
    target, found = ours.quantity, theirs.quantity
    if target is None or found is None or found.high is not None:
        return None
    if target.basis is not found.basis or not commensurable(target, found.unit, found.basis):
        return None
    if target.unit == found.unit:
        return found.value
    factor = Decimal(str(conversion_of(found.unit).factor))
    return found.value * factor / Decimal(str(conversion_of(target.unit).factor))


def _share(ours: Commitment, number: Decimal | None) -> Decimal | None:
    """Return the share of the city's number; a rate has none."""
    target = ours.quantity
    if number is None or target is None or target.high is not None or not target.value:
        return None
    return None if target.unit in RATES else number / target.value
