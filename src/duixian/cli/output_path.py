"""The file named after ``-o``: whether it can be meant, and which format it asks for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TypeVar

from duixian.errors import UsageError

Format = TypeVar("Format", bound=StrEnum)

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


def is_for_a_terminal(path: str | None) -> bool:
    """Tell whether the result goes to a person's screen."""
    return bool(path is None and sys.stdout and sys.stdout.isatty())


def choose_format(
    path: str | None, asked: str | None, formats: type[Format], suffixes: Mapping[str, Format]
) -> Format:
    """Return the format asked for, else the one the name of the file says, else the usual one.

    A person at a terminal gets ``table``, a pipe ``jsonl``. Raises UsageError where the name says
    no format, or another one than was asked for.
    """
    if asked:
        chosen = formats(asked)
        refuse_other_ending(path, chosen, suffixes)
        return chosen
    if path is None:
        return formats("table" if is_for_a_terminal(path) else "jsonl")
    try:
        return suffixes[PurePath(path).suffix.lower()]
    except KeyError:
        raise UsageError(
            f"{path}: the name does not say which format to write; "
            f"end it in one of {', '.join(suffixes)}, or add --format"
        ) from None


def refuse_a_source(path: str | None, sources: Iterable[str]) -> None:
    """Raise UsageError where the file to write is one of those to read."""
    if path and any(_is_same_file(path, source) for source in sources):
        raise UsageError(f"{path}: is one of the sources; write to another file")


def _is_same_file(path: str, source: str) -> bool:
    try:
        return Path(path).samefile(source)
    except (OSError, ValueError):  # one of them is no file
        return False
