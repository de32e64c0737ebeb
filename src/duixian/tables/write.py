"""Where results go: a file that is either whole or untouched, or standard output.

A file is written beside its place and moved there only when it is complete, so a full disk or
a lost folder leaves what stood there before. Devices and pipes cannot be replaced; they get
the finished bytes.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from duixian.errors import OutputError
from duixian.tables.outlet import Outlet
from duixian.tables.part_files import close_part, open_part, remove_left_parts

# Up to here a result for a pipe or device is kept in memory, beyond it in a temporary file.
_BYTES_IN_MEMORY = 16 * 1024 * 1024


class OutputFile:
    """A file being written. Nothing is seen at its path before `commit`.

    Raises OutputError for whatever the operating system refuses.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        self._target = Path(self.path)
        self._beside: Path | None = None

    def __enter__(self) -> Self:
        with self._reporting():
            self._file = self._open()
        self._outlet = Outlet(self._file)
        self.stream = cast("BinaryIO", self._outlet)
        return self

    def _open(self) -> BinaryIO:
        self._target = _named_by(self._target)
        mode = self._target.stat().st_mode if self._target.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise IsADirectoryError(None, "it is a folder; name a file in it")
        if not self._target.parent.is_dir():
            raise FileNotFoundError(None, f"there is no folder {self._target.parent}")
        if mode is not None and not stat.S_ISREG(mode):
            return tempfile.SpooledTemporaryFile(_BYTES_IN_MEMORY)  # type: ignore[return-value]  # has all that BinaryIO needs
        if mode is not None and not os.access(self._target, os.W_OK):
            raise PermissionError(None, "the file there is write-protected")
        number, self._beside = open_part(self._target)
        self._beside.chmod(stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        return os.fdopen(number, "wb")

    def commit(self) -> None:
        """Make the finished file visible at its path, or send it to the device or pipe."""
        with self._reporting():
            self._outlet.check()
            if self._beside is None:
                self._send()
                return
            self._file.flush()
            os.fsync(self._file.fileno())
            self._outlet.shut()
            self._file.close()
            self._beside.replace(self._target)
            remove_left_parts(self._target)

    def _send(self) -> None:
        self._file.seek(0)
        with self._target.open("wb") as device:
            while chunk := self._file.read(1024 * 1024):
                device.write(chunk)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._outlet.shut()
        with contextlib.suppress(OSError):  # closing writes the rest, which a full disk refuses
            self._file.close()
        if self._beside is not None:
            close_part(self._beside)
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise OutputError(self.path, _cause(error)) from error

    @contextlib.contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except (OSError, ValueError) as error:
            raise OutputError(self.path, _cause(error)) from error


def _named_by(path: Path) -> Path:
    """Return what a link leads to: the link stays, what it names is replaced."""
    with contextlib.suppress(RuntimeError):  # by which Python tells a ring up to 3.12
        path = path.resolve()
    if path.is_symlink():
        raise OSError(None, "its links lead in a ring")
    return path


class StandardOutput:
    """Standard output as bytes. Binary formats are sent only when complete.

    Raises BrokenPipeError where the reader has gone, OutputError for every other refusal.
    """

    path = "standard output"

    def __init__(self, *, is_whole: bool = False) -> None:
        self._is_whole = is_whole

    def __enter__(self) -> Self:
        if not sys.stdout:  # started with it closed
            raise OutputError(self.path, "it is closed; name a file with -o")
        self._held: BinaryIO | None = None
        if self._is_whole:
            self._held = tempfile.SpooledTemporaryFile(_BYTES_IN_MEMORY)  # type: ignore[assignment]  # has all that BinaryIO needs
        self._outlet = Outlet(self._held or sys.stdout.buffer)
        self.stream = cast("BinaryIO", self._outlet)
        return self

    def commit(self) -> None:
        """Send what is still held back."""
        self._outlet.check()
        if self._held:
            self._held.seek(0)
            while chunk := self._held.read(1024 * 1024):
                sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._outlet.shut()
        if self._held:
            self._held.close()
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise OutputError(self.path, _cause(error)) from error


def _cause(error: Exception) -> str:
    strerror = getattr(error, "strerror", None)
    text = str(strerror or error)
    return text[:1].lower() + text[1:]


def _umask() -> int:
    """Read the mask for new files; the system offers no way but setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
