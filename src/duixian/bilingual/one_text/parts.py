"""Parts and their whole: a part larger than it, a list that does not add up to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from duixian.bilingual.messages import said
from duixian.bilingual.one_text.passages import Figure, Passage, Passages
from duixian.bilingual.one_text.wording import digits, finding, in_words, place, plain_number
from duixian.bilingual.one_text.words import Words, words_of
from duixian.bilingual.records import Finding, Severity
from duixian.reading.quantities.mentions import RATES
from duixian.reading.records import Basis, Language

_NUMERAL = re.compile(r"[\d.,，零〇一二两三四五六七八九十百千万亿多余几]+")
_FIRST_WORDS = re.compile(r"^\s*(?:[\w’'-]+ ?){0,2}")
_NEAR = Decimal("0.9")  # parts that make less than this of a whole are not meant to be all of it


def check_parts(passages: Passages) -> Iterator[Finding]:
    """Find parts that are larger than their whole or do not add up to it."""
    for passage in passages:
        if len(passage.figures) < 2:
            continue
        words = words_of(passage.language)
        yield from _named_parts(passage, words)
        yield from _summed_up(passage, words)


def _named_parts(passage: Passage, words: Words) -> Iterator[Finding]:
    """A whole, "of which" parts."""
    for index, first in enumerate(passage.figures[1:], start=1):
        opening = passage.before(first)
        if not words.part.search(opening) or words.no_part.search(opening):
            continue
        whole = next(
            (f for f in reversed(passage.figures[:index]) if _alike(passage, f, first)), None
        )
        if whole is None or not whole.is_exact:
            continue
        parts = [first, *_next_parts(passage, index, words)]
        yield from _compare(passage, whole, parts)


def _next_parts(passage: Passage, index: int, words: Words) -> Iterator[Figure]:
    first = passage.figures[index]
    for figure in passage.figures[index + 1 :]:
        between = passage.before(figure)
        if not words.next_part.match(between) or words.no_part.search(between):
            return
        if not _alike(passage, first, figure):
            return
        yield figure


def _compare(passage: Passage, whole: Figure, parts: list[Figure]) -> Iterator[Finding]:
    first = parts[0]
    if first.is_exact and first.value - first.margin > whole.value + whole.margin:
        yield finding(
            Severity.ERROR,
            "sum",
            said(
                "part-larger",
                part=in_words(first.quantity),
                whole=in_words(whole.quantity),
                place=place(whole.quantity),
            ),
            passage,
            first,
            other=(passage, whole),
        )
        return
    if len(parts) < 2 or not all(part.is_exact for part in parts):
        return
    total = sum((part.value for part in parts), Decimal(0))
    margin = whole.margin + sum((part.margin for part in parts), Decimal(0))
    if total < whole.value * _NEAR or abs(total - whole.value) <= margin:
        return
    yield _off_sum(passage, whole, parts, total, Severity.WARNING)


def _summed_up(passage: Passage, words: Words) -> Iterator[Finding]:
    """Parts, "in all" their whole."""
    for index, whole in enumerate(passage.figures[2:], start=2):
        last = passage.figures[index - 1]
        between = passage.words(last.quantity.end, whole.quantity.start)
        if not words.in_all.match(between) or not whole.is_exact:
            continue
        parts = [last]
        for figure, follower in zip(
            reversed(passage.figures[: index - 1]), reversed(passage.figures[:index]), strict=False
        ):
            gap = passage.words(figure.quantity.end, follower.quantity.start)
            if not words.next_part.match(gap) or not _alike(passage, figure, follower):
                break
            parts.insert(0, figure)
        if len(parts) < 2 or not _alike(passage, last, whole):
            continue
        total = sum((part.value for part in parts), Decimal(0))
        margin = whole.margin + sum((part.margin for part in parts), Decimal(0))
        if all(part.is_exact for part in parts) and abs(total - whole.value) > margin:
            yield _off_sum(passage, whole, parts, total, Severity.ERROR)


def _off_sum(
    passage: Passage, whole: Figure, parts: list[Figure], total: Decimal, severity: Severity
) -> Finding:
    listed = " + ".join(plain_number(part.value) for part in parts)
    return finding(
        severity,
        "sum",
        said(
            "sum",
            total=digits(total),
            listed=listed,
            whole=in_words(whole.quantity),
            place=place(whole.quantity),
        ),
        passage,
        (parts[0].quantity.start, parts[-1].quantity.end),
        other=(passage, whole),
    )


def _alike(passage: Passage, left: Figure, right: Figure) -> bool:
    """Tell whether two figures count the same things: levels of one unit and classifier."""
    if left.unit != right.unit or left.unit in RATES:
        return False
    if Basis.CHANGE in (left.quantity.basis, right.quantity.basis):
        return False
    if passage.language is Language.ZH:
        return _classifier(left) == _classifier(right)
    if left.unit != "count":
        return True
    is_unnamed = words_of(passage.language).verb.match(passage.after(right).lstrip())
    return bool(is_unnamed) or _counted(passage, left) == _counted(passage, right)


def _classifier(figure: Figure) -> str:
    return _NUMERAL.sub("", figure.normal)


def _counted(passage: Passage, figure: Figure) -> str:
    """Return the noun an English count is followed by, its last word in the singular."""
    words = _FIRST_WORDS.match(passage.after(figure))
    nouns = words[0].split() if words else []
    return nouns[-1].lower().removesuffix("s") if nouns else ""
