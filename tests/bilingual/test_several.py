"""Several documents of one government and year: the same claim must have the same value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.bilingual.records import Severity
from duixian.bilingual.several.compare import audit_several, compare_reports
from duixian.reading.read import read_document
from duixian.reading.records import Report
from tests.reading.texts import SHARED, document, needs_shared, opening, read

ZH = opening("zh", "plan")
EN = opening("en", "plan")


def plan(text: str, *, language: str = "en", name: str = "a.txt") -> Report:
    return read_document(document(f"{opening(language, 'plan')}{text}\n", name=name))


AGREEING = [
    ("en", "Implement 197 key projects.", "The county plans to implement 197 major projects."),
    (
        "en",
        "Implement 44 projects concerning people's well-being.",
        "It plans to carry out 44 important public welfare projects.",
    ),
    (
        "en",
        "Implement 67 poverty alleviation initiatives.",
        "It will carry out 67 poverty alleviation projects.",
    ),
    ("zh", "实施重点工程197项。", "今年将实施重点工程197项。"),
    ("zh", "改造老旧小区100个。", "完成老旧小区改造100个。"),
    ("en", "Build 30 parks.", "Add 400 nursery places."),
    ("zh", "新建学校5所。", "改造老旧小区20个。"),
]

DIFFERING = [
    (
        "en",
        "Implement 197 key projects.",
        "The county plans to implement 179 major projects.",
        "error",
    ),
    (
        "en",
        "Implement 44 projects concerning people's well-being.",
        "It plans to carry out 54 important public welfare projects.",
        "warning",
    ),
    (
        "en",
        "Advance the renovation of 100 old residential communities.",
        "It will push forward the renovation of 110 old residential communities.",
        "error",
    ),
    ("zh", "实施市级重点工程197项。", "实施市级重点工程179项。", "error"),
]


@pytest.mark.parametrize(("language", "first", "second"), AGREEING, ids=lambda text: text[:30])
def test_claims_that_agree_or_are_others_are_left_alone(
    language: str, first: str, second: str
) -> None:
    reports = [plan(first, language=language), plan(second, language=language, name="b.txt")]

    assert audit_several(reports) == ()


@pytest.mark.parametrize(
    ("language", "first", "second", "severity"), DIFFERING, ids=lambda text: text[:30]
)
def test_one_claim_with_two_values_is_found_with_both_quotations(
    language: str, first: str, second: str, severity: str
) -> None:
    left = plan(first, language=language)
    right = plan(second, language=language, name="b.txt")

    (found,) = audit_several([left, right])

    span = found.zh or found.en
    assert span is not None
    assert found.other is not None
    assert found.severity == severity
    assert (found.document, found.other_document) == ("a.txt", "b.txt")
    assert left.document.text[slice(*span)] in first
    assert right.document.text[slice(*found.other)] in second
    assert "a.txt" in found.message
    assert "b.txt" in found.message


def test_a_part_of_the_year_is_not_the_whole() -> None:
    whole = plan("The county will implement 197 major projects.")
    part = plan("In the first quarter, the county will implement 40 major projects.", name="b.txt")

    assert audit_several([whole, part]) == ()


def test_what_is_reached_and_what_is_planned_are_two_things() -> None:
    reached = read(f"{opening('en', 'review')}We implemented 183 key projects.\n")
    planned = plan("Implement 197 key projects.", name="b.txt")

    assert audit_several([reached, planned]) == ()


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (EN.replace("Qinghe", "Lushan"), "Lushan"),
        (EN.replace("2024", "2022").replace("2025", "2023"), "2023"),
        (ZH, "language"),
    ],
)
def test_documents_that_are_not_about_the_same_are_said_and_not_compared(
    other: str, said: str
) -> None:
    left = plan("Implement 197 key projects.")
    right = read(
        f"{other}Implement 179 key projects.\n" if other != ZH else f"{other}建成公园5个。\n"
    )

    (found,) = audit_several([left, right])

    assert found.severity is Severity.WARNING
    assert said in found.message
    assert found.zh is found.en is None


@given(st.lists(st.integers(2, 999), min_size=1, max_size=8, unique=True))
def test_a_document_agrees_with_itself(numbers: list[int]) -> None:
    nouns = ("parks", "schools", "clinics", "roads", "bridges", "libraries", "markets", "farms")
    text = " ".join(
        f"We will build {number} {noun}." for number, noun in zip(numbers, nouns, strict=False)
    )
    report = plan(text)

    compared = compare_reports([report, report])

    assert compared.findings == ()
    assert compared.agreeing == len(numbers)


class TestSeeds:
    pytestmark = needs_shared

    def test_the_three_documents_of_one_plan_agree_in_five_claims(self) -> None:
        paths = sorted((SHARED / "seeds").glob("00[012]_*.txt"))
        reports = [read(path.read_text(encoding="utf-8")) for path in paths]

        compared = compare_reports(reports)

        assert compared.findings == ()
        assert compared.agreeing == 5

    def test_a_digit_changed_in_the_news_item_is_found(self) -> None:
        paths = sorted((SHARED / "seeds").glob("00[02]_*.txt"))
        plan_text, news = (path.read_text(encoding="utf-8") for path in paths)

        found = audit_several([read(plan_text), read(news.replace("197", "179"))])

        assert [one.severity for one in found] == [Severity.ERROR]
        assert "179" in found[0].message
