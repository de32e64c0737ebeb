"""Reports to bring in: those of `tests.web.reports`, of other years, as files to choose."""

from __future__ import annotations

import re

from playwright.sync_api import FilePayload


def of_years_before(text: str, years: int) -> str:
    """Make it a report of so many years before."""
    return re.sub(r"20\d\d", lambda year: str(int(year[0]) - years), text)


def file_of(name: str, text: str | bytes) -> FilePayload:
    """Make a file of it that a browser can be given."""
    data = text.encode() if isinstance(text, str) else text
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}
