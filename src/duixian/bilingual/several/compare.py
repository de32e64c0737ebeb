"""Claims of several documents compared: what agrees, what differs, what cannot be compared.

First the claims that agree are set aside, so that one that is said twice with one value is not
taken for a difference. Of what is left, pairs that measure the same by all their words differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import PurePath

from duixian.bilingual.messages import said
from duixian.bilingual.one_text.measures import Stated, stated_figures
from duixian.bilingual.one_text.passages import Passages
from duixian.bilingual.one_text.wording import finding, in_words
from duixian.bilingual.one_text.words import words_of
from duixian.bilingual.page.labels import Label
from duixian.bilingual.records import Finding, Severity
from duixian.bilingual.several.likeness import Features, Weights, features_of, weigh
from duixian.reading.records import Language, Quantity, Report

_AGREES = 0.3  # likeness from which claims of one value are the same claim
_SAME = 0.5  # likeness from which claims of two values are the same claim
_WHOLE = 0.95  # part of the shorter measure that the longer one must hold
_FEWEST = {Language.ZH: 4, Language.EN: 2}  # features of a measure that says enough


_MOST_ALIKE = 60  # claims that share a value or a word: with more it tells nothing

_Told = tuple[Stated, Features]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing several documents gave."""

    findings: tuple[Finding, ...]
    agreeing: int  # claims that two documents make with one value
    differing: int


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two reports and the claims of each that may be compared."""

    left: Report
    right: Report
    left_claims: list[_Told]
    right_claims: list[_Told]
    weights: Weights


def audit_several(reports: Sequence[Report]) -> tuple[Finding, ...]:
    """Return where documents of one government and year contradict each other."""
    return compare_reports(reports).findings


def compare_reports(reports: Sequence[Report]) -> Comparison:
    """Compare the claims of each two documents; say where they are not about the same."""
    findings: list[Finding] = []
    agreeing = differing = 0
    stated = [stated_figures(Passages(report)) for report in reports]
    for i, j in combinations(range(len(reports)), 2):
        if said := _not_comparable(reports[i], reports[j]):
            findings.append(said)
            continue
        pair = _pair(reports[i], reports[j], stated[i], stated[j])
        agreed, left, right = _set_agreeing_aside(pair)
        found = list(_differences(pair, left, right))
        agreeing, differing = agreeing + agreed, differing + len(found)
        findings.extend(found)
    return Comparison(tuple(findings), agreeing, differing)


def _not_comparable(left: Report, right: Report) -> Finding | None:
    names = left.document.name, right.document.name
    reason = _other_government(left, right) or _other_year(left, right)
    if not reason and not set(left.languages) & set(right.languages):
        reason = said("no-common-language")
    if not reason:
        return None
    first, second = _short(names)
    message = said("not-compared", first=first, second=second, reason=reason)
    return Finding(
        Severity.WARNING,
        "documents",
        message.en,
        None,
        None,
        "",
        "",
        document=names[0],
        other_document=names[1],
        message_zh=message.zh,
    )


def _short(names: tuple[str, str]) -> tuple[str, str]:
    """Call two files by their last part where that tells them apart."""
    short = PurePath(names[0]).name, PurePath(names[1]).name
    return names if short[0] == short[1] or "" in short else short


def _other_government(left: Report, right: Report) -> Label | None:
    if left.government is None or right.government is None:
        return None
    if left.government.name == right.government.name:
        return None
    if left.government.code is not None and left.government.code == right.government.code:
        return None
    return said("governments", first=left.government.name, second=right.government.name)


def _other_year(left: Report, right: Report) -> Label | None:
    planned = left.year_planned, right.year_planned
    if None not in planned and planned[0] != planned[1]:
        return said("plans", first=str(planned[0]), second=str(planned[1]))
    reviewed = left.year_reviewed, right.year_reviewed
    if None in planned and None not in reviewed and reviewed[0] != reviewed[1]:
        return said("reviews", first=str(reviewed[0]), second=str(reviewed[1]))
    return None


def _pair(left: Report, right: Report, *stated: list[Stated]) -> _Pair:
    first, second = ([(each, features_of(each)) for each in claims] for claims in stated)
    weights = weigh(features for _, features in (*first, *second))
    return _Pair(left, right, first, second, weights)


def _set_agreeing_aside(
    pair: _Pair,
) -> tuple[int, list[_Told], list[_Told]]:
    """Count the claims both make with one value; return the others of each side."""
    agreed_left: set[int] = set()
    agreed_right: set[int] = set()
    for i, j in _candidates(pair.left_claims, pair.right_claims, pair.weights):
        (left, left_features), (right, right_features) = pair.left_claims[i], pair.right_claims[j]
        if not _comparable(left, right) or not _agree(left, right):
            continue
        if pair.weights.likeness(left_features, right_features) >= _AGREES:
            agreed_left.add(i)
            agreed_right.add(j)
    left_over = [each for i, each in enumerate(pair.left_claims) if i not in agreed_left]
    right_over = [each for j, each in enumerate(pair.right_claims) if j not in agreed_right]
    return len(agreed_left), left_over, right_over


def _candidates(left: list[_Told], right: list[_Told], weights: Weights) -> list[tuple[int, int]]:
    """Give the pairs worth a look: of one value, or sharing the rarest word of either.

    Words or values that many claims share do not tell them apart, and are not followed.
    """
    by_value = _index((j, [str(told[0].figure.value.normalize())]) for j, told in enumerate(right))
    by_feature = _index((j, told[1]) for j, told in enumerate(right))
    by_rarest = _index((j, [weights.rarest(told[1]) or ""]) for j, told in enumerate(right))
    pairs: set[tuple[int, int]] = set()
    for i, (stated, features) in enumerate(left):
        found = [by_value.get(str(stated.figure.value.normalize()), [])]
        found.append(by_feature.get(weights.rarest(features) or "", []))
        found.extend(by_rarest.get(feature, []) for feature in features)
        pairs.update((i, j) for each in found if len(each) <= _MOST_ALIKE for j in each)
    return sorted(pairs)


def _index(entries: Iterable[tuple[int, Iterable[str]]]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for position, keys in entries:
        for key in keys:
            index[key].append(position)
    return index


def _comparable(left: Stated, right: Stated) -> bool:
    """Tell whether two claims may be one: same language, unit, basis, status and time."""
    a, b = left.figure.quantity, right.figure.quantity
    return (
        left.passage.language is right.passage.language
        and (a.unit, a.basis, a.status) == (b.unit, b.basis, b.status)
        and (left.claim.due, left.claim.period) == (right.claim.due, right.claim.period)
    )


def _agree(left: Stated, right: Stated) -> bool:
    a, b = left.figure, right.figure
    return abs(a.value - b.value) <= a.margin + b.margin


def _differences(pair: _Pair, left: list[_Told], right: list[_Told]) -> Iterator[Finding]:
    scored = []
    for i, j in _candidates(left, right, pair.weights):
        (a, a_features), (b, b_features) = left[i], right[j]
        if not _comparable(a, b) or _agree(a, b) or not _says_enough(a_features, b_features, a):
            continue
        score = pair.weights.likeness(a_features, b_features)
        if score >= _SAME and pair.weights.cover(a_features, b_features) >= _WHOLE:
            scored.append((score, i, j))
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for score, i, j in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if i in taken_left or j in taken_right:
            continue
        taken_left.add(i)
        taken_right.add(j)
        yield _difference(pair, left[i][0], right[j][0], is_same=score >= 1)


def _says_enough(left: Features, right: Features, stated: Stated) -> bool:
    return min(len(left), len(right)) >= _FEWEST[stated.passage.language]


def _difference(pair: _Pair, left: Stated, right: Stated, *, is_same: bool) -> Finding:
    a, b = left.figure.quantity, right.figure.quantity
    is_plain = left.figure.is_exact and right.figure.is_exact
    told_apart = any(
        words_of(each.passage.language).apart.search(each.clause) for each in (left, right)
    )
    sure = is_same and is_plain and not told_apart
    names = pair.left.document.name, pair.right.document.name
    first, second = _short(names)
    found = finding(
        Severity.ERROR if sure else Severity.WARNING,
        "documents",
        said(
            "documents",
            first=in_words(a),
            first_name=first,
            first_place=_place(a),
            second=in_words(b),
            second_name=second,
            second_place=_place(b),
            why=_why(left, right, sure=sure),
        ),
        left.passage,
        left.figure,
        other=(right.passage, right.figure),
    )
    return replace(found, document=names[0], other_document=names[1])


def _place(quantity: Quantity) -> Label:
    return said("place-plain", text=quantity.text, start=str(quantity.start), end=str(quantity.end))


def _why(left: Stated, right: Stated, *, sure: bool) -> Label:
    first, second = left.figure.quantity.measure, right.figure.quantity.measure
    if sure:
        return said("both-say", first=first)
    return said("seems-same", first=first, second=second)
