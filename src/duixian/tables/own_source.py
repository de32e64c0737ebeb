"""No result is written over the file it was read from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from duixian.errors import UsageError


def refuse_a_source(path: str | None, sources: Iterable[str]) -> None:
    """Raise UsageError where the file to write is one of those to read."""
    if path and any(_is_same_file(path, source) for source in sources):
        raise UsageError(f"{path}: is one of the sources; write to another file")


def _is_same_file(path: str, source: str) -> bool:
    try:
        return Path(path).samefile(source)
    except (OSError, ValueError):  # one of them is no file
        return False
