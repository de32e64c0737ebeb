"""Search over every sentence of all reports one may read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duixian.web.ledger.choices import Kind
from duixian.web.ledger.models import Report, Statement
from duixian.web.ledger.search import places_of, statements_with
from duixian.web.site.page_cache import cached_page

_ON_A_PAGE = 25
_MOST_PAGES = 40
_MOST_COUNTED = 1000
_LONGEST_QUESTION = 200

Piece = tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that was found, cut into pieces: those looked for, and the rest."""

    statement: Statement
    pieces: list[Piece]


@require_safe
@cached_page
def search(request: HttpRequest) -> HttpResponse:
    """Show the sentences that hold all that was asked, the latest read first."""
    question = request.GET.get("q", "").replace("\0", "").strip()[:_LONGEST_QUESTION]
    kind = request.GET.get("kind", "")
    kind = kind if kind in Kind.values else ""
    number = _page_number(request.GET.get("page", ""))
    wanted = statements_with(question) if question else None
    context: dict[str, object] = {"question": question, "kind": kind, "kinds": Kind, "hits": []}
    if wanted is not None:
        visible = Report.objects.visible_to(request.user).values("pk")
        found = Statement.objects.kept().filter(pk__in=wanted, report__in=visible)
        found = found.filter(kind=kind) if kind else found
        context |= _page(found.order_by("-pk"), question, number)
    parameters = {"q": question} | ({"kind": kind} if kind else {})
    context["query"] = urlencode(parameters)
    return render(request, "site/search.html", context)


def _page_number(said: str) -> int:
    """Read the number of a page; anything that is none is the first."""
    is_number = said.isascii() and said.isdigit() and len(said) <= 6
    return min(max(int(said), 1), _MOST_PAGES) if is_number else 1


def _page(found: QuerySet[Statement], question: str, number: int) -> dict[str, object]:
    first = (number - 1) * _ON_A_PAGE
    joined = found.select_related("report__government", "report__document", "section")
    rows = list(joined.defer("report__document__text")[first : first + _ON_A_PAGE + 1])
    count = found[: _MOST_COUNTED + 1].count()
    return {
        "hits": [Hit(each, list(_marked(each.text, question))) for each in rows[:_ON_A_PAGE]],
        "count": min(count, _MOST_COUNTED),
        "has_more_than_counted": count > _MOST_COUNTED,
        "number": number,
        "previous": number - 1,
        "next": number + 1 if len(rows) > _ON_A_PAGE and number < _MOST_PAGES else 0,
    }


def _marked(text: str, question: str) -> Iterator[Piece]:
    """Cut a sentence at the words that were asked for; of English ones every inflection."""
    here = 0
    for start, end in places_of(question, text):
        yield text[here:start], False
        yield text[start:end], True
        here = end
    yield text[here:], False
