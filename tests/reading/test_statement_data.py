"""A spoiled file of statement patterns is named, with the entry, before anything is read."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from time import process_time

import pytest

from duixian.errors import LanguageDataError
from duixian.language import data
from duixian.language.data import compile_pattern
from duixian.reading.records import Language
from duixian.reading.statements.patterns import statement_patterns

_FILES = {language: f"{language.value}/statements.toml" for language in Language}


@pytest.mark.parametrize("language", Language)
def test_the_files_as_they_are_make_patterns(language: Language) -> None:
    patterns = statement_patterns(language)

    assert patterns.context
    assert patterns.specificity.deed


@pytest.mark.parametrize(
    ("entry", "spoil", "named"),
    [
        ('name = "thanks"\npattern = ', "(", r"context\[\d+\]\.pattern"),
        ("\ndone = ", "[", r"modality\.done"),
        ("\ngeneral = ", "*", r"specificity\.general"),
        ('name = "an event is held"\npattern = ', "(?P<", r"specificity\.deed\[\d+\]\.pattern"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_a_bad_pattern_is_named_with_its_file_and_entry(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    language: Language,
    entry: str,
    spoil: str,
    named: str,
) -> None:
    _spoil(monkeypatch, tmp_path, language, re.escape(entry) + r"(\[\s+)?'", rf"\g<0>{spoil}")

    with pytest.raises(LanguageDataError) as caught:
        statement_patterns.__wrapped__(language)
    said = str(caught.value)
    assert said.startswith(f"{_FILES[language]}: ")
    assert spoil in said
    assert re.search(rf"at `\$\.{named}`$", said)


@pytest.mark.parametrize("language", Language)
def test_what_is_no_pattern_at_all_is_named_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: Language
) -> None:
    told = r"\ntold = ('.*'|\[\n(  '.*',\n)+\])"
    _spoil(monkeypatch, tmp_path, language, told, "\ntold = 5")

    with pytest.raises(LanguageDataError, match=r"modality\.told`$"):
        statement_patterns.__wrapped__(language)


@pytest.mark.parametrize("language", Language)
def test_what_overrules_a_context_must_be_a_known_word(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: Language
) -> None:
    _spoil(monkeypatch, tmp_path, language, r'\["promise"\]', '["promises"]')

    with pytest.raises(LanguageDataError, match=r"statements\.toml: .*overruled_by"):
        statement_patterns.__wrapped__(language)


def test_a_single_bad_pattern_keeps_its_cause() -> None:
    with pytest.raises(LanguageDataError, match=r"a\.toml: b\.c: .*'x\('"):
        compile_pattern("x(", path="a.toml", entry="b.c")


def _spoil(
    monkeypatch: pytest.MonkeyPatch, folder: Path, language: Language, old: str, new: str
) -> None:
    path = _FILES[language]
    content = files("duixian.language").joinpath(path).read_text(encoding="utf-8")
    assert re.search(old, content)
    target = folder / path
    target.parent.mkdir()
    target.write_text(re.sub(old, new, content, count=1), encoding="utf-8")
    monkeypatch.setattr(data, "files", lambda _package: folder)


@pytest.mark.parametrize("words", ["各地的了，这是的路", "我们将改", "《纲要》前", "《纲要前"])
def test_no_hostile_repetition_of_a_phrase_holds_a_pattern_up(words: str) -> None:
    text = (words * 30_000)[:30_000]
    patterns = statement_patterns(Language.ZH)
    plan = [each.sign for each in patterns.context if each.name == "presents the plan"]
    begun = process_time()
    for sign in (*plan, patterns.difficulties.ending):
        sign.pattern.search(text)
    assert plan
    assert process_time() - begun < 1
