"""Reviewing what the machine suggests: one by one with the keyboard, or many above a score."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_POST

from duixian.web.desk.access import editable_report, revision_of, whole_number
from duixian.web.desk.queues import QUEUES, Queue
from duixian.web.desk.records import shown
from duixian.web.intake.failures import told
from duixian.web.ledger import history
from duixian.web.ledger.choices import State
from duixian.web.ledger.errors import ChangedMeanwhileError, LedgerError
from duixian.web.ledger.models import Change, Report
from duixian.web.ledger.storing.locks import lock
from duixian.web.people.rights import editor_required, user_of

_ON_A_PAGE = 20
_MOST_AT_ONCE = 2000
_DECISIONS = {"accept": State.ACCEPTED, "reject": State.REJECTED}


@editor_required
@require_GET
def review(request: HttpRequest, pk: int, table: str) -> HttpResponse:
    """Show what waits in one table of a report, the most doubtful first."""
    report, queue = editable_report(request, pk), _queue(table)
    is_all = request.GET.get("show") == "all"
    records = queue.records(report).order_by("pk") if is_all else queue.waiting(report)
    pages = Paginator(records, _ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "report": report,
        "queue": queue,
        "queues": QUEUES.values(),
        "pages": pages,
        "query": "show=all&" if is_all else "",
        "is_all": is_all,
        "items": [shown(queue, record) for record in pages],
        "last": _last_act(request, report),
    }
    return render(request, "desk/review.html", context)


@editor_required
@require_POST
def decide(request: HttpRequest, pk: int, table: str, record: int) -> HttpResponse:
    """Accept, reject or correct one record."""
    report, queue = editable_report(request, pk), _queue(table)
    found = get_object_or_404(queue.records(report), pk=record)
    decision = request.POST.get("decision", "")
    group, user = uuid.uuid4(), user_of(request)
    try:
        if decision in _DECISIONS:
            history.decide(
                found, _DECISIONS[decision], user=user, revision=revision_of(request), group=group
            )
        else:
            form = shown(queue, found, data=request.POST).form
            if not form.is_valid():
                return _show_again(request, report, queue, found, status=400)
            values = dict(form.cleaned_data)
            reason = values.pop("reason")
            history.edit(
                found,
                values,
                user=user,
                revision=revision_of(request),
                reason=reason,
                group=group,
            )
    except ChangedMeanwhileError as error:
        messages.error(request, told(error))
        found.refresh_from_db()
        return _show_again(request, report, queue, found, status=409)
    messages.success(request, gettext("Kept."))
    return redirect(_back_to(request, report, queue))


@editor_required
@require_POST
def accept_many(request: HttpRequest, pk: int, table: str) -> HttpResponse:
    """Accept all that wait whose certainty reaches what was asked for, as one act."""
    report, queue = editable_report(request, pk), _queue(table)
    certainty = whole_number(request.POST.get("certainty", ""))
    if certainty is None or certainty > 100:
        messages.error(request, gettext("Give a certainty from 0 to 100."))
        return redirect(_back_to(request, report, queue))
    most = 1 - certainty / 100 + 1e-9
    group, user = uuid.uuid4(), user_of(request)
    count = 0
    with transaction.atomic():
        lock(report.pk)  # nobody changes them between looking and accepting
        for each in queue.waiting(report).filter(doubt__lte=most)[:_MOST_AT_ONCE]:
            history.decide(each, State.ACCEPTED, user=user, revision=each.revision, group=group)
            count += 1
    words = ngettext("%(count)s record accepted.", "%(count)s records accepted.", count)
    messages.success(request, words % {"count": count})
    return redirect(_back_to(request, report, queue))


@editor_required
@require_POST
def undo(request: HttpRequest, pk: int, table: str) -> HttpResponse:
    """Take back the last act of this person."""
    report, queue = editable_report(request, pk), _queue(table)
    last = _last_act(request, report)
    if last is None or str(last.group) != request.POST.get("group"):
        messages.error(request, gettext("There is nothing to undo any more."))
    else:
        try:
            count = len(history.undo(last.group, user=user_of(request)))
        except LedgerError as error:
            messages.error(request, told(error))
        else:
            words = ngettext("%(count)s change undone.", "%(count)s changes undone.", count)
            messages.success(request, words % {"count": count})
    return redirect(_back_to(request, report, queue))


def _queue(table: str) -> Queue:
    if table not in QUEUES:
        raise Http404
    return QUEUES[table]


def _last_act(request: HttpRequest, report: Report) -> Change | None:
    """Return the last change of this person in a report, unless it is an undoing or was undone."""
    mine = Change.objects.filter(user=user_of(request), report=report)
    last = mine.exclude(record="report").first()
    if last is None or last.reason.startswith(history.PUT_BACK):
        return None
    return last


def _show_again(
    request: HttpRequest, report: Report, queue: Queue, found: object, *, status: int
) -> HttpResponse:
    """Show one record with what the person typed, against its newest state."""
    context = {
        "report": report,
        "queue": queue,
        "item": shown(queue, found, data=request.POST),
        "is_conflict": status == 409,
    }
    return render(request, "desk/record.html", context, status=status)


def _back_to(request: HttpRequest, report: Report, queue: Queue) -> str:
    page = request.POST.get("page", "")
    address = reverse("desk:review", args=[report.pk, queue.name])
    query = [f"page={page}"] if page.isdigit() else []
    if request.POST.get("show") == "all":
        query.append("show=all")
    return f"{address}?{'&'.join(query)}#items" if query else f"{address}#items"
