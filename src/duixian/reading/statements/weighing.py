"""Whether a sentence of a plan that argues sets a task or gives a reason: its signs are weighed.

Used only where nothing is promised outright. Each sign has a small weight of its own, and the
answer names the signs that spoke for a reason.
"""

from __future__ import annotations

from duixian.reading.statements.bearing import trouble_told
from duixian.reading.statements.patterns import StatementPatterns, Weight
from duixian.reading.statements.signs import Signs

_NAMED = 3  # signs that an answer names


def reasons_outweigh(signs: Signs, *, promising: bool, opening: bool) -> str | None:
    """Return the signs of a reason where they outweigh those of a task.

    ``promising`` says that the sentence before it, in its paragraph, was a promise;
    ``opening`` that it opens the paragraph.
    """
    shown = [
        weight
        for weight in signs.patterns.weight
        if _shows(signs, weight, promising=promising, opening=opening)
    ]
    if sum(weight.weight for weight in shown) >= 0:
        return None
    against = sorted((one for one in shown if one.weight < 0), key=lambda one: one.weight)
    return ", ".join(one.name for one in against[:_NAMED])


def _shows(signs: Signs, weight: Weight, *, promising: bool, opening: bool) -> bool:
    if weight.pattern is not None:
        return weight.pattern.search(signs.text) is not None
    if weight.of == "promising":
        return promising
    if weight.of == "opening":
        return opening
    if weight.of == "trouble":
        return trouble_told(signs) is not None
    return _shows_named(signs.patterns, signs.text, weight)


def _shows_named(patterns: StatementPatterns, text: str, weight: Weight) -> bool:
    if weight.of == "imperative":
        return patterns.description.imperative.match(text) is not None
    if weight.of == "item":
        return patterns.turns.list_item.match(text) is not None
    named = patterns.description.asks if weight.of == "asks" else patterns.description.reasons
    return named.search(text) is not None
