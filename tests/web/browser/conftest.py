"""One real site for all of these tests, and people who come to it with browsers of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from tests.web.browser.opening import open_watched, sign_in
from tests.web.browser.served import Site, served
from tests.web.databases import NewDatabase

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def site(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, new_database: NewDatabase
) -> Iterator[Site]:
    """Serve two public years of a district, and drafts."""
    with new_database() as database, served(tmp_path_factory.mktemp("browser"), database) as site:
        yield site


@pytest.fixture(scope="session")
def sessions(site: Site, browser: Browser) -> dict[str, StorageState]:
    """Keep the cookies of people who signed in, by their names: nobody need sign in twice."""
    kept: dict[str, StorageState] = {}
    for name in ("editor", "colleague", "other-editor", "administrator"):
        context = browser.new_context(locale="en-GB")
        page = context.new_page()
        page.goto(site("/en/sign-in/"))
        sign_in(page, name)
        kept[name] = context.storage_state()
        context.close()
    return kept


@pytest.fixture
def open_page(
    site: Site, browser: Browser, sessions: dict[str, StorageState]
) -> Iterator[OpenPage]:
    """Open a page as a visitor, or as a person who has signed in; options are the browser's.

    The test fails when on any of its pages a script fails, the policy of content refuses
    something, something is missing, or anything is asked of another host.
    """
    opened: list[tuple[BrowserContext, list[str]]] = []

    def open_(person: str | None = None, **options: Any) -> Page:
        if person is not None:
            options["storage_state"] = sessions[person]
        context, wrong = open_watched(browser, site.address, **options)
        opened.append((context, wrong))
        return context.new_page()

    yield open_
    for context, _ in opened:
        context.close()
    assert [each for _, wrong in opened for each in wrong] == []


@pytest.fixture
def visitor_page(open_page: OpenPage) -> Page:
    """A visitor's page."""
    return open_page()


@pytest.fixture
def editor_page(open_page: OpenPage) -> Page:
    """The page of an editor of Shijingshan, who has signed in."""
    return open_page("editor")
