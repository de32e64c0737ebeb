"""Pages written to files, opened in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test when its scripts fail or it asks for anything outside."""
    context = browser.new_context(viewport={"width": 1200, "height": 900}, offline=True)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "request", lambda asked: wrong.append(asked.url) if asked.url[:5] != "file:" else None
    )
    yield opened
    context.close()
    assert wrong == []


@pytest.fixture
def page_without_scripts(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, offline=True)
    yield context.new_page()
    context.close()


def show(page: Page, path: Path) -> None:
    """Open a file in the browser."""
    page.goto(path.as_uri())
