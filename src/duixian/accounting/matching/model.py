"""Signs weighed: how likely a passage answers a promise, first by itself, then among its rivals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp

import msgspec

from duixian.accounting.matching.signs import Signs
from duixian.errors import LanguageDataError

PATH = "accounting/matching/weights.toml"
_FURTHEST = 30.0
_EVEN = 0.2  # keeps the share of a passage that nothing answers well small


class _First(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    base: float
    sign: dict[str, float]


class _Second(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    base: float
    first: float
    better_promise: float
    better_passage: float
    own_share: float
    shift: float  # so that 0.5 is where precision is as promised


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weights of both steps."""

    first: _First
    second: _Second


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


def sum_of(signs: Signs) -> float:
    """Return the weighted sum of signs."""
    first = load_weights().first
    return first.base + sum(
        weight * float(getattr(signs, name)) for name, weight in first.sign.items()
    )


def among_rivals(sums: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Return the score of each promise and passage, lower where either has a better partner."""
    second = load_weights().second
    alone = {pair: chance_of(total) for pair, total in sums.items()}
    of_promise, of_passage = defaultdict[int, float](float), defaultdict[int, float](float)
    all_of_passage = defaultdict[int, float](float)
    for (promise, passage), chance in alone.items():
        of_promise[promise] = max(of_promise[promise], chance)
        of_passage[passage] = max(of_passage[passage], chance)
        all_of_passage[passage] += chance
    return {
        (promise, passage): chance_of(
            second.base
            + second.shift
            + second.first * sums[promise, passage]
            + second.better_promise * (of_passage[passage] - chance)
            + second.better_passage * (of_promise[promise] - chance)
            + second.own_share * chance / (all_of_passage[passage] + _EVEN)
        )
        for (promise, passage), chance in alone.items()
    }


def chance_of(total: float) -> float:
    """Return a sum as a number from 0 to 1."""
    return 1 / (1 + exp(-max(-_FURTHEST, min(_FURTHEST, total))))
