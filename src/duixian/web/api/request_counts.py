"""Requests counted in a small file of their own, once for all processes.

So no request of a reader ever waits for the ledger. Who asked is forgotten after two minutes.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

MINUTE = 60  # seconds
_LONGEST_WAIT = 1.0  # seconds, for the others who count
_MAKE = """
CREATE TABLE IF NOT EXISTS asked (
    who BLOB, minute INTEGER, requests INTEGER, PRIMARY KEY (who, minute)
) WITHOUT ROWID
"""
_COUNT = """
INSERT INTO asked VALUES (?, ?, 1)
ON CONFLICT DO UPDATE SET requests = requests + 1
"""


def may_ask(counts: Path, who: bytes, *, most: int, now: float) -> bool:
    """Count a request unless it is one too many in the 60 seconds before it.

    Of the minute before, as much counts as those 60 seconds reach into it.
    """
    minute, into = divmod(now, MINUTE)
    with closing(_opened(counts)) as file:
        file.execute("BEGIN IMMEDIATE")  # nobody counts between looking and counting
        file.execute("DELETE FROM asked WHERE minute < ?", (minute - 1,))
        rows = file.execute("SELECT minute, requests FROM asked WHERE who = ?", (who,))
        asked = dict(rows.fetchall())
        before = asked.get(minute - 1, 0) * (1 - into / MINUTE)
        is_allowed = bool(before + asked.get(minute, 0) < most)
        if is_allowed:
            file.execute(_COUNT, (who, minute))
        file.execute("COMMIT")
    return is_allowed


def _opened(counts: Path) -> sqlite3.Connection:
    file = sqlite3.connect(counts, timeout=_LONGEST_WAIT, isolation_level=None)
    file.execute("PRAGMA synchronous=OFF")  # what a crash loses is a minute's counts
    file.execute(_MAKE)
    return file
