"""Where in a text the words of a question stand, so that a page can mark what was found."""

from __future__ import annotations

from duixian.language.normal_form import normal_form
from duixian.web.ledger.search.words import pieces

Span = tuple[int, int]


def places_of(question: str, text: str) -> list[Span]:
    """Return the places of a question's words in a text, in order and apart from each other.

    Chinese words are found as they stand, English words in any inflection.
    """
    asked = pieces(question)
    runs = {word for word, is_chinese, _ in asked if is_chinese}
    stems = {word for word, is_chinese, _ in asked if not is_chinese}
    found = [span for word, is_chinese, span in pieces(text) if not is_chinese and word in stems]
    normal = normal_form(text)
    for run in runs:
        found += _all_places(run, normal)
    return _apart(sorted(found))


def _all_places(run: str, text: str) -> list[Span]:
    places = []
    start = text.find(run)
    while start >= 0:
        places.append((start, start + len(run)))
        start = text.find(run, start + len(run))
    return places


def _apart(spans: list[Span]) -> list[Span]:
    """Join spans that overlap."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
