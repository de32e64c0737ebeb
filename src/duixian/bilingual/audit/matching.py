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
from duixian.bilingual.audit.slips import Slip, slip_between
from duixian.reading.records import Relation

SURE = 5.0  # evidence from which two figures are one figure wrongly given
LIKELY = 3.5  # evidence from which a person should compare them
_MOST_PAIRS = 20_000  # weighed in one bead; in a larger one only figures at like places are
_CLOSEST_PLACES = 8
_SMALL = 20
_FAR = 20  # times one value is the other without any slip that explains it


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures taken for one."""

    zh: Figure
    en: Figure
    agreement: Agreement
    slip: Slip | None = None
    evidence: float = 0.0  # of a pair that differs


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
    for i, j in _places(len(zh), len(en)):
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


def _places(zh_count: int, en_count: int) -> list[tuple[int, int]]:
    if zh_count * en_count <= _MOST_PAIRS:
        return [(i, j) for i in range(zh_count) for j in range(en_count)]
    reach = max(_CLOSEST_PLACES, _MOST_PAIRS // zh_count)
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
    zh, en = matched.zh, matched.en
    scored = sorted(
        (
            (-_evidence(matched, one, other, slip, kinship), i, j, slip)
            for i, one in enumerate(zh)
            for j, other in enumerate(en)
            if can_be_partners(one, other)
            for slip in (slip_between(one, other),)
        ),
        key=lambda each: each[:3],
    )
    return _taken(matched, scored, LIKELY)


def match_slips(zh: Sequence[Figure], en: Sequence[Figure], kinship: Kinship) -> Matched:
    """Pair figures of beads beside each other: only a telling slip makes them partners."""
    scored: list[tuple[float, int, int, Slip | None]] = []
    for i, one in enumerate(zh):
        for j, other in enumerate(en):
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


def _evidence(
    matched: Matched, zh: Figure, en: Figure, slip: Slip | None, kinship: Kinship
) -> float:
    evidence = slip.strength if slip else 0.0
    evidence += _likeness(zh, en) + _place(matched, zh, en) + kinship(zh, en)
    if min(zh.stated, en.stated) < _SMALL:
        # Small numbers in words stand in names and sayings of every kind.
        evidence -= 2.5 if zh.is_spelt and en.is_spelt else 0.5 * (zh.is_spelt != en.is_spelt)
    if not slip and zh.dimension == en.dimension and _is_far(zh, en):
        evidence -= 2.0
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


def _place(matched: Matched, zh: Figure, en: Figure) -> float:
    """Weigh whether two figures stand at the same place between figures that agree."""
    rivals_zh = [each for each in matched.zh if can_be_partners(each, en)]
    rivals_en = [each for each in matched.en if can_be_partners(zh, each)]
    if len(rivals_zh) == len(rivals_en) == 1:
        return 4.0
    rivals_zh = [each for each in rivals_zh if each.dimension == zh.dimension]
    rivals_en = [each for each in rivals_en if each.dimension == en.dimension]
    if len(rivals_zh) == len(rivals_en) == 1:
        return 3.5
    gap_zh, gap_en = _gap(matched, zh), _gap(matched, en)
    if gap_zh != gap_en:
        return 0.0
    rank_zh = [each for each in rivals_zh if _gap(matched, each) == gap_zh].index(zh)
    rank_en = [each for each in rivals_en if _gap(matched, each) == gap_en].index(en)
    return 3.5 if rank_zh == rank_en else 1.0


def _gap(matched: Matched, figure: Figure) -> int:
    """Give the agreeing pair in front of a figure, in the order of its own side; -1 for none."""
    before = -1
    best = -1
    for number, pair in enumerate(matched.pairs):
        own = pair.zh if figure.language is pair.zh.language else pair.en
        if best < own.span[0] < figure.span[0]:
            best, before = own.span[0], number
    return before
