"""quantulum3: quantities of English text, without its optional classifier."""

from __future__ import annotations

from collections.abc import Mapping

from quantulum3 import parser

from bench.peers.timing import Text, Way, run_contender


def whole(text: Text) -> int:
    """Give it the whole text at once."""
    return len(parser.parse(text["text"]))


def by_sentence(text: Text) -> int:
    """Give it one sentence after the other."""
    return sum(len(parser.parse(part)) for part in text["sentences"])


def ways_of(language: str) -> Mapping[str, Way]:
    """Name the ways it has: none but in English."""
    if language != "en":
        return {}
    return {"by sentence": by_sentence, "whole text": whole}


if __name__ == "__main__":
    run_contender(ways_of)
