"""The commands backup and restore, from one machine and one database to another."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from duixian.web.operation.backup import back_up
from duixian.web.operation.restore import restore
from tests.web.databases import is_postgresql
from tests.web.operation.commands import DUIXIAN, MANAGE, run
from tests.web.persons import PASSWORD
from tests.web.reports import PLAN, REVIEW

pytestmark = pytest.mark.slow
Ran = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in SQLite with two reports, accounted, and an administrator; and its backup."""
    folder = tmp_path_factory.mktemp("source")
    (folder / "2024.txt").write_text(PLAN, encoding="utf-8")
    (folder / "2025.txt").write_text(REVIEW, encoding="utf-8")
    data = folder / "data"
    sources = (folder / "2024.txt", folder / "2025.txt")
    _succeed(run(DUIXIAN, "import", *sources, "--workers", "1", "--data", data))
    person = ("create_person", "first", "--administrator")
    _succeed(run(MANAGE, *person, given=PASSWORD, DUIXIAN_DATA=str(data)))
    _succeed(run(DUIXIAN, "backup", folder / "backup.zip", "--data", data))
    return folder


def _succeed(done: Ran) -> Ran:
    assert done.returncode == 0, done.stderr
    return done


def tables(backup: Path) -> dict[str, list[object]]:
    """Read the rows of each table of a backup."""
    with zipfile.ZipFile(backup) as archive:
        return {
            name: [json.loads(line) for line in archive.read(name).splitlines()]
            for name in archive.namelist()
            if name.startswith("rows")
        }


# Root may write anywhere: the command is told, in place of the system, that it may not.
_READ_ONLY = [
    sys.executable,
    "-c",
    "import os; may = os.access;"
    " os.access = lambda path, mode: may(path, mode) and not mode & os.W_OK;"
    " from duixian.cli.start import main; main()",
]


def test_a_ledger_that_may_only_be_read_is_backed_up(source: Path, tmp_path: Path) -> None:
    ledger = source / "data" / "ledger.sqlite3"
    before = ledger.read_bytes()
    _succeed(run(_READ_ONLY, "backup", tmp_path / "read.zip", "--data", source / "data"))
    assert tables(tmp_path / "read.zip") == tables(source / "backup.zip")
    assert ledger.read_bytes() == before
    refused = run(_READ_ONLY, "import", source / "2024.txt", "--data", source / "data")
    assert refused.returncode == 1
    assert "can only be read" in refused.stderr
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["serve", "import", "backup"])
def test_a_ledger_of_no_version_that_may_only_be_read_is_told_in_one_line(
    source: Path, tmp_path: Path, command: str
) -> None:
    (tmp_path / "ledger.sqlite3").touch()
    arguments = {"serve": [], "import": [source / "2024.txt"], "backup": [tmp_path / "out.zip"]}
    refused = run(_READ_ONLY, command, *arguments[command], "--data", tmp_path)
    assert refused.returncode == 1
    assert "can only be read" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_ledger_that_may_only_be_read_is_not_served(source: Path) -> None:
    refused = run(_READ_ONLY, "serve", "--port", "8971", "--data", source / "data")
    assert refused.returncode == 1
    assert "can only be read" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_misspelt_folder_is_not_backed_up_and_not_made(tmp_path: Path) -> None:
    refused = run(DUIXIAN, "backup", "--data", tmp_path / "nothere", tmp_path / "out.zip")
    assert refused.returncode == 1
    assert refused.stderr.endswith("there is no ledger in this folder; check the spelling\n")
    assert refused.stderr.count("\n") == 1
    assert not any(tmp_path.iterdir())


def test_a_refused_restore_leaves_nothing_behind(tmp_path: Path) -> None:
    other = tmp_path / "report.docx"
    other.write_bytes(b"no backup")
    refused = run(DUIXIAN, "restore", other, "--data", tmp_path / "new" / "data")
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert list(tmp_path.iterdir()) == [other]


