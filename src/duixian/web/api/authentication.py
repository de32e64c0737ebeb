"""Who asks: nobody in particular, or an editor by a token."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer

from duixian.web.people.rights import Person
from duixian.web.people.tokens import person_of


class EditorToken(HttpBearer):
    """A token made on the page of one's account: ``Authorization: Bearer duixian_...``."""

    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        """Return whom the token stands for."""
        return person_of(token)


def reader_of(request: HttpRequest) -> Person:
    """Return whom a reading request comes from; a token is not asked for, but counts.

    Raises AuthenticationError for a token that is none or no longer one: who sent it would take
    the answer to a visitor for that to themselves.
    """
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer":
        return AnonymousUser()
    found = person_of(token.strip())
    if found is None:
        raise AuthenticationError
    return found
