"""The page of a cascade: how much of the city's plan each district carries, then every commitment
with the districts' own words and shares. One file; it opens offline and reads without scripts.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib.resources import files

from duixian.accounting.cascade.records import Carried, Carrier, Cascade, name_of
from duixian.accounting.cascade.words import amount, percent
from duixian.accounting.knowledge import language_of
from duixian.accounting.records import Commitment
from duixian.bilingual.page.frame import TO_TOP, framed, skip_link
from duixian.bilingual.page.labels import Label
from duixian.bilingual.page.markup import both, in_language, safe
from duixian.language.unit_names import scaled_zh, unit_name_zh

_TITLE = Label("What the districts carry", "各区分担情况")
_CARRIED = Label("Carried by districts", "有区承接的承诺")
_UNMENTIONED = Label("Mentioned by no district", "没有区提到的承诺")
_BY = Label("How many of them each district takes up", "各区承接的项数")
_TOTAL = Label("Together, for the city's year", "同年合计")
_KEY = Label(
    "Numbers and deeds the city promises. Numbers are added up only in one unit and for the city's "
    "own year. Numbers in brackets say where in the report's text the words stand, counted in "
    "characters from 0.",
    "只列有数字或具体举措的市级承诺；只有单位一致、年份相同的数字才相加。"
    "方括号内是原文位置（字符数，从 0 起）。",
)


def cascade_page(cascade: Cascade, *, language: str | None = None) -> str:
    """Return a cascade as one HTML page, its reasons in "zh" or "en", else as the city's plan."""
    language = language or language_of(cascade.city)
    carried = [each for each in cascade.entries if each.carriers]
    body = "\n".join(
        (
            _header(cascade, len(carried)),
            '<main id="commitments" tabindex="-1">',
            f"<section><h2>{both(_CARRIED)} ({len(carried):,})</h2>",
            *(_entry(cascade, each, language) for each in carried),
            "</section>",
            _unmentioned(cascade),
            "</main>",
        )
    )
    skip = skip_link("commitments", "commitments")
    return framed(
        f"{skip}\n{body}\n{TO_TOP}", title=_title(cascade), style=_styles(), kind="cascade"
    )


@cache
def _styles() -> str:
    parts = (
        files("duixian.bilingual.page").joinpath("style.css"),
        files("duixian.accounting.page").joinpath("account.css"),
    )
    return "".join(part.read_text(encoding="utf-8") for part in parts)


def _title(cascade: Cascade) -> str:
    year = str(cascade.city.year_planned or "")
    return " ".join(filter(None, (name_of(cascade.city), year, _TITLE.en, _TITLE.zh)))


def _header(cascade: Cascade, carried: int) -> str:
    notes = "".join(f"<li>{safe(note)}</li>" for note in cascade.notes)
    districts = "".join(
        f"<div><dt>{safe(name_of(each))}</dt><dd>{cascade.carried_by(index):,}</dd></div>"
        for index, each in enumerate(cascade.districts)
    )
    return "\n".join(
        (
            "<header>",
            f"<h1>{safe(_title(cascade))}</h1>",
            f'<ul class="notes">{notes}</ul>' if notes else "",
            f"<p>{both(_found_in(carried, len(cascade.entries)))}</p>",
            f"<h2>{both(_BY)}</h2>",
            f'<dl class="found">{districts}</dl>',
            f'<p class="compared">{both(_KEY)}</p>',
            "</header>",
        )
    )


def _found_in(carried: int, total: int) -> Label:
    return Label(
        f"{carried:,} of the city's {total:,} numbers and deeds are taken up by a district.",
        f"市级 {total:,} 项有数字或具体举措的承诺中，{carried:,} 项有区承接。",
    )


def _entry(cascade: Cascade, entry: Carried, language: str) -> str:
    commitment = entry.commitment
    answers = "".join(_carrier(cascade, commitment, each, language) for each in entry.carriers)
    return (
        f'<article class="entry met" id="at-{commitment.start}">'
        f'<p class="promise" lang="{_language(commitment.text)}">{_quoted(commitment)}</p>'
        f"{answers}{_total(entry, language)}</article>\n"
    )


def _carrier(cascade: Cascade, ours: Commitment, carrier: Carrier, language: str) -> str:
    theirs = carrier.commitment
    name = name_of(cascade.districts[carrier.district])
    return (
        f'<div class="answer"><strong>{safe(name)}</strong> '
        f"{_held(ours, carrier.number, carrier.share, language)}"
        f'<blockquote lang="{_language(theirs.text)}">{_quoted(theirs)}</blockquote>'
        f'<p class="rule">{_reasons(carrier, language)}</p></div>'
    )


def _reasons(carrier: Carrier, language: str) -> str:
    return in_language("; ".join(carrier.reasons), "；".join(carrier.reasons_zh), language)


def _total(entry: Carried, language: str) -> str:
    if entry.total is None or len(entry.carriers) < 2:
        return ""
    held = _held(entry.commitment, entry.total, entry.share, language)
    return f"<p><strong>{both(_TOTAL)}</strong> {held}</p>"


def _held(ours: Commitment, number: Decimal | None, share: Decimal | None, language: str) -> str:
    """Return a number beside the city's: "57 of the city's 1,650 (3.5 %)", rates without share."""
    target = ours.quantity
    if number is None or target is None:
        return ""
    if language == "zh":
        unit = unit_name_zh(target.unit)
        part = "" if share is None else f"，占 {percent(share)}"
        words = f"{scaled_zh(number)}{unit}（市级 {scaled_zh(target.value)}{unit}{part}）"
    else:
        unit = "" if target.unit == "count" else f" {target.unit}"
        part = "" if share is None else f", {percent(share)}"
        words = f"{amount(number)}{unit} (the city: {amount(target.value)}{unit}{part})"
    return f'<span class="held">{safe(words)}</span>'


def _unmentioned(cascade: Cascade) -> str:
    entries = cascade.unmentioned
    items = "".join(
        f'<li lang="{_language(each.commitment.text)}">{_quoted(each.commitment)}</li>\n'
        for each in entries
    )
    return f"<section><h2>{both(_UNMENTIONED)} ({len(entries):,})</h2><ul>{items}</ul></section>"


def _quoted(commitment: Commitment) -> str:
    place = f"[{commitment.start}–{commitment.end}]"
    return f'{safe(commitment.text)} <span class="place">{place}</span>'


def _language(text: str) -> str:
    return "zh-Hans" if any("\u3400" <= letter <= "\u9fff" for letter in text) else "en"
