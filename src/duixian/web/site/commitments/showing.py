"""What a page of the list says: rows, filters with their counts, chips, columns to sort by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from duixian.web.ledger.choices import Role, Specificity, VerdictName
from duixian.web.site.commitments import facets, listing
from duixian.web.site.commitments.filters import ALL_LANGUAGES, FACETS, NOT_ACCOUNTED, Filters
from duixian.web.site.commitments.labels import FACET_NAMES, value_names
from duixian.web.site.commitments.rows import Row, row_of

_MOST_OPTIONS = 400  # of one list to choose from; the rest is found by searching
_MOST_COUNTED = listing.ROWS_ON_PAGE * listing.MOST_PAGES
_MOST_IN_FACETS = 5000  # found by words; beyond, values are offered without counts
_FIXED = {
    "language": (ALL_LANGUAGES, "zh", "en"),
    "role": Role.values,
    "specificity": Specificity.values,
    "verdict": (*VerdictName.values, NOT_ACCOUNTED),
}
COLUMNS: tuple[tuple[str, str | Promise, bool], ...] = (
    ("government", _("Government"), False),
    ("year", _("Year"), True),
    ("amount", _("Target"), True),
    ("specificity", _("How specific"), False),
    ("verdict", _("Verdict"), False),
)


@dataclass(frozen=True, slots=True)
class Option:
    """A value one can choose. ``count`` is None where it was not counted."""

    value: str
    name: str
    count: int | None
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with the values it offers."""

    facet: str
    name: str
    options: list[Option]


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen value, and the list without it."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Column:
    """A heading that sorts; ``order`` is ascending, descending or empty."""

    name: str
    address: str
    order: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a page of the list needs."""

    filters: Filters
    total: int
    is_cut: bool  # there are more than are counted
    pages: Page[int]
    rows: list[Row]
    facets: dict[str, Facet]
    chips: list[Chip]
    columns: list[Column]

    @property
    def total_shown(self) -> int:
        """The number to say: of what is counted, where not all is."""
        return _MOST_COUNTED if self.is_cut else self.total

    @property
    def most_counted(self) -> int:
        """How many commitments pages show at most."""
        return _MOST_COUNTED

    @property
    def has_more_pages(self) -> bool:
        """Whether there are commitments no page shows."""
        return self.total > _MOST_COUNTED

    @property
    def page_query(self) -> str:
        """The address without its page, ready for one."""
        query = self.filters.address()
        return f"{query}&" if query else ""

    @property
    def has_more_filters(self) -> bool:
        """Whether any of the filters that are folded away is in use."""
        used = {facet for facet, _value in self.filters.narrowing}
        return bool(self.filters.heading or used & {"role", "unit", "indicator", "language"})

    @property
    def all_languages_address(self) -> str:
        """The same question of reports in every language."""
        return self.filters.having("language", ALL_LANGUAGES).address()


def shown(filters: Filters) -> Shown:
    """Gather a page of the list."""
    found = listing.commitments_for(filters).values_list("pk", flat=True)
    counts = _counts(filters)
    every: list[int] | None = None
    if counts is None:
        every = list(found[: _MOST_COUNTED + 1])
        # What one could choose is offered as in the whole list, without counts.
        offered = facets.count(facets.all_cells(), Filters()).values
        counts = facets.Counts(len(every), offered, is_counted=False)
    pages = Paginator(range(min(counts.total, _MOST_COUNTED)), listing.ROWS_ON_PAGE)
    page = pages.get_page(filters.page)
    start, end = max(page.start_index() - 1, 0), page.end_index()
    keys = list(found[start:end]) if every is None else every[start:end]
    return Shown(
        filters=filters,
        total=counts.total,
        is_cut=counts.total > _MOST_COUNTED and not counts.is_counted,
        pages=page,
        rows=[row_of(commitment, filters.words) for commitment in listing.in_full(keys)],
        facets={facet: _facet(facet, counts, filters) for facet in FACETS},
        chips=_chips(filters),
        columns=[_column(each, filters) for each in COLUMNS],
    )


def _counts(filters: Filters) -> facets.Counts | None:
    """Count what is left; None where words leave too much to count it in time."""
    if not filters.words and not filters.heading:
        return facets.count(facets.all_cells(), filters)
    asked = listing.asked_in_words(filters)
    if asked.order_by()[: _MOST_IN_FACETS + 1].count() > _MOST_IN_FACETS:
        return None
    return facets.count(facets.cells_of(asked), filters)


def _facet(facet: str, counts: facets.Counts, filters: Filters) -> Facet:
    found = counts.values.get(facet, Counter())
    chosen = filters.values(facet)
    values = _values(facet, found, chosen)
    names = value_names(facet, values)
    options = [
        Option(
            value,
            names[value],
            found[value] if counts.is_counted and value != ALL_LANGUAGES else None,
            value in chosen,
        )
        for value in values
    ]
    return Facet(facet, str(FACET_NAMES[facet]), options)


def _values(facet: str, found: Counter[str], chosen: Iterable[str]) -> list[str]:
    """Order the values: fixed lists as they are, years newest first, others by count."""
    if facet in _FIXED:
        return list(_FIXED[facet])
    counted = dict.fromkeys(chosen, 0) | dict(found)
    if facet == "year":
        return sorted(counted, reverse=True)
    if facet == "function":
        return sorted(counted)
    return sorted(counted, key=lambda value: (-counted[value], value))[:_MOST_OPTIONS]


def _chips(filters: Filters) -> list[Chip]:
    texts = [("q", filters.words), ("heading", filters.heading)]
    chips = [
        Chip(f"{FACET_NAMES[name]}: {text}", filters.without(name).address())
        for name, text in texts
        if text
    ]
    for facet, value in filters.narrowing:
        name = value_names(facet, [value])[value]
        chips.append(Chip(f"{FACET_NAMES[facet]}: {name}", filters.without(facet, value).address()))
    return chips


def _column(column: tuple[str, str | Promise, bool], filters: Filters) -> Column:
    name, label, is_number = column
    is_up = filters.sort == name
    is_down = filters.sort == f"-{name}"
    # Numbers and years are looked at from the largest down, words from the first on.
    first, second = (f"-{name}", name) if is_number else (name, f"-{name}")
    following = second if filters.sort == first else first
    order = "ascending" if is_up else "descending" if is_down else ""
    return Column(str(label), filters.address(sort=following), order, is_number)