def test_a_refused_restore_leaves_a_folder_that_was_there(source: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.zip"
    with zipfile.ZipFile(source / "backup.zip") as whole, zipfile.ZipFile(cut, "w") as made:
        for name in whole.namelist():
            changed = name.endswith("ledger.report.jsonl")
            made.writestr(name, b"{}" if changed else whole.read(name))
    data = tmp_path / "data"
    data.mkdir()
    (data / "note.txt").write_text("mine", encoding="utf-8")
    assert run(DUIXIAN, "restore", cut, "--data", data).returncode == 1
    assert [each.name for each in data.iterdir()] == ["note.txt"]


def test_a_ledger_moves_to_another_machine(source: Path, tmp_path: Path) -> None:
    restored = _succeed(run(DUIXIAN, "restore", source / "backup.zip", "--data", tmp_path))
    assert "rows and 2 documents restored" in restored.stderr

    _succeed(run(DUIXIAN, "backup", tmp_path / "again.zip", "--data", tmp_path))
    assert tables(tmp_path / "again.zip") == tables(source / "backup.zip")


def test_a_ledger_in_use_is_not_replaced_unasked(source: Path) -> None:
    refused = run(DUIXIAN, "restore", source / "backup.zip", "--data", source / "data")

    assert refused.returncode == 2
    assert "--replace" in refused.stderr
    assert refused.stderr.count("\n") == 1
    again = ("restore", source / "backup.zip", "--data", source / "data", "--replace")
    assert run(DUIXIAN, *again).returncode == 0


def test_a_damaged_file_is_told_in_one_line(source: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes((source / "backup.zip").read_bytes()[:-500])

    refused = run(DUIXIAN, "restore", tmp_path / "cut.zip", "--data", tmp_path / "data")

    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "cut.zip" in refused.stderr


def test_a_backup_is_not_written_over_and_a_damaged_document_is_named(
    source: Path, tmp_path: Path
) -> None:
    restored = ("restore", source / "backup.zip", "--data", tmp_path / "data")
    _succeed(run(DUIXIAN, *restored))
    kept = next((tmp_path / "data" / "documents").glob("*/*"))
    kept.write_text("altered")

    first = run(DUIXIAN, "backup", tmp_path / "b.zip", "--data", tmp_path / "data")
    second = run(DUIXIAN, "backup", tmp_path / "b.zip", "--data", tmp_path / "data")

    assert (first.returncode, second.returncode) == (1, 1)
    assert "not what was brought in" in first.stderr
    assert "it is there already" in second.stderr


WRITING_MEANWHILE = """
import sqlite3, sys
from duixian.web.start import start
start()
from duixian.web.ledger.models import Government
from duixian.web.operation.backup import one_moment
from duixian.web.settings import DATABASES
before = Government.objects.count()
with one_moment():
    first = Government.objects.count()
    other = sqlite3.connect(DATABASES["default"]["NAME"], timeout=1)
    other.execute("INSERT INTO ledger_government (key, code, name, name_en, level)"
                  " VALUES ('meanwhile', '', 'x', '', '')")
    other.commit()
    second = Government.objects.count()
print(before == first == second, Government.objects.count() == before + 1)
"""


def test_people_may_write_during_a_backup_which_holds_one_moment(
    source: Path, tmp_path: Path
) -> None:
    _succeed(run(DUIXIAN, "restore", source / "backup.zip", "--data", tmp_path))
    done = run([sys.executable, "-c", WRITING_MEANWHILE], DUIXIAN_DATA=str(tmp_path))
    assert done.stdout == "True True\n", done.stderr


@pytest.fixture
def _empty(transactional_db: None) -> Iterator[None]:
    """Leave nothing of a test that restores."""
    yield
    call_command("flush", verbosity=0, interactive=False)


@pytest.mark.skipif(not is_postgresql(), reason="needs PostgreSQL")
def test_a_ledger_moves_to_postgresql_and_back(_empty: None, source: Path, tmp_path: Path) -> None:
    assert connection.vendor == "postgresql"
    restore(source / "backup.zip")
    assert len(list(Path(settings.MEDIA_ROOT).glob("*/*"))) == 2
    back_up(tmp_path / "from-postgresql.zip")
    restored = ("restore", tmp_path / "from-postgresql.zip", "--data", tmp_path / "data")
    _succeed(run(DUIXIAN, *restored))
    _succeed(run(DUIXIAN, "backup", tmp_path / "b.zip", "--data", tmp_path / "data"))

    assert tables(tmp_path / "b.zip") == tables(source / "backup.zip")


def test_an_import_names_the_reports_that_stay_drafts_as_they_are_nobody_s(tmp_path: Path) -> None:
    (tmp_path / "nobody.txt").write_text(
        "一、2024年工作回顾\n新增就业岗位1.3万个。\n", encoding="utf-8"
    )
    options = ("--publish", "--workers", "1", "--data", tmp_path / "data")
    done = _succeed(run(DUIXIAN, "import", tmp_path / "nobody.txt", *options))
    assert "nobody.txt: stays a draft; say whose it is" in done.stderr
