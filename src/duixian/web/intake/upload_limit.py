"""Lets no upload fill the disk: a file beyond the limit is dropped as it comes in, and named."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from duixian.web.environment import read_environment

_ATTRIBUTE = "uploads_too_large"


class LimitUploadHandler(FileUploadHandler):
    """Counts what comes in of each file, before the handlers that keep it."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._most = read_environment().max_upload
        self._name = ""

    def new_file(self, *args: Any, **options: Any) -> None:
        """Remember the name of the file that begins."""
        super().new_file(*args, **options)
        self._name = self.file_name or ""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass on what is within the limit."""
        if start + len(raw_data) > self._most:
            names = too_large(self.request)
            if self._name not in names:
                names.append(self._name)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile[Any] | None:
        """Leave the keeping to the next handler."""
        return None


def too_large(request: HttpRequest | None) -> list[str]:
    """Return the names of the files of a request that were dropped."""
    if request is None:
        return []
    names: list[str] = request.__dict__.setdefault(_ATTRIBUTE, [])
    return names
