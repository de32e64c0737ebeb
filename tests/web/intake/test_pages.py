"""The page on which editors bring documents in, for every person."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from duixian.web.intake.models import Intake
from tests.web.persons import Person
from tests.web.reports import PLAN, stored

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/intake/"


def _file(name: str = "report.txt", data: bytes = PLAN.encode()) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_an_editor_brings_in_many_files_at_once(editor: Person) -> None:
    answer = editor.post(PAGE, {"documents": [_file("a.txt"), _file("b.txt")]}, follow=True)
    assert answer.status_code == 200
    assert set(Intake.objects.values_list("name", "created_by")) == {
        ("a.txt", editor.user.pk),
        ("b.txt", editor.user.pk),
    }


def test_a_visitor_is_sent_to_sign_in_and_nothing_is_taken(visitor: Client, db: None) -> None:
    answer = visitor.post(PAGE, {"documents": [_file()]})
    assert answer.status_code == 302
    assert not Intake.objects.exists()


def test_editors_do_not_see_what_others_brought_in(editor: Person, other_editor: Person) -> None:
    editor.post(PAGE, {"documents": [_file("our draft.txt")]})
    assert "our draft.txt" not in other_editor.get(PAGE).content.decode()
    assert "our draft.txt" in editor.get(PAGE).content.decode()


def test_what_turns_out_to_be_of_another_government_leads_nowhere_that_is_barred(
    editor: Person, other_editor: Person, administrator: Person
) -> None:
    report = stored(PLAN)  # of the editor's government, as it says itself
    other_editor.post(PAGE, {"documents": [_file("theirs.txt")]})
    Intake.objects.update(state=Intake.State.DONE, report=report)
    link = f'href="/en/desk/reports/{report.pk}/"'
    page = other_editor.get(PAGE).content.decode()
    assert link not in page
    assert "a government that is not yours" in page
    assert link in editor.get(PAGE).content.decode()
    assert link in administrator.get(PAGE).content.decode()


def test_why_something_failed_is_said_once_in_the_readers_language(editor: Person) -> None:
    editor.post(PAGE, {"documents": [_file("broken.pdf")]})
    detail = "broken.pdf: not a readable PDF; save it again"
    Intake.objects.update(state=Intake.State.FAILED, error=detail, error_kind="DamagedSourceError")
    chinese = editor.get(PAGE.replace("/en/", "/zh/")).content.decode()
    assert "文件已损坏" in chinese
    assert detail not in chinese
    english = editor.get(PAGE).content.decode()
    assert detail in english
    assert "broken or cut off" not in english


def test_the_administrator_sees_everything(editor: Person, administrator: Person) -> None:
    editor.post(PAGE, {"documents": [_file("our draft.txt")]})
    assert "our draft.txt" in administrator.get(PAGE).content.decode()


def test_a_government_of_others_cannot_be_chosen(editor: Person, other_government: object) -> None:
    key = other_government.pk  # type: ignore[attr-defined]  # a government
    answer = editor.post(PAGE, {"documents": [_file()], "government": key})
    assert answer.status_code == 400
    assert not Intake.objects.exists()


def test_a_file_beyond_the_limit_is_named_and_the_others_are_taken(
    editor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUIXIAN_MAX_UPLOAD_MEBIBYTES", "1")
    files = [_file("large.txt", b"x" * (1024 * 1024 + 1)), _file("small.txt")]
    page = editor.post(PAGE, {"documents": files}, follow=True).content.decode()
    assert "large.txt is larger than 1 MiB" in page
    assert list(Intake.objects.values_list("name", flat=True)) == ["small.txt"]


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/a", "javascript:alert(1)", "no address", "http://me:word@example.org/"],
)
def test_only_addresses_of_the_web_are_taken(editor: Person, address: str) -> None:
    answer = editor.post(PAGE, {"addresses": address})
    assert answer.status_code == 400
    assert not Intake.objects.exists()


def test_nothing_chosen_is_said(editor: Person) -> None:
    answer = editor.post(PAGE, {})
    assert answer.status_code == 400
    assert "Choose a file" in answer.content.decode()


def test_a_file_name_cannot_put_marks_into_the_page(editor: Person) -> None:
    editor.post(PAGE, {"documents": [_file("<script>alert(1)</script>.txt")]})
    assert b"<script>alert" not in editor.get(PAGE).content


def test_a_full_disk_is_one_clear_line(
    editor: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_data: bytes) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("duixian.web.intake.bringing.keep_bytes", full)
    page = editor.post(PAGE, {"documents": [_file()]}, follow=True).content.decode()
    assert "could not be kept: No space left on device" in page
    assert not Intake.objects.exists()


@pytest.mark.parametrize("query", ["?page=nonsense", "?page=-1", "?page=999999"])
def test_nonsense_in_the_address_gives_the_nearest_page(editor: Person, query: str) -> None:
    assert editor.get(PAGE + query).status_code == 200


def test_progress_is_told_for_one_s_own(editor: Person, other_editor: Person) -> None:
    editor.post(PAGE, {"documents": [_file()]})
    address = f"{PAGE}progress/?id={Intake.objects.get().pk}&id=nonsense"
    assert editor.get(address).json()["intakes"][0]["state"] == "queued"
    assert other_editor.get(address).json() == {"intakes": []}
