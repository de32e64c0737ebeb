"""Tokens: made, recognised, revoked. 256 random bits need no slow hash, and no two are alike."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.contrib.auth.models import User
from django.utils import timezone

from duixian.web.people.models import Token

PREFIX = "duixian_"  # so that a token left in a file is found for what it is
_LONGEST = 200
_PRECISION = timedelta(minutes=1)  # of the time of last use: not a write for every request


def make_token(user: User, *, name: str, days: int | None) -> tuple[Token, str]:
    """Make a token that lasts for some days, or until it is revoked; return it with its text."""
    text = PREFIX + secrets.token_urlsafe(32)
    expires_at = None if days is None else timezone.now() + timedelta(days=days)
    token = Token.objects.create(user=user, name=name, sha256=_hash_of(text), expires_at=expires_at)
    return token, text


def person_of(token: str) -> User | None:
    """Return whom a token stands for; None where it is unknown, expired or revoked."""
    if not token.startswith(PREFIX) or len(token) > _LONGEST:
        return None
    found = Token.objects.usable().select_related("user").filter(sha256=_hash_of(token)).first()
    if found is None:
        return None
    now = timezone.now()
    if found.last_used_at is None or now - found.last_used_at > _PRECISION:
        Token.objects.filter(pk=found.pk).update(last_used_at=now)
    return found.user


def revoke_token(user: User, key: int) -> bool:
    """End a token of this person; tell whether there was one to end."""
    mine = Token.objects.filter(user=user, pk=key, revoked_at__isnull=True)
    return mine.update(revoked_at=timezone.now()) == 1


def _hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
