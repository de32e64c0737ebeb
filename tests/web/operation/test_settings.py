"""The settings of production hold what Django and we ask of them; all variables are explained."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from duixian.web.environment import read_environment
from duixian.web.operation import checks
from tests.web.operation.commands import MANAGE, run

ROOT = Path(__file__).resolve().parents[3]
VARIABLE = re.compile(r"\b(?:DUIXIAN_[A-Z_]+|DATABASE_URL)\b")


def test_production_is_clean(tmp_path: Path) -> None:
    done = run(
        MANAGE,
        *("check", "--deploy", "--fail-level", "WARNING"),
        DUIXIAN_MODE="production",
        DUIXIAN_HOSTS="reports.example.org",
        DUIXIAN_SECRET_KEY=secrets.token_urlsafe(64),
        DUIXIAN_DATA=str(tmp_path),
    )
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize("key", ["", "short", "x" * 49])
def test_production_does_not_start_with_a_key_that_can_be_guessed(tmp_path: Path, key: str) -> None:
    done = run(
        MANAGE,
        "check",
        DUIXIAN_MODE="production",
        DUIXIAN_HOSTS="reports.example.org",
        DUIXIAN_SECRET_KEY=key,
        DUIXIAN_DATA=str(tmp_path),
    )
    assert done.returncode != 0
    assert "50 random characters" in done.stderr


@pytest.mark.parametrize("said", ["yess", "1", "https"])
def test_a_proxy_is_said_to_be_there_or_not(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("DUIXIAN_BEHIND_PROXY", said)
    with pytest.raises(ImproperlyConfigured, match="true or false"):
        read_environment()
    monkeypatch.setenv("DUIXIAN_BEHIND_PROXY", "True")
    assert read_environment().behind_proxy


@pytest.mark.parametrize("address", ["nonsense", "mysql://a:b@127.0.0.1/c", "://", "file:///x"])
def test_an_address_of_no_known_database_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    with pytest.raises(ImproperlyConfigured, match="postgres://USER:PASSWORD@HOST:PORT/NAME"):
        read_environment()


def test_postgresql_without_its_driver_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://a:b@127.0.0.1:5432/c")
    monkeypatch.setattr("duixian.web.environment.find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"duixian\[postgresql\]"):
        read_environment()


def test_a_site_for_oneself_is_told_apart(tmp_path: Path) -> None:
    done = run(MANAGE, "check", "--deploy", DUIXIAN_DATA=str(tmp_path))
    assert "duixian.W002" in done.stderr


def test_any_host_is_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", ["*"])
    assert [each.id for each in checks.check_hosts(None)] == ["duixian.W003"]


def test_another_database_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.mysql")
    assert [(each.id, bool(each.hint)) for each in checks.check_database(None)] == [
        ("duixian.E001", True)
    ]


def test_a_folder_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda place, mode: False)
    assert [each.id for each in checks.check_folder(None)] == ["duixian.E002"]


def test_messages_that_are_not_compiled_are_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "zh_Hans" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.po").touch()
    monkeypatch.setattr(checks, "WEB", tmp_path)
    assert [each.id for each in checks.check_messages(None)] == ["duixian.W001"]


def used_variables() -> set[str]:
    """Find the variables the site reads."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    return {name for text in texts for name in VARIABLE.findall(text)}


def test_every_variable_is_explained_in_the_table_of_the_deployment_page() -> None:
    page = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE))
    assert explained == used_variables()


def test_every_check_is_explained_on_the_deployment_page() -> None:
    page = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
    code = Path(checks.__file__).read_text(encoding="utf-8")
    assert set(re.findall(r"duixian\.[EW]\d{3}", code)) <= set(
        re.findall(r"duixian\.[EW]\d{3}", page)
    )
