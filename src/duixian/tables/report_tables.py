"""The five tables of a report and their columns.

The column descriptions inside Parquet files and the page ``docs/tables.md`` are made from what
stands here; ``tables.report_rows`` gives each column its value.
"""

from __future__ import annotations

from dataclasses import replace

from duixian.tables.shapes import Column, TableSet, TableShape, Type
from duixian.tables.shared_columns import (
    CODE,
    DOCUMENT,
    END,
    FUNCTIONS,
    GOVERNMENT,
    KIND,
    LANGUAGE,
    MEASURE,
    NUMBERS,
    PAGE,
    PATH,
    ROLE,
    SECTION_NUMBER,
    SENTENCE,
    SHA256,
    SPECIFICITY,
    START,
    STATEMENT,
    TEXT,
    YEAR,
    why,
)

_CLAIM_QUANTITY = Column(
    "quantity",
    Type.GROUP,
    "数量",
    "这一条里的数量；没有则空",
    "The quantity of the claim; empty where it names none",
    parts=(
        START,
        END,
        replace(TEXT, width=20),
        *NUMBERS[:-1],
        replace(MEASURE, is_technical=True),  # a claim has the same measure itself
    ),
)

_SETTING = (LANGUAGE, PATH, ROLE, PAGE, GOVERNMENT, CODE, YEAR, SHA256)

_DOCUMENTS = TableShape(
    "documents",
    "文件",
    "每份文件一行",
    "One row a document",
    (
        Column("name", Type.TEXT, "文件", DOCUMENT.zh, DOCUMENT.en, 36, share=3),
        Column(
            "title",
            Type.TEXT,
            "标题",
            "报告标题；正文没有的，用文件属性中的标题",
            "Title of the report; where its text has none, the one of the file's own properties",
            48,
            share=4,
        ),
        GOVERNMENT,
        CODE,
        Column(
            "level",
            Type.TEXT,
            "层级",
            "nation 国家，province 省，prefecture 地市，county 区县",
            "nation, province, prefecture or county",
            11,
        ),
        Column("year_reviewed", Type.YEAR, "回顾年份", "回顾的年份", "The year it reviews", 10),
        Column("year_planned", Type.YEAR, "计划年份", "计划的年份", "The year it plans", 10),
        Column("delivered", Type.DATE, "报告日期", "作报告的日期", "Date of delivery", 12),
        Column("languages", Type.TEXTS, "语言", "报告的语言", "Languages of the report", 10),
        Column("statements", Type.INTEGER, "语句数", "语句数", "Number of statements", 11),
        Column("quantities", Type.INTEGER, "数量数", "数量数", "Number of quantities", 11),
        Column("claims", Type.INTEGER, "条目数", "条目数", "Number of claims", 11),
        Column("pages", Type.INTEGER, "页数", "页数；不分页则空", "Pages, where it has pages", 8),
        Column(
            "characters", Type.INTEGER, "字符数", "原文字符数", "Length of the text in characters"
        ),
        Column(
            "notes",
            Type.TEXTS,
            "备注",
            "读时发现的情况",
            "What the reader noticed and a person should know",
            48,
        ),
        Column(
            "media_type", Type.TEXT, "文件格式", "文件格式", "Media type", 18, is_technical=True
        ),
        Column("encoding", Type.TEXT, "编码", "文字编码", "Text encoding", 10, is_technical=True),
        Column("size", Type.INTEGER, "字节数", "字节数", "Size in bytes", 10, is_technical=True),
        SHA256,
        Column(
            "address",
            Type.TEXT,
            "最终网址",
            "网页的最终网址（转址之后）；不是网页则空",
            "Where a web page was found in the end, after redirects",
            28,
            is_technical=True,
        ),
        Column(
            "fetched",
            Type.TEXT,
            "取得时间",
            "取得网页的时间（世界时，ISO 8601）；不是网页则空",
            "When a web page was fetched: UTC, as ISO 8601",
            26,
            is_technical=True,
        ),
    ),
    shown=("name", "title", "government", "year_reviewed", "year_planned", "claims"),
    shown_narrow=("name", "title", "year_planned", "claims"),
)

