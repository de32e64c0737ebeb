"""The table of tasks: made from a report, units suggested and learnt, read back without loss."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from duixian.accounting.tasks.checking import check_table
from duixian.accounting.tasks.earlier import Earlier
from duixian.accounting.tasks.headings import HEADINGS, column_named
from duixian.accounting.tasks.making import make_tasks
from duixian.accounting.tasks.records import TASK_FIELDS, FinishedTable, Problem, TableLine, Tasks
from duixian.accounting.tasks.units import Unit, example_units, load_units
from duixian.accounting.tasks.values import due_of, number_of, relation_of
from duixian.accounting.tasks.workbook import read_finished
from duixian.bilingual.records import Severity
from duixian.corpus.one import read_report
from duixian.errors import DamagedSourceError, EmptySourceError, SourceError
from duixian.language.functions import divisions
from duixian.reading.records import Kind
from duixian.tables.formats import Format, write_rows
from duixian.tables.rows import TableRow
from duixian.tables.task_table import TASK_TABLES, finished_rows, task_rows
from duixian.tables.write import OutputFile
from tests.reading.texts import read_in

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def tasks_of(
    text: str, *, units: list[Unit] | None = None, earlier: Earlier | None = None
) -> Tasks:
    known = example_units() if units is None else units
    return make_tasks(read_in("plan", text), units=known, earlier=earlier or Earlier([]))


def written(rows: Iterator[TableRow], path: Path) -> str:
    output = OutputFile(path)
    write_rows({"tasks": list(rows)}, TASK_TABLES.shapes, format_=Format.XLSX, output=output)
    return str(path)


@pytest.fixture(scope="module", params=["zh", "en"])
def made(request: pytest.FixtureRequest) -> Tasks:
    report = read_report(EXAMPLES / f"district-2025.{request.param}.txt")
    return make_tasks(report, units=example_units(), earlier=Earlier([]))


def test_every_commitment_is_a_task_and_stands_at_its_place(made: Tasks) -> None:
    text = made.report.document.text
    claims = [claim for claim in made.report.claims if claim.kind is Kind.COMMITMENT]
    assert len(made.tasks) == len(claims) > 40
    assert [task.number for task in made.tasks] == list(range(1, len(claims) + 1))
    for task in made.tasks:
        assert text[task.start : task.end] == task.task


def test_one_sentence_gives_several_tasks_of_one_commitment() -> None:
    first, second = tasks_of("新增中小学学位2400个，增设区域养老服务中心4家。").tasks
    assert first.commitment == second.commitment
    assert first.sentence == second.sentence
    assert [first.lead_unit, second.lead_unit] == ["建议：区教委", "建议：区民政局"]


def test_a_target_has_value_unit_relation_and_the_words_as_printed() -> None:
    (task,) = tasks_of("城镇新增就业1.5万人以上。").tasks
    assert (task.value, task.unit, task.relation) == (Decimal(15000), "person", ">=")
    assert task.target == "≥ 1.5万人"
    assert task.quarter_4 == "建议：≥ 1.5万人"
    assert (task.quarter_1, task.quarter_2, task.quarter_3) == (None, None, None)


def test_what_is_not_stated_is_empty() -> None:
    (task,) = tasks_of("扎实推进依法行政。").tasks
    stated = (
        task.value,
        task.high,
        task.unit,
        task.relation,
        task.target,
        task.leader,
        task.begins,
    )
    assert stated == (None,) * len(stated)


def test_a_month_puts_the_node_in_its_quarter() -> None:
    (task,) = tasks_of("区博物馆6月底前建成开放。").tasks
    assert (task.quarter_2, task.quarter_4) == ("建议：完成", None)


def test_a_finished_table_reads_back_without_loss(made: Tasks, tmp_path: Path) -> None:
    table = read_finished(written(task_rows(made.tasks), tmp_path / "tasks.xlsx"))
    assert list(finished_rows(table)) == list(task_rows(made.tasks))
    assert set(table.columns) == set(TASK_FIELDS)


def test_written_again_it_is_still_the_same(made: Tasks, tmp_path: Path) -> None:
    once = read_finished(written(task_rows(made.tasks), tmp_path / "a.xlsx"))
    twice = read_finished(written(finished_rows(once), tmp_path / "b.xlsx"))
    assert once.lines == twice.lines


_WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), min_size=1, max_size=60
).filter(lambda text: text == text.strip() and "\ufffe" not in text)


@settings(max_examples=30)
@given(_WORDS, _WORDS, st.integers(0, 10**14), st.decimals(0, 10**6, places=3))
@example("_x000D_", "=1+1", 0, Decimal("0.001"))
@example("http://a", "007", 10**14, Decimal("0.100"))
def test_whatever_people_write_reads_back(note: str, lead: str, value: int, high: Decimal) -> None:
    task = tasks_of("新增中小学学位2400个。").tasks[0]
    task = replace(task, value=Decimal(value), high=high, sha256="0a")
    task = replace(task, note=note, lead_unit=lead)
    with TemporaryDirectory() as folder:
        table = read_finished(written(task_rows([task]), Path(folder, "tasks.xlsx")))
    assert list(finished_rows(table)) == list(task_rows([task]))


def test_a_fresh_table_lacks_only_confirmation(made: Tasks, tmp_path: Path) -> None:
    table = read_finished(written(task_rows(made.tasks), tmp_path / "tasks.xlsx"))
    found = {problem.kind for problem in check_table(table, tasks=made.tasks)}
    assert found <= {"lead-unconfirmed", "lead-missing"}


def test_a_table_another_office_made_is_read(tmp_path: Path) -> None:
    """Titles above the headings, Chinese headings alone, merged cells, dates as dates."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("分解表")
    sheet.append(["2024年政府工作报告重点任务分解表"])
    sheet.append(["序号", "工作任务", "牵头单位", "完成时限"])
    sheet.append([1, "新增学位", "区教委", date(2024, 9, 1)])
    sheet.append([2, "新增托位", None, "2024年12月底前"])
    sheet.merge_cells("C3:C4")
    path = tmp_path / "office.xlsx"
    book.save(path)
    rows = list(finished_rows(read_finished(str(path))))
    assert [row["lead_unit"] for row in rows] == ["区教委", "区教委"]
    assert [row["due"] for row in rows] == ["2024-09-01", "2024-12-31"]
    assert rows[0]["task"] == "新增学位"


