"""What holds of every report, whatever its text: places, order, and who belongs to whom."""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from duixian.documents.sources import load_bytes
from duixian.language.normal_form import normal_form
from duixian.reading.claims.chinese_counts import is_sort
from duixian.reading.claims.english_parts import is_attribute
from duixian.reading.read import read_document
from duixian.reading.records import (
    Claim,
    Kind,
    Language,
    Quantity,
    Report,
    Role,
    Specificity,
    Statement,
    Status,
)
from tests.reading.texts import read

_CHINESE = [
    "新增养老床位不少于300张、托位2300个", "地区生产总值增长6.5%左右", "我们要", "同比下降2.2%", "从26.7%提高到52.1%",
    "分别完成1097.6亿元、566.3亿元", "三次产业结构调整为4.0∶37.7∶58.3", "建成30余家社区食堂", "力争2027年底前完工",
    "各位代表", "我们清醒地看到，困难还有不少", "“十四五”规划", "持续优化营商环境", "连续五年", "翻一番", "近百场",
    "百亿级园区", "7.6万名农民", "出台《城市更新办法》", "三分之一", "25万6千人", "一亿二千万亩", "在河东街道",
]  # fmt: skip
_ENGLISH = [
    "We will build 300 beds and two parks", "GDP grew by 6.5 percent", "over half of the firms",
    "from 26.7 to 52.1 percent", "CNY 440 billion", "Seventy-two enterprises", "up to 1000P",
    "a 150-bed hospital", "No. 9 School", "for the sixth consecutive year", "Fellow deputies",
    "launch the Clean Water plan by the end of 2027", "20 yuan per month", "e.g. in the U.S.",
]  # fmt: skip
_LINES = [
    "一、2024年工作回顾", "二、2025年重点工作", "（一）改善民生", "1.", "一是", "——", "• ", "I. Review of Work in 2024",
    "2) Major Tasks for 2025", "清河县2025年政府工作报告", "下载 打印 全屏 收藏 【字号：大 中 小】", "分享到：微信 微博",
    "指标\t单位\t2024年实际\t2025年目标", "床位\t张\t300\t450", "Report on the Work of the Government",
    "来源：清河县人民政府", "2025年1月19日",
]  # fmt: skip
_MARKS = ["。", "，", "；", "、", "：", "\n", "\n\n", "\r\n", "\t", " ", "　", ". ", ", ", "; ", "“", "”", "《", "》", "(", "）", "\f"]  # fmt: skip
_NUMBERS = st.integers(0, 10**13).map(str) | st.decimals(0, 10**6, places=2).map(str)

