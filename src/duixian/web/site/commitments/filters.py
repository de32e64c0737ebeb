"""What is asked of the list of commitments, read from an address and written back into one.

Every state of the list is an address. What an address says wrongly is left aside, so that it
still leads to the nearest list that makes sense.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from duixian.language.functions import divisions
from duixian.web.ledger.choices import Language, Role, Specificity, VerdictName

ALL_LANGUAGES = "all"
NOT_ACCOUNTED = "none"  # of a verdict: the next report is not here
LONGEST_QUESTION = 200
_LONGEST_VALUE = 80
_MOST_VALUES = 12  # of one filter
FACETS = (
    "language",
    "government",
    "year",
    "role",
    "function",
    "specificity",
    "verdict",
    "unit",
    "indicator",
)
SORTS = ("year", "government", "amount", "specificity", "due", "verdict")
USUAL_SORT = "-year"


@dataclass(frozen=True, slots=True)
class Filters:
    """One state of the list. ``chosen`` holds the values of each facet that has any."""

    words: str = ""
    heading: str = ""
    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sort: str = USUAL_SORT
    page: int = 1
    page_language: str = "zh"  # commitments in it are shown where nothing else is asked

    def values(self, facet: str) -> tuple[str, ...]:
        """Return the chosen values of a facet."""
        return dict(self.chosen).get(facet, ())

    def address(self, *, page: int = 1, sort: str | None = None) -> str:
        """Write the state as the query of an address, without what goes without saying."""
        parts = [("q", self.words)] if self.words else []
        parts += [pair for pair in self._pairs() if pair != ("language", self.page_language)]
        parts += [("heading", self.heading)] if self.heading else []
        wanted = sort or self.sort
        parts += [("sort", wanted)] if wanted != USUAL_SORT else []
        parts += [("page", str(page))] if page > 1 else []
        return urlencode(parts)

    def _pairs(self) -> list[tuple[str, str]]:
        return [(facet, value) for facet, values in self.chosen for value in values]

    @property
    def narrowing(self) -> list[tuple[str, str]]:
        """List the chosen values that leave anything out, but for the language of the page."""
        usual = {("language", self.page_language), ("language", ALL_LANGUAGES)}
        return [pair for pair in self._pairs() if pair not in usual]

    def without(self, facet: str, value: str | None = None) -> Filters:
        """Return the state with one value, or all of a facet, taken away."""
        if facet == "q":
            return replace(self, words="", page=1)
        if facet == "heading":
            return replace(self, heading="", page=1)
        chosen = [
            (name, tuple(each for each in values if name != facet or value not in (None, each)))
            for name, values in self.chosen
        ]
        return replace(self, chosen=tuple(each for each in chosen if each[1]), page=1)

    def having(self, facet: str, value: str) -> Filters:
        """Return the state with one value of a facet in place of all others."""
        return replace(self, chosen=(*self.without(facet).chosen, (facet, (value,))), page=1)


def read_filters(query: QueryDict, *, language: str) -> Filters:
    """Read an address; without a word about language, that of the page holds."""
    chosen = {facet: _values(query, facet) for facet in FACETS}
    if ALL_LANGUAGES in chosen["language"]:
        chosen["language"] = (ALL_LANGUAGES,)
    elif not chosen["language"]:
        chosen["language"] = (language,)
    return Filters(
        words=_plain(query.get("q", ""), LONGEST_QUESTION),
        heading=_plain(query.get("heading", ""), _LONGEST_VALUE),
        chosen=tuple((facet, values) for facet, values in chosen.items() if values),
        sort=_sort(query.get("sort", "")),
        page=_page(query.get("page", "")),
        page_language=language,
    )


def _values(query: QueryDict, facet: str) -> tuple[str, ...]:
    said = (_plain(each, _LONGEST_VALUE) for each in query.getlist(facet))
    allowed = _allowed(facet)
    found = (each for each in said if each and (allowed is None or each in allowed))
    return tuple(dict.fromkeys(found))[:_MOST_VALUES]


def _allowed(facet: str) -> frozenset[str] | None:
    """Return the values a facet may have; None where only the ledger knows."""
    lists: dict[str, Iterable[str]] = {
        "language": (*Language.values, ALL_LANGUAGES),
        "role": Role.values,
        "function": (each.code for each in divisions()),
        "specificity": Specificity.values,
        "verdict": (*VerdictName.values, NOT_ACCOUNTED),
    }
    if facet == "year":
        return frozenset(str(year) for year in range(1900, 2101))
    return frozenset(lists[facet]) if facet in lists else None


def _plain(text: str, longest: int) -> str:
    shown = "".join(each if each.isprintable() else " " for each in text[: longest * 2])
    return " ".join(shown.split())[:longest]


def _sort(said: str) -> str:
    return said if said.removeprefix("-") in SORTS else USUAL_SORT


def _page(said: str) -> int:
    is_number = said.isascii() and said.isdigit() and len(said) < 9
    return max(1, int(said)) if is_number else 1
