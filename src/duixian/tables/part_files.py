"""The unfinished files beside a result: named after the process that writes them.

A run that was killed leaves its file behind; the next run that writes the same result removes
it, but only where that process has ended and nobody holds the file any more.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from pathlib import Path

try:
    import fcntl
except ImportError:  # no such locks on this system: what is left behind stays
    fcntl = None  # type: ignore[assignment]  # the documented way to do without a module

# A file name has 255 bytes at most; this leaves room for what is added to it.
_LONGEST_STEM = 200

_unfinished: set[Path] = set()


def open_part(target: Path) -> tuple[int, Path]:
    """Make an empty file beside a target; give its number and path. Raises OSError."""
    number, name = tempfile.mkstemp(
        prefix=f"{_stem(target)}{os.getpid()}.", suffix=".part", dir=target.parent
    )
    path = Path(name)
    _unfinished.add(path)
    if fcntl:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return number, path


def open_part_folder() -> Path:
    """Make a folder for temporary files, to be closed like a part file. Raises OSError."""
    path = Path(tempfile.mkdtemp(prefix="duixian-"))
    _unfinished.add(path)
    return path


def close_part(path: Path) -> None:
    """Remove a part file or folder, unless it has become the result. Raises nothing."""
    _unfinished.discard(path)
    with contextlib.suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def close_all_parts() -> None:
    """Remove every part file and folder of this process, for an ending that cannot wait."""
    for path in tuple(_unfinished):
        close_part(path)


def remove_left_parts(target: Path) -> None:
    """Remove the part files that dead processes left beside a target. Raises nothing."""
    pattern = re.compile(re.escape(_stem(target)) + r"(\d+)\.\w+\.part", re.ASCII)
    with contextlib.suppress(OSError):
        for path in target.parent.iterdir():
            match = pattern.fullmatch(path.name)
            if match and _is_over(int(match[1])) and _is_free(path):
                path.unlink()


def _stem(target: Path) -> str:
    return f".{os.fsdecode(os.fsencode(target.name)[:_LONGEST_STEM])}."


def _is_over(process: int) -> bool:
    """Tell whether a process has ended; one of another user is seen as running."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _is_free(path: Path) -> bool:
    """Tell whether nobody writes a file: another machine or container has its own processes."""
    if not fcntl:
        return False
    with path.open("rb+") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)  # raises OSError where it is held
    return True