fragments = st.sampled_from([*_CHINESE, *_ENGLISH]) | _NUMBERS | st.text(max_size=8)
pieces = st.sampled_from(_LINES) | fragments
texts = st.lists(pieces | st.sampled_from(_MARKS), max_size=30).map("".join)
# A page of control characters may be refused as binary.
cells = st.lists(
    fragments.map(lambda words: re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", words)),
    min_size=1,
    max_size=4,
)
tables = st.lists(cells, min_size=1, max_size=4)


def check(report: Report) -> None:
    """Hold a report to every law of this file."""
    check_places(report)
    check_statements(report)
    check_quantities(report)
    check_claims(report)


def check_places(report: Report) -> None:
    text = report.document.text
    records: list[Statement | Quantity | Claim] = [
        *report.statements,
        *report.quantities,
        *report.claims,
    ]
    for record in records:
        assert 0 <= record.start < record.end <= len(text)
        assert record.text == text[record.start : record.end]
        assert record.text == record.text.strip("\n")
        assert record.why


def check_statements(report: Report) -> None:
    furniture = [
        *report.document.furniture,
        *((s.start, s.end) for s in report.sections if s.role is Role.FURNITURE),
    ]
    for one, following in pairwise(report.statements):
        assert one.end <= following.start
    for statement in report.statements:
        assert not any(a < statement.end and statement.start < b for a, b in furniture)
        section = report.sections[statement.section]
        assert section.start <= statement.start < section.end
        assert (statement.specificity is not None) == (statement.kind is Kind.COMMITMENT)


def is_named_goal(report: Report, quantity: Quantity, statement: Statement) -> bool:
    """大家相信能够实现翻两番的目标: what is called a goal is one, though nothing is promised."""
    if quantity.status is not Status.TARGET or statement.kind is Kind.COMMITMENT:
        return False
    return re.match("的.{0,6}目标", report.document.text[quantity.end :][:10]) is not None


def check_quantities(report: Report) -> None:
    statements = {(s.start, s.end): s for s in report.statements}
    with_target = set()
    with_result = {one.statement for one in report.quantities if one.status is Status.RESULT}
    for one, following in pairwise(report.quantities):
        assert one.end <= following.start
    for quantity in report.quantities:
        statement = statements[quantity.statement]
        assert statement.start <= quantity.start < quantity.end <= statement.end
        assert quantity.high is None or quantity.high > quantity.value
        assert quantity.value.is_finite()
        assert quantity.unit
        if is_named_goal(report, quantity, statement):
            continue
        assert quantity.status is Status.OTHER or statement.kind is not Kind.CONTEXT
        if quantity.status is Status.TARGET:
            # 2024年建成学校5所，到2035年建成30所: both are told, the first is the sentence's own.
            assert statement.kind is Kind.COMMITMENT or quantity.statement in with_result
            with_target.add(quantity.statement)
    for span, statement in statements.items():
        is_quantified = statement.kind is Kind.COMMITMENT and span in with_target
        assert (statement.specificity is Specificity.QUANTIFIED) == is_quantified


def check_claims(report: Report) -> None:
    statements = {(s.start, s.end): s for s in report.statements}
    claimed = []
    for claim in report.claims:
        statement = statements[claim.statement]
        assert statement.start <= claim.start < claim.end <= statement.end
        assert statement.kind is not Kind.CONTEXT
        assert (claim.specificity is not None) == (claim.kind is Kind.COMMITMENT)
        assert claim.kind is not Kind.COMMITMENT or claim.period is None
        assert claim.kind is not Kind.RESULT or claim.due is None
        if claim.quantity is not None:
            claimed.append(claim.quantity)
            assert claim.quantity.statement == claim.statement
            assert claim.start <= claim.quantity.start < claim.quantity.end <= claim.end
    normal = normal_form(report.document.text)
    own = [
        quantity
        for quantity in report.quantities
        if quantity.status is not Status.OTHER
        and statements[quantity.statement].kind is not Kind.CONTEXT
        and not (  # a 300-bed ward, 220千伏变电站: of which kind a thing is
            is_attribute(normal, quantity)
            if statements[quantity.statement].language is Language.EN
            else is_sort(normal, quantity)
        )
    ]
    spans = [(c.start, c.quantity.start) for c in report.claims if c.quantity is not None]
    own = [
        quantity
        for quantity in own
        if quantity in claimed
        or statements[quantity.statement].language is Language.EN
        or quantity.unit
        not in ("year", "month", "day", "count", "h")  # 连续7年保持98%: its row holds the years
        or not any(start <= quantity.start < number for start, number in spans)
    ]
    assert sorted(set(claimed), key=lambda quantity: quantity.start) == own
    told_of = [(c.quantity, c.indicator) for c in report.claims if c.quantity in claimed]
    for quantity in {one for one in claimed if claimed.count(one) > 1}:  # 甲、乙均增长8%
        indicators = [indicator for number, indicator in told_of if number == quantity]
        assert None not in indicators
        assert len(set(indicators)) == len(indicators)
    telling = {span for span, s in statements.items() if s.kind is not Kind.CONTEXT}
    told = {claim.statement for claim in report.claims}
    assert told <= telling
    for span in telling - told:  # it only heads what is told behind it
        assert statements[span].specificity in (Specificity.GENERAL, None)
        section = statements[span].section
        assert any(s.section >= section and s.start > span[0] for s in statements.values())


@given(texts)
@example("")
@example("\x00")
@example("1" + "亿" * 5000 + "元。")
@example("增长３．５五３．５％。")
@example("0CNY 440 billion")
def test_every_report_keeps_the_laws(text: str) -> None:
    report = read(text)
    assert report.document.text == text
    check(report)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    check(read(text))


@given(texts, texts, texts)
@example("", "launch the plan by the end of 2027launch it by the end of 2027, 4 parks", "")
def test_reports_with_a_review_and_a_plan_keep_the_laws(title: str, review: str, plan: str) -> None:
    check(read(f"{title}\n一、2024年工作回顾\n{review}\n二、2025年重点工作\n{plan}\n"))


_CLAUSES = ["", " ", "With care for all people", "In the face of floods", "we", "we will mend the roads", "and build parks", "the people of the valley", "opening 3 halls", "which rose by 5 percent", "then"]  # fmt: skip


@given(st.lists(st.sampled_from(_CLAUSES), min_size=1, max_size=8), st.sampled_from([", ", ","]))
def test_english_clauses_are_cut_however_they_follow_each_other(
    clauses: list[str], mark: str
) -> None:
    report = read(f"II. Major Tasks for 2025\n\n{mark.join(clauses)}.\n")

    assert all(report.document.text[one.start : one.end] == one.text for one in report.claims)


@given(st.lists(st.sampled_from(["指标", "单位", "2024年实际", "2025年目标", "增长率（%）", "数量（个）", "Unit", "Target (%)"]), min_size=1, max_size=4), tables)  # fmt: skip
def test_tables_keep_the_laws(header: list[str], rows: list[list[str]]) -> None:
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    page = f"<p>清河县二〇二五年计划，单位：万元</p><table><tr>{head}</tr>{body}</table>"
    document = load_bytes(page.encode("utf-8", "replace"), name="plan.html")
    check(read_document(document))


@given(texts)
def test_reading_twice_says_the_same(text: str) -> None:
    assert read(text) == read(text)
