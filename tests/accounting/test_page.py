"""The page of an account stands alone and says what the account says."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from duixian.accounting.page.account import account_page
from tests.accounting.pairs import account_of

PROMISES = "城镇新增就业1200万人以上，新建停车场12个。"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags_of(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    return tags


def test_the_page_needs_nothing_else_and_no_script() -> None:
    page = account_page(account_of(PROMISES, "城镇新增就业1256万人。"))
    tags = tags_of(page)
    assert not tags.open
    names = {name for name, _ in tags.seen}
    assert not names & {"script", "link", "img", "iframe"}
    links = [value for _, attrs in tags.seen if (value := attrs.get("href"))]
    assert all(link.startswith("#") for link in links)


def test_links_inside_the_page_lead_somewhere() -> None:
    page = account_page(account_of(PROMISES, "城镇新增就业1256万人。"))
    tags = tags_of(page)
    places = [attrs["id"] for _, attrs in tags.seen if "id" in attrs]
    assert len(places) == len(set(places))
    assert {link[1:] for _, a in tags.seen if (link := a.get("href"))} <= set(places)


def test_the_page_shows_promise_evidence_and_rule() -> None:
    page = account_page(account_of(PROMISES, "城镇新增就业1256万人。"))
    text = re.sub(r"<[^>]+>", "", page)
    assert "城镇新增就业1256万人" in text
    assert "目标不低于1200万人；实际1256万人；高于目标4.7%：超额完成" in text
    assert "新建停车场12个" in text and "未报告" in text


def test_text_of_a_report_cannot_act_on_the_page() -> None:
    page = account_page(account_of("新建<script>alert(1)</script>停车场12个。", "工作有新成效。"))
    assert "<script" not in page


def test_the_rule_stands_in_the_language_that_is_asked_for() -> None:
    page = account_page(account_of(PROMISES, "城镇新增就业1256万人。"), language="en")
    text = re.sub(r"<[^>]+>", "", page)
    assert "target ≥ 12,000,000 person; reported 12,560,000 person; 4.7 % above: exceeded" in text
    assert "高于目标" not in text
