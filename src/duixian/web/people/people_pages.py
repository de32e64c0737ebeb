"""The administrator's pages: people, what they may do, and help for who is locked out."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from duixian.web.people import administering
from duixian.web.people.forms import PersonForm, sent_fields
from duixian.web.people.rights import administrator_required, user_of

_PAGE = 50
_LONGEST_QUESTION = 100


@require_GET
@administrator_required
def people(request: HttpRequest) -> HttpResponse:
    """List the people of the site, fifty a page."""
    question = request.GET.get("q", "").replace("\0", "").strip()[:_LONGEST_QUESTION]
    factor = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
    found = (
        User.objects.filter(Q(username__icontains=question) | Q(first_name__icontains=question))
        .annotate(has_second_factor=Exists(factor))
        .prefetch_related("memberships__government")
        .order_by("-is_active", "username")
    )
    page = Paginator(found, _PAGE).get_page(request.GET.get("page"))
    query = f"{urlencode({'q': question})}&" if question else ""
    context = {"page": page, "question": question, "query": query}
    return render(request, "people/people.html", context)


@require_http_methods(["GET", "POST"])
@administrator_required
def add_person(request: HttpRequest) -> HttpResponse:
    """Make a person; the next page gives the link by which they choose a password."""
    form = PersonForm(sent_fields(request), initial={"is_active": True})
    if form.is_valid():
        person = administering.save_person(form, by=user_of(request))
        return _with_link(request, person, administering.password_address(person))
    context = {"form": form, "person": None}
    return render(request, "people/person.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@administrator_required
def change_person(request: HttpRequest, key: int) -> HttpResponse:
    """Change what a person is called and may do."""
    person = get_object_or_404(User, pk=key)
    form = PersonForm(sent_fields(request), instance=person)
    if form.is_valid():
        try:
            administering.save_person(form, by=user_of(request))
        except administering.LastAdministratorError:
            form.add_error(
                None,
                gettext("This is the last administrator: make someone else one first."),
            )
        else:
            messages.success(request, gettext("The changes are kept."))
            return redirect("people:people")
    context = {"form": form, "person": get_object_or_404(User, pk=key)}
    return render(request, "people/person.html", context, status=400 if form.errors else 200)


@require_POST
@administrator_required
def offer_password(request: HttpRequest, key: int) -> HttpResponse:
    """Make a new link to choose a password; a lock after failed attempts is lifted."""
    person = get_object_or_404(User, pk=key, is_active=True)
    address = administering.offer_password(person, by=user_of(request))
    return _with_link(request, person, address)


@require_POST
@administrator_required
def reset_second_factor(request: HttpRequest, key: int) -> HttpResponse:
    """Forget the second factor of a person who lost it."""
    person = get_object_or_404(User, pk=key)
    administering.reset_second_factor(person, by=user_of(request))
    messages.success(request, gettext("The second factor is reset; they set up a new one."))
    return redirect("people:change-person", key=key)


def _with_link(request: HttpRequest, person: User, address: str) -> HttpResponse:
    context = {"person": person, "link": request.build_absolute_uri(address)}
    return render(request, "people/password_link.html", context)
