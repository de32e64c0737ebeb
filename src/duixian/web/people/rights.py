"""What a person may do. Every view and the API ask here.

Visitors read what is published. Editors change the records of their governments. Administrators
(Django's superusers) change all, and look after people. Views of the desk stand under
`editor_required` or `administrator_required`, which ask for the second factor too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django_otp import user_has_device

from duixian.web.ledger.models import Government, Report
from duixian.web.people.kept_form import keep_form

Person = User | AnonymousUser
Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponseBase]


def is_administrator(person: Person) -> bool:
    """Whether they look after the whole site."""
    return bool(person.is_authenticated and getattr(person, "is_superuser", False))


def is_editor(person: Person) -> bool:
    """Whether they may enter the desk at all."""
    if is_administrator(person):
        return True
    return person.is_authenticated and Government.objects.filter(memberships__user=person).exists()


def editable_governments(person: Person) -> QuerySet[Government] | None:
    """Return the governments whose records they may change; None means all."""
    if is_administrator(person):
        return None
    if not person.is_authenticated:
        return Government.objects.none()
    return Government.objects.filter(memberships__user=person)


def sees_as_visitor(person: Person) -> bool:
    """Whether they owe the second factor: until then a session shows what the public sees.

    Who comes by a token has no session, and gave the factor when the token was made.
    """
    is_verified = getattr(person, "is_verified", None)  # put there by the middleware of OTP
    if not person.is_authenticated or is_verified is None or is_verified():
        return False
    owes = getattr(person, "_owes_second_factor", None)  # asked many times for one page
    if owes is None:
        owes = settings.SECOND_FACTOR_REQUIRED or user_has_device(person)
        setattr(person, "_owes_second_factor", owes)  # noqa: B010  # on Django's own class
    return bool(owes)


def offered_governments(person: Person) -> QuerySet[Government]:
    """Return the governments a form offers them: those whose records they may change."""
    mine = editable_governments(person)
    return Government.objects.all() if mine is None else mine


def user_of(request: HttpRequest) -> User:
    """Return who is signed in. Raises PermissionDenied for nobody."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def may_edit(person: Person, report: Report) -> bool:
    """Whether they may change a report and its records.

    A report of no known government is anyone's who edits at all: someone must say whose it is.
    """
    if sees_as_visitor(person):
        return False
    if report.government_id is None:
        return is_editor(person)
    governments = editable_governments(person)
    return governments is None or governments.filter(pk=report.government_id).exists()


def signed_in_required(view: View[Arguments]) -> View[Arguments]:
    """Let in who is signed in, with the second factor where they have one."""
    return _required(view, allowed=lambda person: True, is_factor_needed=False)


def editor_required(view: View[Arguments]) -> View[Arguments]:
    """Let in editors and administrators; in production only with a second factor.

    Who is not signed in goes to the sign-in page and comes back, with the form they sent kept.
    Who has no government yet is told so, and what to do (403).
    """
    return _required(view, allowed=is_editor, is_factor_needed=True, refuse=_without_government)


def administrator_required(view: View[Arguments]) -> View[Arguments]:
    """Let in administrators alone, otherwise as `editor_required`."""
    return _required(view, allowed=is_administrator, is_factor_needed=True)


def _without_government(request: HttpRequest) -> HttpResponse:
    return render(request, "people/without_government.html", status=403)


def _denied(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def _required(
    view: View[Arguments],
    *,
    allowed: Callable[[Person], bool],
    is_factor_needed: bool,
    refuse: Callable[[HttpRequest], HttpResponse] = _denied,
) -> View[Arguments]:
    @never_cache
    @wraps(view)
    def guarded(
        request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> HttpResponseBase:
        step = _step_before(request, is_factor_needed=is_factor_needed)
        if step is not None:
            return _send_to(request, step)
        if not allowed(request.user):
            return refuse(request)
        return view(request, *args, **kwargs)

    return guarded


def _step_before(request: HttpRequest, *, is_factor_needed: bool) -> str | None:
    """Name the page the person must pass first."""
    person = request.user
    if not person.is_authenticated:
        return "people:sign-in"
    if person.is_verified():  # type: ignore[attr-defined]  # put there by the middleware of OTP
        return None
    if user_has_device(person):
        return "people:second-factor"
    if is_factor_needed and settings.SECOND_FACTOR_REQUIRED:
        return "people:set-up-second-factor"
    return None


def _send_to(request: HttpRequest, page: str) -> HttpResponse:
    """Send to a page that leads back here; a script is told where, with status 401."""
    address = reverse(page)
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"error": "sign_in", "address": address}, status=401)
    back = request.get_full_path()
    if request.method not in ("GET", "HEAD"):
        back = keep_form(request)
    return redirect(f"{address}?{urlencode({'next': back})}")
