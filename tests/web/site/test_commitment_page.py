"""One commitment at its permanent address, for people and for machines."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from duixian.accounting.rules import load_rules
from duixian.web.ledger import history
from duixian.web.ledger.choices import State
from duixian.web.ledger.models import Commitment, Evidence, Report, Verdict
from duixian.web.site.commitments.labels import rule_name
from tests.web.persons import Person
from tests.web.site.two_years import TwoYears, two_years

pytestmark = pytest.mark.django_db


@pytest.fixture
def reports() -> TwoYears:
    return two_years()


def _page(visitor: Client, commitment: Commitment, language: str = "en") -> str:
    answer = visitor.get(f"/{language}/commitments/{commitment.key}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_shows_the_sentence_the_evidence_and_the_rule_in_numbers(
    visitor: Client, reports: TwoYears
) -> None:
    jobs = reports.commitment("新增就业岗位")
    page = _page(visitor, jobs)
    assert "<mark>" in page
    assert "地区生产总值增长5%左右" in page  # the sentence before
    assert "全年新增就业岗位1.3万个" in page
    assert jobs.verdict.why.split(";")[0] in page.replace("&gt;", ">")
    assert f"/reports/{reports.review.pk}/at/" in page


def test_the_rule_is_told_in_the_language_of_the_page(visitor: Client, reports: TwoYears) -> None:
    jobs = reports.commitment("新增就业岗位")
    assert jobs.verdict.why_zh in _page(visitor, jobs, "zh")


def test_suggestions_stand_apart_from_evidence(visitor: Client, reports: TwoYears) -> None:
    jobs = reports.commitment("新增就业岗位")
    Evidence.objects.create(
        verdict=jobs.verdict, start=0, end=4, text="石景山区", score=0.2, source="reported",
        is_suggestion=True,
    )  # fmt: skip
    detail = visitor.get(f"/en/commitments/{jobs.key}/").context["detail"]
    assert [each.evidence.text for each in detail.suggestions] == ["石景山区"]
    assert "石景山区" not in [each.evidence.text for each in detail.evidence]


def test_rejected_evidence_is_not_shown(visitor: Client, reports: TwoYears) -> None:
    jobs = reports.commitment("新增就业岗位")
    jobs.verdict.evidence.update(state="rejected")
    detail = visitor.get(f"/en/commitments/{jobs.key}/").context["detail"]
    assert (detail.evidence, detail.suggestions) == ([], [])


def test_it_leads_to_the_same_promise_of_other_years(visitor: Client, reports: TwoYears) -> None:
    jobs = reports.commitment("新增就业岗位")
    years = visitor.get(f"/zh/commitments/{jobs.key}/").context["detail"].years
    assert [(each.commitment.year, each.is_this) for each in years] == [(2024, True), (2025, False)]


def test_history_is_told_without_the_names_of_editors(
    visitor: Client, editor: Person, reports: TwoYears
) -> None:
    jobs = reports.commitment("新增就业岗位")
    history.edit(
        jobs, {"measure": "新增岗位"}, user=editor.user, revision=1, reason="the sentence says so"
    )
    page = _page(visitor, jobs)
    assert "the sentence says so" in page
    assert "新增岗位" in page
    (change,) = visitor.get(f"/zh/commitments/{jobs.key}/").context["detail"].changes
    assert change.who == "一位编辑"


def test_a_superseded_commitment_answers_and_says_so(visitor: Client, reports: TwoYears) -> None:
    jobs = reports.commitment("新增就业岗位")
    Commitment.objects.filter(pk=jobs.pk).update(is_superseded=True)
    assert "no longer finds this commitment" in _page(visitor, jobs)


def test_a_rejected_commitment_answers_and_says_so(visitor: Client, reports: TwoYears) -> None:
    jobs = reports.commitment("新增就业岗位")
    Commitment.objects.filter(pk=jobs.pk).update(state="rejected")
    assert "this is no commitment" in _page(visitor, jobs)


PARTS = ("", "record.json", "annotation.jsonld", "claim-review.jsonld")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(
    "change",
    [{"is_published": False}, {"withdrawn_at": timezone.now()}],
    ids=["draft", "withdrawn"],
)
def test_drafts_and_withdrawn_reports_are_not_there_for_visitors(
    visitor: Client, other_editor: Person, reports: TwoYears, part: str, change: dict[str, object]
) -> None:
    jobs = reports.commitment("新增就业岗位")
    Report.objects.filter(pk=reports.plan.pk).update(**change)
    address = f"/en/commitments/{jobs.key}/{part}"
    assert visitor.get(address).status_code == 404
    assert other_editor.get(address).status_code == 404


def test_editors_see_their_own_drafts_and_that_they_are_drafts(
    reports: TwoYears, administrator: Person
) -> None:
    jobs = reports.commitment("新增就业岗位")
    Report.objects.filter(pk=reports.plan.pk).update(is_published=False)
    assert "The report is not published" in _page(administrator, jobs)


def test_a_key_that_never_was_is_not_found(visitor: Client, reports: TwoYears) -> None:
    assert visitor.get("/en/commitments/0123456789abcdef/").status_code == 404
    assert visitor.get("/en/commitments/no-such-key/").status_code == 404


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_cited_address_leads_to_the_language_of_the_reader(
    visitor: Client, reports: TwoYears, language: str
) -> None:
    jobs = reports.commitment("新增就业岗位")
    cited = visitor.get(f"/en/commitments/{jobs.key}/").context["detail"].citation.address
    assert cited == f"http://testserver/commitments/{jobs.key}/"
    answer = visitor.get(cited, headers={"accept-language": language})
    assert answer["Location"] == f"/{language}/commitments/{jobs.key}/"


def test_the_record_says_what_the_page_says(visitor: Client, reports: TwoYears) -> None:
    jobs = reports.commitment("新增就业岗位")
    record = visitor.get(f"/en/commitments/{jobs.key}/record.json").json()
    assert record["text"] == jobs.text
    assert (record["value"], record["verdict"]) == (12000, "exceeded")
    assert record["address"].endswith(f"/en/commitments/{jobs.key}/")


def test_the_annotation_finds_the_words_in_the_text(visitor: Client, reports: TwoYears) -> None:
    jobs = reports.commitment("新增就业岗位")
    answer = visitor.get(f"/en/commitments/{jobs.key}/annotation.jsonld")
    quote, position = answer.json()["target"]["selector"]
    text = reports.plan.document.text
    assert answer["Content-Type"] == "application/ld+json"
    assert text[position["start"] : position["end"]] == quote["exact"] == jobs.text
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_a_claim_review_is_given_only_of_what_a_person_checked(
    visitor: Client, administrator: Person, reports: TwoYears
) -> None:
    jobs = reports.commitment("新增就业岗位")
    address = f"/en/commitments/{jobs.key}/claim-review.jsonld"
    assert visitor.get(address).status_code == 404
    verdict = Verdict.objects.get(commitment=jobs)
    history.decide(verdict, State.ACCEPTED, user=administrator.user, revision=verdict.revision)
    review = visitor.get(address).json()
    assert review["@type"] == "ClaimReview"
    assert review["reviewRating"]["alternateName"] == "exceeded"
    assert "claim-review.jsonld" in _page(visitor, jobs)


def test_silence_is_no_result_to_review(
    visitor: Client, administrator: Person, reports: TwoYears
) -> None:
    stations = reports.commitment("养老服务驿站")
    verdict = Verdict.objects.get(commitment=stations)
    assert verdict.verdict == "unreported"
    history.decide(verdict, State.ACCEPTED, user=administrator.user, revision=verdict.revision)
    address = f"/en/commitments/{stations.key}/claim-review.jsonld"
    assert visitor.get(address).status_code == 404


def test_hostile_words_of_a_report_stay_words(visitor: Client, reports: TwoYears) -> None:
    jobs = reports.commitment("新增就业岗位")
    hostile = "<img src=x onerror=alert(1)>{title}\\end"
    Commitment.objects.filter(pk=jobs.pk).update(text=hostile, measure=hostile)
    Report.objects.filter(pk=reports.plan.pk).update(title=hostile)
    assert "<img src=x" not in _page(visitor, jobs)


def test_a_page_asks_few_questions(
    visitor: Client, reports: TwoYears, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    jobs = reports.commitment("新增就业岗位")
    with django_assert_max_num_queries(14):
        _page(visitor, jobs)


@pytest.mark.parametrize("rule", sorted(load_rules().why.keys() - {"number", "told as passed"}))
def test_every_rule_that_gives_a_verdict_is_named_in_chinese(rule: str) -> None:
    with translation.override("zh-hans"):
        assert re.search("[一-鿿]", rule_name(rule))
