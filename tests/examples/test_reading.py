"""The examples read whole: who, when, what was promised and reported, alike in every format."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from duixian.documents.sources import load
from duixian.reading.read import read_document
from duixian.reading.records import Claim, Kind, Quantity, Report, Role, Statement

ROOT = Path(__file__).resolve().parents[2]
REPORTS = sorted(path.stem for path in (ROOT / "examples").glob("district-*.txt"))
FEWEST_EXPECTED = 40
Figure = tuple[str, Decimal, Decimal | None, str, str, str, str]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    out = tmp_path_factory.mktemp("examples")
    build = str(ROOT / "examples" / "build.py")
    subprocess.run([sys.executable, build, str(out)], check=True, capture_output=True)
    return {path.name: read_document(load(str(path))) for path in sorted(out.iterdir())}


def expected_rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "expected.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def figure(quantity: Quantity) -> Figure:
    return (
        quantity.text,
        quantity.value,
        quantity.high,
        quantity.unit,
        quantity.relation.value,
        quantity.basis.value,
        quantity.status.value,
    )


def test_the_list_of_expected_figures_is_whole() -> None:
    assert len(expected_rows()) >= FEWEST_EXPECTED


@pytest.mark.parametrize("row", expected_rows(), ids=lambda row: f"{row['report']} {row['text']}")
def test_a_figure_is_read_as_a_reader_would(read: dict[str, Report], row: dict[str, str]) -> None:
    high = Decimal(row["high"]) if row["high"] else None
    labels = (row["unit"], row["relation"], row["basis"], row["status"])
    found = {figure(quantity) for quantity in read[f"{row['report']}.txt"].quantities}
    assert (row["text"], Decimal(row["value"]), high, *labels) in found


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("suffix", ["txt", "html", "docx", "pdf"])
def test_every_format_tells_the_same_years_and_date(
    read: dict[str, Report], report: str, suffix: str
) -> None:
    found = read[f"{report}.{suffix}"]
    day = date(2024, 1, 9) if "2024" in report else date(2025, 1, 8)
    assert (found.year_reviewed, found.year_planned) == (day.year - 1, day.year)
    assert found.delivered == day


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("suffix", ["txt", "html", "docx", "pdf"])
def test_every_format_tells_whose_report_it_is(
    read: dict[str, Report], report: str, suffix: str
) -> None:
    found = read[f"{report}.{suffix}"]
    title = (ROOT / "examples" / f"{report}.txt").read_text(encoding="utf-8").split("\n")[0]
    name = "云亭区" if report.endswith("zh") else "Yunting District"
    assert found.title == title
    assert found.government is not None
    assert name in found.government.name
    assert found.government.code is None  # an invented district has none


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
def test_every_format_gives_the_statements_and_figures_of_the_text(
    read: dict[str, Report], report: str, suffix: str
) -> None:
    text, other = read[f"{report}.txt"], read[f"{report}.{suffix}"]
    assert {figure(quantity) for quantity in text.quantities} <= {
        figure(quantity) for quantity in other.quantities
    }
    told = {("".join(each.text.split()), each.kind) for each in text.statements}
    said = {("".join(each.text.split()), each.kind) for each in other.statements}
    assert {each for each in told - said if each[1] is not Kind.CONTEXT} == set()


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("suffix", ["txt", "html", "docx", "pdf"])
def test_every_record_is_a_quotation(read: dict[str, Report], report: str, suffix: str) -> None:
    found = read[f"{report}.{suffix}"]
    text = found.document.text
    records: list[Statement | Quantity | Claim] = [*found.statements, *found.quantities]
    records += found.claims
    assert [each for each in records if text[each.start : each.end] != each.text] == []


@pytest.mark.parametrize("report", REPORTS)
def test_the_parts_of_a_report_have_their_roles(read: dict[str, Report], report: str) -> None:
    roles = Counter(section.role for section in read[f"{report}.txt"].sections)
    assert roles[Role.REVIEW] == roles[Role.PLAN] == 6  # each part and its five headings


@pytest.mark.parametrize("year", ["2024", "2025"])
def test_both_languages_make_nearly_the_same_promises(read: dict[str, Report], year: str) -> None:
    counts = []
    for language in ("zh", "en"):
        statements = read[f"district-{year}.{language}.txt"].statements
        counts.append(sum(each.kind is Kind.COMMITMENT for each in statements))
    assert abs(counts[0] - counts[1]) <= 2