_SECTIONS = TableShape(
    "sections",
    "章节",
    "报告的每一部分一行",
    "One row a headed part of the report",
    (
        DOCUMENT,
        START,
        END,
        Column("number", Type.TEXT, "序号", "序号，照原文", "Number as printed", 10),
        Column("heading", Type.TEXT, "标题", "标题，照原文", "Heading as printed", 48, share=4),
        Column("level", Type.INTEGER, "级别", "级别，最外层为 1", "Depth, 1 for the outermost", 8),
        ROLE,
        Column("section", Type.TEXT, "各级标题", PATH.zh, PATH.en, 48),
        PAGE,
        GOVERNMENT,
        YEAR,
        why("role"),
    ),
    shown=("number", "heading", "level", "role", "year"),
)

_STATEMENTS = TableShape(
    "statements",
    "语句",
    "每句一行，标出成果、承诺或其他",
    "One row a sentence: a result, a commitment or context",
    (
        DOCUMENT,
        START,
        END,
        TEXT,
        LANGUAGE,
        PATH,
        SECTION_NUMBER,
        ROLE,
        KIND,
        SPECIFICITY,
        PAGE,
        GOVERNMENT,
        YEAR,
        why(),
    ),
    shown=("text", "kind", "specificity", "year"),
)

_QUANTITIES = TableShape(
    "quantities",
    "数量",
    "每个数量一行，连同所在语句",
    "One row a number as stated, with the sentence it came from",
    (
        DOCUMENT,
        START,
        END,
        replace(TEXT, width=20),
        *NUMBERS,
        STATEMENT,
        SENTENCE,
        *_SETTING,
        why(),
    ),
    shown=("text", "value", "unit", "relation", "basis", "status", "measure"),
    shown_narrow=("text", "relation", "value", "unit", "measure"),
)

_CLAIMS = TableShape(
    "claims",
    "承诺与成果",
    "每一件可以核对的事一行；一句话里没有数字也没有具体事项的，整句一行；段首或自成一行、只起标题作用、由后面各句展开的短句不另成行",
    "One row a single thing that can be checked: promised or reported; a sentence that names "
    "neither a number nor a deed is one row as a whole; a short Chinese sentence that only "
    "heads its paragraph or the lines below it, and is carried out by what stands behind it, "
    "has no row",
    (
        DOCUMENT,
        START,
        END,
        TEXT,
        KIND,
        SPECIFICITY,
        MEASURE,
        _CLAIM_QUANTITY,
        Column("place", Type.TEXT, "地点", "所说的第一个地点", "First place it names", 16),
        Column(
            "project",
            Type.TEXT,
            "项目",
            "项目名称，多个以分号隔开",
            "Projects it names, parted by semicolons",
            20,
        ),
        Column(
            "due",
            Type.TEXT,
            "期限",
            "何时完成（ISO 8601 年、年月或日期）",
            "When it is due, as an ISO 8601 year, month or date",
            11,
        ),
        Column(
            "period",
            Type.TEXT,
            "时期",
            "说的是哪一时期（ISO 8601 年、年月、日期或起止）；几年间达到的水平记末年",
            "The period it speaks of, as an ISO 8601 year, month, date or interval; a level "
            "reached in a stretch of years has the last of them",
            11,
        ),
        Column(
            "indicator",
            Type.TEXT,
            "通用指标",
            "各地报告通用的指标代号",
            "Identifier of the indicator, where it is a known one",
            22,
        ),
        FUNCTIONS,
        STATEMENT,
        SENTENCE,
        *_SETTING,
        why(),
    ),
    shown=("kind", "measure", "quantity_text", "quantity_relation", "due", "text"),
    shown_narrow=("kind", "measure", "quantity_relation", "quantity_text", "due"),
)

REPORT_TABLES = TableSet(
    (_DOCUMENTS, _SECTIONS, _STATEMENTS, _QUANTITIES, _CLAIMS),
    default="claims",  # what people come for
)
