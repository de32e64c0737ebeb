"""The desk: what waits, deciding it, two editors at once, undoing, and who may."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from duixian.web.desk import records
from duixian.web.intake.work import relate
from duixian.web.ledger.models import (
    Change,
    Commitment,
    Evidence,
    Government,
    Report,
    Statement,
    Verdict,
)
from duixian.web.ledger.publishing import publish_reports
from tests.web.persons import Person
from tests.web.reports import PLAN, REVIEW, stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(government: Government) -> Report:
    plan = stored(PLAN)
    relate(stored(REVIEW))
    assert plan.government == government
    return plan


def _page(report: Report, table: str) -> str:
    return f"/en/desk/reports/{report.pk}/{table}/"


def _first(report: Report, **wanted: str) -> Statement:
    found = report.statements.filter(**wanted).first()
    assert found is not None
    return found


def test_the_most_doubtful_stands_first(editor: Person, report: Report) -> None:
    Verdict.objects.update(doubt=0.2)
    doubtful = Verdict.objects.filter(commitment__report=report)[2]
    Verdict.objects.filter(pk=doubtful.pk).update(doubt=0.9)
    page = editor.get(_page(report, "verdicts")).content.decode()
    assert page.index("10 percent sure") < page.index("80 percent sure")


_MACHINE = ("promised:", "plan section", "review section", "number:", "states a number")


@pytest.mark.parametrize("table", ["verdicts", "evidence", "commitments", "claims", "statements"])
def test_the_machine_gives_its_reasons_in_the_readers_language(
    editor: Person, report: Report, table: str
) -> None:
    evidence = Evidence.objects.exclude(reasons=[])[0]
    chinese = editor.get(_page(report, table).replace("/en/", "/zh/")).content.decode()
    assert not [words for words in (*_MACHINE, *evidence.reasons) if words in chinese]
    if table in ("claims", "statements"):
        assert "写明了要达到的数" in chinese
        assert "states a number" in editor.get(_page(report, table)).content.decode()


@pytest.mark.parametrize(
    "table", ["verdicts", "evidence", "commitments", "claims", "statements", "findings"]
)
def test_every_table_has_its_page(editor: Person, report: Report, table: str) -> None:
    assert editor.get(_page(report, table)).status_code == 200
    assert editor.get(_page(report, table) + "?show=all&page=nonsense").status_code == 200


def test_the_source_sentence_stands_beside_the_record(editor: Person, report: Report) -> None:
    page = editor.get(_page(report, "claims")).content.decode()
    assert "<mark>改造老旧小区15个</mark>" in page


@pytest.mark.parametrize(("decision", "state"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_decision_is_kept(editor: Person, report: Report, decision: str, state: str) -> None:
    each = _first(report)
    address = f"{_page(report, 'statements')}{each.pk}/"
    editor.post(address, {"decision": decision, "revision": each.revision})
    each.refresh_from_db()
    assert (each.state, each.reviewed_by) == (state, editor.user)


def test_a_correction_is_kept_with_its_reason(editor: Person, report: Report) -> None:
    each = _first(report, kind="result")
    typed = {f"r{each.pk}-kind": "context", f"r{each.pk}-reason": "only praise"}
    editor.post(
        f"{_page(report, 'statements')}{each.pk}/",
        {"decision": "correct", "revision": each.revision, **typed},
    )
    each.refresh_from_db()
    assert each.kind == "context"
    assert Change.objects.get().reason == "only praise"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (
            "ent computing power of 610P. ",
            "…computing power of 610P. ",
            "ent computing power of 610P. ",
        ),
        ("rted. It was done, and the ", "It was done, and the ", "rted. "),
        (
            "s of elderly care and of schoo",
            "…of elderly care and of schoo",
            "s of elderly care and of…",
        ),
        ("务水平。持续改善", "持续改善", "务水平。"),
        ("持续改善营商", "…持续改善营商", "持续改善营商…"),
    ],
)
def test_no_passage_begins_or_ends_within_a_word(text: str, before: str, after: str) -> None:
    assert records._from_a_whole_one(text) == before
    assert records._to_a_whole_one(text) == after


def test_what_the_command_line_did_is_said_in_the_readers_language(
    editor: Person, report: Report
) -> None:
    publish_reports([report])
    assert "命令行" in editor.get("/zh/desk/changes/").content.decode()
    assert "command line" in editor.get("/en/desk/changes/").content.decode()


def test_the_second_editor_is_told_and_keeps_what_was_typed(
    editor: Person, administrator: Person, report: Report
) -> None:
    each = _first(report, kind="result")
    address = f"{_page(report, 'statements')}{each.pk}/"
    editor.post(address, {"decision": "accept", "revision": each.revision})
    typed = {f"r{each.pk}-kind": "context", f"r{each.pk}-reason": "my long explanation"}
    answer = administrator.post(
        address, {"decision": "correct", "revision": each.revision, **typed}
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "editor changed this meanwhile" in page
    stale = {"decision": "accept", "revision": each.revision}
    chinese = administrator.post(address.replace("/en/", "/zh/"), stale).content.decode()
    assert "editor已先作了修改" in chinese
    assert "meanwhile" not in chinese
    assert "my long explanation" in page
    each.refresh_from_db()
    assert f'name="revision" value="{each.revision}"' in page
    assert each.kind == "result"


def test_a_form_sent_twice_counts_once(editor: Person, report: Report) -> None:
    each = _first(report)
    address = f"{_page(report, 'statements')}{each.pk}/"
    for _ in range(2):
        editor.post(address, {"decision": "accept", "revision": each.revision})
    assert Change.objects.count() == 1


def test_a_value_that_cannot_be_is_refused_and_kept_in_the_form(
    editor: Person, report: Report
) -> None:
    each = Commitment.objects.filter(report=report).first()
    assert each is not None
    typed = {f"r{each.pk}-due": "next spring", f"r{each.pk}-specificity": "general"}
    answer = editor.post(
        f"{_page(report, 'commitments')}{each.pk}/",
        {"decision": "correct", "revision": each.revision, **typed},
    )
    assert answer.status_code == 400
    assert "next spring" in answer.content.decode()


def test_all_above_a_score_are_accepted_and_undone_in_one_act(
    editor: Person, report: Report
) -> None:
    report.statements.update(doubt=0.5)
    sure = [each.pk for each in report.statements.all()[:2]]
    report.statements.filter(pk__in=sure).update(doubt=0.05)
    editor.post(_page(report, "statements") + "accept/", {"certainty": "90"})
    assert set(report.statements.filter(state="accepted").values_list("pk", flat=True)) == set(sure)
    group = Change.objects.values_list("group", flat=True).distinct().get()
    editor.post(_page(report, "statements") + "undo/", {"group": str(group)})
    assert not report.statements.exclude(state="suggested").exists()


@pytest.mark.parametrize("nonsense", ["", "²", "-1", "1e3", "9" * 5000, "١"])
def test_numbers_that_are_none_change_nothing(
    editor: Person, report: Report, nonsense: str
) -> None:
    each = _first(report)
    sent = {"decision": "accept", "revision": nonsense, "page": nonsense, "certainty": nonsense}
    page = _page(report, "statements")
    assert editor.post(f"{page}{each.pk}/", sent).status_code == 409
    assert editor.post(f"{page}accept/", sent).status_code == 302
    assert editor.get(f"/en/desk/changes/?report={nonsense[:3000]}").status_code == 200
    assert not Change.objects.exists()


def test_only_an_act_in_this_report_is_offered_to_be_undone(editor: Person, report: Report) -> None:
    other = Report.objects.exclude(pk=report.pk)[0]
    each = _first(other)
    address = f"{_page(other, 'statements')}{each.pk}/"
    editor.post(address, {"decision": "accept", "revision": 1})
    undo = "data-desk-undo"
    assert undo in editor.get(_page(other, "statements")).content.decode()
    assert undo not in editor.get(_page(report, "statements")).content.decode()
    group = Change.objects.get().group
    editor.post(f"{_page(report, 'statements')}undo/", {"group": str(group)})
    assert Change.objects.count() == 1


def test_a_visitor_is_sent_to_sign_in(visitor: Client, report: Report) -> None:
    assert visitor.get(_page(report, "verdicts")).status_code == 302


def test_another_government_s_draft_is_not_there(other_editor: Person, report: Report) -> None:
    each = _first(report)
    assert other_editor.get(_page(report, "statements")).status_code == 404
    answer = other_editor.post(
        f"{_page(report, 'statements')}{each.pk}/", {"decision": "accept", "revision": 1}
    )
    assert answer.status_code == 404
    assert not Change.objects.exists()


def test_another_government_s_published_report_may_not_be_edited(
    other_editor: Person, report: Report
) -> None:
    Report.objects.update(is_published=True)
    for address in (_page(report, "statements"), f"/en/desk/reports/{report.pk}/"):
        assert other_editor.get(address).status_code == 403


@pytest.mark.parametrize("table", ["nonsense", "reports", "__class__"])
def test_a_table_that_is_none_is_not_there(editor: Person, report: Report, table: str) -> None:
    assert editor.get(_page(report, table)).status_code == 404


def test_a_page_of_records_asks_the_database_a_bounded_number_of_times(
    editor: Person, report: Report, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(20):
        editor.get(_page(report, "verdicts"))


def test_an_indicator_is_named_in_words_and_kept_by_its_identifier(
    editor: Person, report: Report
) -> None:
    each = report.claims.filter(indicator="").first()
    assert each is not None
    address = f"{_page(report, 'claims')}{each.pk}/"
    typed = {f"r{each.pk}-{name}": getattr(each, name) for name in each.CORRECTABLE}
    typed |= {"decision": "correct", "revision": str(each.revision)}
    wrong = editor.post(address, {**typed, f"r{each.pk}-indicator": "<no such>"})
    assert wrong.status_code == 400
    assert "&lt;no such&gt;" in wrong.content.decode()
    editor.post(address, {**typed, f"r{each.pk}-indicator": "Gross domestic product"})
    each.refresh_from_db()
    assert each.indicator == "gdp"
    assert (
        'value="gross domestic product"'
        in editor.get(_page(report, "claims") + "?show=all").content.decode()
    )


def _typed(each: Commitment, **otherwise: str) -> dict[str, object]:
    values = {name: getattr(each, name) for name in Commitment.CORRECTABLE} | otherwise
    typed = {f"r{each.pk}-{name}": value for name, value in values.items()}
    return {**typed, "decision": "correct", "revision": each.revision}


def test_a_measure_is_not_emptied(editor: Person, report: Report) -> None:
    each = report.commitments.exclude(measure="")[0]
    address = f"{_page(report, 'commitments')}{each.pk}/"
    assert editor.post(address, _typed(each, measure=" ")).status_code == 400
    assert editor.post(address, _typed(each, measure="another")).status_code == 302


def test_what_states_no_number_is_not_quantified(editor: Person, report: Report) -> None:
    each = report.commitments.filter(quantity=None).exclude(specificity="quantified")[0]
    address = f"{_page(report, 'commitments')}{each.pk}/"
    answer = editor.post(address, _typed(each, specificity="quantified"))
    assert answer.status_code == 400
    assert "There is no number in it" in answer.content.decode()
    assert editor.post(address, _typed(each, specificity="specific")).status_code == 302
