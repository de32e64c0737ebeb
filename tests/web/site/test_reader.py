"""The text of a report is shown whole and unaltered, in pages that are never too large."""

from __future__ import annotations

import html
import re
import time
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from duixian.language.reasons import in_chinese
from duixian.web.ledger.models import Document, Report, Section
from duixian.web.site.reports.parts import LARGEST_WEIGHT, Part, Weights, part_at, parts_of
from tests.web.reports import PLAN, stored

LARGEST_PAGE = 300_000  # bytes
SHARED = Path(__file__).parents[4] / "shared" / "corpus"


@pytest.fixture
def report(db: None) -> Report:
    return stored(PLAN, is_published=True)


def _shown(client: Client, report: Report, query: str = "") -> str:
    answer = client.get(f"/zh/reports/{report.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def _prose(page: str) -> str:
    """Take the words of the text out of a page, without marks."""
    article = re.search(r'<article class="prose".*?</article>', page, re.S)
    assert article is not None
    without_marks = re.sub(r"<a [^>]*>.</a>", "", article[0])
    return html.unescape(re.sub(r"<[^>]+>", "", without_marks))


def test_the_whole_text_is_shown_unaltered(report: Report, visitor: Client) -> None:
    lines = [line for line in _prose(_shown(visitor, report)).split("\n") if line.strip()]
    assert lines == [line for line in report.document.text.split("\n") if line.strip()]


def test_every_statement_leads_to_its_record(report: Report, visitor: Client) -> None:
    page = _shown(visitor, report)
    for start, kind in report.statements.values_list("start", "kind"):
        assert f'<span id="s{start}" class="kind-{kind}">' in page
        record = visitor.get(f"/zh/reports/{report.pk}/statements/{start}/")
        assert record.status_code == 200
        assert "data-record" in record.content.decode()


def test_why_is_said_in_the_readers_language(report: Report, visitor: Client) -> None:
    for each in report.statements.all():
        chinese, english = (
            visitor.get(
                f"/{language}/reports/{report.pk}/statements/{each.start}/"
            ).content.decode()
            for language in ("zh", "en")
        )
        assert html.escape(each.why) in english
        assert f">{html.escape(each.why)}<" not in chinese
        assert html.escape(in_chinese(each.why)) in chinese


def test_notes_are_said_in_the_readers_language(report: Report, visitor: Client) -> None:
    Report.objects.filter(pk=report.pk).update(notes=["holds several reports; read as one"])
    page = _shown(visitor, report, "data/")
    assert "含有几份报告；作为一份阅读" in page
    assert "read as one" not in page


def test_numbers_are_marked(report: Report, visitor: Client) -> None:
    page = _shown(visitor, report)
    for text in report.quantities.values_list("text", flat=True):
        assert f"<u>{html.escape(text)}</u>" in page


def test_a_kind_alone_can_be_read(report: Report, visitor: Client) -> None:
    page = _shown(visitor, report, "?kind=commitment")
    assert 'class="kind-commitment"><a' in page
    assert 'class="kind-result"><a' not in page
    assert "2024年主要任务" in _prose(page)


@pytest.mark.parametrize("query", ["?kind=nonsense", "?kind=", "?page=-1", "?kind=%00"])
def test_nonsense_shows_the_whole_text(query: str, report: Report, visitor: Client) -> None:
    assert _prose(_shown(visitor, report, query)) == _prose(_shown(visitor, report))


@pytest.mark.parametrize(
    "address",
    ["part/0/", "part/2/", "part/99999/", "statements/1/", "statements/99999999999999999999/"],
)
def test_what_is_not_there_is_not_found(address: str, report: Report, visitor: Client) -> None:
    assert visitor.get(f"/zh/reports/{report.pk}/{address}").status_code == 404


def test_no_report_has_a_number_beyond_all(visitor: Client, db: None) -> None:
    assert visitor.get(f"/zh/reports/{10**30}/").status_code == 404


def test_a_place_leads_to_its_sentence(report: Report, visitor: Client) -> None:
    statement = report.statements.filter(kind="commitment").first()
    assert statement is not None
    inside = statement.start + 2
    answer = visitor.get(f"/en/reports/{report.pk}/at/{inside}/")
    assert answer["Location"] == f"/en/reports/{report.pk}/#s{statement.start}"
    beyond = visitor.get(f"/en/reports/{report.pk}/at/{10**20}/")
    assert beyond["Location"] == f"/en/reports/{report.pk}/"


def test_markup_in_a_document_stays_words(db: None, visitor: Client) -> None:
    hostile = PLAN.replace("口袋公园", "<script>alert('1')</script><img src=x onerror=y>&amp;")
    report = stored(hostile, name='"><script>x.txt', is_published=True)
    for page in ("", "data/", "checkability/", "findings/", "?kind=commitment"):
        shown = _shown(visitor, report, page)
        assert "<script>alert" not in shown
        assert "<img" not in shown
        assert '"><script>x' not in shown
    assert "<script>alert('1')</script>" in _prose(_shown(visitor, report))


def test_pages_of_the_file_are_told(report: Report, visitor: Client) -> None:
    middle = report.document.text.index("二、")
    Document.objects.filter(pk=report.document_id).update(
        pages=[[1, 0, middle], [2, middle, len(report.document.text)]]
    )
    page = _shown(visitor, report)
    assert re.findall(r'class="page-mark"[^>]*>第 (\d) 页', page) == ["1", "2"]


def test_a_page_takes_few_queries(
    report: Report, visitor: Client, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    with django_assert_max_num_queries(9):  # type: ignore[operator]  # a fixture that is called
        _shown(visitor, report)


_lines = st.lists(
    st.text("政府工作报告abc&<\"' ", min_size=1, max_size=4000), min_size=1, max_size=60
)


@given(_lines, st.data())
def test_parts_hold_the_text_once_and_none_is_too_heavy(
    lines: list[str], data: st.DataObject
) -> None:
    text = "\n".join(lines) * 3
    places = data.draw(st.lists(st.integers(0, len(text) - 1), unique=True, max_size=40))
    starts = sorted(data.draw(st.lists(st.integers(0, len(text) - 1), unique=True, max_size=10)))
    sections = [
        Section(start=start, end=len(text), level=1 + n % 3, heading="x", position=n)
        for n, start in enumerate(starts)
    ]
    weights = Weights(text, places, [])
    parts = parts_of(text, sections, weights)
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == len(text)
    assert all(weights.of(part.start, part.end) <= LARGEST_WEIGHT for part in parts)
    assert all(part_at(parts, place).holds(place) for place in places)


def test_an_empty_text_is_one_part() -> None:
    assert parts_of("", [], Weights("", [], [])) == (Part(1, 0, 0, ""),)


@pytest.mark.shared
@pytest.mark.slow
def test_the_longest_report_comes_in_pages_of_bounded_size(db: None, visitor: Client) -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared corpus is not beside this checkout")
    longest = max(SHARED.glob("*.txt"), key=lambda path: path.stat().st_size)
    report = stored(longest.read_text(encoding="utf-8"), is_published=True)
    count = 1
    while True:
        start = time.process_time()
        answer = visitor.get(f"/en/reports/{report.pk}/part/{count}/")
        assert time.process_time() - start < 0.5, "measured 0.04 s on an idle machine"
        if answer.status_code == 404:
            break
        assert len(answer.content) < LARGEST_PAGE
        count += 1
    assert count > 2
