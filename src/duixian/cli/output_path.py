"""The file named after ``-o``: whether it can be meant, and whether it agrees with ``--format``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath

from duixian.errors import UsageError

_STANDARD_OUTPUT = "-"
# What any text may be written to.
_PLAIN_TEXT = ".txt"
_BINARY = ("xlsx", "parquet")


def output_path(output: str | None) -> str | None:
    """Give the file to write, none for standard output. Raises UsageError for an empty name."""
    if output == "":
        raise UsageError("-o names no file; leave it out for standard output")
    return None if output == _STANDARD_OUTPUT else output


def refuse_other_ending(
    path: str | None, format_: StrEnum | None, suffixes: Mapping[str, StrEnum]
) -> None:
    """Raise UsageError where a file's name says one format and ``--format`` another."""
    if path is None or format_ is None:
        return
    suffix = PurePath(path).suffix.lower()
    said = suffixes.get(suffix, format_)
    is_text = suffix == _PLAIN_TEXT and format_.value not in _BINARY
    if said is not format_ and not is_text:
        raise UsageError(
            f"{path}: its ending says {said.value}, --format says {format_.value}; "
            "change one of them"
        )
