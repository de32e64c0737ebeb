"""Why a promise is hard to check, in words of both languages."""

from __future__ import annotations

from duixian.accounting.grade.records import Graded, Lack
from duixian.bilingual.page.labels import Label

LACKS = {
    Lack.NUMBER: Label("no number", "没有数字"),
    Lack.DEED: Label("nothing one could see done", "没有可查的事项"),
    Lack.DATE: Label("no date of its own", "没有时间节点"),
    Lack.OFFICE: Label("no office found", "未识别到责任单位"),
    Lack.PLACE: Label("no place or project found", "未识别到地点或项目"),
    Lack.UNIT: Label("number without a unit", "数字没有单位"),
    Lack.BASELINE: Label("no figure to start from found", "未找到基数"),
}


def reasons_of(graded: Graded) -> tuple[Label, ...]:
    """Tell what a promise lacks, and its vague words."""
    reasons = [LACKS[lack] for lack in graded.lacks]
    if graded.vague:
        words = ", ".join(graded.vague)
        reasons.append(Label(f"vague: {words}", f"笼统用语：{'、'.join(graded.vague)}"))
    return tuple(reasons)
