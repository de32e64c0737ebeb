"""The workbook of tasks as a form: choices, what is unconfirmed, print; and nothing is lost by it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from duixian.accounting.tasks.earlier import Earlier
from duixian.accounting.tasks.making import make_tasks
from duixian.accounting.tasks.records import Tasks
from duixian.accounting.tasks.units import Unit, example_units
from duixian.accounting.tasks.wording import is_suggestion
from duixian.accounting.tasks.workbook import read_finished
from duixian.corpus.one import read_report
from duixian.tables.formats import Format, write_rows
from duixian.tables.task_table import finished_rows, task_rows, task_tables
from duixian.tables.write import OutputFile
from tests.reading.texts import read_in

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PICKED = ("lead_unit", "result_form", "quarter_1", "quarter_2", "quarter_3", "quarter_4")
A3 = 8


def write(tasks: Tasks, path: Path) -> str:
    tables = task_tables(tasks)
    rows = {tables.default: list(task_rows(tasks.tasks))}
    write_rows(rows, tables.shapes, format_=Format.XLSX, output=OutputFile(path))
    return str(path)


@pytest.fixture(scope="module", params=["zh", "en"])
def made(request: pytest.FixtureRequest) -> Tasks:
    report = read_report(EXAMPLES / f"district-2025.{request.param}.txt")
    return make_tasks(report, units=example_units(), earlier=Earlier([]))


@pytest.fixture(scope="module")
def path(made: Tasks, tmp_path_factory: pytest.TempPathFactory) -> str:
    return write(made, tmp_path_factory.mktemp("form") / "tasks.xlsx")


@pytest.fixture(scope="module")
def book(path: str) -> Any:
    return openpyxl.load_workbook(path)


def choices_of(book: Any) -> dict[str, list[str]]:
    """Give what may be picked, by the name of the column."""
    sheet, lists = book["tasks"], book["lists 选项"]
    found = {}
    for rule in sheet.data_validations.dataValidation:
        column = min(rule.sqref.ranges, key=lambda area: area.min_col).min_col
        name = str(sheet.cell(1, column).value).split("\n")[0]
        area = rule.formula1.split("!")[1].replace("$", "")
        found[name] = [row[0].value for row in lists[area]]
    return found


def test_units_forms_and_nodes_can_be_picked(made: Tasks, book: Any) -> None:
    choices = choices_of(book)
    assert set(choices) == set(PICKED)
    names = [unit.name_in(made.language) for unit in example_units()]
    assert choices["lead_unit"] == names
    assert all(choices[name] == choices["quarter_1"] for name in PICKED[2:])
    assert book["lists 选项"].sheet_state == "hidden"


def test_what_is_picked_is_no_suggestion_any_more(book: Any) -> None:
    assert not any(is_suggestion(each) for group in choices_of(book).values() for each in group)


def test_other_words_can_be_written_too(book: Any) -> None:
    rules = book["tasks"].data_validations.dataValidation
    assert {rule.errorStyle for rule in rules} == {"warning"}


def test_headings_stay_filter_and_print_on_every_sheet_of_a3(book: Any) -> None:
    sheet = book["tasks"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", A3)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert int(sheet.page_setup.fitToWidth or 1) == 1
    assert int(sheet.page_setup.fitToHeight) == 0


def test_what_is_unconfirmed_is_coloured(made: Tasks, book: Any) -> None:
    formulas = [
        text
        for rules in book["tasks"].conditional_formatting
        for rule in rules.rules
        for text in rule.formula
    ]
    mark = "建议：" if made.language.value == "zh" else "Suggested: "
    assert any(mark in text for text in formulas)


def test_technical_columns_are_folded_and_not_lost(book: Any) -> None:
    sheet = book["tasks"]
    hidden = {
        str(sheet[f"{letter}1"].value).split("\n")[0]
        for letter, column in sheet.column_dimensions.items()
        if column.hidden
    }
    assert "lead_unit" not in hidden and "target" not in hidden
    assert "lead_why" in hidden


def test_the_form_reads_back_to_the_rows_that_were_written(made: Tasks, path: str) -> None:
    assert list(finished_rows(read_finished(path))) == list(task_rows(made.tasks))


def test_what_people_picked_reads_back_and_is_written_again(
    made: Tasks, path: str, tmp_path: Path
) -> None:
    edited = openpyxl.load_workbook(path)
    choices = choices_of(edited)
    sheet = edited["tasks"]
    headings = [str(cell.value).split("\n")[0] for cell in sheet[1]]
    for name in PICKED:
        sheet.cell(2, headings.index(name) + 1).value = choices[name][0]
    edited.save(tmp_path / "edited.xlsx")
    first, second, *_ = finished_rows(read_finished(str(tmp_path / "edited.xlsx")))
    assert {name: first[name] for name in PICKED} == {name: choices[name][0] for name in PICKED}
    assert second == list(task_rows(made.tasks))[1]


def test_without_units_no_unit_is_offered(tmp_path: Path) -> None:
    report = read_in("plan", "新增养老床位300张。")
    bare = write(make_tasks(report, units=[], earlier=Earlier([])), tmp_path / "bare.xlsx")
    assert "lead_unit" not in choices_of(openpyxl.load_workbook(bare))


def test_many_units_with_long_names_are_all_offered(tmp_path: Path) -> None:
    units = [Unit(name=f"第{number}号名称很长的局委办机构", words=["养老"]) for number in range(80)]
    report = read_in("plan", "新增养老床位300张。")
    many = write(make_tasks(report, units=units, earlier=Earlier([])), tmp_path / "many.xlsx")
    assert len(choices_of(openpyxl.load_workbook(many))["lead_unit"]) == len(units)
