"""The pages about the site. What they tell of rules and tables is read from where it is kept."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from duixian.tables.account_table import ACCOUNT_TABLES
from duixian.tables.report_tables import REPORT_TABLES
from duixian.tables.shapes import Column, TableShape
from duixian.web.language_prefix import reader_language
from duixian.web.site.about.accuracy import MEASURED
from duixian.web.site.about.rules import RULES
from duixian.web.site.page_cache import cached_page

PAGES: dict[str, Promise] = {
    "method": _("How it works"),
    "accuracy": _("Measured accuracy"),
    "rules": _("Rules of the verdicts"),
    "data": _("The data, column by column"),
    "cite": _("How to cite"),
    "privacy": _("Privacy"),
}


@dataclass(frozen=True, slots=True)
class Described:
    """A table or column in the reader's language."""

    name: str
    label: str
    meaning: str
    type: str = ""
    columns: tuple[Described, ...] = ()


@require_safe
@cached_page
def about(request: HttpRequest, page: str = "method") -> HttpResponse:
    """Show one of the pages. Raises Http404 for another name."""
    if page not in PAGES:
        raise Http404("no such page")
    context: dict[str, object] = {"page": page, "pages": PAGES, "heading": PAGES[page]}
    if page == "rules":
        context |= {"rules": RULES, **_figures()}
    elif page == "data":
        context["tables"] = _tables()
    elif page == "accuracy":
        context["measured"] = MEASURED
    return render(request, f"site/about/{page}.html", context)


@cache
def _figures() -> dict[str, object]:
    """Read the margins of the verdicts, as the program itself does."""
    text = files("duixian.accounting").joinpath("rules.toml").read_text(encoding="utf-8")
    said = tomllib.loads(text)
    return {
        "version": said["version"],
        "margins": [(name, f"{value:.0%}") for name, value in said["margin"].items()],
        "around": f"{said['tolerance']['around']:.0%}",
        "in_step": said["tolerance"]["in_step_points"],
        "least_share": f"{said['partial']['least_share']:.0%}",
    }


def _tables() -> list[Described]:
    shapes = (*REPORT_TABLES.shapes, *ACCOUNT_TABLES.shapes)
    return [_table(each) for each in shapes]


def _table(shape: TableShape) -> Described:
    is_english = reader_language() == "en"
    columns = tuple(_column(each) for each in shape.columns)
    return Described(
        shape.name,
        shape.name.capitalize() if is_english else shape.label,
        shape.en if is_english else shape.zh,
        columns=columns,
    )


def _column(column: Column) -> Described:
    is_english = reader_language() == "en"
    label = "" if is_english else column.label
    return Described(column.name, label, column.en if is_english else column.zh, column.type.value)
