"""The desk on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from duixian.web.ledger.models import Government
from tests.web.persons import Person
from tests.web.reports import PLAN, stored

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def test_a_wide_history_scrolls_by_itself_and_not_with_the_page(
    browser: Browser, live_server: LiveServer, editor: Person, government: Government
) -> None:
    report = stored(PLAN)
    facts = {"title": "A title as long as titles of reports may well be " * 3, "revision": "1"}
    editor.post(f"/en/desk/reports/{report.pk}/", {**facts, "government_id": government.pk})
    context = browser.new_context(viewport={"width": 360, "height": 740})
    session = editor.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/en/desk/changes/")
    assert page.locator("tbody tr").count() == 1
    assert page.locator("table").evaluate("table => table.scrollWidth") > 360
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    context.close()
