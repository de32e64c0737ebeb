"""Signs weighed: how likely a passage answers a promise, first by itself, then among its rivals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

import msgspec

from duixian.accounting.matching.signs import Signs
from duixian.errors import LanguageDataError

PATH = "accounting/matching/weights.toml"
_FURTHEST = 30.0
_EVEN = 0.2  # keeps shares small where nothing fits well
_BESIDE = [
    (ahead, along)
    for ahead in (-2, -1, 1, 2)  # promises
    for along in (-3, -2, -1, 1, 2, 3)  # passages
]

Pair = tuple[int, int]  # the number of a promise and that of a passage


class First(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weight of each sign."""

    base: float
    sign: dict[str, float]


class Second(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weights of how a pair stands among its rivals."""

    base: float
    first: float
    better_promise: float
    better_passage: float
    share_of_passage: float
    share_of_promise: float
    beside: float
    shift: float  # so that 0.5 is where precision is as promised


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weights of both steps."""

    first: First
    second: Second


@cache
def load_weights() -> Weights:
    """Return the weights. Raises LanguageDataError where the file does not fit the signs."""
    content = files("duixian").joinpath(PATH).read_bytes()
    try:
        weights = msgspec.toml.decode(content, type=Weights)
    except msgspec.DecodeError as error:
        raise LanguageDataError(PATH, str(error)) from error
    if set(weights.first.sign) != set(Signs.__struct_fields__):
        raise LanguageDataError(PATH, "the weights are not those of the signs")
    return weights


def sum_of(signs: Signs, weights: Weights) -> float:
    """Return the weighted sum of signs."""
    return weights.first.base + sum(
        weight * float(getattr(signs, name)) for name, weight in weights.first.sign.items()
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How one promise and one passage stand among the others that fit either."""

    first: float  # the weighted sum of their own signs
    better_promise: float  # by how much the best other promise fits the passage better
    better_passage: float  # by how much the best other passage fits the promise better
    share_of_passage: float  # of all that fits the passage
    share_of_promise: float  # of all that fits the promise
    beside: float  # how well promises next to this one fit passages next to that one


class _Rivals:
    """The chances of all that fits one promise, or one passage."""

    def __init__(self, chances: Iterable[float]) -> None:
        ranked = sorted(chances, reverse=True)
        self._best, self._next = ranked[0], ranked[1] if len(ranked) > 1 else 0.0
        self._all = sum(ranked)

    def lead_over(self, chance: float) -> float:
        """Return by how much the best other one is better; below zero where none is."""
        return (self._next if chance == self._best else self._best) - chance

    def share(self, chance: float) -> float:
        """Return the share of a chance in all."""
        return chance / (self._all + _EVEN)


def standings(sums: Mapping[Pair, float]) -> Iterator[tuple[Pair, Standing]]:
    """Give every promise and passage with how they stand among their rivals."""
    chances = {pair: chance_of(total) for pair, total in sums.items()}
    of_promise, of_passage = (
        defaultdict[int, list[float]](list),
        defaultdict[int, list[float]](list),
    )
    for (promise, passage), chance in chances.items():
        of_promise[promise].append(chance)
        of_passage[passage].append(chance)
    passages = {promise: _Rivals(each) for promise, each in of_promise.items()}
    promises = {passage: _Rivals(each) for passage, each in of_passage.items()}
    for pair, total in sums.items():
        chance, (promise, passage) = chances[pair], pair
        yield (
            pair,
            Standing(
                total,
                promises[passage].lead_over(chance),
                passages[promise].lead_over(chance),
                promises[passage].share(chance),
                passages[promise].share(chance),
                _best_beside(pair, chances),
            ),
        )


def _best_beside(pair: Pair, chances: Mapping[Pair, float]) -> float:
    """Return the best chance of a neighbouring promise with a neighbouring passage."""
    return max(chances.get((pair[0] + ahead, pair[1] + along), 0.0) for ahead, along in _BESIDE)


def among_rivals(sums: Mapping[Pair, float], weights: Weights) -> Iterator[tuple[Pair, float]]:
    """Give the score of each promise and passage, lower where either has a better partner."""
    second = weights.second
    for pair, standing in standings(sums):
        yield (
            pair,
            chance_of(
                second.base
                + second.shift
                + second.first * standing.first
                + second.better_promise * standing.better_promise
                + second.better_passage * standing.better_passage
                + second.share_of_passage * standing.share_of_passage
                + second.share_of_promise * standing.share_of_promise
                + second.beside * standing.beside
            ),
        )


def chance_of(total: float) -> float:
    """Return a sum as a number from 0 to 1."""
    return 1 / (1 + exp(-max(-_FURTHEST, min(_FURTHEST, total))))
