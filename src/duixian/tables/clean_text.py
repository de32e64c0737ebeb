"""Text made safe for the place it is written to. Only copies are changed, never the record.

Each replacement puts one character for one, so that offsets into a text still hold.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠].", re.DOTALL)
_PLAIN_FIGURE = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?", re.ASCII)

REPLACEMENT = "\ufffd"


def encodable(text: str) -> str:
    """Replace unpaired surrogates, which no UTF-8 file can hold."""
    return _SURROGATE.sub(REPLACEMENT, text) if _SURROGATE.search(text) else text


def encodable_value(value: Any) -> Any:
    """Do the same throughout a nested value of a row."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {key: encodable_value(item) for key, item in value.items()}
    if isinstance(value, list):
        return [encodable_value(item) for item in value]
    return value


def for_xml(text: str) -> str:
    """Replace what an XML file, a spreadsheet say, must not hold."""
    return _NOT_IN_XML.sub(REPLACEMENT, encodable(text))


def for_terminal(text: str) -> str:
    """Put spaces for line ends, escape sequences and marks that turn the writing direction."""
    return _CONTROL.sub(" ", encodable(text))


def for_csv(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula, =1+1 say."""
    text = encodable(text)
    if _FORMULA.match(text) and not _PLAIN_FIGURE.fullmatch(text):
        return "'" + text
    return text


def one_line(value: Any) -> str:
    """Write any value of a flat row as a person reads it; what is not stated is empty."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, Decimal):
        return format(value, "f") if abs(value.adjusted()) < 40 else str(value)
    return value.isoformat() if isinstance(value, date) else str(value)
