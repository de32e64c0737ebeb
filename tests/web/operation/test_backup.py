"""A backup holds all of a moment, and comes back whole or not at all."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client

from duixian.errors import DamagedSourceError, OutputError, UsageError
from duixian.web.ledger.models import Claim, Report, Statement
from duixian.web.ledger.search import statements_with
from duixian.web.operation.backup import back_up
from duixian.web.operation.backup_file import MANIFEST
from duixian.web.operation.restore import restore
from duixian.web.operation.tables import kept_models, lines_of
from duixian.web.people.models import Membership
from duixian.web.people.second_factor import make_recovery_codes
from tests.web.persons import PASSWORD, make_user
from tests.web.reports import PLAN, REVIEW, stored

pytestmark = pytest.mark.django_db(transaction=True)


def fill() -> Report:
    """Put a report, a person and their second factor into the ledger."""
    report = stored(PLAN, name="计划 2024.txt", is_published=True)
    assert report.government is not None
    editor = make_user("editor", report.government)
    make_recovery_codes(editor)
    return report


def rows() -> dict[str, list[bytes]]:
    """Read all that is kept."""
    return {model._meta.label_lower: list(lines_of(model)) for model in kept_models()}


def files() -> dict[str, bytes]:
    """Read all documents."""
    folder = Path(settings.MEDIA_ROOT)
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def forget_all() -> None:
    """Empty the ledger, as on a new machine."""
    call_command("flush", verbosity=0, interactive=False, allow_cascade=True)
    for path in Path(settings.MEDIA_ROOT).rglob("*"):
        if path.is_file():
            path.unlink()


def changed(file: Path, name: str, content: bytes) -> Path:
    """Copy a backup with one member changed."""
    copy = file.with_name(f"changed-{file.name}")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(copy, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, content if info.filename == name else old.read(info))
    return copy


def test_everything_comes_back_as_it_was(tmp_path: Path) -> None:
    fill()
    kept_rows, kept_files = rows(), files()
    backed_up = back_up(tmp_path / "backup.zip")
    forget_all()

    restored = restore(tmp_path / "backup.zip")

    assert rows() == kept_rows
    assert files() == kept_files
    assert (backed_up.documents, backed_up.damaged) == (1, ())
    assert (restored.rows, restored.documents) == (backed_up.rows, 1)
    assert backed_up.rows == sum(map(len, kept_rows.values()))


def test_the_restored_ledger_is_searched_and_grows_on(tmp_path: Path) -> None:
    fill()
    back_up(tmp_path / "backup.zip")
    forget_all()
    restore(tmp_path / "backup.zip")

    found = statements_with("老旧小区")

    assert found is not None
    assert Statement.objects.filter(pk__in=found).count() == 2
    last = max(Claim.objects.values_list("pk", flat=True))
    assert min(stored(REVIEW).claims.values_list("pk", flat=True)) > last


def test_people_sign_in_after_a_restore_and_old_sessions_are_gone(tmp_path: Path) -> None:
    fill()
    back_up(tmp_path / "backup.zip")
    signed_in = Client()
    signed_in.force_login(User.objects.get(), backend="django.contrib.auth.backends.ModelBackend")

    restore(tmp_path / "backup.zip", is_replacing=True)

    assert User.objects.get(username="editor").check_password(PASSWORD)
    assert Membership.objects.get().user.username == "editor"
    assert not signed_in.session.exists(signed_in.session.session_key or "")


def test_a_ledger_in_use_is_replaced_only_when_asked(tmp_path: Path) -> None:
    fill()
    back_up(tmp_path / "backup.zip")
    before = rows()

    with pytest.raises(UsageError, match="--replace"):
        restore(tmp_path / "backup.zip")

    assert rows() == before
    stored(REVIEW)
    restore(tmp_path / "backup.zip", is_replacing=True)
    assert rows() == before


@pytest.mark.parametrize("kind", ["rows/ledger.claim.jsonl", "documents/", MANIFEST])
def test_a_changed_file_is_found_before_anything_is_touched(tmp_path: Path, kind: str) -> None:
    fill()
    back_up(tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        name = next(each for each in archive.namelist() if each.startswith(kind))
    before = rows()

    with pytest.raises(DamagedSourceError):
        restore(changed(tmp_path / "backup.zip", name, b"{}"), is_replacing=True)

    assert rows() == before


def test_a_file_cut_short_or_of_another_kind_is_refused(tmp_path: Path) -> None:
    fill()
    back_up(tmp_path / "backup.zip")
    whole = (tmp_path / "backup.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "other.zip").write_bytes(b"no archive at all")
    with zipfile.ZipFile(tmp_path / "foreign.zip", "w") as archive:
        archive.writestr("letter.txt", "hello")

    for name in ("cut.zip", "other.zip", "foreign.zip"):
        with pytest.raises(DamagedSourceError):
            restore(tmp_path / name, is_replacing=True)


def with_manifest(file: Path, **said: object) -> Path:
    """Copy a backup with other words in its manifest."""
    with zipfile.ZipFile(file) as archive:
        manifest = json.loads(archive.read(MANIFEST))
    return changed(file, MANIFEST, json.dumps(manifest | said).encode())


def test_a_backup_of_other_tables_names_the_version_that_reads_it(tmp_path: Path) -> None:
    fill()
    back_up(tmp_path / "backup.zip")
    older = with_manifest(
        tmp_path / "backup.zip", migrations=["ledger.0001_initial"], program_version="0.0.9"
    )

    with pytest.raises(DamagedSourceError, match=r"0\.0\.9"):
        restore(older, is_replacing=True)


def test_a_row_that_fits_nowhere_leaves_the_ledger_whole(tmp_path: Path) -> None:
    """References are checked: a claim of a statement that is not there does not come in."""
    fill()
    back_up(tmp_path / "backup.zip")
    name = "rows/ledger.statement.jsonl"
    copy = changed(tmp_path / "backup.zip", name, b"")
    with zipfile.ZipFile(copy) as archive:
        manifest = json.loads(archive.read(MANIFEST))
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    members = [
        each | {"sha256": empty} if each["name"] == name else each for each in manifest["members"]
    ]
    before, kept_files = rows(), files()
    stored(REVIEW)
    more = rows()
    assert more != before

    with pytest.raises(DamagedSourceError, match="does not fit"):
        restore(with_manifest(copy, members=members), is_replacing=True)

    assert rows() == more
    assert kept_files.items() <= files().items()
    assert not connection.needs_rollback


def test_a_full_disk_leaves_the_ledger_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill()
    back_up(tmp_path / "backup.zip")
    before = rows()
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 10})())

    with pytest.raises(OutputError, match="no space left"):
        restore(tmp_path / "backup.zip", is_replacing=True)

    assert rows() == before


def test_a_damaged_document_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    fill()
    next(Path(settings.MEDIA_ROOT).glob("*/*")).write_bytes(b"something else")

    backed_up = back_up(tmp_path / "backup.zip")

    assert backed_up.damaged == ("计划 2024.txt",)
    assert backed_up.documents == 0


def test_no_backup_is_written_over_another(tmp_path: Path) -> None:
    (tmp_path / "backup.zip").write_text("an older one")

    with pytest.raises(OutputError, match="there already"):
        back_up(tmp_path / "backup.zip")

    assert (tmp_path / "backup.zip").read_text() == "an older one"


def test_only_its_owner_may_read_a_backup(tmp_path: Path) -> None:
    """It holds hashes of passwords."""
    back_up(tmp_path / "backup.zip")

    assert (tmp_path / "backup.zip").stat().st_mode & 0o777 == 0o600
