"""How the columns of a table of tasks may be headed, in tables of ours and of other offices."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[\s()（）:：/.]+")

# Each column with the headings it goes by; a heading of two lines is known by either.
HEADINGS: dict[str, tuple[str, ...]] = {
    "number": ("序号", "编号", "任务编号", "no", "task number"),
    "commitment": ("原句序号", "承诺序号"),
    "section": ("章节", "所属章节", "类别"),
    "sentence": ("报告原文", "原文", "报告内容", "original sentence"),
    "task": ("任务", "工作任务", "任务内容", "重点任务", "主要任务", "任务名称", "工作内容"),
    "specificity": ("可核查程度", "承诺类型"),
    "target": ("目标", "目标值", "年度目标", "工作目标"),
    "measure": ("指标", "指标名称"),
    "relation": ("关系",),
    "value": ("数值",),
    "high": ("上限",),
    "unit": ("单位", "计量单位", "unit of measure"),
    "leader": ("分管领导", "牵头领导", "责任领导"),
    "lead_unit": ("牵头单位", "责任单位", "牵头部门", "主责单位", "主办单位", "lead"),
    "cooperating_units": ("配合单位", "协办单位", "参与单位", "co-operating units"),
    "lead_why": ("建议理由",),
    "begins": ("开始时间", "起始时间", "start date"),
    "due": ("完成时限", "完成时间", "时限", "期限", "deadline", "due date"),
    "quarter_1": ("一季度", "第一季度", "一季度节点", "q1"),
    "quarter_2": ("二季度", "第二季度", "二季度节点", "q2"),
    "quarter_3": ("三季度", "第三季度", "三季度节点", "q3"),
    "quarter_4": ("四季度", "第四季度", "四季度节点", "q4"),
    "result_form": ("成果形式", "form of result"),
    "note": ("备注", "notes", "remark", "remarks"),
    "indicator": ("通用指标",),
    "project": ("项目", "项目名称"),
    "start": ("起点",),
    "end": ("终点",),
    "document": ("文件",),
    "sha256": ("校验值",),
}


def column_named(heading: str) -> str | None:
    """Tell which column a heading stands for; None for one we do not know."""
    for part in (*heading.splitlines(), heading):
        name = _KNOWN.get(_plain(part))
        if name:
            return name
    return None


def _plain(text: str) -> str:
    return _MARKS.sub("", text).replace("_", "").replace("-", "").lower()


_KNOWN = {
    _plain(heading): name for name, headings in HEADINGS.items() for heading in (name, *headings)
}
