"""The figures of two aligned versions matched: inside beads first, then beside them.

An alignment may be off by a sentence, and figures tell it: what finds no partner in its own bead
is looked for in the beads next to it before it counts as missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from duixian.bilingual.audit.conversion import COUNT, TIME, conversion_of
from duixian.bilingual.audit.elsewhere import (
    names_a_number,
    numbers_in,
    phrases_of,
    rendered_at,
    stands_in,
    times_in,
)
from duixian.bilingual.audit.figures import Figure, figures_of
from duixian.bilingual.audit.kinship import Kinship
from duixian.bilingual.audit.matching import (
    SURE,
    Matched,
    match_agreeing,
    match_differing,
    match_slips,
)
from duixian.bilingual.audit.pairs import Pair
from duixian.bilingual.audit.set_phrases import Occurrence
from duixian.bilingual.records import Alignment, Bead
from duixian.documents.document import Span

_FAR = 2  # beads on either side in which a figure may still stand


@dataclass(slots=True)
class Group:
    """One bead with its figures, as far as they have been matched."""

    bead: Bead
    zh: list[Figure]
    en: list[Figure]
    pairs: list[Pair] = field(default_factory=list)
    phrases: list[PhraseFound] = field(default_factory=list)
    named: int = 0  # figures that the other version has in a name
    zh_spans: list[Span] = field(default_factory=list)  # of all its figures
    en_spans: list[Span] = field(default_factory=list)

    def take(self, matched: Matched) -> None:
        """Keep what a round of matching found."""
        self.pairs, self.zh, self.en = matched.pairs, matched.zh, matched.en


@dataclass(frozen=True, slots=True)
class PhraseFound:
    """A set phrase that the other language spells out."""

    occurrence: Occurrence
    en: Span
    is_same: bool  # where both are quantities, whether they agree


def pair_figures(alignment: Alignment) -> list[Group]:
    """Return the beads with their figures matched as far as they can be."""
    groups = [_group(alignment, bead) for bead in alignment.beads]
    for group in groups:
        group.take(match_agreeing(group.zh, group.en))
    neighbours = list(_neighbours(groups, alignment))
    _match_beside(neighbours, groups, _is_astray)
    for group in groups:
        _settle_phrases(alignment, group)
    left = [figure for group in groups for figure in (*group.zh, *group.en)]
    kinship = Kinship(alignment.zh, alignment.en, left)
    for group in groups:
        _settle_times(alignment, group, kinship)
        _settle_names(alignment, group, _is_spelt)
        if group.zh and group.en:
            group.take(match_differing(Matched(group.pairs, group.zh, group.en), kinship))
    for one, other in neighbours:
        _match_slips_beside(groups[one], groups[other], kinship)
    _match_beside(neighbours, groups, lambda *_: True)
    for group in groups:
        _settle_names(alignment, group, lambda _: True)
    return groups


def _group(alignment: Alignment, bead: Bead) -> Group:
    zh = [figure for i in bead.zh for figure in figures_of(alignment.zh, i)]
    en = [figure for j in bead.en for figure in figures_of(alignment.en, j)]
    group = Group(bead, zh, en)
    group.zh_spans = [figure.span for figure in zh]
    group.en_spans = [figure.span for figure in en]
    return group


def _neighbours(groups: list[Group], alignment: Alignment) -> Iterator[tuple[int, int]]:
    """Give pairs of beads near each other in the order of either version, the nearest first."""
    by_english = sorted(
        (i for i, group in enumerate(groups) if group.bead.en),
        key=lambda i: groups[i].bead.en[0],
    )
    for distance in range(1, _FAR + 1):
        seen: set[tuple[int, int]] = set()
        for order in (list(range(len(groups))), by_english):
            for place in range(len(order) - distance):
                one, other = order[place], order[place + distance]
                for pair in ((one, other), (other, one)):
                    if pair not in seen:
                        seen.add(pair)
                        yield pair


def _match_beside(
    neighbours: list[tuple[int, int]],
    groups: list[Group],
    accepts: Callable[[Figure, list[Figure]], bool],
) -> None:
    for one, other in neighbours:
        home, away = groups[one], groups[other]
        zh = [each for each in home.zh if accepts(each, home.en)] if away.en else []
        en = [each for each in away.en if accepts(each, away.zh)] if zh else []
        if zh and en:
            _move(home, away, match_agreeing(zh, en, of_one_kind=True))


def _match_slips_beside(home: Group, away: Group, kinship: Kinship) -> None:
    if home.zh and away.en:
        _move(home, away, match_slips(home.zh, away.en, kinship))


def _move(home: Group, away: Group, matched: Matched) -> None:
    for pair in matched.pairs:
        home.zh.remove(pair.zh)
        away.en.remove(pair.en)
        home.pairs.append(pair)


def _is_astray(figure: Figure, opposite: list[Figure]) -> bool:
    """Tell whether a figure is hardly the partner of any beside it, nor equal to one by chance."""
    if len(figure.digits) == 1 and figure.dimension == COUNT:
        return False
    return all(each.dimension != figure.dimension for each in opposite)


def _is_spelt(figure: Figure) -> bool:
    """Tell whether a number is in words: then a name is more likely than a slip of the pen."""
    return figure.is_spelt


def _settle_phrases(alignment: Alignment, group: Group) -> None:
    """Set aside set phrases that the English gives in words, or as a quantity of its own."""
    for occurrence in phrases_of(alignment.zh, group.bead.zh):
        start, end = occurrence.span
        english = _quantity_for(group, occurrence)
        if english is not None:
            group.en.remove(english)
            group.phrases.append(PhraseFound(occurrence, english.span, is_same=True))
        elif rendered := rendered_at(alignment.en, group.bead.en, occurrence):
            low, high = rendered
            if not names_a_number(alignment.en, rendered):
                group.phrases.append(PhraseFound(occurrence, rendered, is_same=True))
            group.en = [each for each in group.en if not low <= each.span[0] < high]
        elif english := _misgiven(group, occurrence):
            group.en.remove(english)
            group.phrases.append(PhraseFound(occurrence, english.span, is_same=False))
        group.zh = [each for each in group.zh if not start <= each.span[0] < end]


def _quantity_for(group: Group, occurrence: Occurrence) -> Figure | None:
    """Return the English figure that gives the quantity a phrase holds."""
    return next((each for each in group.en if _holds(occurrence, each)), None)


def _holds(occurrence: Occurrence, figure: Figure) -> bool:
    value = occurrence.phrase.quantity
    if value is None:
        return False
    conversion = conversion_of(occurrence.phrase.unit)
    same = abs(value * conversion.factor - figure.value) * 200 <= abs(figure.value)
    return conversion.dimension == figure.dimension and same


def _misgiven(group: Group, occurrence: Occurrence) -> Figure | None:
    """Return the one English figure of the kind of a phrase, where it gives another value."""
    if occurrence.phrase.quantity is None:
        return None
    dimension = conversion_of(occurrence.phrase.unit).dimension
    alike = [each for each in group.en if each.dimension == dimension != COUNT]
    return alike[0] if len(alike) == 1 else None


def _settle_times(alignment: Alignment, group: Group, kinship: Kinship) -> None:
    """Compare terms and spans of time with what the other version has as a window of time."""
    zh = [figure for figure in group.zh if figure.dimension == TIME]
    en = [figure for figure in group.en if figure.dimension == TIME]
    if zh and not en:
        en = times_in(alignment.en, group.bead.en, group.en_spans)
    elif en and not zh:
        zh = times_in(alignment.zh, group.bead.zh, group.zh_spans)
    if not zh or not en:
        return
    matched = match_agreeing(zh, en)
    for pair in match_differing(matched, kinship).pairs:
        if pair.agreement.holds or pair.evidence >= SURE:
            group.pairs.append(pair)
            group.zh = [figure for figure in group.zh if figure is not pair.zh]
            group.en = [figure for figure in group.en if figure is not pair.en]


def _settle_names(alignment: Alignment, group: Group, accepts: Callable[[Figure], bool]) -> None:
    """Set aside figures whose number stands in a name in the other version."""
    for own, side, sentences, spans in (
        (group.zh, alignment.en, group.bead.en, group.en_spans),
        (group.en, alignment.zh, group.bead.zh, group.zh_spans),
    ):
        wanted = [figure for figure in own if accepts(figure)]
        numbers = numbers_in(side, sentences) if wanted and sentences else []
        for figure in wanted:
            if stands_in(figure, numbers, spans):
                own.remove(figure)
                group.named += 1
