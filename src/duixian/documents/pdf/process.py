"""Reads a PDF in a process of its own, bounded in time and memory.

A file that makes PDFium crash, hang or fill the memory ends that process and becomes one
clear error here. The request goes in on standard input, a line of JSON and then the bytes;
the answer comes back as JSON on standard output.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from signal import SIGABRT, SIGILL, SIGTRAP
from threading import Thread

import msgspec

from duixian import errors
from duixian.documents.content import Content
from duixian.documents.limits import MEBIBYTE, Limits
from duixian.documents.options import PageProgress
from duixian.documents.pdf.answer import PdfAnswer
from duixian.errors import (
    DamagedSourceError,
    DuixianError,
    MissingExtraError,
    SourceError,
    SourceTooLargeError,
    SourceUnreadableError,
)

READ_SECONDS = 60  # for the text of one file
READ_SECONDS_A_MEBIBYTE = 20  # a mebibyte of plain pages takes about 12
OCR_SECONDS_A_PAGE = 60
MEMORY_BYTES = 640 * MEBIBYTE
MEMORY_A_BYTE = 20  # a small file that asks for much is made to do harm
OCR_MEMORY_BYTES = 8 * 1024 * MEBIBYTE
MEMORY_EXIT = 77  # of the reading process, when its memory ran out
_OUT_OF_MEMORY = (-SIGABRT, -SIGTRAP, -SIGILL)  # how PDFium ends where it gets none
_ADVICE = "save the file again with another program and read that"


@dataclass(frozen=True, slots=True)
class Request:
    """What the reading process is asked for."""

    name: str
    limits: Limits
    ocr: bool
    memory_bytes: int
    seconds: int
    is_followed: bool = False  # whether somebody reads how far it has come


def read_pdf(
    data: bytes,
    *,
    name: str,
    limits: Limits,
    ocr: bool = False,
    on_page: PageProgress | None = None,
) -> Content:
    """Read a PDF, with `ocr` also pages that are pictures; raises only `DuixianError`.

    `on_page` is called from a thread of its own while the pages are read.
    """
    seconds = READ_SECONDS + READ_SECONDS_A_MEBIBYTE * len(data) // MEBIBYTE
    memory = MEMORY_BYTES + MEMORY_A_BYTE * len(data)
    if ocr:
        seconds += OCR_SECONDS_A_PAGE * min(limits.max_pages, 500)
        memory = OCR_MEMORY_BYTES
    asked = Request(name, limits, ocr, memory, seconds, on_page is not None)
    request = msgspec.json.encode(asked)
    command = [sys.executable, "-P", "-m", "duixian.documents.pdf.child"]
    try:
        with _followed(on_page) as errors:
            done = subprocess.run(  # noqa: S603 - a fixed command, the file goes in as data
                command,
                input=request + b"\n" + data,
                stdout=subprocess.PIPE,
                stderr=errors,
                timeout=seconds,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                check=False,
            )
    except subprocess.TimeoutExpired as error:
        cause = f"not read within {seconds} seconds"
        raise SourceTooLargeError(name, cause) from error
    except OSError as error:
        cause = f"no process could be started to read it: {error.strerror}"
        raise SourceUnreadableError(
            name, cause, "try again when the machine is less busy"
        ) from error
    if done.returncode in (MEMORY_EXIT, *_OUT_OF_MEMORY):
        raise SourceTooLargeError(name, "reading it takes more memory than allowed")
    if done.returncode != 0:
        kind = "signal" if done.returncode < 0 else "exit"
        cause = f"the PDF engine broke down on it ({kind} {abs(done.returncode)})"
        raise DamagedSourceError(name, cause, _ADVICE)
    return _open_answer(done.stdout, name=name)


@contextmanager
def _followed(on_page: PageProgress | None) -> Iterator[int]:
    """Give the end of a pipe for the process to write to, and pass on what it tells."""
    if on_page is None:
        yield subprocess.DEVNULL
        return
    reading, writing = os.pipe()
    reader = Thread(target=_pass_on, args=(reading, on_page), daemon=True)
    reader.start()
    try:
        yield writing
    finally:
        os.close(writing)
        reader.join(timeout=1)


def _pass_on(pipe: int, on_page: PageProgress) -> None:
    with os.fdopen(pipe, encoding="ascii", errors="replace") as lines:
        for line in lines:
            done, _, total = line.strip().partition(" ")
            if done.isdigit() and total.isdigit():
                on_page(int(done), int(total))


def _open_answer(answer: bytes, *, name: str) -> Content:
    try:
        opened = msgspec.json.decode(answer, type=PdfAnswer)
    except msgspec.MsgspecError as error:
        raise DamagedSourceError(name, "the PDF engine gave no answer", _ADVICE) from error
    if opened.content is not None:
        return opened.content
    raise _as_error(opened, name=name)


def _as_error(answer: PdfAnswer, *, name: str) -> DuixianError:
    failure = answer.failure
    if failure is None:
        return DamagedSourceError(name, "the PDF engine gave no answer", _ADVICE)
    if failure.kind == MissingExtraError.__name__:
        return MissingExtraError(failure.cause, failure.advice)
    kind = getattr(errors, failure.kind, DamagedSourceError)
    if not (isinstance(kind, type) and issubclass(kind, SourceError)):
        kind = DamagedSourceError
    return kind(name, failure.cause, failure.advice)
