"""Every error Duixian raises, as one tree.

DuixianError
├── UsageError                 the request itself cannot be carried out
├── MissingExtraError          an optional part of Duixian is not installed
├── LanguageDataError          a language data file is not valid
├── SourceError                a source cannot be read
│   ├── SourceNotFoundError    no such file, folder or address
│   ├── SourceUnreadableError  the file is there and cannot be opened
│   ├── UnsupportedFormatError not a format Duixian reads
│   ├── EmptySourceError       nothing to read in it
│   ├── EncryptedSourceError   protected by a password
│   ├── DamagedSourceError     broken, truncated or mislabelled
│   ├── SourceTooLargeError    over one of the limits in `documents.limits`
│   ├── ScannedSourceError     pictures of text, no text layer
│   ├── AddressRefusedError    an address Duixian does not fetch
│   └── FetchFailedError       an address that did not answer as it should
└── OutputError                a result cannot be written

Each prints as one line that names the thing, the cause and what to do.
"""

from __future__ import annotations


class DuixianError(Exception):
    """The root of the tree. Catch it to catch all that Duixian raises."""


class UsageError(DuixianError):
    """The request itself cannot be carried out, whatever the input."""


class MissingExtraError(DuixianError):
    """An optional part is not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        self.feature = feature
        self.extra = extra
        super().__init__(
            f"{feature} needs an optional part: install it with pip install 'duixian[{extra}]', "
            f"in a clone with pip install '.[{extra}]'"
        )

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        return type(self), (self.feature, self.extra)


class LanguageDataError(DuixianError):
    """A language data file does not fit its schema."""

    def __init__(self, path: str, cause: str) -> None:
        self.path = path
        self.cause = cause
        super().__init__(f"{path}: {cause}")

    def __reduce__(self) -> tuple[type[LanguageDataError], tuple[str, str]]:
        return type(self), (self.path, self.cause)


class SourceError(DuixianError):
    """A source cannot be read. Keeps its name, the cause and the advice apart."""

    default_advice = ""

    def __init__(self, source: str, cause: str, advice: str = "") -> None:
        self.source = source
        self.cause = cause
        self.advice = advice or self.default_advice
        super().__init__(source, cause, self.advice)

    def __str__(self) -> str:
        line = f"{self.source}: {self.cause}"
        return f"{line}; {self.advice}" if self.advice else line

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, str, str]]:
        return type(self), (self.source, self.cause, self.advice)


class SourceNotFoundError(SourceError):
    """No such file, folder or address."""

    default_advice = "check the spelling"


class SourceUnreadableError(SourceError):
    """The file is there and cannot be opened."""

    default_advice = "check who may read it"


class UnsupportedFormatError(SourceError):
    """Not a format Duixian reads."""

    default_advice = "give a PDF, DOCX, HTML, Markdown or text file"


class EmptySourceError(SourceError):
    """There is nothing to read in it."""

    default_advice = "check that it is the right file"


class EncryptedSourceError(SourceError):
    """Protected by a password."""

    default_advice = "save a copy without the password and read that"


class DamagedSourceError(SourceError):
    """Broken, truncated or mislabelled."""

    default_advice = "get or save the file again"


class SourceTooLargeError(SourceError):
    """Over one of the limits in `duixian.documents.limits`."""

    default_advice = "split it, or give only the report itself"

    @classmethod
    def over(
        cls, source: str, limit: int, what: str, *, found: int | None = None
    ) -> SourceTooLargeError:
        """Make the error of a source that has more than `limit` of something, bytes say."""
        if found is None:
            return cls(source, f"over the limit of {limit:,} {what}")
        return cls(source, f"{found:,} {what}, over the limit of {limit:,}")


class ScannedSourceError(SourceError):
    """Pictures of text without a text layer."""

    default_advice = (
        "install the OCR part with pip install 'duixian[ocr]', in a clone with pip install "
        "'.[ocr]', and read it with --ocr"
    )


class AddressRefusedError(SourceError):
    """An address Duixian does not fetch."""


class FetchFailedError(SourceError):
    """An address that did not answer as it should."""

    default_advice = "try again later, or save the page and read the file"


class OutputError(DuixianError):
    """A result cannot be written; whatever stood there before is unchanged."""

    def __init__(self, path: str, cause: str) -> None:
        self.path = path
        self.cause = cause
        super().__init__(f"{path}: cannot write: {cause}; nothing there was changed")

    def __reduce__(self) -> tuple[type[OutputError], tuple[str, str]]:
        return type(self), (self.path, self.cause)
