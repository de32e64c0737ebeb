"""What the tests of the web room share: two governments, four persons, a folder of documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management.commands import flush
from django.core.management.sql import sql_flush
from django.test import Client
from pytest_django import Settings

from duixian.web.ledger.models import Government
from tests.web.databases import NewDatabase, is_postgresql, made_database
from tests.web.persons import Person, make_user

# Whoever asks for one of these is told apart by the database.
_ON_DATABASE = {"db", "transactional_db", "live_server", "new_database"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL leave out what cannot differ there: the run on SQLite has shown it."""
    if not is_postgresql():
        return
    room = Path(__file__).parent
    apart = [each for each in items if room in each.path.parents and not _is_on_database(each)]
    if apart:
        config.hook.pytest_deselected(items=apart)
        left_out = set(apart)
        items[:] = [each for each in items if each not in left_out]


def _is_on_database(item: pytest.Item) -> bool:
    asked = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(asked & _ON_DATABASE)


def _empty_all(*arguments: Any, **options: Any) -> list[str]:
    """PostgreSQL empties the index of the search only together with what it refers to."""
    return sql_flush(*arguments, **{**options, "allow_cascade": True})


flush.sql_flush = _empty_all  # type: ignore[attr-defined]  # after tests that commit


@pytest.fixture(autouse=True)
def _own_folder(settings: Settings, tmp_path: Path) -> None:
    """Keep the files of one test from the next, and what a view remembers too."""
    settings.MEDIA_ROOT = tmp_path / "documents"
    settings.REQUEST_COUNTS = tmp_path / "requests.sqlite3"
    cache.clear()


@pytest.fixture(scope="session")
def new_database() -> NewDatabase:
    """What makes databases for sites that run in other processes."""
    return made_database


@pytest.fixture
def government(db: None) -> Government:
    """The government that `editor` edits for: a district."""
    return Government.objects.create(
        key="110107", code="110107", name="石景山区", name_en="Shijingshan District", level="county"
    )


@pytest.fixture
def other_government(db: None) -> Government:
    """The government that `other_editor` edits for."""
    return Government.objects.create(
        key="110105", code="110105", name="朝阳区", name_en="Chaoyang District", level="county"
    )


@pytest.fixture
def visitor() -> Client:
    """Someone who has not signed in."""
    return Client()


@pytest.fixture
def editor(government: Government) -> Person:
    """Someone who edits for `government`."""
    return Person(make_user("editor", government))


@pytest.fixture
def other_editor(other_government: Government) -> Person:
    """Someone who edits for another government."""
    return Person(make_user("other-editor", other_government))


@pytest.fixture
def administrator(db: None) -> Person:
    """Someone who looks after the whole site."""
    return Person(make_user("administrator", is_administrator=True))
