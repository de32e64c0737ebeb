"""Two versions of a report, or one interleaved, to beads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duixian.bilingual.confidence import confidence, confidences
from duixian.bilingual.corridor import find_corridor
from duixian.bilingual.features import Features, features_of
from duixian.bilingual.lines import interleaved_blocks
from duixian.bilingual.moved import pair_moved
from duixian.bilingual.path import best_path
from duixian.bilingual.records import Alignment, Bead, Side
from duixian.bilingual.scoring import Piece, Scorer
from duixian.bilingual.sides import sides_of, split_interleaved
from duixian.documents.document import Document

DOUBTFUL = 0.5  # beads that score less should be looked at
_LITTLE = 0.6  # share of sentences in sure beads below which two texts are hardly one report
_ALONE_IN_A_LINE = 0.5  # sentences of neighbouring lines are partners unless proved otherwise
_FEWEST_TO_JUDGE = 8  # sentences of the shorter side
_CHARACTERS_FOR_ONE = 3  # of English, that say as much as one of Chinese
_FAR_APART = 12  # times as long as its version no text is
_MANY = 60  # sentences, to tell by their number
_LONG_ENOUGH = 6000  # Chinese characters, to tell by length


def align_documents(first: Document, second: Document | None = None) -> Alignment:
    """Align two versions given in either order, or the two languages of one document.

    Raises UsageError where the two are in one language.
    """
    if second is None:
        return align(*split_interleaved(first))
    zh, en, notes = sides_of(first, second)
    return align(zh, en, notes)


def align(zh: Side, en: Side, notes: Sequence[str] = ()) -> Alignment:
    """Return the beads of two versions; each sentence of both stands in exactly one."""
    if _are_far_apart(zh, en):
        beads = [_bead((i, i + 1, 0, 0), 0.0) for i in range(len(zh.sentences))]
        beads += [_bead((0, 0, j, j + 1), 0.0) for j in range(len(en.sentences))]
        return Alignment(zh, en, tuple(beads), (*notes, *_remarks(zh, en, beads)))
    features = features_of(zh, en)
    scorer = Scorer(features, zh, en)
    pieces = _pieces(scorer, features, zh, en)
    beads = _with_moved(scorer, features, pieces)
    found = [*notes, *_remarks(zh, en, beads)]
    return Alignment(zh, en, tuple(beads), tuple(found))


def little_aligns(alignment: Alignment) -> bool:
    """Tell whether too little aligns for the two texts to be versions of one report."""
    return _little_aligns(alignment.zh, alignment.en, alignment.beads)


def _little_aligns(zh: Side, en: Side, beads: Sequence[Bead]) -> bool:
    shorter, longer = sorted((len(zh.sentences), len(en.sentences)))
    if shorter == 0 or _are_far_apart(zh, en):
        return True
    if longer >= _MANY and longer > _FAR_APART * shorter:  # no ends to tell sentences by
        return True
    return shorter >= _FEWEST_TO_JUDGE and _share(beads) < _LITTLE


def _are_far_apart(zh: Side, en: Side) -> bool:
    """Tell by length alone that two documents are no versions of each other."""
    if zh.document is en.document:
        return False
    shorter, longer = sorted((_length(zh), _length(en) // _CHARACTERS_FOR_ONE))
    return longer >= _LONG_ENOUGH and longer > _FAR_APART * shorter > 0


def _length(side: Side) -> int:
    return sum(sentence.end - sentence.start for sentence in side.sentences)


def _remarks(zh: Side, en: Side, beads: Sequence[Bead]) -> Iterator[str]:
    for side, name in ((zh, "Chinese"), (en, "English")):
        if not side.sentences:
            yield f"there is no {name} sentence in {side.document.name}"
    if _are_far_apart(zh, en):
        yield (
            f"little aligns: {len(zh.sentences):,} Chinese sentences against "
            f"{len(en.sentences):,} English ones; these are hardly two versions of one report"
        )
    elif zh.sentences and en.sentences and _little_aligns(zh, en, beads):
        yield (
            f"little aligns: {_share(beads):.0%} of the sentences have a sure partner; "
            "these are hardly two versions of one report"
        )


def _pieces(scorer: Scorer, features: Features, zh: Side, en: Side) -> list[Piece]:
    """Return the beads in order; those of an interleaved text keep to its lines."""
    blocks = None
    if zh.document is en.document:
        blocks = interleaved_blocks(scorer, zh, en)
    if blocks is None:
        return best_path(scorer, find_corridor(features))
    pieces = []
    for i, i_end, j, j_end in blocks:
        pieces += best_path(scorer, [(j, j_end)] * (i_end - i + 1), first=i, alone=_ALONE_IN_A_LINE)
    return pieces


def _with_moved(scorer: Scorer, features: Features, pieces: list[Piece]) -> list[Bead]:
    moved = pair_moved(scorer, features, pieces)
    partner = {piece[0]: piece for piece in moved}
    taken = {piece[2] for piece in moved}
    beads = []
    for piece, score in zip(pieces, confidences(scorer, pieces), strict=True):
        i, i_end, j, j_end = piece
        if j == j_end and i in partner:
            beads.append(_bead(partner[i], confidence(scorer, partner[i]), is_moved=True))
        elif i < i_end or j not in taken:
            beads.append(_bead(piece, score))
    return beads


def _bead(piece: Piece, score: float, *, is_moved: bool = False) -> Bead:
    i, i_end, j, j_end = piece
    return Bead(tuple(range(i, i_end)), tuple(range(j, j_end)), score, is_moved)


def _share(beads: Sequence[Bead]) -> float:
    """Return the share of the sentences in sure beads, on the side where it is larger."""
    shares = []
    for side in ("zh", "en"):
        counts = [(len(getattr(bead, side)), bead.score) for bead in beads]
        total = sum(count for count, _ in counts)
        shares.append(sum(n for n, score in counts if score >= DOUBTFUL) / total if total else 0.0)
    return max(shares)
