"""Columns that several tables have, declared once."""

from __future__ import annotations

from duixian.tables.shapes import Column, Type, offset


def why(what: str = "labels") -> Column:
    """Make the column that says which rule decided."""
    return Column(
        "why",
        Type.TEXT,
        "依据",
        "判定所依据的规则",
        f"The rule that decided the {what}",
        24,
        is_technical=True,
    )


DOCUMENT = Column(
    "document",
    Type.TEXT,
    "文件",
    "文件名或网址，照给出的写",
    "File or address, as it was given",
    28,
)
START = offset("start", "起点", "从", "starts")
END = offset("end", "终点", "到", "ends")
TEXT = Column(
    "text", Type.TEXT, "原文", "原文，一字不改", "The words of the text, unaltered", 60, share=4
)
STATEMENT = Column(
    "statement", Type.SPAN, "所在语句", "所在语句的起止", "Place of the statement it stands in"
)
SENTENCE = Column(
    "sentence", Type.TEXT, "语句原文", "所在语句的原文", "Words of the statement it stands in", 60
)
LANGUAGE = Column(
    "language", Type.TEXT, "语言", "zh 中文，en 英文", "zh for Chinese, en for English", 10
)
ROLE = Column(
    "role",
    Type.TEXT,
    "部分",
    "所在部分：review 回顾，plan 计划，other 其他，furniture 网页附件",
    "Part of the report: review, plan, other, or furniture (menus and the like)",
    10,
)
PAGE = Column("page", Type.INTEGER, "页码", "页码，从 1 起", "Page, counted from 1, where known", 8)
GOVERNMENT = Column(
    "government",
    Type.TEXT,
    "政府",
    "作报告的政府",
    "The government whose report it is",
    20,
    share=2,
)
CODE = Column(
    "code",
    Type.TEXT,
    "区划代码",
    "政府的 GB/T 2260 区划代码",
    "GB/T 2260 code of the government, where known",
    10,
)
YEAR = Column(
    "year",
    Type.YEAR,
    "年份",
    "所在部分所说的年份：回顾部分为上年，计划部分为当年",
    "The year that part speaks of: the year reviewed or the year planned",
    8,
)
PATH = Column(
    "section",
    Type.TEXT,
    "所在章节",
    "各级标题，以“ / ”相连",
    'Headings from the outermost in, joined with " / "',
    36,
)
SECTION_NUMBER = Column(
    "section_number", Type.TEXT, "章节序号", "章节序号，照原文", "Section number as printed", 10
)
KIND = Column(
    "kind",
    Type.TEXT,
    "类别",
    "result 成果，commitment 承诺，context 其他",
    "result (done), commitment (promised) or context (neither)",
    13,
)
SPECIFICITY = Column(
    "specificity",
    Type.TEXT,
    "明确程度",
    "承诺可否核对：quantified 有数字，specific 有具体事项，general 笼统",
    "How far a commitment can be checked: quantified, specific or general",
    12,
)
MEASURE = Column(
    "measure",
    Type.TEXT,
    "指标",
    "说的是什么，用原句的词",
    "What is measured, in words of the sentence",
    36,
    share=3,
)

NUMBERS = (
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
    MEASURE,
)
SHA256 = Column(
    "sha256",
    Type.TEXT,
    "SHA-256",
    "文件的 SHA-256",
    "SHA-256 of the file, hexadecimal",
    20,
    is_technical=True,
)
# The names are those of ``functions.toml``.
FUNCTIONS = Column(
    "functions",
    Type.TEXTS,
    "政府职能",
    "政府职能分类（COFOG）：01 一般公共服务、02 国防、03 公共秩序和安全、04 经济事务、05 环境保护、"
    "06 住房和社区设施、07 卫生健康、08 文化体育和宗教、09 教育、10 社会保障",
    "Functions of government, COFOG divisions: 01 general public services, 02 defence, 03 public "
    "order and safety, 04 economic affairs, 05 environmental protection, 06 housing and community "
    "amenities, 07 health, 08 recreation, culture and religion, 09 education, 10 social protection",
    12,
)
