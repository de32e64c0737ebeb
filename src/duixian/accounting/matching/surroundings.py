"""What promises and passages stand in: their sentences and their paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from duixian.accounting.matching.terms import TermReader
from duixian.reading.records import Report


def sentences_around(report: Report, places: Sequence[int], reader: TermReader) -> list[str]:
    """Return the sentence around each place, each read once."""
    starts = [statement.start for statement in report.statements]
    read: dict[int, str] = {}
    found: list[str] = []
    for place in places:
        number = max(0, bisect_right(starts, place) - 1)
        if number not in read:
            statement = report.statements[number]
            read[number] = reader.spelt(
                report.document.text[statement.start : statement.end].replace("\n", "")
            )
        found.append(read[number])
    return found


def paragraphs_of(report: Report, places: Sequence[int]) -> list[int]:
    """Return the number of the paragraph of each place; places come in order."""
    text = report.document.text
    found: list[int] = []
    number = before = 0
    for place in places:
        if place > before:
            number += text.count("\n", before, place)
            before = place
        found.append(number)
    return found
