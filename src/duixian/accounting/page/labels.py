"""The words of the page of an account, in English with Chinese beside them."""

from __future__ import annotations

from duixian.accounting.records import Source, Verdict
from duixian.bilingual.page.labels import Label

TITLE = Label("Promised and reported", "承诺与兑现")
VERDICTS = {
    Verdict.EXCEEDED: Label("Exceeded", "超额完成"),
    Verdict.MET: Label("Met", "完成"),
    Verdict.PARTLY: Label("Partly", "部分完成"),
    Verdict.MISSED: Label("Missed", "未达目标"),
    Verdict.UNREPORTED: Label("Not reported", "未报告"),
}
SOURCES = {
    Source.REPORTED: Label("Reported", "报告称"),
    Source.DIFFICULTY: Label("Told among the difficulties", "困难部分提到"),
    Source.IMPLIED: Label("Implied by next year's tasks", "由来年安排推知"),
}
GENERAL = Label("General commitments of this section", "本节的笼统承诺")
NO_HEADING = Label("Targets and general requirements", "总体要求和目标")
SILENCE = Label("The next report does not speak of it.", "下一年的报告没有提到。")
SUGGESTIONS = Label("May be related; too weak to count", "可能相关，证据不足")
CERTAINTY = Label("certainty", "把握")
REASONS = Label("Why it is taken for an answer", "为什么认为对得上")
NOT_CHECKABLE = Label("General commitments", "笼统承诺")
RULES = Label("Rules of verdicts: version", "结论规则版本")
SECTIONS = Label("Sections", "章节")
HOW = Label(
    "Every line can be checked: the numbers in brackets say where in the report's text the words "
    "stand, counted in characters from 0.",
    "每一行都可以核对：方括号内是原文位置（字符数，从 0 起）。",
)
