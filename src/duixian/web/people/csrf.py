"""What happens to a form whose token is wrong: of our own pages it is kept, of others refused."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from duixian.web.people.kept_form import keep_form


def failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Offer the form again if it came from a page of this site, signed in anew meanwhile say.

    The browser itself says where a form comes from; without its word nothing is kept.
    """
    if request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}":
        address = keep_form(request)
        if address == reverse("people:kept-form"):
            return redirect(address)
    return render(request, "403_csrf.html", status=403)
