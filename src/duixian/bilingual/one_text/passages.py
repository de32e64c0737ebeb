"""A report as the checks look at it: each sentence with its figures, and the words between them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from duixian.documents.document import Span
from duixian.language.normal_form import normal_form
from duixian.reading.records import Claim, Language, Quantity, Relation, Report, Statement

_PRINTED = re.compile(r"\d[\d,，]*(?:\.(\d+))?")
_ROUGHLY = Decimal("0.05")  # how far off a numeral in words ("三百万") may be taken to be


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with how exactly it is printed."""

    quantity: Quantity
    normal: str  # its text in normal form
    index: int  # among the figures of its sentence

    @property
    def value(self) -> Decimal:
        """The value in the unit of the record."""
        return self.quantity.value

    @property
    def unit(self) -> str:
        """The unit code of the record."""
        return self.quantity.unit

    @property
    def is_exact(self) -> bool:
        """Whether it is one number stated without "more than", "about" or a second end."""
        return self.quantity.relation is Relation.EQUAL and self.quantity.high is None

    @property
    def margin(self) -> Decimal:
        """Half a unit of the last printed digit: how far rounding may have moved the value."""
        printed = _PRINTED.search(self.normal)
        if printed is None or not self.value:
            return abs(self.value) * _ROUGHLY
        digits = re.sub("[,，]", "", printed[0])
        number = Decimal(digits)
        if not number:
            return abs(self.value) * _ROUGHLY
        scale = abs(self.value / number)
        return scale / 2 / Decimal(10) ** len(printed[1] or "")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence in normal form with its figures in order; spans are those of the document."""

    statement: Statement
    normal: str  # of the sentence, same length as its text
    figures: tuple[Figure, ...]

    @property
    def language(self) -> Language:
        """The language of the sentence."""
        return self.statement.language

    def words(self, start: int, end: int) -> str:
        """Return the words between two places of the document, inside the sentence."""
        offset = self.statement.start
        return self.normal[max(0, start - offset) : max(0, end - offset)]

    def before(self, figure: Figure) -> str:
        """Return the words from the figure before, or the sentence's begin, to this figure."""
        earlier = self.figures[figure.index - 1].quantity.end if figure.index else None
        return self.words(earlier or self.statement.start, figure.quantity.start)

    def after(self, figure: Figure) -> str:
        """Return the words from this figure to the next one, or to the sentence's end."""
        later = self.figures[figure.index + 1 : figure.index + 2]
        end = later[0].quantity.start if later else self.statement.end
        return self.words(figure.quantity.end, end)

    def pairs(self) -> Iterator[tuple[Figure, str, Figure]]:
        """Give neighbouring figures with the words between them."""
        for left, right in pairwise(self.figures):
            yield left, self.words(left.quantity.end, right.quantity.start), right


@dataclass(frozen=True)
class Passages:
    """All sentences of a report."""

    report: Report

    def __iter__(self) -> Iterator[Passage]:
        return iter(self.all)

    @cached_property
    def normal(self) -> str:
        """The normal form of the whole text."""
        return normal_form(self.report.document.text)

    @cached_property
    def all(self) -> tuple[Passage, ...]:
        """Every sentence, in order."""
        figures: dict[Span, list[Figure]] = defaultdict(list)
        for quantity in self.report.quantities:
            normal = self.normal[quantity.start : quantity.end]
            own = figures[quantity.statement]
            own.append(Figure(quantity, normal, len(own)))
        return tuple(
            Passage(each, self.normal[each.start : each.end], tuple(figures[each.start, each.end]))
            for each in self.report.statements
        )

    @cached_property
    def claims(self) -> dict[Span, Claim]:
        """The claim of each quantity, by the quantity's span."""
        return {
            (claim.quantity.start, claim.quantity.end): claim
            for claim in self.report.claims
            if claim.quantity is not None
        }
