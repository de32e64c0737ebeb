"""What watches over the site learns the truth from two addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db


def test_it_is_ready_when_all_is_there(visitor: Client) -> None:
    answer = visitor.get("/ready/")
    assert answer.status_code == 200
    assert answer.json()["state"] == "ready"


def test_it_is_not_ready_without_its_database(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lost)
    monkeypatch.setattr(connection, "close", lambda: None)

    answer = visitor.get("/ready/")

    assert answer.status_code == 503
    assert answer.json() == {
        "state": "not ready",
        "database": False,
        "migrations": False,
        "folder": True,
    }
    assert visitor.get("/health/").status_code == 200


def test_it_is_not_ready_before_it_is_migrated(visitor: Client) -> None:
    MigrationRecorder.Migration.objects.filter(app="ledger").latest("name").delete()

    answer = visitor.get("/ready/")

    assert answer.status_code == 503
    assert (answer.json()["database"], answer.json()["migrations"]) == (True, False)


def test_it_is_not_ready_where_no_document_could_be_kept(
    visitor: Client, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIA_ROOT = tmp_path / "documents"
    monkeypatch.setattr("os.access", lambda place, mode: False)

    assert visitor.get("/ready/").json()["folder"] is False


def test_nothing_of_it_is_kept_by_a_cache_and_nothing_is_changed_by_it(visitor: Client) -> None:
    for address in ("/health/", "/ready/"):
        assert "no-store" in visitor.get(address).headers["Cache-Control"]
        assert visitor.post(address).status_code == 405


@pytest.mark.parametrize("secure", [False, True])
def test_health_is_told_without_https_too(
    visitor: Client, settings: Settings, *, secure: bool
) -> None:
    """What watches stands behind the proxy."""
    settings.SECURE_SSL_REDIRECT = True
    assert visitor.get("/health/", secure=secure).status_code == 200
    assert visitor.get("/en/sign-in/").status_code == 301
