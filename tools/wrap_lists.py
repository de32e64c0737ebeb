"""Wraps the long lists of words in the data files, so that a change of one word is one line.

    python tools/wrap_lists.py           rewrite the files whose lists are too wide
    python tools/wrap_lists.py --check   name them, and fail if there are any

What the files say stays the same; only where their lines end does not.
"""

from __future__ import annotations

import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "src" / "duixian"
WIDEST = 118  # columns; a Chinese character takes two
_INDENT = "  "
_STRING = r'"(?:[^"\\]|\\.)*"|' + r"'[^']*'"
_ITEMS = rf"(?:(?:{_STRING}),?\s*)+"
_WHOLE_LIST = re.compile(
    rf"(?P<key>[^\s=#\[]+|\"[^\"]+\") *= *\[\s*(?P<items>{_ITEMS})\](?P<note>\s*#.*)?"
)
_LINE_OF_LIST = re.compile(rf"\s+(?P<items>{_ITEMS})")


def wrapped(content: str) -> str:
    """Return what a data file holds with no list wider than ``WIDEST`` columns.

    Raises ValueError where that would change what it says.
    """
    lines = "\n".join(new for line in content.split("\n") for new in _lines_of(line))
    if tomllib.loads(lines) != tomllib.loads(content):
        raise ValueError("the lists cannot be wrapped without a change of what they say")
    return lines


def _lines_of(line: str) -> Iterator[str]:
    if columns(line) <= WIDEST:
        yield line
    elif found := _WHOLE_LIST.fullmatch(line):
        if found["note"]:
            yield found["note"].strip()
        yield f"{found['key']} = ["
        yield from _filled(re.findall(_STRING, found["items"]))
        yield "]"
    elif found := _LINE_OF_LIST.fullmatch(line):
        yield from _filled(re.findall(_STRING, found["items"]))
    else:
        yield line


def _filled(items: list[str]) -> Iterator[str]:
    line = _INDENT
    for item in items:
        begun = f"{line}{item}," if line == _INDENT else f"{line} {item},"
        if columns(begun) > WIDEST and line != _INDENT:
            yield line
            begun = f"{_INDENT}{item},"
        line = begun
    yield line


def columns(line: str) -> int:
    """Count the columns that a line takes."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line)


def main(arguments: list[str]) -> int:
    """Rewrite or name the files with lists that are too wide."""
    wide = 0
    for path in sorted(DATA.rglob("*.toml")):
        content = path.read_text(encoding="utf-8")
        better = wrapped(content)
        if better == content:
            continue
        wide += 1
        print(path.relative_to(DATA))
        if "--check" not in arguments:
            path.write_text(better, encoding="utf-8")
    return int(bool(wide) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
