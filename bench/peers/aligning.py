"""The loop every aligner runs, so that all are timed alike; standard library only.

An aligner is a process: it takes the sentences of both versions of some reports as JSON on standard
input and gives groups of sentences back, with the processor time of itself and its children.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import TypedDict


class Pair(TypedDict):
    """Two versions of one report, whole and as sentences."""

    name: str
    zh_text: str
    en_text: str
    zh: list[str]
    en: list[str]


class Aligned(TypedDict):
    """The groups an aligner found, as places in the two lists, and the seconds it took."""

    name: str
    beads: list[tuple[list[int], list[int]]]
    seconds: float


Groups = list[tuple[list[int], list[int]]]


def run_aligner(align: Callable[[Pair], Groups]) -> None:
    """Align every pair given on standard input."""
    answers: list[Aligned] = []
    for pair in json.load(sys.stdin):
        start = _seconds()
        beads = align(pair)
        answers.append({"name": pair["name"], "beads": beads, "seconds": _seconds() - start})
    json.dump(answers, sys.stdout)


def _seconds() -> float:
    return sum(os.times()[:4])


def groups_between(rungs: list[tuple[int, int]], end: tuple[int, int]) -> Groups:
    """Turn places up to which both sides are read into the groups between them."""
    groups: Groups = []
    i = j = 0
    for i_end, j_end in [*rungs, end]:
        if (i_end, j_end) != (i, j):
            groups.append((list(range(i, i_end)), list(range(j, j_end))))
        i, j = i_end, j_end
    return groups
