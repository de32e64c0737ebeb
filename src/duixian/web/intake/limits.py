"""How much of an upload or an address is read."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec

from duixian.documents.limits import DEFAULT_LIMITS
from duixian.documents.options import SourceOptions
from duixian.web.environment import read_environment


def source_options() -> SourceOptions:
    """Return the bounds of a reading: those of the installation; scans where OCR is installed."""
    limits = replace(DEFAULT_LIMITS, max_bytes=read_environment().max_upload)
    return SourceOptions(ocr=find_spec("rapidocr") is not None, limits=limits)
