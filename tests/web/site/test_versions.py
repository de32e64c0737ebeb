"""Two versions stand beside each other, and what differs is marked in both."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.html import escape

from duixian.web.ledger.models import Alignment, Finding, Report
from duixian.web.ledger.storing.alignments import store_versions
from duixian.web.ledger.storing.documents import read_kept
from tests.web.reports import PLAN, PLAN_ENGLISH, stored

WRONG = PLAN_ENGLISH.replace("renovate 15 old", "renovate 51 old")


@pytest.fixture
def pair(db: None) -> Alignment:
    zh = stored(PLAN, name="zh.txt", is_published=True)
    en = stored(WRONG, name="en.txt", is_published=True)
    texts = tuple(read_kept(each.document.sha256, "x.txt") for each in (zh, en))
    alignment = store_versions(zh, en, texts)
    assert alignment is not None
    return alignment


def test_every_sentence_stands_in_its_row(pair: Alignment, visitor: Client) -> None:
    for report in (pair.zh, pair.en):
        page = visitor.get(f"/en/reports/{report.pk}/side-by-side/").content.decode()
        rows = re.findall(r'id="row-(\d+)"', page)
        assert rows == [str(n) for n in range(1, pair.beads.count() + 1)]
        together = [row for row in re.split(r'id="row-\d+"', page) if "口袋公园" in row]
        assert together
        assert all("pocket parks" in row for row in together)


def test_what_differs_is_marked_in_both(pair: Alignment, visitor: Client) -> None:
    page = visitor.get(f"/en/reports/{pair.zh_id}/side-by-side/").content.decode()
    marked = re.findall(r"<mark>(.*?)</mark>", page)
    assert any("15" in each for each in marked)
    assert any("51" in each for each in marked)


def test_findings_quote_both_sides_with_the_words_marked(pair: Alignment, visitor: Client) -> None:
    for report in (pair.zh, pair.en):
        page = visitor.get(f"/zh/reports/{report.pk}/findings/").content.decode()
        assert 'class="badge severity-error"' in page
        marked = " ".join(re.findall(r"<mark>(.*?)</mark>", page))
        assert "15" in marked
        assert "51" in marked


@pytest.mark.parametrize("page", ["findings", "side-by-side"])
def test_what_was_noticed_is_told_in_the_language_of_the_page(
    pair: Alignment, visitor: Client, page: str
) -> None:
    finding = Finding.objects.filter(severity="error")[0]
    for language, said in (("zh", finding.message_zh), ("en", finding.message[1:])):
        shown = visitor.get(f"/{language}/reports/{pair.zh_id}/{page}/").content.decode()
        assert escape(said) in shown


def test_findings_can_be_asked_for_by_gravity(pair: Alignment, visitor: Client) -> None:
    address = f"/zh/reports/{pair.zh_id}/findings/"
    errors = Finding.objects.filter(severity="error").count()
    shown = visitor.get(f"{address}?severity=error").content.decode()
    assert shown.count('<article class="card finding"') == errors
    everything = visitor.get(f"{address}?severity=nonsense&page=nine").content.decode()
    assert everything.count('<article class="card finding"') == Finding.objects.count()


def test_a_rejected_finding_is_not_shown(pair: Alignment, visitor: Client) -> None:
    Finding.objects.update(state="rejected")
    page = visitor.get(f"/zh/reports/{pair.zh_id}/findings/").content.decode()
    assert '<article class="card finding"' not in page


def test_a_version_that_is_no_longer_public_takes_the_pair_with_it(
    pair: Alignment, visitor: Client
) -> None:
    Report.objects.filter(pk=pair.en_id).update(is_published=False)
    assert visitor.get(f"/zh/reports/{pair.zh_id}/side-by-side/").status_code == 404
    page = visitor.get(f"/zh/reports/{pair.zh_id}/findings/").content.decode()
    assert "pocket" not in page
    assert "51" not in page


def test_a_report_without_another_version_has_no_such_page(db: None, visitor: Client) -> None:
    report = stored(PLAN, is_published=True)
    assert visitor.get(f"/zh/reports/{report.pk}/side-by-side/").status_code == 404
    assert "side-by-side" not in visitor.get(f"/zh/reports/{report.pk}/").content.decode()


def test_checkability_counts_every_promise_once(pair: Alignment, visitor: Client) -> None:
    page = visitor.get(f"/en/reports/{pair.zh_id}/checkability/").content.decode()
    commitments = pair.zh.claims.filter(kind="commitment").count()
    assert re.search(rf"<h2>{commitments} commitments</h2>", page)
    assert "no date of its own" in page


def test_a_report_that_promises_nothing_says_so(db: None, visitor: Client) -> None:
    report = stored("石景山区政府工作报告\n全年新增就业岗位1.1万个。\n", is_published=True)
    page = visitor.get(f"/en/reports/{report.pk}/checkability/").content.decode()
    assert "promises nothing that could be checked" in page
