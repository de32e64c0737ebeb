"""The figures of one bead, or of beads beside each other, matched one to one.

First those that agree, the closest agreement first; then those that differ but are plainly the
same figure: by a typical slip, by unit and kind, by their place between figures that agree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from duixian.bilingual.audit.agreement import Agreement, agreement_of, can_be_partners
from duixian.bilingual.audit.conversion import COUNT
from duixian.bilingual.audit.figures import Figure
from duixian.bilingual.audit.pairs import Pair
from duixian.bilingual.audit.slips import Slip, slip_between
from duixian.bilingual.audit.standing import Standing
from duixian.reading.records import Relation

SURE = 5.0  # evidence from which two figures are one figure wrongly given
LIKELY = 3.5  # evidence from which a person should compare them
# Pairs weighed in one bead; in a larger one only figures at like places are.
_MOST_PAIRS = 20_000
_MOST_DIFFERING = 4_000
_CLOSEST_PLACES = 8
_SMALL = 20
_FAR = 3  # times one value is the other without any slip that explains it


@dataclass(frozen=True, slots=True)
class Matched:
    """What became of the figures of one bead."""

    pairs: list[Pair]
    zh: list[Figure]  # left over
    en: list[Figure]


Kinship = Callable[[Figure, Figure], float]  # how far the words around two figures are the same


def match_agreeing(
    zh: Sequence[Figure], en: Sequence[Figure], *, of_one_kind: bool = False
) -> Matched:
    """Pair the figures of a bead that agree; ``of_one_kind`` asks for the same kind of unit."""
    scored: list[tuple[float, int, int, Agreement]] = []
    for i, j in _places(len(zh), len(en), most=_MOST_PAIRS):
        if of_one_kind and zh[i].dimension != en[j].dimension:
            continue
        agreement = agreement_of(zh[i], en[j])
        if agreement.holds:
            scored.append((_closeness(zh, en, i, j, agreement), i, j, agreement))
    scored.sort(key=lambda each: (-each[0], each[1], each[2]))
    partner: dict[int, tuple[int, Agreement]] = {}
    taken: set[int] = set()
    for _, i, j, agreement in scored:
        if i not in partner and j not in taken:
            partner[i] = j, agreement
            taken.add(j)
    pairs = [Pair(zh[i], en[j], how) for i, (j, how) in sorted(partner.items())]
    left = [figure for i, figure in enumerate(zh) if i not in partner]
    return Matched(pairs, left, [figure for j, figure in enumerate(en) if j not in taken])


def _places(zh_count: int, en_count: int, *, most: int) -> list[tuple[int, int]]:
    """Give the pairs to weigh: all, or where they are too many those at like places."""
    if zh_count * en_count <= most:
        return [(i, j) for i in range(zh_count) for j in range(en_count)]
    reach = max(_CLOSEST_PLACES, most // zh_count)
    return [
        (i, j)
        for i in range(zh_count)
        for j in range(
            max(0, i * en_count // zh_count - reach),
            min(en_count, i * en_count // zh_count + reach),
        )
    ]


def _closeness(
    zh: Sequence[Figure], en: Sequence[Figure], i: int, j: int, agreement: Agreement
) -> float:
    one, other = zh[i], en[j]
    score = float(agreement.value)
    score += 2.0 * (one.dimension == other.dimension)
    score += 0.5 * (one.relation == other.relation) + 0.3 * (one.basis == other.basis)
    return score - abs((i + 0.5) / len(zh) - (j + 0.5) / len(en))


def match_differing(matched: Matched, kinship: Kinship) -> Matched:
    """Pair what is left of a bead where two figures are plainly one figure wrongly given."""
    standing = Standing(matched.pairs, matched.zh, matched.en)
    scored: list[tuple[float, int, int, Slip | None]] = []
    for i, j in _places(len(matched.zh), len(matched.en), most=_MOST_DIFFERING):
        one, other = matched.zh[i], matched.en[j]
        if can_be_partners(one, other):
            slip = slip_between(one, other)
            evidence = standing.of(one, other) + _evidence(one, other, slip) + kinship(one, other)
            scored.append((-evidence, i, j, slip))
    scored.sort(key=lambda each: each[:3])
    return _taken(matched, scored, LIKELY)


def match_slips(zh: Sequence[Figure], en: Sequence[Figure], kinship: Kinship) -> Matched:
    """Pair figures of beads beside each other: only a telling slip makes them partners."""
    scored: list[tuple[float, int, int, Slip | None]] = []
    for i, j in _places(len(zh), len(en), most=_MOST_DIFFERING):
        one, other = zh[i], en[j]
        slip = slip_between(one, other) if can_be_partners(one, other) else None
        if slip:
            evidence = slip.strength + _likeness(one, other) + kinship(one, other)
            scored.append((-evidence, i, j, slip))
    scored.sort(key=lambda each: each[:3])
    return _taken(Matched([], list(zh), list(en)), scored, SURE + 1)


def _taken(
    matched: Matched, scored: list[tuple[float, int, int, Slip | None]], least: float
) -> Matched:
    pairs = list(matched.pairs)
    zh_taken: set[int] = set()
    en_taken: set[int] = set()
    for evidence, i, j, slip in scored:
        if -evidence >= least and i not in zh_taken and j not in en_taken:
            zh_taken.add(i)
            en_taken.add(j)
            one, other = matched.zh[i], matched.en[j]
            pairs.append(Pair(one, other, agreement_of(one, other), slip, -evidence))
    return Matched(
        pairs,
        [figure for i, figure in enumerate(matched.zh) if i not in zh_taken],
        [figure for j, figure in enumerate(matched.en) if j not in en_taken],
    )


def _evidence(zh: Figure, en: Figure, slip: Slip | None) -> float:
    evidence = _likeness(zh, en) + (slip.strength if slip else 0.0)
    if min(zh.stated, en.stated) < _SMALL:
        # Small numbers in words stand in names and sayings of every kind.
        evidence -= 2.5 if zh.is_spelt and en.is_spelt else 0.5 * (zh.is_spelt != en.is_spelt)
    if not slip and zh.dimension == en.dimension and _is_far(zh, en):
        evidence -= 1.5
    return evidence


def _is_far(zh: Figure, en: Figure) -> bool:
    return max(zh.value, en.value) > _FAR * min(zh.value, en.value)


def _likeness(zh: Figure, en: Figure) -> float:
    if zh.dimension != en.dimension:
        return 0.0
    likeness = 1.0 if zh.dimension == COUNT else 2.5
    if zh.unit == en.unit and zh.dimension != COUNT:
        likeness += 0.5
    if zh.relation is not Relation.EQUAL and zh.relation == en.relation:
        likeness += 1.0
    return likeness + 0.5 * (zh.basis == en.basis)
