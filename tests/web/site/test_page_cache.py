"""Visitors get pages from the cache until something public changes; nobody gets another's page."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from duixian.web.ledger import history
from duixian.web.ledger.models import Government, Report, Statement
from tests.web.persons import Person
from tests.web.reports import PLAN, REVIEW, stored


@pytest.fixture
def report(government: Government) -> Report:
    report = stored(PLAN, is_published=True)
    report.government = government
    report.save()
    return report


def test_the_second_reader_costs_one_query(
    report: Report, visitor: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = f"/zh/reports/{report.pk}/"
    first = visitor.get(address)
    with django_assert_num_queries(1):
        second = visitor.get(address)
    assert second.content == first.content
    assert second["Content-Type"] == first["Content-Type"]


def test_who_has_the_page_is_told_so(report: Report, visitor: Client) -> None:
    first = visitor.get("/zh/")
    by_tag = visitor.get("/zh/", headers={"If-None-Match": first["ETag"]})
    by_time = visitor.get("/zh/", headers={"If-Modified-Since": first["Last-Modified"]})
    assert (by_tag.status_code, by_tag.content) == (304, b"")
    assert by_time.status_code == 304
    assert by_tag["ETag"] == first["ETag"]


def test_languages_and_filters_are_kept_apart(report: Report, visitor: Client) -> None:
    addresses = ["/zh/reports/", "/en/reports/", "/en/reports/?year=1999"]
    pages = [visitor.get(each).content for each in addresses]
    again = [visitor.get(each).content for each in addresses]
    assert again == pages
    assert len(set(pages)) == 3


def test_what_is_published_shows_at_once_and_what_is_withdrawn_goes_at_once(
    report: Report, visitor: Client, administrator: Person
) -> None:
    draft = stored(REVIEW, name="later.txt")
    before = visitor.get("/zh/reports/")
    history.publish(draft, is_public=True, user=administrator.user, revision=draft.revision)
    shown = visitor.get("/zh/reports/", headers={"If-None-Match": before["ETag"]})
    assert f"/zh/reports/{draft.pk}/" in shown.content.decode()
    draft.refresh_from_db()
    history.publish(draft, is_public=False, user=administrator.user, revision=draft.revision)
    assert f"/zh/reports/{draft.pk}/" not in visitor.get("/zh/reports/").content.decode()
    assert visitor.get(f"/zh/reports/{draft.pk}/").status_code == 404


def test_a_correction_shows_at_once(report: Report, visitor: Client, administrator: Person) -> None:
    statement = Statement.objects.filter(report=report, kind="context").first()
    assert statement is not None
    address = f"/zh/reports/{report.pk}/"
    visitor.get(address)
    history.edit(
        statement, {"kind": "result"}, user=administrator.user, revision=statement.revision
    )
    page = visitor.get(address).content.decode()
    assert f'<span id="s{statement.start}" class="kind-result">' in page


@pytest.mark.parametrize(
    "change", [{"name": "石景山"}, {"name_en": "Stone Hill"}, {"level": "prefecture"}]
)
def test_a_government_that_is_renamed_is_shown_so_at_once(
    change: dict[str, str], report: Report, government: Government, visitor: Client
) -> None:
    addresses = ["/zh/governments/", "/en/governments/", f"/zh/governments/{government.key}/"]
    before = [visitor.get(address) for address in addresses]
    Government.objects.filter(pk=government.pk).update(**change)
    tags = [each["ETag"] for each in before]
    after = [
        visitor.get(address, headers={"If-None-Match": tag})
        for address, tag in zip(addresses, tags, strict=True)
    ]
    assert [each.status_code for each in after] == [200, 200, 200]
    assert [each.content for each in after] != [each.content for each in before]


def test_a_person_who_is_signed_in_gets_their_own_page(
    report: Report, visitor: Client, editor: Person
) -> None:
    for_visitors = visitor.get("/zh/")
    for_editor = editor.get("/zh/", headers={"If-None-Match": for_visitors["ETag"]})
    assert for_editor.status_code == 200
    assert "工作台" in for_editor.content.decode()
    assert "private" in for_editor["Cache-Control"]
    assert for_editor.get("ETag") != for_visitors["ETag"]
    assert "工作台" not in visitor.get("/zh/").content.decode()


def test_who_can_take_it_gets_it_compressed(report: Report, visitor: Client) -> None:
    plain = visitor.get("/zh/")
    packed = visitor.get("/zh/", headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert {"Cookie", "Accept-Encoding"} <= {each.strip() for each in packed["Vary"].split(",")}


def test_what_is_not_there_is_not_kept(visitor: Client, government: Government) -> None:
    assert visitor.get("/zh/reports/1/").status_code == 404
    report = stored(PLAN, is_published=True)
    assert visitor.get(f"/zh/reports/{report.pk}/").status_code == 200


def test_a_head_request_is_answered_without_a_body(report: Report, visitor: Client) -> None:
    answer = visitor.head(f"/zh/reports/{report.pk}/")
    assert (answer.status_code, answer.content) == (200, b"")
    assert visitor.get(f"/zh/reports/{report.pk}/").content


def test_pages_are_only_read(report: Report, visitor: Client) -> None:
    for address in ("/zh/", "/zh/reports/", f"/zh/reports/{report.pk}/", "/zh/about/"):
        assert visitor.post(address).status_code == 405
