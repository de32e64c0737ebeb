"""Many sources: in order, each failure in its place, nothing stops the others."""

from __future__ import annotations

import io
import os
import signal
import sys
from pathlib import Path

import pytest

import duixian
from duixian.corpus import many
from duixian.corpus.many import Failure, Progress, Success, read_each
from duixian.errors import SourceError, SourceNotFoundError
from duixian.reading.records import Report

TEXT = "政府工作报告\n一、2023年工作回顾\n城镇新增就业281000人。\n二、2024年重点任务\n新增养老床位300张。\n"


def name_of(report: Report) -> str:
    return report.document.name


def die_on_the_second(report: Report) -> str:
    if report.document.name.endswith("2.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return report.document.name


def break_on_the_second(report: Report) -> str:
    if report.document.name.endswith("2.txt"):
        raise ZeroDivisionError("a mistake\nof ours")
    return report.document.name


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"{number}.txt" for number in range(5)]
    for path in paths:
        path.write_text(TEXT, encoding="utf-8")
    return list(map(str, paths))


@pytest.mark.parametrize("workers", [1, 2])
def test_reports_come_in_order_and_a_failure_in_its_place(workers: int, files: list[str]) -> None:
    files[1] = "missing.txt"
    outcomes = list(read_each(files, make=name_of, workers=workers))
    assert [outcome.source for outcome in outcomes] == files
    assert isinstance(outcomes[1], Failure)
    assert isinstance(outcomes[1].error, SourceNotFoundError)
    assert [each.value for each in outcomes if isinstance(each, Success)] == [
        file for file in files if file != "missing.txt"
    ]


def test_a_killed_process_fails_its_file_only(files: list[str]) -> None:
    outcomes = list(read_each(files, make=die_on_the_second, workers=2))
    failures = [each for each in outcomes if isinstance(each, Failure)]
    assert [failure.source for failure in failures] == [files[2]]
    assert "ended unexpectedly (SIGKILL)" in str(failures[0])
    assert len(outcomes) == len(files)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_mistake_of_ours_fails_its_file_only_in_one_line_and_keeps_the_trace(
    workers: int, files: list[str]
) -> None:
    outcomes = list(read_each(files, make=break_on_the_second, workers=workers))
    (failure,) = [each for each in outcomes if isinstance(each, Failure)]
    assert "internal error: ZeroDivisionError" in str(failure)
    assert "\n" not in str(failure)
    assert failure.trace
    assert "break_on_the_second" in failure.trace


def test_progress_counts_every_source(files: list[str]) -> None:
    seen: list[Progress] = []
    list(read_each([*files, "missing.txt"], make=name_of, workers=2, progress=seen.append))
    assert [progress.done for progress in seen] == [1, 2, 3, 4, 5, 6]
    assert {progress.total for progress in seen} == {6}
    assert seen[-1].source == "missing.txt"


def test_standard_input_is_read_among_files(
    files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    outcomes = list(read_each([files[0], "-", files[1]], make=name_of, workers=2))
    assert [each.value for each in outcomes if isinstance(each, Success)] == [
        files[0],
        "-",
        files[1],
    ]


@pytest.fixture
def no_process_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a process was started")

    monkeypatch.setattr(many, "run_in_order", refuse)


@pytest.mark.usefixtures("no_process_starts")
def test_a_few_small_files_start_no_process(files: list[str]) -> None:
    assert len(list(read_each(files[:2], make=name_of))) == 2


@pytest.mark.usefixtures("no_process_starts")
def test_a_pdf_alone_starts_no_second_process_as_its_reader_starts_one(tmp_path: Path) -> None:
    path = tmp_path / "2.txt.pdf"
    path.write_bytes(b"%PDF-1.7 broken")
    (outcome,) = read_each([str(path)], make=name_of)
    assert isinstance(outcome, Failure)


def test_no_sources_give_no_outcomes() -> None:
    assert list(read_each([], make=name_of, workers=4)) == []


def test_the_public_function_takes_folders_and_gives_reports_and_failures(
    files: list[str], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    outcomes = list(duixian.read_many([tmp_path, "missing.txt"], workers=2))
    reports = [each for each in outcomes if isinstance(each, duixian.ReadReport)]
    failures = [each for each in outcomes if isinstance(each, duixian.Failure)]
    assert [report.document.name for report in reports] == files
    assert {Path(failure.source).name for failure in failures} == {"empty.txt", "missing.txt"}
    assert all(isinstance(failure.error, SourceError) for failure in failures)
