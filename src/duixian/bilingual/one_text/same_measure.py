"""One measure with two values in one document, or with values of another order of magnitude."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from duixian.bilingual.messages import said
from duixian.bilingual.one_text.measures import Stated, stated_figures
from duixian.bilingual.one_text.passages import Passages
from duixian.bilingual.one_text.wording import finding, in_words, place
from duixian.bilingual.one_text.words import words_of
from duixian.bilingual.records import Finding, Severity
from duixian.reading.records import Basis, Language

_FEWEST_LETTERS = 6  # of a Chinese measure
_FEWEST_WORDS = 2  # of an English one
_MOST_ALIKE = 4  # figures of one measure: with more, the words do not tell them apart
_TIMES = 7
_FARTHEST_IN_A_TERM = Decimal("1.5")
_AND = re.compile(r"\s*(?P<noun>[^\W\d][^\d,，。、；;]{3,40}?)\s*(?:,? and|和|、|及|以及|与)\s*")


def check_same_measure(passages: Passages) -> Iterator[Finding]:
    """Find figures of one measure that cannot all be right, or lie orders apart."""
    groups: dict[tuple[object, ...], list[Stated]] = defaultdict(list)
    for each in stated_figures(passages):
        if _is_telling(each):
            groups[_key(each)].append(each)
    farthest = _FARTHEST_IN_A_TERM if _reviews_a_term(passages) else None
    for group in groups.values():
        if not 1 < len(group) <= _MOST_ALIKE:
            continue
        for earlier, later in combinations(group, 2):
            if problem := _compare(earlier, later, farthest=farthest):
                yield problem


def check_repeated_nouns(passages: Passages) -> Iterator[Finding]:
    """Find "180 inspection results and 300 inspection results": one thing counted twice."""
    for passage in passages:
        for left, between, right in passage.pairs():
            noun = _AND.fullmatch(between)
            if noun is None or left.unit != right.unit or left.value == right.value:
                continue
            after = passage.after(right).strip()
            if not after.startswith(noun["noun"]) or after[len(noun["noun"]) :][:1].isalpha():
                continue
            yield finding(
                Severity.WARNING,
                "contradiction",
                said(
                    "counted-twice",
                    noun=noun["noun"],
                    first=in_words(left.quantity),
                    second=in_words(right.quantity),
                    place=place(left.quantity),
                ),
                passage,
                right,
                other=(passage, left),
            )


def _key(each: Stated) -> tuple[object, ...]:
    quantity = each.figure.quantity
    return each.passage.language, each.words, quantity.unit, quantity.basis, each.claim.place


def _is_telling(each: Stated) -> bool:
    """Tell whether the clause itself says what is measured, and of the whole, year and place."""
    words = words_of(each.passage.language)
    if not each.is_of_its_time or words.apart.search(each.clause):
        return False
    if each.figure.quantity.basis is Basis.CHANGE and each.claim.indicator is None:
        return False
    if each.passage.language is Language.ZH:
        measure = "".join(each.figure.quantity.measure.split())
        return len(measure) >= _FEWEST_LETTERS and each.clause.lstrip("，、").startswith(measure)
    return len(each.words) >= _FEWEST_WORDS


def _reviews_a_term(passages: Passages) -> bool:
    """Tell whether a report speaks of five years beside the one: then values may differ much."""
    return any(words_of(each.language).term.search(each.normal) for each in passages)


def _compare(earlier: Stated, later: Stated, *, farthest: Decimal | None) -> Finding | None:
    left, right = earlier.figure, later.figure
    if earlier.passage is later.passage or abs(left.value - right.value) <= (
        left.margin + right.margin
    ):
        return None
    low, high = sorted((left.value, right.value))
    if left.quantity.basis is Basis.LEVEL and left.unit != "%" and low and high / low >= _TIMES:
        return None if farthest else _orders_apart(earlier, later)
    is_same_time = _time(earlier) == _time(later) and earlier.status is later.status
    if farthest is not None and (not low or high / low > farthest):
        return None
    if is_same_time and left.is_exact and right.is_exact:
        return finding(
            Severity.WARNING,
            "contradiction",
            said(
                "two-values",
                here=in_words(right.quantity),
                there=in_words(left.quantity),
                place=place(left.quantity),
            ),
            later.passage,
            right,
            other=(earlier.passage, left),
        )
    return None


def _time(each: Stated) -> tuple[str | None, str | None]:
    return each.claim.period, each.claim.due


def _orders_apart(earlier: Stated, later: Stated) -> Finding:
    low, high = sorted((earlier.figure.value, later.figure.value))
    return finding(
        Severity.WARNING,
        "magnitude",
        said(
            "orders-apart",
            here=in_words(later.figure.quantity),
            there=in_words(earlier.figure.quantity),
            place=place(earlier.figure.quantity),
            times=str(round(high / low)),
        ),
        later.passage,
        later.figure,
        other=(earlier.passage, earlier.figure),
    )
