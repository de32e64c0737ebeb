"""Which database the tests run on, and new ones for the sites they start in other processes."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from urllib.parse import urlsplit, urlunsplit

NewDatabase = Callable[[], AbstractContextManager[dict[str, str]]]


def is_postgresql() -> bool:
    """Tell whether DATABASE_URL names PostgreSQL; without it the tests run on SQLite."""
    return os.environ.get("DATABASE_URL", "").startswith("postgres")


@contextmanager
def made_database() -> Iterator[dict[str, str]]:
    """Make a database beside the tests' own, and give the variable that names it.

    SQLite needs nothing but a folder, so there it gives none.
    """
    if not is_postgresql():
        yield {}
        return
    import psycopg

    address, name = os.environ["DATABASE_URL"], f"duixian_{uuid.uuid4().hex}"
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    try:
        yield {"DATABASE_URL": urlunsplit(urlsplit(address)._replace(path=f"/{name}"))}
    finally:
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