def finished(*lines: dict[str, Any]) -> FinishedTable:
    given = [TableLine(row, {"unit": None, **line}) for row, line in enumerate(lines, start=2)]
    return FinishedTable("earlier.xlsx", TASK_FIELDS, tuple(given))


def test_an_earlier_table_is_suggested_first_with_its_row() -> None:
    line = {"task": "新增中小学学位1900个", "measure": "新增中小学学位", "lead_unit": "区教育局"}
    (task,) = tasks_of("新增中小学学位2400个。", earlier=Earlier([finished(line)])).tasks
    assert task.lead_unit == "建议：区教育局"
    assert task.lead_why is not None
    assert task.lead_why.startswith(
        "1. 区教育局: 同 earlier.xlsx 第 2 行“新增中小学学位1900个”; 2. 区教委"
    )


def test_what_nobody_confirmed_teaches_nothing() -> None:
    line = {"task": "新增中小学学位1900个", "lead_unit": "建议：区教育局"}
    assert len(Earlier([finished(line)])) == 0


def test_unlike_work_is_not_learnt() -> None:
    line = {"task": "新增停车位1000个", "measure": "新增停车位", "lead_unit": "区城管委"}
    (task,) = tasks_of("新增中小学学位2400个。", earlier=Earlier([finished(line)])).tasks
    assert task.lead_unit == "建议：区教委"


def test_without_units_nothing_is_suggested() -> None:
    (task,) = tasks_of("新增中小学学位2400个。", units=[]).tasks
    assert (task.lead_unit, task.lead_why) == (None, None)


def test_a_longer_word_hides_a_shorter_one_of_another_unit() -> None:
    units = [Unit("园林局", words=["公园"]), Unit("动物园", words=["野生动物公园"])]
    (task,) = tasks_of("野生动物公园建成开放。", units=units).tasks
    assert task.lead_unit == "建议：动物园"


GOOD: dict[str, Any] = {"number": 1, "task": "新增学位", "lead_unit": "区教委", "due": "2025"}
WRONG = [
    ({"lead_unit": None}, "lead-missing", "lead_unit"),
    ({"lead_unit": "建议：区教委"}, "lead-unconfirmed", "lead_unit"),
    ({"lead_unit": "区教育厅"}, "lead-unknown", "lead_unit"),
    ({"lead_unit": "区教委、区教育厅"}, "lead-unknown", "lead_unit"),
    ({"due": "尽快"}, "due-not-date", "due"),
    ({"due": "2025-13"}, "due-not-date", "due"),
    ({"due": "2025-02-30"}, "due-not-date", "due"),
    ({"due": 45962}, "due-not-date", "due"),
    ({"due": None}, "due-missing", "due"),
    ({"begins": "2025-11", "due": "2025-06"}, "due-before-start", "begins"),
    ({"value": "很多", "unit": "个"}, "target-not-number", "value"),
    ({"value": 1500}, "unit-missing", "unit"),
    ({"unit": "个"}, "target-missing", "value"),
    ({"value": 12, "high": 10, "unit": "个"}, "target-range", "high"),
    ({"relation": "大概吧"}, "relation-unknown", "relation"),
    ({"number": None}, "number-missing", "number"),
    ({"number": "一"}, "number-missing", "number"),
    ({"task": None}, "task-missing", "task"),
]


@pytest.mark.parametrize(("change", "kind", "column"), WRONG)
def test_what_is_wrong_is_told_by_row_and_column_in_both_languages(
    change: dict[str, Any], kind: str, column: str
) -> None:
    problems = check_table(finished({**GOOD, **change}), units=frozenset(["区教委"]))
    (problem,) = problems
    assert (problem.row, problem.kind, problem.column) == (2, kind, column)
    assert problem.message.en
    assert re.search("[一-龥]", problem.message.zh)


