"""One report checked by itself: what cannot be right is found, what is right is left alone."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.bilingual.audit.documents import audit_documents
from duixian.bilingual.one_text.audit import audit_one
from duixian.bilingual.records import Finding, Severity
from duixian.reading.records import Report
from tests.reading.texts import SHARED, document, needs_shared, opening, read, read_in

_FEWEST_CASES = 60
CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "one_text_cases.toml").read_text(encoding="utf-8")
)["case"]


def audit_in(role: str, text: str, language: str) -> tuple[Finding, ...]:
    return audit_one(read_in(role, text, language=language))


def test_all_cases_are_there() -> None:
    assert len(CASES) >= _FEWEST_CASES
    assert sum(not case["findings"] for case in CASES) >= _FEWEST_CASES // 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_text_is_found_wrong_where_it_is_and_only_there(case: dict[str, Any]) -> None:
    found = audit_in(case.get("role", "review"), case["text"], case["language"])

    assert [f"{one.severity} {one.kind}" for one in found] == case["findings"]


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["findings"]], ids=lambda case: case["text"][:40]
)
def test_a_finding_quotes_its_places(case: dict[str, Any]) -> None:
    report = read_in(case.get("role", "review"), case["text"], language=case["language"])
    text = report.document.text

    for one in audit_one(report):
        span = one.zh if case["language"] == "zh" else one.en
        assert span is not None
        assert text[slice(*span)] in (one.zh_text or one.en_text)
        assert (one.zh_text == "") == (case["language"] == "en")
        assert one.other is None or text[slice(*one.other)] in one.other_text
        assert one.message.endswith(".")


def test_a_message_gives_its_reasoning_in_plain_numbers() -> None:
    (found,) = audit_in("review", "存款由200亿元增加到260亿元，增长13%。", "zh")

    assert "20,000,000,000 yuan" in found.message
    assert "30%" in found.message
    assert "13%" in found.message
    assert "200亿元" in found.message


def test_findings_come_in_the_order_of_the_text() -> None:
    found = audit_in("review", "覆盖率达到120%。工程于13月5日开工。入住率达到130%。", "zh")

    assert [one.kind for one in found] == ["share", "date", "share"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_document_in_one_language_is_checked_by_itself(language: str) -> None:
    case = next(each for each in CASES if each["language"] == language and each["findings"])
    text = f"{opening(language, 'review')}{case['text']}\n"

    outcome = audit_documents([document(text)])

    assert [f"{one.severity} {one.kind}" for one in outcome.findings] == case["findings"]
    assert outcome.compared["sentences"] > 0


amounts = st.integers(min_value=200, max_value=99_999)


@given(before=amounts, rise=amounts)
def test_a_level_and_a_rate_reckoned_from_its_increase_agree(before: int, rise: int) -> None:
    rate = round(Decimal(rise) / before * 100, 1)
    text = f"贷款余额{before + rise}万元，比上年增加{rise}万元，增长{rate}%。"

    assert [one for one in audit_in("review", text, "zh") if one.kind == "growth"] == []


@given(before=amounts, after=amounts)
def test_two_levels_and_their_difference_agree(before: int, after: int) -> None:
    verb = ("增加到", "增加") if after >= before else ("减少到", "减少")
    text = f"贷款余额由{before}万元{verb[0]}{after}万元，{verb[1]}{abs(after - before)}万元。"

    assert audit_in("review", text, "zh") == ()


@given(first=st.integers(0, 1000), second=st.integers(0, 1000))
def test_sectors_that_make_a_hundred_are_left_alone(first: int, second: int) -> None:
    low, high = sorted((first, second))
    parts = [Decimal(each) / 10 for each in (low, high - low, 1000 - high)]
    text = f"三次产业结构为{'∶'.join(str(part) for part in parts)}。"

    assert audit_in("review", text, "zh") == ()


@given(parts=st.lists(st.integers(101, 9999), min_size=2, max_size=2))
def test_parts_that_add_up_are_left_alone(parts: list[int]) -> None:
    text = f"共建成住房{sum(parts)}套，其中新建{parts[0]}套、改建{parts[1]}套。"

    assert audit_in("review", text, "zh") == ()


@given(before=amounts, rise=amounts, slip=st.sampled_from([Decimal("0.1"), Decimal(10)]))
def test_a_rate_with_a_slipped_point_is_an_error(before: int, rise: int, slip: Decimal) -> None:
    rate = round(Decimal(rise) / before * 100 * slip, 2)
    text = f"贷款余额{before + rise}万元，比上年增加{rise}万元，增长{rate}%。"

    found = [one for one in audit_in("review", text, "zh") if one.kind == "growth"]
    assert [one.severity for one in found] == [Severity.ERROR]


@given(st.text(alphabet="万亿增长由到其中：∶0123456789.%，。、个元比上年占", max_size=60))
def test_no_text_breaks_the_checks(text: str) -> None:
    for one in audit_one(read(opening("zh", "review") + text)):
        assert one.message


def _seed(name: str) -> Report:
    (path,) = (SHARED / "seeds").glob(f"{name}_*.txt")
    return read(path.read_text(encoding="utf-8"))


class TestSeeds:
    pytestmark = needs_shared

    @pytest.mark.parametrize(
        ("seed", "kind", "figure"),
        [
            ("003", "repeated", "74.87 billion yuan"),
            ("003", "fragment", "1.1 times"),
            ("003", "fragment", "2 percentage points"),
            ("003", "fragment", "200,000 square meters"),
            ("003", "unit", "58,000 acres"),
            ("003", "unit", "120,000 acres"),
            ("003", "contradiction", "300"),
            ("000", "magnitude", "1,500"),
        ],
    )
    def test_the_known_faults_are_found(self, seed: str, kind: str, figure: str) -> None:
        report = _seed(seed)
        found = [
            (one.kind, report.document.text[slice(*one.en)]) for one in audit_one(report) if one.en
        ]

        assert (kind, figure) in found

    @pytest.mark.slow
    def test_official_reports_raise_no_error_and_hardly_a_warning(self) -> None:
        paths = sorted((SHARED / "corpus").glob("*.txt"))
        found = [audit_one(read(path.read_text(encoding="utf-8"))) for path in paths]

        assert len(found) >= 70
        assert not [one for each in found for one in each if one.severity is Severity.ERROR]
        assert max(map(len, found)) <= 2
