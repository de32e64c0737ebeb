"""The page of findings: whole, harmless, errors first, and usable by everyone."""

from __future__ import annotations

import re
from typing import Any

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.bilingual.one_text.audit import audit_one
from duixian.bilingual.page.findings import findings_page
from duixian.bilingual.page.markup import marked
from duixian.bilingual.records import Finding, Severity
from duixian.documents.document import Document
from tests.reading.texts import document, read_in

ZH = "发放就业政策资金10.9亿元。"
EN = "Employment policy funds totaling 10.9 billion yuan was distributed."
TEXTS = document(f"{ZH}\n{EN}\n", name="reports/interleaved.txt")
HOSTILE = '</blockquote><script>alert(1)</script><img src=x onerror="alert(2)">\u202e'


def finding(
    severity: Severity, kind: str = "scale", message: str = "亿 read as billion"
) -> Finding:
    zh = TEXTS.text.index("10.9亿元")
    en = TEXTS.text.index("10.9 billion yuan")
    return Finding(severity, kind, message, (zh, zh + 6), (en, en + 17), ZH, EN)


def parsed(*findings: Finding, documents: tuple[Document, ...] = (TEXTS,)) -> Any:
    page = findings_page(findings, documents=documents, compared={"pairs": 1234})
    return tree_of(page)


def tree_of(page: str) -> Any:  # lxml's types cannot say what an expression selects
    return lxml.html.fromstring(page)


def text_of(element: Any) -> str:
    return " ".join(str(element.text_content()).split())


def test_errors_stand_on_top_and_what_has_no_figure_last() -> None:
    page = parsed(
        finding(Severity.INFO, "rounding"),
        finding(Severity.WARNING, "unaligned"),
        finding(Severity.WARNING, "relation"),
        finding(Severity.ERROR),
    )

    kinds = [text_of(each) for each in page.xpath('//article//*[@class="kind"]')]
    assert [kind.split(" ")[0] for kind in kinds] == ["Order", "“Over”,", "Sentence", "Rounding"]
    assert [text_of(h2)[:4] for h2 in page.xpath("//main//h2")] == ["Erro", "Warn", "Note"]


def test_counts_are_those_of_the_findings() -> None:
    page = parsed(*[finding(Severity.ERROR)] * 2, *[finding(Severity.WARNING, "relation")] * 3)

    tallies = [text_of(each) for each in page.xpath('//dl[@class="found"]//dd')]
    boxes = [text_of(each) for each in page.xpath("//nav//label")]
    assert tallies == ["2", "3", "0"]
    assert [box.split()[-1] for box in boxes] == ["2", "3", "3", "2"]
    assert "1,234 " in text_of(page.xpath('//dl[@class="compared"]')[0]) + " "


def test_both_sentences_are_shown_with_figures_marked_and_in_plain_numbers() -> None:
    (article,) = parsed(finding(Severity.ERROR)).xpath("//article")

    assert [text_of(each) for each in article.xpath(".//blockquote")] == [ZH, EN]
    assert [each.get("lang") for each in article.xpath(".//blockquote")] == ["zh-Hans", "en"]
    assert [text_of(each) for each in article.xpath(".//mark")] == ["10.9亿元", "10.9 billion yuan"]
    assert [text_of(each) for each in article.xpath('.//*[@class="numbers"]/li')] == [
        "1,090,000,000 yuan",
        "10,900,000,000 yuan",
    ]


def test_of_two_equal_figures_in_a_sentence_the_one_meant_is_marked() -> None:
    text = "Five villages have 507 wells and 507 roads."
    place = text.rindex("507")
    one = Finding(Severity.WARNING, "missing", "m", None, (place, place + 3), "", text)

    page = tree_of(findings_page([one], documents=[document(text)], compared={}))

    before = page.xpath("//mark")[0].getprevious()
    assert before is None
    assert text_of(page.xpath("//blockquote")[0]) == text
    assert page.xpath("//blockquote/text()")[0].endswith("507 wells and ")


def test_two_places_of_one_sentence_are_marked_in_one_quotation() -> None:
    report = read_in(
        "review", "Contracts reached 74.87 billion yuan, an increase of 74.87 billion yuan.",
        language="en",
    )  # fmt: skip

    page = tree_of(findings_page(audit_one(report), documents=[report.document], compared={}))

    assert len(page.xpath("//blockquote")) == 1
    assert len(page.xpath("//blockquote/mark")) == 2


def test_hostile_text_stays_text() -> None:
    one = Finding(Severity.ERROR, HOSTILE, HOSTILE, (0, 1), None, HOSTILE, HOSTILE,
                  other=(0, 1), other_text=HOSTILE, document=HOSTILE)  # fmt: skip
    page = findings_page([one], documents=[document(HOSTILE, name=HOSTILE)],
                         compared={HOSTILE: 1}, notes=[HOSTILE])  # fmt: skip

    tree = tree_of(page)
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img | //*[@onerror]") == []
    assert "\u202e" not in page
    assert page.encode("utf-8")


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_marking_never_loses_or_adds_a_character(text: str, start: int, end: int) -> None:
    html = marked(text, [(start, end)])

    assert set(re.findall(r"<[^>]*>", html)) <= {"<mark>", "</mark>"}
    assert marked(text, []) == re.sub("</?mark>", "", html)


def test_the_page_needs_nothing_else_and_runs_only_its_own_script() -> None:
    page = parsed(finding(Severity.ERROR))

    (policy,) = page.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
    assert "default-src 'none'" in policy
    assert "script-src 'sha256-" in policy
    assert page.xpath("//link | //*[@src] | //iframe | //form") == []
    assert all(href.startswith("#") for href in page.xpath("//a/@href"))


def test_everyone_can_use_it() -> None:
    page = parsed(finding(Severity.ERROR), finding(Severity.WARNING, "relation"))

    identifiers = page.xpath("//@id")
    assert len(identifiers) == len(set(identifiers))
    assert page.get("lang") == "en"
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == len(page.xpath("//header")) == 1
    assert page.xpath("//nav/@aria-label")
    assert all(href[1:] in identifiers for href in page.xpath("//a/@href"))
    assert all(text_of(label) for label in page.xpath("//label[input]"))
    assert all(each.xpath(".//*[@class='badge']") for each in page.xpath("//article"))
    assert all(each.get("lang") for each in page.xpath("//blockquote"))


def test_filters_work_without_a_script() -> None:
    html = findings_page([finding(Severity.ERROR)], documents=[TEXTS], compared={})
    page = tree_of(html)

    for box in page.xpath("//nav//input/@id"):
        assert f"body:has(#{box}:not(:checked))" in html


def test_many_notes_are_shown_when_asked_for() -> None:
    page = parsed(finding(Severity.ERROR), *[finding(Severity.INFO, "rounding")] * 20)

    assert page.xpath('//input[@id="show-error"]/@checked')
    assert not page.xpath('//input[@id="show-info"]/@checked')


def test_nothing_found_is_said() -> None:
    page = parsed()

    assert "Nothing was found" in text_of(page.xpath("//main")[0])
    assert page.xpath("//nav") == []


@pytest.mark.parametrize("kind", ["documents", "a-kind-of-tomorrow"])
def test_a_finding_without_a_place_or_of_an_unknown_kind_is_shown(kind: str) -> None:
    one = Finding(Severity.WARNING, kind, "a.txt and b.txt were not compared", None, None, "", "")

    (article,) = parsed(one).xpath("//article")

    assert "were not compared." in text_of(article)
    assert article.xpath(".//figure") == []
