"""What findings say, in English and Chinese, filled in by the same code.

The sentences stand in ``messages.toml``; figures are put in plain digits in both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files

import msgspec

from duixian.bilingual.page.labels import Label
from duixian.errors import LanguageDataError
from duixian.language.unit_names import scaled_zh, unit_name_zh
from duixian.reading.records import Relation

_PATH = "bilingual/messages.toml"
_RELATIONS_ZH = {
    Relation.EQUAL: "",
    Relation.MORE: "超过",
    Relation.AT_LEAST: "不少于",
    Relation.LESS: "不到",
    Relation.AT_MOST: "不超过",
    Relation.ABOUT: "约",
}
_MOST_DIGITS = 12  # a fraction is shown no longer than it was meant


class _Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    en: str
    zh: str


@cache
def messages() -> dict[str, Label]:
    """Return all sentences. Raises LanguageDataError where the file does not fit."""
    content = files("duixian").joinpath(_PATH).read_bytes()
    try:
        read = msgspec.toml.decode(content, type=dict[str, _Message])
    except msgspec.DecodeError as error:
        raise LanguageDataError(_PATH, str(error)) from error
    return {name: Label(message.en, message.zh) for name, message in read.items()}


def said(name: str, /, **parts: Label | str) -> Label:
    """Return a sentence with its parts filled in."""
    return filled(messages()[name], parts)


def filled(template: Label, parts: Mapping[str, Label | str]) -> Label:
    """Fill both languages of a template; a plain text is the same in both."""
    pairs = {
        name: part if isinstance(part, Label) else Label(part, part) for name, part in parts.items()
    }
    return Label(
        template.en.format(**{name: pair.en for name, pair in pairs.items()}),
        template.zh.format(**{name: pair.zh for name, pair in pairs.items()}),
    )


def joined(labels: list[Label]) -> Label:
    """Return several parts as one list."""
    return Label(", ".join(each.en for each in labels), "、".join(each.zh for each in labels))


def quantity_zh(
    value: Decimal, high: Decimal | None, unit: str, relation: Relation = Relation.EQUAL
) -> str:
    """Write a number with its unit as Chinese does: 约10.9亿元."""
    number = scaled_zh(_short(value))
    if high is not None:
        number += f"至{scaled_zh(_short(high))}"
    return f"{_RELATIONS_ZH[relation]}{number}{unit_name_zh(unit)}"


def relation_zh(relation: Relation) -> str:
    """Name a relation in Chinese; a number alone is an exact one."""
    return _RELATIONS_ZH[relation] or "确数"


def _short(value: Decimal) -> Decimal:
    if len(value.as_tuple().digits) <= _MOST_DIGITS or value == value.to_integral_value():
        return value
    return round(value, 2)
