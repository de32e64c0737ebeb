"""Addresses begin with ``/zh/`` or ``/en/``, whatever variant of Chinese stands behind it."""

from __future__ import annotations

from typing import Any

from django.urls.resolvers import LocalePrefixPattern, URLResolver
from django.utils.translation import get_language


class ShortLanguagePrefix(LocalePrefixPattern):
    """The first part of the language's code: ``zh`` of ``zh-hans``."""

    @property
    def language_prefix(self) -> str:
        return f"{reader_language()}/"


def in_each_language(*patterns: Any) -> list[URLResolver]:
    """Put the prefix of the reader's language before all of these addresses."""
    return [URLResolver(ShortLanguagePrefix(), list(patterns))]


def reader_language() -> str:
    """Tell the language the page is in: ``zh`` or ``en``."""
    return (get_language() or "zh").partition("-")[0]


def is_chinese() -> bool:
    """Whether the page is shown in Chinese."""
    return reader_language() == "zh"
