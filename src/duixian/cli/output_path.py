"""The file named after ``-o``: whether it can be meant, and which format it asks for."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import PurePath

from duixian.errors import UsageError
from duixian.tables.formats import SUFFIXES, Format, format_of

_STANDARD_OUTPUT = "-"
# What any text may be written to.
_PLAIN_TEXT = ".txt"


def output_path(output: str | None) -> str | None:
    """Give the file to write, none for standard output. Raises UsageError for an empty name."""
    if output == "":
        raise UsageError("-o names no file; leave it out for standard output")
    return None if output == _STANDARD_OUTPUT else output


def is_for_a_terminal(path: str | None) -> bool:
    """Tell whether the result goes to a person's screen."""
    return bool(path is None and sys.stdout and sys.stdout.isatty())


def choose_format(path: str | None, asked: Format | None, formats: Collection[Format]) -> Format:
    """Return the format asked for, else the one the name of the file says, else the usual one.

    A person at a terminal gets ``table``, a pipe ``jsonl``. Raises UsageError where the name says
    no format, or another one than was asked for, and for what no terminal can show.
    """
    if asked is not None:
        chosen = asked
        _refuse_other_ending(path, chosen)
    elif path is not None:
        chosen = format_of(PurePath(path), formats)
    else:
        chosen = Format.TABLE if is_for_a_terminal(path) else Format.JSONL
    if chosen.is_binary and is_for_a_terminal(path):
        name = f"-o FILE.{chosen.value}"
        raise UsageError(f"a terminal cannot show {chosen.value}; write a file with {name}")
    return chosen


def _refuse_other_ending(path: str | None, asked: Format) -> None:
    """Raise UsageError where a file's name says one format and ``--format`` another."""
    if path is None:
        return
    suffix = PurePath(path).suffix.lower()
    said = SUFFIXES.get(suffix, asked)
    is_text = suffix == _PLAIN_TEXT and not asked.is_binary
    if said is not asked and not is_text:
        raise UsageError(
            f"{path}: its ending says {said.value}, --format says {asked.value}; change one of them"
        )
