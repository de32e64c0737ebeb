"""The index of full-text search: one table of the same name and columns on either database."""

from __future__ import annotations

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_POSTGRESQL = """
    CREATE TABLE ledger_search (
        rowid bigint PRIMARY KEY REFERENCES ledger_statement (id) ON DELETE CASCADE
            DEFERRABLE INITIALLY DEFERRED,
        words tsvector NOT NULL
    );
    CREATE INDEX ledger_search_words ON ledger_search USING gin (words);
"""
_SQLITE = "CREATE VIRTUAL TABLE ledger_search USING fts5(words, tokenize = 'unicode61')"


def make(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the table."""
    editor.execute(_POSTGRESQL if editor.connection.vendor == "postgresql" else _SQLITE)


def remove(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Remove it; it can be made again from the statements."""
    editor.execute("DROP TABLE ledger_search")


class Migration(migrations.Migration):
    """Adds the index."""

    dependencies = (("ledger", "0001_initial"),)
    operations = (migrations.RunPython(make, remove),)
