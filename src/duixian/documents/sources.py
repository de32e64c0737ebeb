"""From what a person names (a file, a folder, ``-``, an address) to documents.

Sizes are checked before and while reading, so that a source over the limit costs no more
memory than the limit.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from duixian.documents.document import Document
from duixian.documents.limits import Limits
from duixian.documents.options import DEFAULT_OPTIONS, SourceOptions
from duixian.documents.readers import READABLE_SUFFIXES, Hints, read_data, suffix_of
from duixian.errors import (
    AddressRefusedError,
    SourceError,
    SourceNotFoundError,
    SourceTooLargeError,
    SourceUnreadableError,
)

STANDARD_INPUT = "-"
_CHUNK_BYTES = 1024 * 1024
# Two letters at least: one may be the drive of a Windows path.
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://|(mailto|data|file|https?):", re.IGNORECASE)
_ADVICE_BY_SCHEME = {
    "file": "give the path alone",
    "http": "check the spelling",
    "https": "check the spelling",
}


@dataclass(frozen=True, slots=True)
class Sources:
    """What the arguments of a command stand for.

    Attributes:
        names: what `load` takes, in the order given, folders sorted inside, none twice.
        failures: folders and files that cannot be looked at, each with its reason.
        passed_over: files in folders that are in no format Duixian reads.
        not_files: pipes, sockets, devices and links to folders, which are not followed.
    """

    names: tuple[str, ...]
    failures: tuple[SourceError, ...]
    passed_over: tuple[str, ...]
    not_files: tuple[str, ...] = ()


def is_address(source: str) -> bool:
    """Tell a web address from a path."""
    return source.lower().startswith(("http://", "https://"))


def find_sources(arguments: Sequence[str | os.PathLike[str]]) -> Sources:
    """Expand files, folders, ``-`` and addresses to what `load` takes; raises nothing."""
    names: dict[str, None] = {}
    failures: list[SourceError] = []
    passed_over: list[str] = []
    not_files: list[str] = []
    for given in arguments:
        argument = os.fspath(given)
        if argument == STANDARD_INPUT or is_address(argument) or not _is_folder(argument):
            names[argument] = None
            continue
        for path in _walk(argument, failures):
            if _is_no_file(path):
                not_files.append(_writable(path))
            elif suffix_of(path) in READABLE_SUFFIXES or _leads_nowhere(path):
                names[path] = None
            else:
                passed_over.append(_writable(path))
    return Sources(tuple(names), tuple(failures), tuple(passed_over), tuple(not_files))


def load(source: str | os.PathLike[str], *, options: SourceOptions = DEFAULT_OPTIONS) -> Document:
    """Read one file, ``-`` or http(s) address to a document; raises only `SourceError`."""
    name = os.fspath(source)
    if is_address(name):
        return _load_address(name, options)
    if not name:
        cause = "an empty name is no source"
        raise SourceNotFoundError("''", cause, "give a file, a folder or an address")
    is_input = name == STANDARD_INPUT
    data = _read_input(options.limits) if is_input else _read_file(name, options.limits)
    return read_data(data, name=_writable(name), options=options)


def _load_address(address: str, options: SourceOptions) -> Document:
    from duixian.documents.web import fetch

    answer = fetch(address, options=options)
    hints = Hints(answer.media_type, answer.charset)
    document = read_data(answer.data, name=address, options=options, hints=hints)
    return replace(document, address=answer.address, fetched=answer.fetched)


def load_bytes(
    data: bytes,
    *,
    name: str,
    media_type: str | None = None,
    charset: str | None = None,
    options: SourceOptions = DEFAULT_OPTIONS,
) -> Document:
    """Read bytes that came from elsewhere, an upload say; raises only `SourceError`."""
    return read_data(data, name=name, options=options, hints=Hints(media_type, charset))


def _writable(name: str) -> str:
    """Spell out what of a file name is not Unicode, so that the name can be written."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _is_folder(path: str) -> bool:
    try:
        return bool(path) and Path(path).is_dir()
    except (OSError, ValueError):  # a NUL in the name; `load` reports it
        return False


def _walk(folder: str, failures: list[SourceError]) -> Iterator[str]:
    """Give what stands in a folder and below it, in order, hidden things and folders apart."""

    def keep(error: OSError) -> None:
        failures.append(SourceUnreadableError(_writable(str(error.filename)), _cause(error)))

    for parent, folders, files in os.walk(folder, onerror=keep):
        links = [each for each in folders if Path(parent, each).is_symlink()]
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for each in sorted([*files, *links]):
            if not each.startswith((".", "~$")):
                yield str(Path(parent, each))


def _is_no_file(path: str) -> bool:
    """Tell pipes, sockets, devices and folders, which could block for ever, from files."""
    try:
        return not stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return False  # `load` finds out why, and says so


def _leads_nowhere(path: str) -> bool:
    """Tell a link to what is not there, or in a ring."""
    return Path(path).is_symlink() and not Path(path).exists()


def _read_file(path: str, limits: Limits) -> bytes:
    name = _writable(path)
    try:
        with Path(path).open("rb") as stream:
            status = os.fstat(stream.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > limits.max_bytes:
                found = status.st_size
                raise SourceTooLargeError.over(name, limits.max_bytes, "bytes", found=found)
            return _read_stream(stream, name, limits)
    except FileNotFoundError as error:
        raise _not_found(name, Path(path)) from error
    except IsADirectoryError as error:
        raise SourceUnreadableError(name, "a folder, not a file", "name a file in it") from error
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def _not_found(name: str, path: Path) -> SourceError:
    scheme = _SCHEME.match(name)
    if scheme:
        kind = name.partition(":")[0].lower()
        advice = _ADVICE_BY_SCHEME.get(kind, "save it as a file and give that")
        return AddressRefusedError(name, "only http:// and https:// addresses are read", advice)
    if path.is_symlink():
        cause = f"a link to {_writable(str(path.readlink()))}, which is not there"
        return SourceUnreadableError(name, cause, "mend or remove the link")
    return SourceNotFoundError(name, "no such file or folder")


def _unreadable(name: str, error: OSError | ValueError) -> SourceError:
    number = getattr(error, "errno", None)
    if number == errno.ELOOP:
        return SourceUnreadableError(name, "links that lead in a ring", "mend or remove them")
    if number == errno.ENXIO:
        return SourceUnreadableError(name, "a socket, not a file", "give a file instead")
    if number == errno.ENAMETOOLONG:
        return SourceNotFoundError(name, "longer than a file name can be")
    if isinstance(error, ValueError):  # a NUL in the name
        return SourceUnreadableError(name, _cause(error), "check the spelling")
    return SourceUnreadableError(name, _cause(error))


def _read_input(limits: Limits) -> bytes:
    try:
        return _read_stream(sys.stdin.buffer, STANDARD_INPUT, limits)
    except (OSError, ValueError, AttributeError) as error:
        cause = "standard input cannot be read"
        raise SourceUnreadableError(STANDARD_INPUT, cause, "give a file instead") from error


def _read_stream(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    """Read to the end, or one byte past the limit."""
    data = bytearray()
    while chunk := stream.read(min(_CHUNK_BYTES, limits.max_bytes + 1 - len(data))):
        data += chunk
        if len(data) > limits.max_bytes:
            raise SourceTooLargeError.over(name, limits.max_bytes, "bytes")
    return bytes(data)


def _cause(error: OSError | ValueError) -> str:
    strerror = getattr(error, "strerror", None)
    return (strerror or str(error)).lower()
