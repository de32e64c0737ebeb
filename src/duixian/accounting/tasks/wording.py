"""How a table of tasks words its suggestions, and tells them from what people confirmed."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree
from duixian.reading.records import Language

_FIGURE = {Language.ZH: "统计数据", Language.EN: "figure of the statistics"}


class _Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    zh: str
    en: str
    words_zh: list[str]
    words_en: list[str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    suggested_zh: list[str]
    suggested_en: list[str]
    nodes_zh: list[str]
    nodes_en: list[str]
    form: list[_Form]


@cache
def _file() -> _File:
    return load_toml("tasks.toml", _File)


def suggestion(text: str, language: Language) -> str:
    """Mark a text as suggested and not confirmed."""
    marks = _file().suggested_zh if language is Language.ZH else _file().suggested_en
    return f"{marks[0]}{text}"


def is_suggestion(text: str) -> bool:
    """Tell whether a cell still holds what was suggested."""
    return text.startswith((*_file().suggested_zh, *_file().suggested_en))


def without_mark(text: str) -> str:
    """Take the mark of a suggestion off."""
    for mark in (*_file().suggested_zh, *_file().suggested_en):
        if text.startswith(mark):
            return text[len(mark) :].strip()
    return text


def marks(language: Language) -> tuple[str, ...]:
    """Return the mark that suggestions are written with."""
    return ((_file().suggested_zh if language is Language.ZH else _file().suggested_en)[0],)


def nodes(language: Language) -> tuple[str, ...]:
    """Return what a quarterly node may say besides the target."""
    return tuple(_file().nodes_zh if language is Language.ZH else _file().nodes_en)


def forms_of_result(language: Language) -> tuple[str, ...]:
    """Return every form of result that is suggested."""
    forms = [form.zh if language is Language.ZH else form.en for form in _file().form]
    return (*dict.fromkeys(forms), _FIGURE[language])


def form_of_result(task: str, language: Language, *, has_number: bool) -> str | None:
    """Suggest what will show that a task is done; None where nothing tells."""
    for form, pattern in _patterns(language):
        if pattern.search(task):
            return form
    if not has_number:
        return None
    return _FIGURE[language]


@cache
def _patterns(language: Language) -> list[tuple[str, re.Pattern[str]]]:
    if language is Language.ZH:
        return [(form.zh, re.compile(word_tree(form.words_zh))) for form in _file().form]
    return [
        (form.en, re.compile(rf"\b(?:{word_tree(form.words_en)})", re.IGNORECASE))
        for form in _file().form
    ]
