"""How much Duixian is willing to read of one source, and how long it waits for it.

Every reader takes a `Limits`, so that a hostile or broken file ends in one clear line
instead of a full memory. The defaults are far above any real report.
"""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one reading; going over one raises `SourceTooLargeError`, save `max_depth`.

    Attributes:
        max_bytes: size of the file as it came, in bytes.
        max_characters: length of the extracted text, in Unicode code points.
        max_pages: pages of a paged document.
        max_unpacked_bytes: what a packed file (DOCX, a compressed web answer) may unpack to.
        max_archive_members: files inside a packed file.
        max_tags: tags of an HTML page.
        max_depth: tags of an HTML page open inside each other; going over it raises
            `DamagedSourceError`.
        max_page_pixels: pixels of one page drawn for optical character recognition.
        max_table_cells: cells of one table; a longer table is read as plain lines.
        fetch_seconds: total time for a web address, from the first name look-up to the last
            byte, redirects included.
        max_redirects: redirects followed for a web address.
    """

    max_bytes: int = 64 * MEBIBYTE
    max_characters: int = 20_000_000
    max_pages: int = 5_000
    max_unpacked_bytes: int = 256 * MEBIBYTE
    max_archive_members: int = 10_000
    max_tags: int = 1_000_000
    max_depth: int = 2_000
    max_page_pixels: int = 40_000_000
    max_table_cells: int = 100_000
    fetch_seconds: float = 30.0
    max_redirects: int = 5


DEFAULT_LIMITS = Limits()
