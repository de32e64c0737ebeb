"""What findings say: both languages say the same of the same figures."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from duixian.bilingual.audit.documents import audit_documents
from duixian.bilingual.messages import messages, quantity_zh
from duixian.bilingual.page.findings import findings_page
from duixian.documents.document import Document
from duixian.documents.options import SourceOptions
from duixian.documents.sources import load
from duixian.reading.records import Relation

_PART = re.compile(r"{(\w+)}")
# What the grammar of one language has no use for.
_ONE_SIDED = {"set-phrase-value"}


def documents(tmp_path: Path, *texts: str) -> list[Document]:
    loaded = []
    for number, text in enumerate(texts):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        loaded.append(load(str(path), options=SourceOptions()))
    return loaded


@pytest.mark.parametrize("name", sorted(messages()))
def test_both_languages_are_filled_with_the_same_parts(name: str) -> None:
    message = messages()[name]
    if name not in _ONE_SIDED:
        assert set(_PART.findall(message.en)) == set(_PART.findall(message.zh))


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        (
            "发放就业资金10.9亿元。",
            "Employment funds totaling 10.9 billion yuan were distributed.",
            "中文 10.9亿元，英文 109亿元（10.9 billion yuan）："
            "“亿”误作 billion：成了应有数值的 10 倍",
        ),
        (
            "新增企业3200家，增长近30%。",
            "The number of new enterprises was 3,200, up 30 percent.",
            "限定词丢失：中文为 近30%（约），英文作确数 30 percent",
        ),
        (
            "改造面积267.3万平方米。",
            "An area of 2.67 million square meters was renovated.",
            "四舍五入后一致：中文 267.3万平方米，英文 267万平方米（2.67 million square meters）",
        ),
    ],
)
def test_a_finding_says_in_chinese_what_is_wrong(
    tmp_path: Path, zh: str, en: str, said: str
) -> None:
    (finding,) = audit_documents(documents(tmp_path, zh, en)).findings
    assert finding.message_zh == said


def test_every_finding_of_one_text_is_said_in_chinese_too(tmp_path: Path) -> None:
    text = (
        "清河县政府工作报告（2025年）\n一、2024年工作回顾\n"
        "财政收入由100亿元增加到120亿元，增长35%。合格率达到120%。2月30日正式开通。\n"
        "二、2025年重点工作\n新增停车位500个。\n"
    )
    outcome = audit_documents(documents(tmp_path, text))
    assert len(outcome.findings) >= 2
    assert all(finding.message_zh for finding in outcome.findings)
    page = findings_page(
        outcome.findings,
        documents=outcome.documents,
        compared=outcome.compared,
        notes=outcome.notes,
    )
    for finding in outcome.findings:
        assert finding.message_zh.rstrip("。") in page


def test_amounts_are_written_as_chinese_reports_do() -> None:
    assert quantity_zh(Decimal(1090000000), None, "CNY", Relation.ABOUT) == "约10.9亿元"
    assert quantity_zh(Decimal(1) / 3 * 100, None, "%") == "33.33%"
    assert quantity_zh(Decimal(3), Decimal(5), "km") == "3至5公里"
