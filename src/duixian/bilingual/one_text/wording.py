"""How a finding about one text is put: plain numbers, and the place that is quoted."""

from __future__ import annotations

from decimal import Decimal

from duixian.bilingual.messages import quantity_zh, said
from duixian.bilingual.one_text.passages import Figure, Passage
from duixian.bilingual.page.labels import Label
from duixian.bilingual.records import Finding, Severity
from duixian.documents.document import Span
from duixian.reading.records import Language, Quantity

_RELATIONS = {
    ">": "more than ",
    ">=": "at least ",
    "<": "less than ",
    "<=": "at most ",
    "~": "about ",
}
_UNITS = {
    "x": "times", "pp": "percentage points", "count": "", "CNY": "yuan", "acre": "acres",
    "person": "people", "household": "households", "ha": "hectares", "m2": "m²", "km2": "km²",
    "m3": "m³", "year": "years", "month": "months", "day": "days", "h": "hours", "min": "minutes",
}  # fmt: skip

_MOST_DIGITS = 12  # a fraction is shown no longer than it was meant


def plain_number(value: Decimal) -> str:
    """Write a number out in full, with thousands parted and no needless zeros."""
    if abs(value.adjusted()) > 30:  # written out it would fill the page
        return f"{value:.3E}"
    if len(value.as_tuple().digits) > _MOST_DIGITS and value != value.to_integral_value():
        value = round(value, 2)  # a third, say
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain(quantity: Quantity) -> str:
    """Write a quantity in plain numbers: "about 10,900,000,000 yuan"."""
    number = plain_number(quantity.value)
    if quantity.high is not None:
        number = f"{number} to {plain_number(quantity.high)}"
    unit = _UNITS.get(quantity.unit, quantity.unit)
    joined = f"{number}%" if unit == "%" else f"{number} {unit}".rstrip()
    return _RELATIONS.get(quantity.relation.value, "") + joined


def in_words(quantity: Quantity) -> Label:
    """Write a quantity in plain numbers, in both languages."""
    zh = quantity_zh(quantity.value, quantity.high, quantity.unit, quantity.relation)
    return Label(plain(quantity), zh)


def digits(value: Decimal) -> Label:
    """Write a number alone, in both languages."""
    return Label(plain_number(value), plain_number(value))


def percent(value: Decimal) -> str:
    """Write a rate with at most one digit behind the point."""
    return f"{plain_number(round(value, 1))}%"


def place(quantity: Quantity) -> Label:
    """Quote a second figure with its offsets."""
    return said("place", text=quantity.text, start=str(quantity.start), end=str(quantity.end))


def finding(
    severity: Severity,
    kind: str,
    message: Label,
    passage: Passage,
    at: Figure | Span,
    *,
    other: tuple[Passage, Figure] | None = None,
) -> Finding:
    """Return a finding about one place of a text, with the sentence around it."""
    span = (at.quantity.start, at.quantity.end) if isinstance(at, Figure) else at
    text = passage.statement.text
    is_chinese = passage.language is Language.ZH
    return Finding(
        severity,
        kind,
        message.en,
        zh=span if is_chinese else None,
        en=None if is_chinese else span,
        zh_text=text if is_chinese else "",
        en_text="" if is_chinese else text,
        other=(other[1].quantity.start, other[1].quantity.end) if other else None,
        other_text=other[0].statement.text if other else "",
        message_zh=message.zh,
    )
