"""What a person may ask of a reading; passed on whole from the outside to where it is used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from duixian.documents.limits import DEFAULT_LIMITS, Limits

PageProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """How to read a source.

    Attributes:
        ocr: read scans with optical character recognition.
        allow_private: fetch addresses inside the own network too.
        limits: how much to read of it, and how long to wait for it.
        on_page: told of every page read of a paged document: how many are done, of how many.
            Scans are counted anew when the recognition of their characters begins.
    """

    ocr: bool = False
    allow_private: bool = False
    limits: Limits = DEFAULT_LIMITS
    on_page: PageProgress | None = None


DEFAULT_OPTIONS = SourceOptions()
