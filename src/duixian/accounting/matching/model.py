"""Signs weighed: how likely a passage answers a promise, first by itself, then among its rivals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

import msgspec

from duixian.accounting.matching.signs import Signs
from duixian.errors import LanguageDataError

PATH = "accounting/matching/weights.toml"
_FURTHEST = 30.0
_EVEN = 0.2  # keeps the share of a passage that nothing answers well small


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
    own_share: float
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
    better_promise: float  # by how much another promise fits the passage better
    better_passage: float  # by how much another passage fits the promise better
    own_share: float  # of all that the passage fits


def standings(
    sums: Mapping[tuple[int, int], float],
) -> Iterator[tuple[tuple[int, int], Standing]]:
    """Give every promise and passage with how they stand among their rivals."""
    of_promise, of_passage = defaultdict[int, float](float), defaultdict[int, float](float)
    all_of_passage = defaultdict[int, float](float)
    for (promise, passage), total in sums.items():
        chance = chance_of(total)
        of_promise[promise] = max(of_promise[promise], chance)
        of_passage[passage] = max(of_passage[passage], chance)
        all_of_passage[passage] += chance
    for (promise, passage), total in sums.items():
        chance = chance_of(total)
        yield (
            (promise, passage),
            Standing(
                total,
                of_passage[passage] - chance,
                of_promise[promise] - chance,
                chance / (all_of_passage[passage] + _EVEN),
            ),
        )


def among_rivals(
    sums: Mapping[tuple[int, int], float], weights: Weights
) -> Iterator[tuple[tuple[int, int], float]]:
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
                + second.own_share * standing.own_share
            ),
        )


def chance_of(total: float) -> float:
    """Return a sum as a number from 0 to 1."""
    return 1 / (1 + exp(-max(-_FURTHEST, min(_FURTHEST, total))))
