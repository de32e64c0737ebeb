"""Every sentence is found by its words, in Chinese and in any English inflection."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from duixian.web.ledger.models import Report
from tests.web.reports import PLAN, PLAN_ENGLISH, stored


@pytest.fixture(autouse=True)
def reports(db: None) -> tuple[Report, Report]:
    return stored(PLAN, is_published=True), stored(PLAN_ENGLISH, is_published=True)


def _marked(client: Client, question: str, **more: str) -> list[str]:
    answer = client.get("/en/search/", {"q": question, **more})
    assert answer.status_code == 200
    return re.findall(r"<mark>(.*?)</mark>", answer.content.decode())


def test_two_characters_are_found_and_marked(visitor: Client) -> None:
    assert _marked(visitor, "就业") == ["就业", "就业"]


def test_any_inflection_is_found_and_marked(visitor: Client) -> None:
    assert _marked(visitor, "creates") == ["create", "created"]


def test_all_words_must_be_there(visitor: Client) -> None:
    assert sorted(set(_marked(visitor, "pocket stations"))) == ["pocket", "stations"]
    assert _marked(visitor, "pocket jobs") == []


def test_a_kind_narrows_the_search(visitor: Client) -> None:
    assert _marked(visitor, "就业", kind="result") == ["就业"]
    assert _marked(visitor, "就业", kind="nonsense") == ["就业", "就业"]


@pytest.mark.parametrize(
    "question", ["", " ", "\0", '"', "' OR 1=1", "NEAR(", "*", "。", "a" * 5000, "就" * 300, "%"]
)
def test_any_question_is_answered(question: str, visitor: Client) -> None:
    _marked(visitor, question)
    _marked(visitor, question, page="99999999999")


def test_what_is_asked_stays_words(visitor: Client) -> None:
    page = visitor.get("/en/search/", {"q": '"><script>x</script>'}).content.decode()
    assert "<script>x" not in page
