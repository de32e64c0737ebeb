"""Recognizers-Text: its four models for quantities (number, percentage, currency, dimension).

Its currency model costs a fixed 10 to 40 ms a call, so the two ways of using it differ much: one
call for the whole text, or one call a sentence, as a program does that wants to know which
sentence a quantity belongs to. Both find the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture

from bench.peers.timing import Text, Way, run_contender

CULTURES = {"zh": Culture.Chinese, "en": Culture.English}


@cache
def models_of(language: str) -> tuple[Any, ...]:
    """Build the four models of one language once, outside the time that counts."""
    numbers = NumberRecognizer(CULTURES[language])
    units = NumberWithUnitRecognizer(CULTURES[language])
    return (
        numbers.get_number_model(),
        numbers.get_percentage_model(),
        units.get_currency_model(),
        units.get_dimension_model(),
    )


def whole(text: Text) -> int:
    """Give each model the whole text at once."""
    return sum(len(model.parse(text["text"])) for model in models_of(text["language"]))


def by_sentence(text: Text) -> int:
    """Give each model one sentence after the other."""
    models = models_of(text["language"])
    return sum(len(model.parse(part)) for part in text["sentences"] for model in models)


def ways_of(language: str) -> Mapping[str, Way]:
    """Name both ways; they are the same in Chinese and English."""
    return {"by sentence": by_sentence, "whole text": whole}


if __name__ == "__main__":
    run_contender(ways_of)
