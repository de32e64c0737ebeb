"""The five tables and their columns, declared once.

Every format, the column descriptions inside Parquet files and the page ``docs/tables.md``
are made from what stands here; ``tables.rows`` gives each column its value.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from duixian.errors import UsageError


class Type(StrEnum):
    """What a column holds. ``SPAN`` and ``GROUP`` become several columns in flat formats."""

    TEXT = "text"
    INTEGER = "integer"
    YEAR = "year"
    NUMBER = "number"
    DATE = "date"
    TEXTS = "list of texts"
    SPAN = "[start, end]"
    GROUP = "object"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and what it means in both languages."""

    name: str
    type: Type
    label: str  # the Chinese heading
    zh: str
    en: str
    width: int = 12  # widest a spreadsheet column gets; a Chinese character takes two
    is_technical: bool = False  # offsets and codes: a spreadsheet shows them last
    parts: tuple[Column, ...] = ()  # of a GROUP


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table: its name, what a row of it is, and its columns."""

    name: str
    label: str
    zh: str
    en: str
    columns: tuple[Column, ...]

    def flat_columns(self) -> tuple[Column, ...]:
        """List the columns as flat formats have them: no spans, no groups."""
        return tuple(leaf for column in self.columns for leaf in _leaves(column))


def _leaves(column: Column) -> tuple[Column, ...]:
    if column.type is Type.SPAN:
        return (
            _part_of(column, _offset("start", "起点", "从", "starts")),
            _part_of(column, _offset("end", "终点", "到", "ends")),
        )
    if column.type is Type.GROUP:
        return tuple(_part_of(column, part) for part in column.parts)
    return (column,)


def _part_of(whole: Column, part: Column) -> Column:
    return Column(
        name=f"{whole.name}_{part.name}",
        type=part.type,
        label=whole.label + part.label,
        zh=f"{whole.label}：{part.zh}",
        en=f"{whole.name}: {part.en[0].lower()}{part.en[1:]}",
        width=part.width,
        is_technical=part.is_technical,
    )


def _offset(name: str, label: str, preposition: str, verb: str) -> Column:
    return Column(
        name,
        Type.INTEGER,
        label,
        f"原文{preposition}第几个字符（按 Unicode 码位，从 0 起）",
        f"Where it {verb} in the document's text, in Unicode code points from 0",
        8,
        is_technical=True,
    )


def _why(what: str = "labels") -> Column:
    return Column(
        "why",
        Type.TEXT,
        "依据",
        "判定所依据的规则",
        f"The rule that decided the {what}",
        24,
        is_technical=True,
    )


_DOCUMENT = Column(
    "document",
    Type.TEXT,
    "文件",
    "文件名或网址，照给出的写",
    "File or address, as it was given",
    28,
)
_START = _offset("start", "起点", "从", "starts")
_END = _offset("end", "终点", "到", "ends")
_TEXT = Column("text", Type.TEXT, "原文", "原文，一字不改", "The words of the text, unaltered", 60)
_STATEMENT = Column(
    "statement", Type.SPAN, "所在语句", "所在语句的起止", "Place of the statement it stands in"
)
_SENTENCE = Column(
    "sentence", Type.TEXT, "语句原文", "所在语句的原文", "Words of the statement it stands in", 60
)
_LANGUAGE = Column(
    "language", Type.TEXT, "语言", "zh 中文，en 英文", "zh for Chinese, en for English", 10
)
_ROLE = Column(
    "role",
    Type.TEXT,
    "部分",
    "所在部分：review 回顾，plan 计划，other 其他，furniture 网页附件",
    "Part of the report: review, plan, other, or furniture (menus and the like)",
    10,
)
_PAGE = Column(
    "page", Type.INTEGER, "页码", "页码，从 1 起", "Page, counted from 1, where known", 8
)
_GOVERNMENT = Column(
    "government", Type.TEXT, "政府", "作报告的政府", "The government whose report it is", 20
)
_YEAR = Column(
    "year",
    Type.YEAR,
    "年份",
    "所在部分所说的年份：回顾部分为上年，计划部分为当年",
    "The year that part speaks of: the year reviewed or the year planned",
    8,
)
_PATH = Column(
    "section",
    Type.TEXT,
    "所在章节",
    "各级标题，以“ / ”相连",
    'Headings from the outermost in, joined with " / "',
    36,
)
_SECTION_NUMBER = Column(
    "section_number", Type.TEXT, "章节序号", "章节序号，照原文", "Section number as printed", 10
)
_KIND = Column(
    "kind",
    Type.TEXT,
    "类别",
    "result 成果，commitment 承诺，context 其他",
    "result (done), commitment (promised) or context (neither)",
    13,
)
_SPECIFICITY = Column(
    "specificity",
    Type.TEXT,
    "明确程度",
    "承诺可否核对：quantified 有数字，specific 有具体事项，general 笼统",
    "How far a commitment can be checked: quantified, specific or general",
    12,
)
_MEASURE = Column(
    "measure",
    Type.TEXT,
    "指标",
    "说的是什么，用原句的词",
    "What is measured, in words of the sentence",
    36,
)

_NUMBERS = (
    Column(
        "value",
        Type.NUMBER,
        "数值",
        "数值，已乘上万、亿等；百分数照写（8.2 即 8.2%）",
        "The number with its multiplier applied; percent stays percent (8.2 is 8.2%)",
        18,
    ),
    Column("high", Type.NUMBER, "上限", "区间的上限", "Upper end of a range", 14),
    Column(
        "unit",
        Type.TEXT,
        "单位",
        "单位代码：CNY 元，% 百分比，pp 百分点，x 倍，person 人，count 其他计数……",
        "Unit: CNY, %, pp (percentage points), x (times), person, count, km, ...",
        10,
    ),
    Column(
        "relation",
        Type.TEXT,
        "关系",
        "实际值与所写数字的关系：=、>、>=、<、<=、~（约）",
        "How the true value stands to the number: =, >, >=, <, <= or ~ (about)",
        10,
    ),
    Column(
        "basis",
        Type.TEXT,
        "水平或变化",
        "level 水平，change 增减变化",
        "level, or change (how much it grew or fell)",
        11,
    ),
    Column(
        "status",
        Type.TEXT,
        "状态",
        "result 已达到，target 要达到，other 背景",
        "result (reached), target (to be reached) or other (background)",
        10,
    ),
    _MEASURE,
)

_CLAIM_QUANTITY = Column(
    "quantity",
    Type.GROUP,
    "数量",
    "这一条里的数量；没有则空",
    "The quantity of the claim; empty where it names none",
    parts=(
        _START,
        _END,
        Column("text", Type.TEXT, _TEXT.label, _TEXT.zh, _TEXT.en, 20),
        *_NUMBERS[:-1],
        replace(_MEASURE, is_technical=True),  # a claim has the same measure itself
    ),
)

_SETTING = (_LANGUAGE, _PATH, _ROLE, _PAGE, _GOVERNMENT, _YEAR)

_DOCUMENTS = TableShape(
    "documents",
    "文件",
    "每份文件一行",
    "One row a document",
    (
        Column("name", Type.TEXT, "文件", _DOCUMENT.zh, _DOCUMENT.en, 36),
        Column("title", Type.TEXT, "标题", "报告标题", "Title of the report", 48),
        _GOVERNMENT,
        Column(
            "code", Type.TEXT, "区划代码", "GB/T 2260 区划代码", "GB/T 2260 code, where known", 10
        ),
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
        Column(
            "sha256",
            Type.TEXT,
            "SHA-256",
            "文件的 SHA-256",
            "SHA-256 of the file, hexadecimal",
            20,
            is_technical=True,
        ),
    ),
)

_SECTIONS = TableShape(
    "sections",
    "章节",
    "报告的每一部分一行",
    "One row a headed part of the report",
    (
        _DOCUMENT,
        _START,
        _END,
        Column("number", Type.TEXT, "序号", "序号，照原文", "Number as printed", 10),
        Column("heading", Type.TEXT, "标题", "标题，照原文", "Heading as printed", 48),
        Column("level", Type.INTEGER, "级别", "级别，最外层为 1", "Depth, 1 for the outermost", 8),
        _ROLE,
        Column("section", Type.TEXT, "各级标题", _PATH.zh, _PATH.en, 48),
        _PAGE,
        _GOVERNMENT,
        _YEAR,
        _why("role"),
    ),
)

_STATEMENTS = TableShape(
    "statements",
    "语句",
    "每句一行，标出成果、承诺或其他",
    "One row a sentence: a result, a commitment or context",
    (
        _DOCUMENT,
        _START,
        _END,
        _TEXT,
        _LANGUAGE,
        _PATH,
        _SECTION_NUMBER,
        _ROLE,
        _KIND,
        _SPECIFICITY,
        _PAGE,
        _GOVERNMENT,
        _YEAR,
        _why(),
    ),
)

_QUANTITIES = TableShape(
    "quantities",
    "数量",
    "每个数量一行，连同所在语句",
    "One row a number as stated, with the sentence it came from",
    (
        _DOCUMENT,
        _START,
        _END,
        Column("text", Type.TEXT, _TEXT.label, _TEXT.zh, _TEXT.en, 20),
        *_NUMBERS,
        _STATEMENT,
        _SENTENCE,
        *_SETTING,
        _why(),
    ),
)

_CLAIMS = TableShape(
    "claims",
    "承诺与成果",
    "每一件可以核对的事一行",
    "One row a single thing that can be checked: promised or reported",
    (
        _DOCUMENT,
        _START,
        _END,
        _TEXT,
        _KIND,
        _SPECIFICITY,
        _MEASURE,
        _CLAIM_QUANTITY,
        Column("place", Type.TEXT, "地点", "地点", "Place it names", 16),
        Column("project", Type.TEXT, "项目", "项目名称", "Project it names", 20),
        Column(
            "due",
            Type.TEXT,
            "期限",
            "何时完成（ISO 8601 年份或日期）",
            "When it is due, as an ISO 8601 year or date",
            11,
        ),
        Column(
            "period",
            Type.TEXT,
            "时期",
            "说的是哪一时期（ISO 8601）",
            "The period it speaks of, as an ISO 8601 year or interval",
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
        Column(
            "functions",
            Type.TEXTS,
            "政府职能",
            "政府职能分类（COFOG 01 至 10）",
            "Functions of government: COFOG divisions 01 to 10",
            12,
        ),
        _STATEMENT,
        _SENTENCE,
        *_SETTING,
        _why(),
    ),
)

TABLES: tuple[TableShape, ...] = (_DOCUMENTS, _SECTIONS, _STATEMENTS, _QUANTITIES, _CLAIMS)
TABLE_NAMES: tuple[str, ...] = tuple(table.name for table in TABLES)


def table_named(name: str) -> TableShape:
    """Find a table by its name. Raises UsageError where there is none."""
    for table in TABLES:
        if table.name == name:
            return table
    raise UsageError(f"no table is called {name!r}; choose one of {', '.join(TABLE_NAMES)}")
