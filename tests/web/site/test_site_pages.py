"""Home, governments, the pages about the site, and what machines ask for."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.test import Client

from duixian.accounting.account import make_account
from duixian.tables.report_tables import REPORT_TABLES
from duixian.web.intake.work import relate
from duixian.web.ledger.models import Government, Report
from duixian.web.ledger.storing.accounts import store_account
from duixian.web.site.about.accuracy import MEASURED
from duixian.web.site.about.views import PAGES
from duixian.web.site.shares import shares_of
from tests.web.reports import PLAN, PLAN_ENGLISH, REVIEW, reading_of, stored

ACCURACY = Path(__file__).parents[3] / "docs" / "accuracy.md"


@pytest.fixture
def two_years(db: None) -> tuple[Report, Report]:
    plan, review = (stored(text, is_published=True) for text in (PLAN, REVIEW))
    store_account(plan, review, make_account(reading_of(PLAN), reading_of(REVIEW)))
    return plan, review


def _page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_home_tells_what_was_found(two_years: tuple[Report, Report], visitor: Client) -> None:
    page = _page(visitor, "/en/")
    figures = dict(re.findall(r"<dt>([^<]+)</dt><dd>([\d,]+)</dd>", page))
    assert figures["reports"] == "2"
    commitments = sum(report.commitments.count() for report in two_years)
    assert figures["commitments"] == str(commitments)
    assert "Shijingshan District work report 2024" in page
    assert 'class="badge verdict-' in page


def test_a_report_in_two_languages_counts_once(
    two_years: tuple[Report, Report], visitor: Client
) -> None:
    """A citizen who reads one of them is not told that twice as much was promised."""
    relate(stored(PLAN_ENGLISH, name="english.txt", is_published=True))
    english = Report.objects.get(document__name="english.txt")
    for language, shown, hidden in (("zh", two_years[0], english), ("en", english, two_years[0])):
        page = visitor.get(f"/{language}/")
        found, latest = page.context["found"], page.context["latest"]
        assert found.reports == 2
        both = shown.counts["commitments"] + two_years[1].counts["commitments"]
        assert found.commitments == both
        assert hidden not in latest
        governments = [each for level in page.context["levels"] for each in level.governments]
        assert [each.report_count for each in governments if each.report_count] == [2]
        assert latest == [two_years[1], shown], "the newest year first"
    Report.objects.filter(pk=two_years[0].pk).update(is_published=False)
    assert visitor.get("/zh/").context["found"].reports == 2


def test_reading_sets_no_cookie(two_years: tuple[Report, Report], visitor: Client) -> None:
    """The page on privacy says so."""
    for address in ("/zh/", "/zh/search/?q=就业", f"/zh/reports/{two_years[0].pk}/", "/zh/x/"):
        assert not visitor.get(address).cookies


def test_home_of_an_empty_ledger_says_what_to_do(db: None, visitor: Client) -> None:
    assert "No report has been published yet." in _page(visitor, "/en/")


def test_a_government_shows_its_reports_and_accounts(
    two_years: tuple[Report, Report], visitor: Client
) -> None:
    government = two_years[0].government
    assert government is not None
    page = _page(visitor, f"/en/governments/{government.key}/")
    assert [f"/en/reports/{each.pk}/" in page for each in two_years] == [True, True]
    assert f"/en/governments/{government.key}/2024/account/" in page
    above = government.parent
    assert above is not None
    assert f"/en/governments/{government.key}/" in _page(visitor, f"/en/governments/{above.key}/")
    assert visitor.get("/en/governments/nowhere/").status_code == 404


def test_of_many_governments_the_upper_levels_lead_to_the_rest(
    db: None, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored(PLAN, is_published=True)  # of a district; nothing of its city or the nation
    monkeypatch.setattr("duixian.web.site.governments._MOST_LISTED", 2)
    page = _page(visitor, "/en/governments/")
    way = re.findall(r'href="(/en/governments/(?!")[^"]+)"', page)
    assert "/en/governments/110107/" not in way
    assert "/en/governments/110107/" in _page(visitor, "/en/governments/110000/")
    assert way[:2] == ["/en/governments/china/", "/en/governments/110000/"]


def test_lists_take_any_filter(two_years: tuple[Report, Report], visitor: Client) -> None:
    plan, review = (f'href="/en/reports/{each.pk}/"' for each in two_years)
    only_plan = _page(visitor, "/en/reports/?year=2024&language=zh&title=石景山")
    assert plan in only_plan
    assert review not in only_plan
    for query in ("year=20x4", "language=fr", "page=0", "page=zz", "year=%00", "government=%00"):
        assert visitor.get(f"/en/reports/?{query}").status_code == 200
    assert "No report is like that." in _page(visitor, "/en/reports/?title=%25%27%22")


def test_a_list_takes_as_many_queries_for_two_reports_as_for_ten(
    db: None, visitor: Client, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    for number in range(10):
        stored(PLAN + f"另建公园{number}处。", name=f"{number}.txt", is_published=True)
    for address, most in (("/en/reports/", 6), ("/en/", 12), ("/en/governments/", 4)):
        with django_assert_max_num_queries(most):  # type: ignore[operator]  # a fixture that is called
            _page(visitor, address)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pages_about_the_site_are_there(
    page: str, language: str, db: None, visitor: Client
) -> None:
    shown = _page(visitor, f"/{language}/about/{page}/")
    assert f'<html lang="{"zh-Hans" if language == "zh" else "en"}">' in shown
    assert len(re.findall("<h1", shown)) == 1


def test_another_page_about_the_site_is_not_found(db: None, visitor: Client) -> None:
    assert visitor.get("/zh/about/nothing/").status_code == 404


def test_the_accuracy_shown_is_that_of_the_documentation() -> None:
    """A figure that is measured again changes in both."""
    known = set(re.findall(r"\d\.\d+", ACCURACY.read_text(encoding="utf-8")))
    shown = {number for each in MEASURED for number in re.findall(r"\d\.\d+", each.figure)}
    assert shown <= known


def test_every_column_is_explained(db: None, visitor: Client) -> None:
    for language in ("zh", "en"):
        page = _page(visitor, f"/{language}/about/data/")
        for table in REPORT_TABLES.shapes:
            for column in table.columns:
                assert f"<code>{column.name}</code>" in page


def test_the_rules_carry_their_version(db: None, visitor: Client) -> None:
    assert re.search(r"Rules, version \d+", _page(visitor, "/en/about/rules/"))


def test_the_same_page_is_one_click_away_in_the_other_language(
    two_years: tuple[Report, Report], visitor: Client
) -> None:
    page = _page(visitor, f"/zh/reports/{two_years[0].pk}/?kind=result")
    assert f'href="/en/reports/{two_years[0].pk}/?kind=result"' in page


@pytest.mark.parametrize(("asked", "given"), [("en-GB,en;q=0.9", "/en/"), ("zh-TW", "/zh/")])
def test_the_root_leads_to_the_language_of_the_reader(
    asked: str, given: str, visitor: Client
) -> None:
    answer = visitor.get("/", headers={"Accept-Language": asked})
    assert answer["Location"] == given
    assert "Accept-Language" in answer["Vary"]


def test_machines_find_the_way(two_years: tuple[Report, Report], visitor: Client) -> None:
    assert "Sitemap: http://testserver/sitemap.xml" in _page(visitor, "/robots.txt")
    tree = ElementTree.fromstring(_page(visitor, "/sitemap.xml"))  # noqa: S314 - our own
    addresses = [each.text for each in tree.findall("{*}url/{*}loc")]
    for language in ("zh", "en"):
        for report in two_years:
            assert f"http://testserver/{language}/reports/{report.pk}/" in addresses
    assert visitor.get("/favicon.svg")["Content-Type"] == "image/svg+xml"


def test_what_is_missing_is_said_in_the_readers_language(db: None, visitor: Client) -> None:
    assert "这个地址没有内容" in visitor.get("/zh/nothing/").content.decode()
    assert "There is nothing at this address" in visitor.get("/en/nothing/").content.decode()
    assert visitor.get("/nothing").status_code == 404


def test_shares_add_up_and_nothing_is_no_error(government: Government) -> None:
    shares = shares_of([("met", 1), ("missed", 2)], prefix="verdict")
    assert [(each.x, each.width) for each in shares] == [("0.00", "33.33"), ("33.33", "66.67")]
    assert [each.width for each in shares_of([("met", 0)], prefix="verdict")] == ["0.00"]
