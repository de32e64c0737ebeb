"""A form sent after the session ended is kept, and sent again once its writer has signed in.

The fields stay in the session on the server, which signing in carries over. Files cannot be kept.
Nothing is sent again by itself: the person sees what they had written and says so.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse

SESSION_KEY = "kept_form"
LONGEST = 200_000  # characters of all fields together
_SECRET = re.compile(r"password|csrfmiddlewaretoken|otp|token", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KeptForm:
    """Where a form was going, and its fields in order."""

    address: str
    fields: list[tuple[str, str]]
    had_files: bool


def keep_form(request: HttpRequest) -> str:
    """Keep what was sent; return the address of the page that offers it again.

    A form with nothing to keep, or too much, or a secret, leads back to the page it stood on.
    """
    fields = [
        (name, str(value))
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken"
    ]
    size = sum(len(name) + len(value) for name, value in fields)
    if not fields or size > LONGEST or any(_SECRET.search(name) for name, _ in fields):
        return _page_of(request)
    kept = KeptForm(request.get_full_path(), fields, had_files=bool(request.FILES))
    request.session[SESSION_KEY] = asdict(kept)
    return reverse("people:kept-form")


def _page_of(request: HttpRequest) -> str:
    """Give the address of the page that held the form: what it was sent to may show nothing."""
    page = urlsplit(request.headers.get("Referer", ""))
    if page.netloc == request.get_host() and page.path:
        return page._replace(scheme="", netloc="", fragment="").geturl()
    return reverse("people:account")


def kept_form(request: HttpRequest) -> KeptForm | None:
    """Return the form that waits to be sent again."""
    kept = request.session.get(SESSION_KEY)
    if not isinstance(kept, dict):
        return None
    fields = [(str(name), str(value)) for name, value in kept["fields"]]
    return KeptForm(kept["address"], fields, had_files=kept["had_files"])


def forget_form(request: HttpRequest) -> None:
    """Drop the kept form."""
    request.session.pop(SESSION_KEY, None)
