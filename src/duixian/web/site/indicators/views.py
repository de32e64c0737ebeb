"""The list of indicators, and one indicator: its chart, its table, its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext
from django.views.decorators.http import require_safe

from duixian.language.indicator_data import Indicator, load_indicators
from duixian.web.language_prefix import reader_language
from duixian.web.ledger.models import Government
from duixian.web.site.amounts import unit_name
from duixian.web.site.commitments.labels import indicator_name
from duixian.web.site.downloads import FORMATS, download
from duixian.web.site.indicators import series, table
from duixian.web.site.indicators.chart import chart
from duixian.web.site.indicators.listing import divisions_with_data
from duixian.web.site.indicators.series import Offered, Panel, Point
from duixian.web.site.page_cache import cached_page

_LONGEST_QUESTION = 80
_FEWEST_DRAWN = 2  # one number alone needs no chart


@dataclass(frozen=True, slots=True)
class Row:
    """A year of a government in the table beside a chart."""

    year: int
    government: Government
    number: int
    target: Point | None
    actual: Point | None

    @property
    def points(self) -> list[Point]:
        """The values there are."""
        return [point for point in (self.target, self.actual) if point is not None]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A panel with its heading, its chart and its rows."""

    key: str
    heading: str
    chart: SafeString
    rows: list[Row]
    panel: Panel


@require_safe
@cached_page
def indicators(request: HttpRequest) -> HttpResponse:
    """List the indicators that published reports state."""
    words = " ".join(request.GET.get("q", "")[:_LONGEST_QUESTION].split())
    key = request.GET.get("government", "").replace("\0", "")
    government = Government.objects.public().filter(key=key).first() if key else None
    context = {
        "divisions": divisions_with_data(words, of=government),
        "words": words,
        "government": government,
    }
    return render(request, "site/indicators.html", context)


@require_safe
@cached_page
def indicator(request: HttpRequest, indicator: str) -> HttpResponse:
    """Show one indicator for the governments chosen."""
    entry = _known(indicator)
    choices = series.offered(indicator, _wanted(request.GET))
    chosen = _in_order(choices, _wanted(request.GET))
    is_english = reader_language() == "en"
    return render(
        request,
        "site/indicator.html",
        {
            "indicator": entry,
            "name": indicator_name(indicator),
            "definition": entry.definition_en if is_english else entry.definition_zh,
            "choices": choices,
            "chosen": chosen,
            "drawn": list(_drawn(entry, series.panels(entry, chosen))),
            "keys": ",".join(each.key for each in chosen),
            "formats": FORMATS,
            "most": series.MOST_GOVERNMENTS,
            "page_language": reader_language(),
        },
    )


@require_safe
def indicator_file(request: HttpRequest, indicator: str, format_: str) -> HttpResponseBase:
    """Give what the page of an indicator shows as a file."""
    if format_ not in FORMATS:
        raise Http404
    entry = _known(indicator)
    wanted = _wanted(request.GET)
    chosen = _in_order(series.offered(indicator, wanted), wanted)
    panels = series.panels(entry, chosen)

    def address(point: Point) -> str:
        return request.build_absolute_uri(point.address)

    return download(
        table.SHAPE,
        [list(table.rows_of(indicator, panels, address))],
        format_=format_,
        name=f"duixian-{indicator}",
        about={"source": request.build_absolute_uri(), "indicator": indicator},
    )


def _known(indicator: str) -> Indicator:
    found = load_indicators().get(indicator)
    if found is None:
        raise Http404
    return found


def _wanted(query: QueryDict) -> list[str]:
    """Read the governments from an address: one list with commas, or one after the other."""
    said = [key for part in query.getlist("governments")[:50] for key in part[:400].split(",")]
    return [key.strip() for key in said if key.strip()]


def _in_order(choices: list[Offered], wanted: list[str]) -> list[Government]:
    chosen = [each.government for each in choices if each.is_chosen]
    return sorted(
        chosen, key=lambda each: wanted.index(each.key) if each.key in wanted else len(wanted)
    )


def _drawn(entry: Indicator, panels: list[Panel]) -> Iterator[Drawn]:
    for place, panel in enumerate(panels):
        key = f"panel-{place}"
        heading = (
            pgettext("number", "Level") if panel.basis == "level" else pgettext("number", "Change")
        )
        unit = unit_name(panel.unit)
        heading = (
            gettext("%(what)s (%(unit)s)") % {"what": heading, "unit": unit} if unit else heading
        )
        is_drawn = len(panel.drawn) >= _FEWEST_DRAWN
        name = f"{indicator_name(entry.id)}: {heading}"
        picture = (
            chart(panel, name=name, key=key, address=attrgetter("address"))
            if is_drawn
            else SafeString("")
        )
        yield Drawn(key, heading, picture, _rows(panel), panel)


def _rows(panel: Panel) -> list[Row]:
    return [
        Row(year, line.government, line.number, line.targets.get(year), line.actuals.get(year))
        for year in reversed(panel.years)
        for line in panel.lines
        if year in line.targets or year in line.actuals
    ]
