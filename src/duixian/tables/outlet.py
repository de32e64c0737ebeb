"""The stream a writer is given: what goes wrong on it stays wrong, and it ends without a word.

Libraries that write a file in pieces try to finish it when Python forgets them, long after the
run has failed and the file is closed. Here such late writing goes nowhere.
"""

from __future__ import annotations

import os
from typing import BinaryIO


class Outlet:
    """Passes bytes on until the first refusal, or until it is shut; then it swallows them."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream: BinaryIO | None = stream
        self._failure: OSError | None = None
        self._place = self._end = 0  # in bytes, as if all had been taken: late writers reckon so

    @property
    def closed(self) -> bool:
        """Tell writers that they may go on."""
        return False

    def write(self, data: bytes) -> int:
        """Pass bytes on. Raises OSError at the first refusal only."""
        if self._stream:
            try:
                self._stream.write(data)
            except OSError as error:
                self._fail(error)
                raise
        self._go_to(self._place + len(data))
        return len(data)

    def flush(self) -> None:
        """Pass the wish on. Raises OSError at the first refusal only."""
        if self._stream:
            try:
                self._stream.flush()
            except OSError as error:
                self._fail(error)
                raise

    def tell(self) -> int:
        """Give the place in the stream; in one that is lost, where it would be."""
        return self._stream.tell() if self._stream else self._place

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place in the stream."""
        if self._stream:
            self._go_to(self._stream.seek(offset, whence))
        else:
            starts = {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._end}
            self._go_to(max(0, starts[whence] + offset))
        return self._place

    def read(self, size: int = -1) -> bytes:
        """Read what was written."""
        return self._stream.read(size) if self._stream else b""

    def readable(self) -> bool:
        """Tell that what was written is not for the writer."""
        return False

    def writable(self) -> bool:
        """Tell that it takes bytes."""
        return True

    def seekable(self) -> bool:
        """Tell whether `seek` works."""
        return self._stream.seekable() if self._stream else True

    def close(self) -> None:
        """Leave the stream to whom it belongs."""

    def check(self) -> None:
        """Raise what went wrong before, if a writer has swallowed it."""
        if self._failure:
            raise self._failure

    def shut(self) -> None:
        """Swallow whatever still comes."""
        self._stream = None

    def _go_to(self, place: int) -> None:
        self._place = place
        self._end = max(self._end, place)

    def _fail(self, error: OSError) -> None:
        self._failure = error
        self._stream = None
