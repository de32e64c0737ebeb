"""Who asks: nobody in particular, or an editor by a token."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from ninja.security import HttpBearer

from duixian.web.people.rights import Person
from duixian.web.people.tokens import person_of


class EditorToken(HttpBearer):
    """A token made on the page of one's account: ``Authorization: Bearer duixian_...``."""

    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        """Return whom the token stands for."""
        return person_of(token)


def reader_of(request: HttpRequest) -> Person:
    """Return whom a reading request comes from; a token is not asked for, but counts."""
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    found = person_of(token.strip()) if kind.lower() == "bearer" else None
    return found or AnonymousUser()
