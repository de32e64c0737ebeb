"""The table of tasks as supervision offices keep it, and the report on a finished one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace

from duixian.accounting.tasks.records import TASK_FIELDS, FinishedTable, Problem, Task, Tasks
from duixian.accounting.tasks.values import due_of, number_of, relation_of
from duixian.accounting.tasks.wording import forms_of_result, marks, nodes
from duixian.tables.rows import TableRow, plain_number
from duixian.tables.shapes import Column, Form, TableSet, TableShape, Type
from duixian.tables.shared_columns import DOCUMENT, END, SHA256, START

_TEXT, _WHOLE, _NUMBER = Type.TEXT, Type.INTEGER, Type.NUMBER
_NODE_ZH = "到季末应达到的进度；“建议：”为程序所拟"
_NODE_EN = "What is to be reached by its end; suggested ones are marked"
_DATE = "ISO 8601"


def _node(quarter: int, name: str) -> Column:
    return Column(f"quarter_{quarter}", _TEXT, f"{name}季度", _NODE_ZH, _NODE_EN, 16)


_TASKS = TableShape(
    "tasks",
    "任务分解",
    "每项任务一行；一句承诺可分为几项",
    "One row a task; one commitment can give several",
    (
        Column("number", _WHOLE, "序号", "任务序号", "Number of the task", 8),
        Column(
            "commitment",
            _WHOLE,
            "原句序号",
            "同一句的任务同号",
            "The same for tasks of one sentence",
            8,
        ),
        Column("section", _TEXT, "章节", "各级标题", "Headings above it", 22),
        Column("sentence", _TEXT, "报告原文", "报告原句", "The sentence of the report", 44),
        Column("task", _TEXT, "任务", "这一项任务", "What is to be done", 40, share=3),
        Column(
            "specificity",
            _TEXT,
            "可核查程度",
            "quantified 有数字，specific 有事项，general 笼统",
            "quantified, specific or general",
            12,
        ),
        Column("target", _TEXT, "目标", "目标，照原文", "The target as printed", 14),
        Column("measure", _TEXT, "指标", "指标", "What is measured", 22),
        Column("relation", _TEXT, "关系", "= > >= < <= ~", "= > >= < <= ~", 6),
        Column("value", _NUMBER, "数值", "目标数值", "The target as a number", 14),
        Column("high", _NUMBER, "上限", "区间上限", "Upper end of a range", 10),
        Column("unit", _TEXT, "计量单位", "计量单位", "Unit of measure", 10),
        Column(
            "leader", _TEXT, "分管领导", "由人填写", "Leader in charge; for people to fill in", 10
        ),
        Column(
            "lead_unit",
            _TEXT,
            "牵头单位",
            "“建议：”为程序所拟，确认后删去这两个字",
            "Lead unit; take the mark of a suggestion off to confirm it",
            20,
            share=1,
        ),
        Column("cooperating_units", _TEXT, "配合单位", "配合单位", "Co-operating units", 22),
        Column(
            "lead_why",
            _TEXT,
            "建议理由",
            "各候选单位的名次、分数和依据",
            "Candidates in order, with points and reasons",
            36,
        ),
        Column("begins", _TEXT, "开始时间", _DATE, f"Start, as {_DATE}", 11),
        Column(
            "due",
            _TEXT,
            "完成时限",
            f"{_DATE} 年、年月或日期",
            f"When it is due, as an {_DATE} year, month or date",
            11,
        ),
        _node(1, "一"),
        _node(2, "二"),
        _node(3, "三"),
        _node(4, "四"),
        Column(
            "result_form",
            _TEXT,
            "成果形式",
            "以什么材料证明完成",
            "What will show that it is done",
            16,
        ),
        Column("note", _TEXT, "备注", "由人填写", "For people to fill in", 20),
        Column(
            "indicator",
            _TEXT,
            "通用指标",
            "各地通用的指标代号",
            "Identifier of a known indicator",
            18,
        ),
        Column("project", _TEXT, "项目", "项目名称", "Project it names", 18),
        START,
        END,
        DOCUMENT,
        SHA256,
    ),
    shown=("number", "task", "target", "lead_unit", "due"),
)
TASK_TABLES = TableSet((_TASKS,), "tasks")
_FOLDED = ("commitment", "specificity", "lead_why", "indicator", "project", "document")

_PROBLEMS = TableShape(
    "problems",
    "填报问题",
    "每个问题一行",
    "One row a problem",
    (
        Column(
            "row",
            _WHOLE,
            "行",
            "表中第几行；缺行则空",
            "Row of the sheet; empty for a task without one",
            6,
        ),
        Column("number", _WHOLE, "序号", "任务序号", "Number of the task", 6),
        Column("column", _TEXT, "栏", "哪一栏", "Which column", 16),
        Column("severity", _TEXT, "程度", "error 错误，warning 请核对", "error or warning", 9),
        Column("kind", _TEXT, "类别", "问题类别", "Kind of problem", 18),
        Column("message", _TEXT, "英文说明", "英文说明", "What is wrong", 48, share=3),
        Column("message_zh", _TEXT, "说明", "说明", "What is wrong, in Chinese", 40, share=3),
    ),
    shown=("row", "number", "column", "severity", "message", "message_zh"),
)
PROBLEM_TABLES = TableSet((_PROBLEMS,), "problems")


def task_tables(tasks: Tasks) -> TableSet:
    """Return the table of some tasks as a form: their units, forms of result and nodes to pick."""
    language = tasks.language
    choices = {
        "lead_unit": tasks.units,
        "result_form": forms_of_result(language),
        **{f"quarter_{quarter}": nodes(language) for quarter in range(1, 5)},
    }
    form = Form(choices, marks(language), _FOLDED)
    return TableSet((replace(_TASKS, form=form),), _TASKS.name)


def task_rows(tasks: Iterable[Task]) -> Iterator[TableRow]:
    """Give one row a task."""
    for task in tasks:
        yield {
            **asdict(task),
            "value": plain_number(task.value),
            "high": plain_number(task.high),
        }


def finished_rows(table: FinishedTable) -> Iterator[TableRow]:
    """Give the rows of a finished table, its dates and numbers as ours are.

    What cannot be read as what its column holds is left out: `check_table` tells where.
    """
    for line in table.lines:
        row: TableRow = dict.fromkeys(TASK_FIELDS)
        for name, cell in line.cells.items():
            row[name] = _value(name, cell) if cell is not None else None
        yield row


_TYPES = {column.name: column.type for column in _TASKS.columns}


def _value(name: str, cell: object) -> object:
    if name in ("begins", "due"):
        return due_of(cell)
    if name == "relation":
        relation = relation_of(cell)
        return relation.value if relation else None
    if _TYPES[name] in (_WHOLE, _NUMBER):
        number = plain_number(number_of(cell))
        return number if _TYPES[name] is _NUMBER or isinstance(number, int) else None
    return str(cell)


def problem_rows(problems: Iterable[Problem]) -> Iterator[TableRow]:
    """Give one row a problem."""
    for problem in problems:
        yield {
            "row": problem.row,
            "number": problem.number,
            "column": problem.column,
            "severity": problem.severity.value,
            "kind": problem.kind,
            "message": problem.message.en,
            "message_zh": problem.message.zh,
        }
