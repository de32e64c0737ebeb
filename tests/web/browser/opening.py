"""Browsers that note what goes wrong on their pages, signing in, and pictures of pages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, expect

from tests.web.persons import PASSWORD

_PICTURES = Path(__file__).resolve().parents[3] / "build" / "screenshots"
_PATIENCE = 20_000  # milliseconds, for a machine with much else to do
_MISSING = "Failed to load resource"  # told of answers too, which `_note_answer` looks at


def open_watched(
    browser: Browser, address: str, **options: Any
) -> tuple[BrowserContext, list[str]]:
    """Open a browser; give it with the list of what goes wrong on its pages."""
    context = browser.new_context(
        **{"locale": "en-GB", "viewport": {"width": 1280, "height": 900}, **options}
    )
    context.set_default_timeout(_PATIENCE)
    wrong: list[str] = []

    def note_words(said: ConsoleMessage) -> None:
        if said.type == "error" and not said.text.startswith(_MISSING):
            wrong.append(said.text)

    def note_answer(answer: Response) -> None:
        if not answer.url.startswith((address, "data:", "blob:")):
            wrong.append(f"asked of another host: {answer.url}")
        elif answer.status >= 400 and answer.request.resource_type not in ("document", "xhr"):
            wrong.append(f"{answer.status} {answer.url}")

    context.on("console", note_words)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("response", note_answer)
    context.on("requestfailed", lambda asked: _note_failure(asked.url, address, wrong))
    return context, wrong


def _note_failure(asked: str, address: str, wrong: list[str]) -> None:
    """Asking one's own site may be broken off, by going on to another page."""
    if not asked.startswith((address, "data:", "blob:")):
        wrong.append(f"asked of another host: {asked}")


def sign_in(page: Page, name: str) -> None:
    """Fill in the form of the sign-in page, and send it."""
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out").first).to_be_visible()


def take_picture(page: Page, name: str) -> None:
    """Keep a picture of a page where they are asked for."""
    if os.environ.get("DUIXIAN_SCREENSHOTS"):
        _PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=_PICTURES / f"{name}.png", full_page=True)
