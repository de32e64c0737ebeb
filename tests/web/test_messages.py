"""Everything a person reads has its Chinese words, the same everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages import pofile

from tools.compile_messages import BrokenMessageError, compile_file
from tools.missing_messages import WEB, missing_messages, used_messages

CATALOGUES = sorted(WEB.rglob("LC_MESSAGES/django.po"))


def test_every_message_is_translated() -> None:
    missing = missing_messages(WEB)
    assert [f"{where} {message}" for (_, message), (where, _) in missing.items()] == []


def test_a_message_is_found_by_whatever_name_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "pages.py").write_text(
        "from django.utils.translation import gettext as said, pgettext_lazy\n"
        "def _kind(name):\n    return pgettext_lazy('kind', name)\n"
        "def _loud(name):\n    return said(name).upper()\n"
        "WORDS = [said('one'), _kind('two'), _loud('three'), print('nothing')]\n"
    )
    assert set(used_messages(tmp_path, root=tmp_path)) == {
        ("", "one"),
        ("kind", "two"),
        ("", "three"),
    }


def test_a_message_has_one_translation() -> None:
    """Of two apps the first would win, and the other would say what it did not mean."""
    said: dict[tuple[object, object], set[str]] = {}
    for path in CATALOGUES:
        with path.open("rb") as lines:
            for message in pofile.read_po(lines):
                if message.id:
                    said.setdefault((message.context, str(message.id)), set()).add(
                        str(message.string)
                    )
    assert {key: words for key, words in said.items() if len(words) > 1} == {}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parents[3].name)
def test_catalogues_are_whole(path: Path) -> None:
    with path.open("rb") as lines:
        messages = [each for each in pofile.read_po(lines, locale="zh_Hans") if each.id]
    assert messages
    assert [each.id for each in messages if each.fuzzy or not each.string] == []


def test_a_placeholder_that_is_lost_stops_the_build(tmp_path: Path) -> None:
    broken = tmp_path / "django.po"
    broken.write_text('#, python-format\nmsgid "%(name)s left"\nmsgstr "%(nam)s 走了"\n')

    with pytest.raises(BrokenMessageError, match=r"django\.po:2"):
        compile_file(broken)