def test_a_good_row_has_no_problem() -> None:
    assert check_table(finished(GOOD), units=frozenset(["区教委"])) == []


def kinds(problems: list[Problem]) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.kind) for problem in problems]


def test_against_its_report_numbers_targets_and_quotations_are_checked() -> None:
    tasks = tasks_of("新增中小学学位2400个。建成公园12个。新增停车位1000个。").tasks
    rows = [{**row, "lead_unit": "区教委"} for row in task_rows(tasks)]
    rows[0]["value"] = 24
    rows[1]["number"] = 1
    rows[2]["number"] = 99
    rows[2]["sentence"] = "新增停车位。"
    problems = check_table(finished(*rows), tasks=tasks)
    assert (2, "target-changed") in kinds(problems)
    assert (3, "number-duplicate") in kinds(problems)
    assert (4, "number-unknown") in kinds(problems)
    assert [kind for row, kind in kinds(problems) if row is None] == ["row-missing"] * 2
    changed = next(problem for problem in problems if problem.kind == "target-changed")
    assert "24" in changed.message.en
    assert "2400" in changed.message.en
    assert changed.severity is Severity.WARNING  # people may change a target, knowingly


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025", "2025"), (2025, "2025"), ("2025年", "2025"), ("2025年10月", "2025-10"),
        ("2025年10月底前", "2025-10"), ("2025/10/31", "2025-10-31"), ("2025.6", "2025-06"),
        ("2025年9月1日", "2025-09-01"), ("2025年底前", "2025-12-31"), ("年底", None), ("", None),
        ("12025", None), ("2025-00", None),
    ],
)  # fmt: skip
def test_dates_as_people_write_them(written: object, expected: str | None) -> None:
    assert due_of(written) == expected


def test_numbers_and_relations_as_people_write_them() -> None:
    assert number_of("15,000") == 15000
    assert number_of("1e999999999") is None
    assert number_of("NaN") is None
    assert number_of("三百") is None
    assert relation_of("≥") == relation_of("以上") == relation_of(">=") == ">="
    assert relation_of("?") is None


def test_every_column_is_known_by_its_headings() -> None:
    assert tuple(HEADINGS) == TASK_FIELDS
    for column in TASK_TABLES.shapes[0].columns:
        assert column_named(f"{column.name}\n{column.label}") == column.name
        assert column_named(column.label) == column.name


def test_the_example_names_every_field_of_government_in_both_languages() -> None:
    units = example_units()
    assert {code for unit in units for code in unit.functions} == {
        division.code for division in divisions()
    }
    assert all(unit.en and unit.words and unit.words_en for unit in units)


@pytest.mark.parametrize(
    ("content", "error", "cause"),
    [
        (b"", EmptySourceError, "names no unit"),
        (b"# nothing yet\n", EmptySourceError, "names no unit"),
        (b"[[unit]]\nname = ''\n", DamagedSourceError, "unit 1 has no name"),
        (b"[[unit]]\nnaem = 'A'\n", DamagedSourceError, "not a table of units"),
        (b"[[unit]\n", DamagedSourceError, "not a table of units"),
        (b"\xff\xfe\x00", DamagedSourceError, "not a table of units"),
        (b"[[unit]]\nname='A'\n[[unit]]\nname='A'\n", DamagedSourceError, "twice"),
        (b"[[unit]]\nname='A'\nfunctions=['11']\n", DamagedSourceError, "'11'"),
        (b"[[unit]]\nname='A'\nwords=['']\n", DamagedSourceError, "empty word"),
    ],
)
def test_a_bad_table_of_units_is_one_clear_line(
    tmp_path: Path, content: bytes, error: type[SourceError], cause: str
) -> None:
    path = tmp_path / "units.toml"
    path.write_bytes(content)
    with pytest.raises(error, match=cause) as caught:
        load_units(str(path))
    assert "\n" not in str(caught.value)
    assert "units.toml" in str(caught.value)


def _zip(**members: str) -> bytes:
    import zipfile

    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def _other_workbook() -> bytes:
    data = io.BytesIO()
    openpyxl.Workbook().save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "the file is empty"),
        ("序号,任务\n".encode(), "not an XLSX workbook"),
        (_zip(hello="world"), "not an XLSX workbook"),
        (b"PK\x03\x04 cut off", "not an XLSX workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected by a password"),
        (_zip(**{"[Content_Types].xml": "<x", "xl/workbook.xml": "<x"}), "cannot be read"),
        (_zip(**{"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "cannot be read"),
        (_other_workbook(), "no table of tasks in it"),
    ],
    ids=["empty", "csv", "other zip", "cut off", "locked", "broken", "hollow", "other workbook"],
)
def test_what_is_no_table_of_tasks_is_one_clear_line(
    tmp_path: Path, content: bytes, cause: str
) -> None:
    path = tmp_path / "tasks.xlsx"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=cause) as caught:
        read_finished(str(path))
    assert "\n" not in str(caught.value)
