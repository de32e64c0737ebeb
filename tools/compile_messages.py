"""Compiles the catalogues of messages, so that pages speak Chinese.

Each ``django.po`` under ``src/duixian/web`` gives a ``django.mo`` beside it, which is not kept in
git. ``make`` runs this for those that changed, a build of the package for all. A message whose
translation would break (a placeholder lost, say) stops it with the file and the line.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages import mofile, pofile

ROOT = Path(__file__).resolve().parent.parent


class BrokenMessageError(Exception):
    """A translation that cannot stand for its message."""


def compile_messages(root: Path) -> list[Path]:
    """Compile every catalogue of the web room and return the files written."""
    found = sorted((root / "src" / "duixian" / "web").rglob("LC_MESSAGES/django.po"))
    return [compile_file(path) for path in found]


def compile_file(source: Path) -> Path:
    """Compile one catalogue. Raises BrokenMessageError."""
    with source.open("rb") as lines:
        catalogue = pofile.read_po(lines, locale="zh_Hans")
    for message, errors in catalogue.check():
        raise BrokenMessageError(f"{source}:{message.lineno}: {errors[0]}")
    target = source.with_suffix(".mo")
    unfinished = target.with_suffix(".mo.part")
    with unfinished.open("wb") as written:
        mofile.write_mo(written, catalogue)
    unfinished.replace(target)
    return target


def main(arguments: list[str]) -> int:
    """Compile the files named, or all; return the exit code."""
    try:
        for path in arguments:
            compile_file(Path(path))
        if not arguments:
            compile_messages(ROOT)
    except (BrokenMessageError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
