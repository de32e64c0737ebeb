"""The reading process: takes one request, bounds its own memory, answers, ends."""

from __future__ import annotations

import sys
from contextlib import suppress

import msgspec

from duixian.documents.pdf.answer import PdfAnswer, PdfFailure
from duixian.documents.pdf.extraction import extract
from duixian.documents.pdf.process import MEMORY_EXIT, Request
from duixian.errors import MissingExtraError, SourceError


def main() -> int:
    """Answer the request on standard input; give the exit code."""
    line, _, data = sys.stdin.buffer.read().partition(b"\n")
    request = msgspec.json.decode(line, type=Request)
    bound(request.memory_bytes, request.seconds)
    try:
        answer = msgspec.json.encode(answer_to(request, data))
    except MemoryError:
        return MEMORY_EXIT
    sys.stdout.buffer.write(answer)
    return 0


def answer_to(request: Request, data: bytes) -> PdfAnswer:
    """Read the PDF, or say why it cannot be read."""
    try:
        content = extract(
            data,
            name=request.name,
            limits=request.limits,
            ocr=request.ocr,
            on_page=_tell if request.is_followed else None,
        )
    except SourceError as error:
        return PdfAnswer(failure=PdfFailure(type(error).__name__, error.cause, error.advice))
    except MissingExtraError as error:
        kind = type(error).__name__
        return PdfAnswer(failure=PdfFailure(kind, error.feature, error.extra))
    return PdfAnswer(content=content)


def _tell(done: int, total: int) -> None:
    """Write a line the caller reads while this goes on."""
    print(done, total, file=sys.stderr, flush=True)  # noqa: T201 - the caller's pipe


def bound(size: int, seconds: int) -> None:
    """Let this process have no more memory and time on the processor, where the system can.

    The caller ends it as well; this holds when the caller itself has been ended.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CPU, (8 * seconds, 8 * seconds))  # over all cores
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
