"""The tables of chains: one row a measure with years as columns, and one row a measure and year."""

from __future__ import annotations

from collections.abc import Iterator

from duixian.accounting.chains.records import Chain, Chains, Link, Value
from duixian.accounting.chains.series import actual_value, target_value
from duixian.accounting.chains.words import compact_words, number_words, target_words
from duixian.tables.rows import TableRow, plain_number
from duixian.tables.shapes import Column, TableSet, TableShape, Type

CHAINS = "chains"
SERIES = "series"
_YEARS_SHOWN, _YEARS_SHOWN_NARROW = 3, 2

_NAME = Column(
    "measure", Type.TEXT, "指标", "所量的是什么", "What is measured or done", 36, share=2
)
_INDICATOR = Column(
    "indicator",
    Type.TEXT,
    "指标代码",
    "指标库中的代码",
    "Identifier of the indicator",
    16,
    is_technical=True,
)
_UNIT = Column("unit", Type.TEXT, "单位", "各年数字的单位", "Unit of the numbers", 8)
_STATE = Column(
    "state",
    Type.TEXT,
    "状态",
    "every year 年年承诺 again 多次承诺 new 新提 dropped 不再提",
    "every year, again, new or dropped",
    10,
)
_TARGET_TEXT = "数字；words 表示只有文字"
_TARGET_MEANING = "Number promised; words where it has none"


def chain_tables(chains: Chains) -> TableSet:
    """Return the tables for the years of some chains."""
    return TableSet((_chains_shape(chains.years), _SERIES), CHAINS)


def _chains_shape(years: tuple[int, ...]) -> TableShape:
    def shown(count: int) -> tuple[str, ...]:
        return tuple(f"y{year}_{part}" for year in years[-count:] for part in ("target", "actual"))

    return TableShape(
        CHAINS,
        "历年对账",
        "每项指标一行：各年的目标与实际",
        "One row a measure: target and actual of each year",
        (_NAME, _STATE, _INDICATOR, _UNIT, *map(_year_column, years)),
        shown=("measure", "state", *shown(_YEARS_SHOWN)),
        shown_narrow=("measure", *shown(_YEARS_SHOWN_NARROW)),
    )


def _year_column(year: int) -> Column:
    parts = (
        Column("target", Type.TEXT, "目标", _TARGET_TEXT, _TARGET_MEANING, 18),
        Column("actual", Type.TEXT, "实际", "达到的数字", "Number reached; words for a deed", 18),
        Column("verdict", Type.TEXT, "结论", "同对账表", "As in the account", 10),
    )
    name = f"{year}年"
    return Column(f"y{year}", Type.GROUP, name, name, f"The year {year}", parts=parts)


_SERIES = TableShape(
    SERIES,
    "逐年明细",
    "每项指标每年一行，附原文与依据",
    "One row a measure and year, with the words and the rule",
    (
        _NAME,
        Column("year", Type.YEAR, "年份", "年份", "The year", 6),
        Column("target", Type.TEXT, "目标", _TARGET_TEXT, _TARGET_MEANING, 18),
        Column("actual", Type.TEXT, "实际", "达到的数字", "Number reached; words for a deed", 18),
        Column("verdict", Type.TEXT, "结论", "同对账表", "As in the account", 10),
        _UNIT,
        _STATE,
        _INDICATOR,
        Column("target_value", Type.NUMBER, "目标值", "数值", "The number promised", 16),
        Column("target_high", Type.NUMBER, "目标上限", "区间上端", "Other end of a range", 16),
        Column("actual_value", Type.NUMBER, "实际值", "数值", "The number reached", 16),
        Column("actual_high", Type.NUMBER, "实际上限", "区间上端", "Other end of a range", 16),
        Column("promise_text", Type.TEXT, "承诺", "计划原文", "Words of the plan", 50, share=3),
        Column("told_text", Type.TEXTS, "佐证", "总结原文", "Words of the review", 50, share=3),
        Column("why", Type.TEXT, "英文依据", "规则与数字（英文）", "The rule with its numbers", 40),
        Column("why_zh", Type.TEXT, "依据", "规则与数字", "The same in Chinese", 40),
        Column(
            "link", Type.TEXT, "英文延续依据", "为什么算同一项（英文）",
            "Why it continues the chain", 30,
        ),
        Column("link_zh", Type.TEXT, "延续依据", "为什么算同一项", "The same in Chinese", 30),
        Column("plan", Type.TEXT, "计划报告", "文件名", "Document of the promise", 24),
        Column("review", Type.TEXT, "总结报告", "文件名", "Document that tells of it", 24),
        Column(
            "promise", Type.SPAN, "承诺位置", "原文起止", "Place of the promise", 8,
            is_technical=True,
        ),
        Column(
            "told", Type.SPANS, "佐证位置", "原文起止", "Places of the words", 16,
            is_technical=True,
        ),
    ),
    shown=("measure", "year", "target", "actual", "verdict"),
)  # fmt: skip


def chain_rows(chains: Chains, *, is_short: bool = False) -> Iterator[TableRow]:
    """Give a row for each measure.

    The short form is for reading: compact numbers, and no words promised only once.
    """
    for chain in chains.chains:
        if is_short and chain.unit is None and len(chain.promised) < 2:
            continue
        row: TableRow = {
            "measure": f"{chain.name} ({chain.unit})" if is_short and chain.unit else chain.name,
            "state": chain.state.value,
            "indicator": chain.indicator,
            "unit": chain.unit,
        }
        yield row | {f"y{link.year}": _year(chain, link, is_short=is_short) for link in chain.links}


def series_rows(chains: Chains) -> Iterator[TableRow]:
    """Give a row for each measure and year in which something was promised or told."""
    for chain in chains.chains:
        for link in chain.links:
            if link.commitment or link.actual:
                yield _series_row(chains, chain, link)


def _year(chain: Chain, link: Link, *, is_short: bool = False) -> TableRow:
    target, actual = target_value(chain, link), actual_value(chain, link)
    spell = compact_words if is_short else number_words
    return {
        "target": target_words(link, target, spell) if target else _words(link.commitment),
        "actual": spell(actual) if actual else _words(link.actual),
        "verdict": link.judgement.verdict.value if link.judgement else None,
    }


def _words(told: object) -> str | None:
    return None if told is None else "words"


def _series_row(chains: Chains, chain: Chain, link: Link) -> TableRow:
    commitment, actual = link.commitment, link.actual
    names = [report.document.name for report in chains.reports]
    return {
        "measure": chain.name,
        "state": chain.state.value,
        "indicator": chain.indicator,
        "unit": chain.unit,
        "year": link.year,
        **_year(chain, link),
        **_ends("target", target_value(chain, link)),
        **_ends("actual", actual_value(chain, link)),
        "promise_text": commitment.text if commitment else None,
        "told_text": list(actual.texts) if actual else [],
        "why": link.judgement.why if link.judgement else None,
        "why_zh": link.judgement.why_zh if link.judgement else None,
        "link": link.why.en if link.why else None,
        "link_zh": link.why.zh if link.why else None,
        "plan": names[link.plan] if link.plan is not None else None,
        "review": names[actual.report] if actual else None,
        "promise": [commitment.start, commitment.end] if commitment else None,
        "told": [list(place) for place in actual.places] if actual else [],
    }


def _ends(name: str, value: Value | None) -> TableRow:
    return {
        f"{name}_value": plain_number(value.low) if value else None,
        f"{name}_high": plain_number(value.high) if value else None,
    }
