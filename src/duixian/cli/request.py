"""What every command that reads reports is asked for alike: how to read, what to write, and where.

``report_options`` adds these options to a command and hands them to it as one `Request`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING

import click

from duixian.cli.main import say
from duixian.cli.output_path import (
    choose_format,
    is_for_a_terminal,
    output_path,
)
from duixian.errors import UsageError
from duixian.tables.formats import SUFFIXES, Format
from duixian.tables.own_source import refuse_a_source

if TYPE_CHECKING:
    from duixian.documents.document import Document
    from duixian.documents.options import SourceOptions
    from duixian.reading.records import Report
    from duixian.tables.rows import Rows
    from duixian.tables.shapes import TableShape
    from duixian.tables.write import OutputFile, StandardOutput

PAGE_AND_TABLES = (Format.HTML, Format.XLSX, Format.CSV, Format.JSONL, Format.TABLE)
_FORMAT = (
    "How to write it. Default: what the name after -o says; text at a terminal; JSON Lines in a "
    "pipe."
)
_OCR = "Read scans by character recognition (extra: ocr)."
_PRIVATE = "Fetch addresses inside your own network too."

STANDARD_INPUT = "-"

Command = Callable[..., int]


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line, whichever the command."""

    path: str | None  # none for standard output
    asked: Format | None
    formats: tuple[Format, ...]  # those the command writes
    ocr: bool
    allow_private: bool
    quiet: bool

    @property
    def format(self) -> Format:
        """The format to write. Raises UsageError where none can be told, or none can be meant."""
        return choose_format(self.path, self.asked, self.formats)

    @property
    def is_terminal(self) -> bool:
        """Tell whether the result goes to a person's screen."""
        return is_for_a_terminal(self.path)

    @property
    def options(self) -> SourceOptions:
        """How sources are read."""
        from duixian.documents.options import SourceOptions

        return SourceOptions(ocr=self.ocr, allow_private=self.allow_private)

    def check(self, sources: Sequence[str]) -> Format:
        """Refuse what cannot be carried out, before anything is read; else give the format."""
        if sources.count(STANDARD_INPUT) > 1:
            raise UsageError(
                f"{STANDARD_INPUT} is standard input, and it can be read once; "
                "give the other reports as files"
            )
        refuse_a_source(self.path, sources)
        return self.format

    def load(self, sources: Iterable[str]) -> list[Document]:
        """Load documents. Raises SourceError."""
        from duixian.documents.sources import load

        return [load(source, options=self.options) for source in sources]

    def read(self, sources: Iterable[str]) -> list[Report]:
        """Load documents and read them as reports. Raises SourceError."""
        from duixian.reading.read import read_document

        return [read_document(document) for document in self.load(sources)]

    def open(self) -> OutputFile | StandardOutput:
        """Open what is written to. Raises OutputError."""
        from duixian.tables.write import OutputFile, StandardOutput

        if self.path:
            return OutputFile(self.path)
        return StandardOutput(is_whole=self.format.is_binary)

    def write_text(self, text: str) -> None:
        """Write a page, or any other text. Raises OutputError."""
        with self.open() as output:
            output.stream.write(text.encode("utf-8", "replace"))
            output.commit()

    def write_tables(self, rows: Rows, tables: Sequence[TableShape]) -> None:
        """Write rows in the format asked for. Raises OutputError."""
        from duixian.tables.formats import write_rows

        write_rows(
            rows, tables, format_=self.format, output=self.open(), is_terminal=self.is_terminal
        )

    def remark(self, notes: Iterable[str], counted: str = "") -> None:
        """Say what a person should know, and how much was written, unless asked to be quiet."""
        if self.quiet:
            return
        for note in notes:
            say(note)
        if self.path and counted:
            say(f"wrote {self.path}: {counted}")


def language_option(function: Command) -> Command:
    """Add ``--language``: in which one rules and reasons are shown to a person."""
    return click.option(
        "--language",
        type=click.Choice(["zh", "en"]),
        help="Show rules and reasons in Chinese or English; files for programs hold both. "
        "Default: the language of the report.",
    )(function)


def source_options(*, quiet: str) -> Callable[[Command], Command]:
    """Add how sources are read, and whether anything but failures is said."""
    options = (
        click.option("--ocr", is_flag=True, help=_OCR),
        click.option("--allow-private", is_flag=True, help=_PRIVATE),
        click.option("-q", "--quiet", is_flag=True, help=quiet),
        click.help_option("-h", "--help"),
    )

    def decorate(function: Command) -> Command:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def report_options(*formats: Format, quiet: str) -> Callable[[Command], Command]:
    """Add the options of a `Request`; the command gets them as its argument ``request``."""
    endings = " ".join(dict.fromkeys(_ending(each) for each in formats))
    choices = click.Choice([each.value for each in Format if each in formats])
    options = (
        click.option("--format", "format_", type=choices, help=_FORMAT),
        click.option("-o", "--output", metavar="FILE", help=f"Write to FILE: {endings}"),
        source_options(quiet=quiet),
    )

    def decorate(function: Command) -> Command:
        @wraps(function)
        def command(
            *arguments: object,
            format_: str | None,
            output: str | None,
            ocr: bool,
            allow_private: bool,
            quiet: bool,
            **others: object,
        ) -> int:
            asked = Format(format_) if format_ else None
            request = Request(output_path(output), asked, formats, ocr, allow_private, quiet)
            return function(*arguments, request=request, **others)

        decorated: Command = command
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return decorate


def _ending(format_: Format) -> str:
    return next(suffix for suffix, each in SUFFIXES.items() if each is format_)
