"""The loop every contender runs, so that all are timed alike; standard library only.

A contender is a process: it takes the texts as JSON on standard input and gives its times back as
JSON on standard output. Reading the texts and the first, untimed call are not counted. The clock is
the processor time of the process, so that other work on the machine moves no figure.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from typing import TypedDict


class Text(TypedDict):
    """One text to read, whole and cut into sentences by the benchmark."""

    name: str
    language: str
    text: str
    sentences: list[str]


class Job(TypedDict):
    """What a contender is asked to do."""

    repeats: int
    texts: list[Text]


class Timing(TypedDict):
    """How long one way of reading one text took, each time."""

    name: str
    way: str
    seconds: list[float]
    found: int  # records found, so that nobody wins by finding nothing


Way = Callable[[Text], int]


def run_contender(ways_of: Callable[[str], Mapping[str, Way]]) -> None:
    """Time each way a contender has of reading a text; ``ways_of`` is asked with the language."""
    job: Job = json.load(sys.stdin)
    timings = [
        _time(way, text, name=name, repeats=job["repeats"])
        for text in job["texts"]
        for name, way in ways_of(text["language"]).items()
    ]
    json.dump(timings, sys.stdout)


def _time(way: Way, text: Text, *, name: str, repeats: int) -> Timing:
    seconds = []
    found = way(text)
    for _ in range(repeats):
        start = time.process_time()
        way(text)
        seconds.append(time.process_time() - start)
    return {"name": text["name"], "way": name, "seconds": seconds, "found": found}
