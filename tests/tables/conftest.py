"""A small report made by hand, so that tables are tested without any reader."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from duixian.documents.document import Document, Page
from duixian.reading.records import (
    Basis,
    Claim,
    Government,
    Kind,
    Language,
    Level,
    Quantity,
    Relation,
    Report,
    Role,
    Section,
    Specificity,
    Statement,
    Status,
)

REVIEW = "城镇新增就业281000人。"
PLAN = "新增养老床位不少于300张，=1+1。"
TEXT = f"一、回顾\n{REVIEW}\n二、计划\n{PLAN}\n"


def span(text: str) -> tuple[int, int]:
    start = TEXT.index(text)
    return start, start + len(text)


def quantity(text: str, value: str, statement: str, **others: object) -> Quantity:
    start, end = span(text)
    fields: dict[str, object] = {
        "high": None,
        "unit": "count",
        "relation": Relation.EQUAL,
        "basis": Basis.LEVEL,
        "status": Status.RESULT,
        "measure": "",
        "why": "by hand",
        **others,
    }
    return Quantity(start, end, text, Decimal(value), statement=span(statement), **fields)  # type: ignore[arg-type]  # fields of mixed types


def statement(text: str, section: int, kind: Kind, specificity: Specificity | None) -> Statement:
    return Statement(*span(text), text, Language.ZH, section, kind, specificity, "by hand")


def claim(text: str, of: Quantity, kind: Kind, **others: object) -> Claim:
    fields: dict[str, object] = {
        "specificity": None,
        "measure": of.measure,
        "place": None,
        "project": None,
        "due": None,
        "period": None,
        "indicator": None,
        "functions": (),
        "why": "by hand",
        **others,
    }
    return Claim(*span(text), text, kind, quantity=of, statement=of.statement, **fields)  # type: ignore[arg-type]  # fields of mixed types


@pytest.fixture
def report() -> Report:
    """Two sections, two statements, one result and one promise."""
    jobs = quantity("281000人", "281000", REVIEW, unit="person", measure="城镇新增就业")
    beds = quantity(
        "300张",
        "300",
        PLAN,
        relation=Relation.AT_LEAST,
        status=Status.TARGET,
        measure="新增养老床位",
    )
    half = TEXT.index("二、")
    document = Document(
        name="区.txt",
        media_type="text/plain",
        sha256="0" * 64,
        size=100,
        text=TEXT,
        encoding="utf-8",
        pages=(Page(1, 0, half), Page(2, half, len(TEXT))),
        notes=("decoded as UTF-8",),
    )
    whole = Section(None, "政府工作报告", None, 1, Role.OTHER, 0, len(TEXT), None, "title")
    review = Section("一、", "回顾", (2, 4), 2, Role.REVIEW, 0, half, 0, "heading")
    plan = Section("二、", "计划", None, 2, Role.PLAN, half, len(TEXT), 0, "heading")
    quantified = Specificity.QUANTIFIED
    return Report(
        document=document,
        title="政府工作报告",
        government=Government("石景山区人民政府", "110107", Level.COUNTY),
        year_reviewed=2023,
        year_planned=2024,
        delivered=date(2024, 1, 9),
        languages=(Language.ZH,),
        sections=(whole, review, plan),
        statements=(
            statement(REVIEW, 1, Kind.RESULT, None),
            statement(PLAN, 2, Kind.COMMITMENT, quantified),
        ),
        quantities=(jobs, beds),
        claims=(
            claim(REVIEW[:-1], jobs, Kind.RESULT, period="2023", indicator="urban-jobs-new"),
            claim(
                "新增养老床位不少于300张",
                beds,
                Kind.COMMITMENT,
                specificity=quantified,
                due="2024",
                functions=("10",),
            ),
        ),
        notes=("decoded as UTF-8", "no signature found"),
    )
