"""The desk's first page, and the pages of one report: its facts, publishing, reading it again."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

import duixian
from duixian.errors import DuixianError
from duixian.reading.read import read_document
from duixian.web.desk.access import editable_report, editable_reports, revision_of, whole_number
from duixian.web.desk.forms import ReportForm
from duixian.web.desk.labels import RECORDS
from duixian.web.desk.queues import QUEUES
from duixian.web.intake.failures import told
from duixian.web.intake.models import Intake
from duixian.web.intake.tasks import join_one
from duixian.web.intake.views import visible_intakes
from duixian.web.ledger import history
from duixian.web.ledger.errors import ChangedMeanwhileError, LedgerError, NobodysReportError
from duixian.web.ledger.models import Change, Government, Report
from duixian.web.ledger.storing.documents import read_kept
from duixian.web.ledger.storing.rows import rows_of
from duixian.web.ledger.storing.store import Differences, differences, store_reading
from duixian.web.people.rights import editor_required, offered_governments, user_of

_ON_A_PAGE = 50
_SHOWN_CHANGES = 200
_RECENT = 5


@editor_required
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Show what waits: drafts, failures, and the reports with most to review."""
    reports = editable_reports(request)
    state = request.GET.get("state", "")
    states = {
        "draft": Q(is_published=False, withdrawn_at=None),
        "published": Q(is_published=True, withdrawn_at=None),
        "withdrawn": Q(withdrawn_at__isnull=False),
    }
    shown = reports.filter(states[state]) if state in states else reports
    context = {
        "pages": Paginator(shown, _ON_A_PAGE).get_page(request.GET.get("page")),
        "query": f"state={state}&" if state in states else "",
        "state": state,
        "counts": reports.aggregate(**{name: Count("pk", filter=q) for name, q in states.items()}),
        "failed": visible_intakes(request).filter(state=Intake.State.FAILED).count(),
        **_told_of(_changes(reports)[:_RECENT]),
    }
    return render(request, "desk/home.html", context)


@editor_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one report to its editors, and correct what is said of it."""
    found = editable_report(request, pk)
    form = ReportForm(found, offered_governments(request.user), request.POST or None)
    status = 400 if form.is_bound and not form.is_valid() else 200
    if request.method == "POST" and form.is_valid():
        try:
            change = history.edit(
                found,
                form.values(),
                user=user_of(request),
                revision=revision_of(request),
                reason=form.cleaned_data["reason"],
            )
        except ChangedMeanwhileError as error:
            # The form stays as it was typed, now against the newer state.
            messages.error(request, told(error))
            found.refresh_from_db()
            status = 409
        except NobodysReportError as error:
            form.add_error("government_id", told(error))
            status = 400
        else:
            if change is not None:
                join_one.enqueue(found.pk)
                messages.success(
                    request, gettext("Kept. The years around it are being joined again.")
                )
            return redirect("desk:report", pk)
    context = {"report": found, "form": form, "queues": _queue_counts(found)}
    context |= {
        **_told_of(_changes(Report.objects.filter(pk=found.pk))[:_RECENT]),
        "version": duixian.__version__,
    }
    return render(request, "desk/report.html", context, status=status)


@editor_required
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Turn the one switch: shown to everyone, or not."""
    found = editable_report(request, pk)
    asked = request.POST.get("is_public")
    if asked not in ("yes", "no"):  # what comes without its button withdraws nothing
        raise BadRequest("neither published nor withdrawn was asked for")
    is_public = asked == "yes"
    try:
        history.publish(
            found, is_public=is_public, user=user_of(request), revision=revision_of(request)
        )
    except LedgerError as error:
        messages.error(request, told(error))
    else:
        said = (
            gettext("Everyone can read it now.")
            if is_public
            else gettext("Withdrawn; nothing is lost.")
        )
        messages.success(request, said)
    return redirect("desk:report", pk)


@editor_required
@require_http_methods(["GET", "HEAD", "POST"])
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what this version reads otherwise; replace it when asked to."""
    found = editable_report(request, pk)
    try:
        reading = read_document(read_kept(found.document.sha256, found.document.name))
    except (DuixianError, OSError) as error:
        messages.error(
            request, gettext("It cannot be read again: %(cause)s") % {"cause": told(error)}
        )
        return redirect("desk:report", pk)
    if request.method == "POST":
        store_reading(found.document, reading, government=found.government)
        join_one.enqueue(found.pk)
        messages.success(request, gettext("Read again; what people had corrected stayed."))
        return redirect("desk:report", pk)
    context = {"report": found, "tables": _told(differences(found, rows_of(reading)))}
    return render(request, "desk/read_again.html", context)


@editor_required
@require_GET
def changes(request: HttpRequest) -> HttpResponse:
    """Show who changed what, the newest first; of one report where one is named."""
    reports = editable_reports(request)
    key, query = whole_number(request.GET.get("report", "")), ""
    if key is not None:
        reports, query = reports.filter(pk=key), f"report={key}&"
    pages = Paginator(_changes(reports), _ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"pages": pages, "query": query, **_told_of(pages.object_list)}
    return render(request, "desk/changes.html", context)


@editor_required
@require_POST
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a record the values it had before a change."""
    change = Change.objects.filter(report__in=editable_reports(request)).filter(pk=pk).first()
    if change is None:
        messages.error(request, gettext("There is no such change."))
        return redirect("desk:changes")
    try:
        is_changed = history.put_back(change, user=user_of(request)) is not None
    except LedgerError as error:
        messages.error(request, told(error))
    else:
        unchanged = gettext("It stands so already; nothing was changed.")
        messages.success(request, gettext("Put back.") if is_changed else unchanged)
    return redirect("desk:changes")


def _changes(reports: QuerySet[Report]) -> QuerySet[Change]:
    return Change.objects.filter(report__in=reports).select_related(
        "report__document", "report__government"
    )


def _told_of(changes: Iterable[Change]) -> dict[str, object]:
    """Give changes to a page, with the governments that they name by their keys."""
    found = list(changes)
    said = {each.get("government_id") for change in found for each in (change.before, change.after)}
    return {"changes": found, "governments": Government.objects.in_bulk(said - {None})}


def _queue_counts(found: Report) -> list[dict[str, object]]:
    return [
        {
            "queue": queue,
            "waiting": queue.waiting(found).count(),
            "all": queue.records(found).count(),
        }
        for queue in QUEUES.values()
    ]


def _told(found: Differences) -> list[dict[str, object]]:
    return [
        {
            "name": RECORDS[each.table.model._meta.model_name or ""][1],
            "added": each.added[:_SHOWN_CHANGES],
            "altered": each.altered[:_SHOWN_CHANGES],
            "gone": each.gone[:_SHOWN_CHANGES],
            "counts": (len(each.added), len(each.altered), len(each.gone)),
        }
        for each in found.all
        if not each.is_empty
    ]
