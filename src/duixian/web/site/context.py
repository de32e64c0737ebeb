"""What every page knows."""

from __future__ import annotations

from typing import TypedDict

from django.http import HttpRequest

import duixian

_NAMES = {"zh": ("zh-Hans", "中文"), "en": ("en", "English")}
_OTHER = {"zh": "en", "en": "zh"}
# Which entry of the main navigation a page belongs to, by the first part of its address.
_PARTS = {"governments": "reports", "accounts": "reports"}


class OtherLanguage(TypedDict):
    """The same page in the other language."""

    code: str
    name: str
    address: str


class Site(TypedDict):
    """The names the base template uses."""

    duixian_version: str
    other_language: OtherLanguage | None
    part: str


def site(request: HttpRequest) -> Site:
    """Give the version, the page in the other language, and its part of the site."""
    language, _, rest = request.path_info.lstrip("/").partition("/")
    first = rest.partition("/")[0]
    return {
        "duixian_version": duixian.__version__,
        "other_language": _other_language(request, language, rest),
        "part": _PARTS.get(first, first),
    }


def _other_language(request: HttpRequest, language: str, rest: str) -> OtherLanguage | None:
    other = _OTHER.get(language)
    if other is None:
        return None
    code, name = _NAMES[other]
    script = request.path.removesuffix(request.path_info)
    query = request.META.get("QUERY_STRING", "")
    address = f"{script}/{other}/{rest}" + (f"?{query}" if query else "")
    return {"code": code, "name": name, "address": address}
