"""Keeping and asking the index: FTS5 in SQLite, tsvector in PostgreSQL."""

from __future__ import annotations

from django.db import connection
from django.db.models.expressions import RawSQL

from duixian.web.ledger.models import Report, Statement
from duixian.web.ledger.search.words import asked, indexed


def index(report: Report) -> None:
    """Enter the statements of a report, in place of what was entered of it before."""
    statements = Statement.objects.filter(report=report, is_superseded=False)
    rows = [(pk, indexed(text)) for pk, text in statements.values_list("pk", "text")]
    insert = {
        "sqlite": "INSERT INTO ledger_search (rowid, words) VALUES (%s, %s)",
        "postgresql": "INSERT INTO ledger_search (rowid, words)"
        " VALUES (%s, to_tsvector('simple', %s))",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM ledger_search WHERE rowid IN"
            " (SELECT id FROM ledger_statement WHERE report_id = %s)",
            [report.pk],
        )
        cursor.executemany(insert, rows)


def statements_with(question: str) -> RawSQL | None:
    """Return the primary keys of the statements that hold all of a question, as a subquery.

    None where the question holds nothing to look for.
    """
    phrases = asked(question)
    if not phrases:
        return None
    if connection.vendor == "postgresql":
        query = " & ".join(_postgresql(phrase) for phrase in phrases)
        return RawSQL(
            "SELECT rowid FROM ledger_search WHERE words @@ to_tsquery('simple', %s)", [query]
        )
    query = " AND ".join(_sqlite(phrase) for phrase in phrases)
    return RawSQL("SELECT rowid FROM ledger_search WHERE words MATCH %s", [query])


def _sqlite(phrase: list[str]) -> str:
    words = " ".join(phrase)
    return f'"{words[:-1]}"*' if words.endswith("*") else f'"{words}"'


def _postgresql(phrase: list[str]) -> str:
    quoted = [f"'{word[:-1]}':*" if word.endswith("*") else f"'{word}'" for word in phrase]
    return "(" + " <-> ".join(quoted) + ")"
