"""The pages on which documents are brought in and watched."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from duixian.errors import DuixianError
from duixian.web.environment import read_environment
from duixian.web.intake.bringing import retry, take_address, take_file
from duixian.web.intake.failures import told
from duixian.web.intake.forms import BringForm
from duixian.web.intake.models import Intake
from duixian.web.intake.upload_limit import too_large
from duixian.web.people.rights import (
    editable_governments,
    editor_required,
    offered_governments,
    user_of,
)

_ON_A_PAGE = 50
_MOST_WATCHED = 200


@editor_required
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Take files and addresses in; show what was brought in and how far it has come."""
    is_sent = request.method == "POST"
    form = BringForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        governments=offered_governments(request.user),
        too_large=too_large(request),
    )
    if is_sent and form.is_valid():
        _take(request, form)
        return redirect("intake:bring")
    page = Paginator(visible_intakes(request), _ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "pages": page,
        "openable": _openable(request, page),
        "most_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
        "most_mebibytes": read_environment().max_upload // 1024**2,
        "has_failed": visible_intakes(request).filter(state=Intake.State.FAILED).exists(),
        "is_running": any(_is_open(each) for each in page),
    }
    return render(request, "intake/bring.html", context, status=400 if form.errors else 200)


@editor_required
@require_GET
def progress(request: HttpRequest) -> JsonResponse:
    """Tell a script how far the intakes it names have come."""
    keys = []
    for key in request.GET.getlist("id")[:_MOST_WATCHED]:
        try:
            keys.append(uuid.UUID(key))
        except ValueError:
            continue
    found = visible_intakes(request).filter(pk__in=keys)
    return JsonResponse({"intakes": [_progress_of(each) for each in found]})


@editor_required
@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Read again what failed: one, or all of it."""
    failed = visible_intakes(request).filter(state=Intake.State.FAILED)
    if "id" in request.POST:
        try:
            failed = failed.filter(pk=uuid.UUID(request.POST["id"]))
        except ValueError:
            failed = failed.none()
    count = len(retry(failed[:_MOST_WATCHED]))
    said = ngettext("%(count)s document waits again.", "%(count)s documents wait again.", count)
    messages.success(request, said % {"count": count})
    return redirect("intake:bring")


def visible_intakes(request: HttpRequest) -> QuerySet[Intake]:
    """Return what this person brought in, and what was for their governments."""
    intakes = Intake.objects.select_related(
        "report", "report__document", "report__government", "created_by"
    )
    governments = editable_governments(request.user)
    if governments is None:
        return intakes
    mine = Q(created_by=request.user.pk)
    return intakes.filter(
        mine | Q(government__in=governments) | Q(report__government__in=governments)
    )


def _openable(request: HttpRequest, intakes: Iterable[Intake]) -> set[int]:
    """Return the reports that open at this person's desk: who brought one in may not edit it."""
    reports = [each.report for each in intakes if each.report]
    governments = editable_governments(request.user)
    mine = None if governments is None else {None, *governments.values_list("pk", flat=True)}
    return {each.pk for each in reports if mine is None or each.government_id in mine}


def _take(request: HttpRequest, form: BringForm) -> None:
    batch, user, count = uuid.uuid4(), user_of(request), 0
    government = form.cleaned_data["government"]
    for name in too_large(request):
        said = gettext("%(name)s is larger than %(most)s MiB and was not taken.")
        most = read_environment().max_upload // 1024**2
        messages.error(request, said % {"name": name[:120], "most": most})
    try:
        for file in form.cleaned_data["documents"]:
            take_file(file.name or "", file.read(), batch=batch, user=user, government=government)
            count += 1
        for address in form.cleaned_data["addresses"]:
            take_address(address, batch=batch, user=user, government=government)
            count += 1
    except OSError as error:
        said = gettext("The files could not be kept: %(cause)s. What was kept before is whole.")
        messages.error(request, said % {"cause": error.strerror or error})
    except DuixianError as error:
        messages.error(request, told(error))
    if count:
        said = ngettext(
            "%(count)s document was taken and waits to be read.",
            "%(count)s documents were taken and wait to be read.",
            count,
        )
        messages.success(request, said % {"count": count})


def _is_open(intake: Intake) -> bool:
    return intake.state in (Intake.State.QUEUED, Intake.State.READING)


def _progress_of(intake: Intake) -> dict[str, object]:
    return {
        "id": str(intake.pk),
        "state": intake.state,
        "done": intake.done,
        "total": intake.total,
        "is_open": _is_open(intake),
    }
