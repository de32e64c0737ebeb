"""What the page calls things, in English and Chinese side by side."""

from __future__ import annotations

from typing import NamedTuple

from duixian.bilingual.records import Severity


class Label(NamedTuple):
    """One name in both languages of the page."""

    en: str
    zh: str


SEVERITIES = {
    Severity.ERROR: Label("Error", "错误"),
    Severity.WARNING: Label("Warning", "存疑"),
    Severity.INFO: Label("Note", "说明"),
}

HEADINGS = {
    Severity.ERROR: Label("Errors: cannot both be true", "错误：两者不能同时成立"),
    Severity.WARNING: Label("Warnings: a person should look", "存疑：请人工核对"),
    Severity.INFO: Label("Notes: differ in form only", "说明：仅表述不同"),
}

KINDS = {
    "scale": Label("Order of magnitude", "数量级不符"),
    "value": Label("Different number", "数值不符"),
    "unit": Label("Unit", "单位不符"),
    "currency": Label("Currency", "币种不符"),
    "relation": Label("“Over”, “nearly”, “at least”", "限定词不一致"),
    "missing": Label("On one side only", "一方缺失"),
    "basis": Label("Level or change", "存量与增量混淆"),
    "unaligned": Label("Sentence without a partner", "句子无对应"),
    "rounding": Label("Rounding", "四舍五入"),
    "conversion": Label("Converted unit", "单位换算"),
    "set-phrase": Label("Set phrase", "固定提法"),
    "notation": Label("Notation", "数字写法"),
    "range": Label("Range", "区间"),
    "repeated": Label("Level repeated as its own increase", "总量与增量相同"),
    "growth": Label("Growth does not fit", "增长与总量不符"),
    "share": Label("Share beyond the whole", "占比超过整体"),
    "sum": Label("Does not add up", "分项与合计不符"),
    "fragment": Label("Figure without a subject", "数字缺主语"),
    "contradiction": Label("Two values of one measure", "同一指标前后不一"),
    "magnitude": Label("Order of magnitude", "数量级异常"),
    "date": Label("Impossible date", "日期有误"),
    "documents": Label("Documents differ", "文件之间不一致"),
}

COUNTS = {
    "zh_quantities": Label("figures in Chinese", "中文数字"),
    "en_quantities": Label("figures in English", "英文数字"),
    "pairs": Label("figures compared", "已比对数字"),
    "agreed": Label("agree", "一致"),
    "beads": Label("groups of sentences", "句组"),
    "unaligned": Label("sentences without a partner", "无对应句"),
    "documents": Label("documents", "文件"),
    "sentences": Label("sentences", "句子"),
    "quantities": Label("figures", "数字"),
    "agreeing": Label("claims that agree", "一致的表述"),
    "differing": Label("claims that differ", "不一致的表述"),
}

LANGUAGES = {"zh": Label("Chinese", "中文"), "en": Label("English", "英文")}


def kind_label(kind: str) -> Label:
    """Return the name of a kind of finding; one that is not listed is called as it is."""
    return KINDS.get(kind) or Label(kind.replace("-", " ").capitalize(), "")


def count_label(name: str) -> Label:
    """Return what a count counts; one that is not listed is called as it is."""
    return COUNTS.get(name) or Label(name.replace("_", " "), "")
