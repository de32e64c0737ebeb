"""How the file of the ledger is opened in SQLite: to be written, or only read where it must be."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

_TUNED = "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;"


def sqlite_settings(file: Path) -> dict[str, Any]:
    """Give the name and the options of the database."""
    if not may_be_written(file):
        return {"NAME": _read_only(file), "OPTIONS": {"timeout": 30, "init_command": _TUNED}}
    # A writer takes its lock at the start, so that it waits instead of failing half-way.
    options = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        f" PRAGMA foreign_keys=ON; {_TUNED}",
    }
    return {"NAME": file, "OPTIONS": options}


def may_be_written(file: Path) -> bool:
    """Tell whether the ledger, and what SQLite puts beside it, can be written; or made."""
    return not file.exists() or (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))


def _read_only(file: Path) -> str:
    """Name a file that cannot be written, as on a medium or a copy that is only there to read.

    Where no journal lies beside it, it is taken for one that nobody writes: SQLite then needs none,
    but would not see what its owner writes meanwhile.
    """
    is_still = not file.with_name(f"{file.name}-wal").exists()
    return f"file:{quote(str(file.absolute()))}?mode=ro" + ("&immutable=1" if is_still else "")
