"""A report as a text to be read, its sentences marked by what they do."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from duixian.web.ledger.choices import Kind, Role
from duixian.web.ledger.models import Report, Section
from duixian.web.site.page_cache import cached_page
from duixian.web.site.reports.find import Around, around, visible_report
from duixian.web.site.reports.markup import shown_blocks
from duixian.web.site.reports.parts import Part, Weights, part_at, parts_of
from duixian.web.site.reports.passages import Material, blocks_of, material_of

_MOST_IN_OUTLINE = 120
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the outline."""

    text: str
    address: str
    level: int
    is_here: bool  # on the page that is shown


@require_safe
@cached_page
def read(request: HttpRequest, pk: int, number: int = 1) -> HttpResponse:
    """Show a report, or one page of a long one."""
    report = visible_report(request, pk, with_text=True)
    material = material_of(report)
    parts = page_parts(material)
    if not 1 <= number <= len(parts):
        raise Http404("no such part")
    part = parts[number - 1]
    kind = request.GET.get("kind", "")
    kind = kind if kind in Kind.values else ""
    beside = around(report, request.user)
    context = {
        "report": report,
        "around": beside,
        "here": "text",
        "part": part,
        "parts": [(each, part_address(report, each)) for each in parts],
        "previous": part_address(report, parts[number - 2]) if number > 1 else "",
        "next": part_address(report, parts[number]) if number < len(parts) else "",
        "kind": kind,
        "kinds": _kinds(report),
        "outline": outline(material, parts, part),
        "blocks": list(shown_blocks(material, blocks_of(material, part, kind=kind))),
        "lead": _lead(report, beside),
    }
    return render(request, "site/report.html", context)


@require_safe
def at(request: HttpRequest, pk: int, start: int) -> HttpResponse:
    """Send to the page of a report on which a character stands, at its sentence."""
    report = visible_report(request, pk, with_text=True)
    material = material_of(report)
    part = part_at(page_parts(material), start)
    sentence = next((each for each in material.sentences if each.start <= start < each.end), None)
    fragment = f"#s{sentence.start}" if sentence else ""
    return redirect(f"{part_address(report, part)}{fragment}")


def page_parts(material: Material) -> tuple[Part, ...]:
    """Part a report into pages."""
    weights = Weights(
        material.text,
        (each.start for each in material.sentences),
        (start for start, _ in material.quantities),
    )
    return parts_of(material.text, material.sections, weights)


def part_address(report: Report, part: Part) -> str:
    """Give the address of a page of a report; the first is the report's own."""
    if part.number == 1:
        return reverse("site:report", args=[report.pk])
    return reverse("site:report-part", args=[report.pk, part.number])


def outline(material: Material, parts: tuple[Part, ...], here: Part) -> list[Entry]:
    """List the headings, with where they stand; of very many only the outer ones."""
    headed = [each for each in material.sections if each.heading and each.role != Role.FURNITURE]
    deepest = max((each.level for each in headed), default=1)
    while len(headed) > _MOST_IN_OUTLINE and deepest > 1:
        deepest -= 1
        headed = [each for each in headed if each.level <= deepest]
    return [_entry(material.report, each, parts, here) for each in headed[:_MOST_IN_OUTLINE]]


def _entry(report: Report, section: Section, parts: tuple[Part, ...], here: Part) -> Entry:
    part = part_at(parts, section.heading_start or section.start)
    is_here = part == here
    page = "" if is_here else part_address(report, part)
    text = " ".join(section.heading.split())
    if len(text) > _LONGEST_HEADING:
        text = f"{text[: _LONGEST_HEADING - 1]}…"
    return Entry(text, f"{page}#section-{section.position}", min(section.level, 3), is_here)


def _kinds(report: Report) -> list[tuple[Kind, int]]:
    return [(each, report.counts.get(each.value, 0)) for each in Kind]


def _lead(report: Report, beside: Around) -> str:
    """Tell which account belongs first: of what it promised, else of what it reports."""
    if beside.promised:
        return "promised"
    return "reported" if beside.reported else ""
