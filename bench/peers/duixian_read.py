"""Duixian: a whole read (structure, sentences, quantities, statements, claims)."""

from __future__ import annotations

from collections.abc import Mapping

from bench.peers.timing import Text, Way, run_contender
from bench.texts import as_document
from duixian.reading.read import read_document


def read_whole(text: Text) -> int:
    """Read a text and count its quantities."""
    return len(read_document(as_document(text["text"], name=text["name"])).quantities)


def ways_of(language: str) -> Mapping[str, Way]:
    """Name the one way, the same in every language."""
    return {"whole read": read_whole}


if __name__ == "__main__":
    run_contender(ways_of)
