"""Sentences the translation put elsewhere: left alone by the way in order, yet alike.

Candidates are found through shared words, so that two long texts with little in common cost no
more than their shared words do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from duixian.bilingual.features import Features
from duixian.bilingual.scoring import Piece, Scorer

_ALIKE = 0.62  # likeness that chance does not reach: only few beads in order are below it
_FEWEST_SHARED = 3  # words
_COMMON = 30  # sentences left alone; a word in more of them tells nothing
_CANDIDATES = 3  # for each sentence, those that share most


def pair_moved(scorer: Scorer, features: Features, pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pairs of sentences without a partner that surely translate each other."""
    pieces = list(pieces)
    chinese = [piece[0] for piece in pieces if piece[2] == piece[3]]
    english = [piece[2] for piece in pieces if piece[0] == piece[1]]
    if not chinese or not english:
        return []
    found = []
    for i, j in _candidates(features, chinese, english):
        piece = (i, i + 1, j, j + 1)
        found.append((scorer.likeness(piece), piece))
    return _one_to_one(found)


def _candidates(
    features: Features, chinese: list[int], english: list[int]
) -> Iterable[tuple[int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for j in english:
        for word in features.en.sentences[j]:
            places[word].append(j)
    rare = {word: found for word, found in places.items() if len(found) <= _COMMON}
    for i in chinese:
        shared: Counter[int] = Counter()
        for word in features.zh.sentences[i]:
            for stem in features.links.get(word, ()):
                shared.update(rare.get(stem, ()))
        for j, count in shared.most_common(_CANDIDATES):
            if count >= _FEWEST_SHARED:
                yield i, j


def _one_to_one(found: list[tuple[float, Piece]]) -> list[Piece]:
    chinese: set[int] = set()
    english: set[int] = set()
    kept = []
    for like, piece in sorted(found, reverse=True):
        if like >= _ALIKE and piece[0] not in chinese and piece[2] not in english:
            chinese.add(piece[0])
            english.add(piece[2])
            kept.append(piece)
    return kept
