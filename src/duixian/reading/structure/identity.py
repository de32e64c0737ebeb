"""Which report a document is: title, government, years, day of delivery, languages.

All from the text, nothing from the name of the file; what the text does not say stays None.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from duixian.documents.document import Document
from duixian.language.governments import (
    Place,
    choose,
    english_places,
    names_the_nation,
    places_in,
)
from duixian.language.headings import heading_patterns
from duixian.language.normal_form import normal_form
from duixian.reading.languages import count_of_han, language_of
from duixian.reading.records import Government, Language, Level
from duixian.reading.structure.delivery import delivery_line, find_delivery
from duixian.reading.structure.paragraphs import Paragraph
from duixian.reading.structure.sections import Structure, read_structure
from duixian.reading.structure.subtitle import on_one_line

_NATION = Government("中华人民共和国", None, Level.NATION)

_LEAST_SHARE = 0.1  # of a text that is written in a language, to count as its language
_SAMPLES, _SAMPLE = 10, 1000  # pieces of a text, and their characters, that tell its languages
_WORD = re.compile(r"[A-Za-z][A-Za-z]+")
_CHARACTERS_A_WORD = 1.7  # Chinese characters that say as much as an English word

_HEAD_LINES = 12  # paragraphs among which a title is looked for
_LONGEST_TITLE = 160
_CONTEXT = 20000  # characters that tell which of several places of one name is meant
_OPENING = 6  # paragraphs of the body whose words may name the government

_BEFORE_A_BODY = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,24}?)"
    r"(?:第?[一二三四五六七八九十百]{1,6}(?:届|次)|人民政府|政府|人民代表大会|人大|《?政府工作报告)"
)
_NATIONAL = re.compile(
    r"我[^。]{0,20}(?:国务院|中央人民政府)|国务院[^。]{0,12}我|总理[^。]{0,12}报告"
    r"|全国人民代表大会[^。]{0,40}报告|[Oo]n behalf of the State Council"
    r"|代表国务院|总理[^。]{0,60}政府工作报告|Premier [A-Z][a-z]+ [A-Z][a-z]+\b[^.]{0,80}\breport\b"
)
# A pattern that starts with a set of characters skips all others at once.
_ENGLISH_NAME = r"[A-Z](?<!\w.)[a-z’']+ (?:[A-Z][a-z’']+ )?"
_ENGLISH_BODY = re.compile(
    rf"(?P<name>{_ENGLISH_NAME})(?P<kind>Municipal|Provincial|Autonomous Region)"
    r"(?= (?:Committee|People|Government))"
)
_ENGLISH_PLACE = re.compile(
    rf"{_ENGLISH_NAME}(?:District|County|City|Province|Municipality|Prefecture|Banner"
    r"|Autonomous Region)\b"
)
_YEAR = r"(?:[\d〇○零一二三四五六七八九]{4}\s*年度?\s*)?"
_KIND = r"(?P<kind>省|自治区|自治州|盟|市|区|县|旗)"
_ENGLISH_GOVERNMENT = (
    r"(?P<name>(?:[A-Z][a-z’']+ ){1,3}"
    r"(?P<kind>Province|Prefecture|Municipality|City|District|County))"
)
_TITLED = {
    Language.ZH: re.compile(
        rf"{_YEAR}(?P<name>[\u4e00-\u9fff]{{1,10}}{_KIND})"
        rf"(?:(?:人民)?政府{_YEAR}|{_YEAR}(?:人民)?政府)工作报告"
    ),
    Language.EN: re.compile(
        rf"\b{_ENGLISH_GOVERNMENT}(?=[^.]{{0,24}}\bGovernment\b|[^.]{{0,12}}\bWork Report\b)"
    ),
}
# Of whom a title, or the line under it, says that the report or the congress is.
_OF_WHOM = {
    Language.ZH: re.compile(
        rf"日\s*在(?P<name>[\u4e00-\u9fff]{{1,10}}?{_KIND})"
        r"(?=第?[一二三四五六七八九十]{1,4}届|人民代表大会|人大)"
    ),
    Language.EN: re.compile(
        rf"\b(?:Government|Work Report|Congress)(?: \d{{4}})? of (?:the )?{_ENGLISH_GOVERNMENT}\b"
    ),
}
_LEVEL_OF_KIND = {
    "省": Level.PROVINCE, "自治区": Level.PROVINCE, "自治州": Level.PREFECTURE,
    "盟": Level.PREFECTURE, "区": Level.COUNTY, "县": Level.COUNTY, "旗": Level.COUNTY,
    "Province": Level.PROVINCE, "Prefecture": Level.PREFECTURE, "District": Level.COUNTY,
    "County": Level.COUNTY,
}  # fmt: skip  # a city may be a prefecture or a county: not stated
_MUNICIPALITY, _CITY = " Municipality", " City"  # what a city below a province may be called
_ENGLISH_KINDS = {"Municipal": "Municipality", "Provincial": "Province"}
_OPENING_CHARACTERS = 2000
_OFTEN = 3  # times that a news item without a title names its government


@dataclass(frozen=True, slots=True)
class Identity:
    """What a report is. ``None`` is not stated."""

    title: str | None
    government: Government | None
    year_reviewed: int | None
    year_planned: int | None
    delivered: date | None
    languages: tuple[Language, ...]


def read_identity(document: Document) -> Identity:
    """Return what report a document is."""
    return identity_of(document, read_structure(document, normal_form(document.text)))


def identity_of(document: Document, structure: Structure) -> Identity:
    """Return what report a document is whose structure is read already."""
    head = structure.paragraphs[: structure.body + 1]
    return Identity(
        title=_title(document.text, structure),
        government=_government(structure),
        year_reviewed=structure.years.reviewed,
        year_planned=structure.years.planned,
        delivered=find_delivery(head),
        languages=languages_of(structure.normal),
    )


def languages_of(text: str) -> tuple[Language, ...]:
    """Return the languages a text is written in, the one most of it is in first."""
    step = max(1, len(text) // _SAMPLES)
    sample = "\n".join(text[at : at + _SAMPLE] for at in range(0, len(text), max(step, _SAMPLE)))
    chinese = count_of_han(sample)
    if not chinese:
        return (Language.EN,) if _WORD.search(sample) else ()
    english = len(_WORD.findall(sample)) * _CHARACTERS_A_WORD
    total = chinese + english
    shares = [(chinese / total, Language.ZH), (english / total, Language.EN)]
    return tuple(
        language
        for share, language in sorted(shares, key=lambda one: -one[0])
        if share >= _LEAST_SHARE
    )


def _title(text: str, structure: Structure) -> str | None:
    """Return the line that names the report, or the first line if it is a headline."""
    head = structure.paragraphs[: min(max(structure.body, 1), _HEAD_LINES)]
    for paragraph in head:
        if _is_title(paragraph):
            return _one_line(text, paragraph)
    first = structure.headings[0] if structure.headings else None
    if first is None or first.paragraph or first.style not in ("unnumbered", "markdown1"):
        return None
    if first.style == "unnumbered" and len(structure.headings) > 1:
        return None
    return text[slice(*first.span)].strip()


def _is_title(paragraph: Paragraph) -> bool:
    patterns = heading_patterns(paragraph.language)
    text = paragraph.text
    if len(text) > _LONGEST_TITLE or not patterns.title.search(text):
        return False
    others = (patterns.salutation, *patterns.delivered)
    return not (patterns.opening.search(text) or any(other.search(text) for other in others))


def _one_line(text: str, paragraph: Paragraph) -> str:
    return on_one_line(text[paragraph.start : paragraph.end], paragraph.language).lstrip("# ")


def _government(structure: Structure) -> Government | None:
    """Return whose report it is, from the surest words to the least sure."""
    return _known_government(structure) or _named_in_a_title(structure)


def _named_in_a_title(structure: Structure) -> Government | None:
    """Return a government that no list of codes knows, by the name its title gives."""
    head = structure.paragraphs[: structure.body + 1]
    titled = (_TITLED[paragraph.language].search(paragraph.line) for paragraph in head)
    titles = [paragraph.line for paragraph in head if _is_title(paragraph)]
    told = (
        _OF_WHOM[language_of(line)].search(line) for line in [*titles, delivery_line(head) or ""]
    )
    found = next((match for match in (*titled, *told) if match), None)
    return Government(found["name"], None, _LEVEL_OF_KIND.get(found["kind"])) if found else None


def _known_government(structure: Structure) -> Government | None:
    context = structure.normal[:_CONTEXT]
    head = structure.paragraphs[: structure.body + 1]
    line = delivery_line(head)
    for paragraph in head[:_HEAD_LINES]:
        if _is_title(paragraph):
            title = paragraph.line
            if _NATIONAL.search(title):
                return _NATION
            found = _of(_last(places_in(title)), title + context)
            if found := found or _named_in_english(title, context):
                return found
    if line:
        found = _named_before_a_body(line, context) or _named_in_english(line, context)
        return found or (_NATION if names_the_nation(line) else None)
    for paragraph in structure.paragraphs[: structure.body + _OPENING]:
        if _NATIONAL.search(paragraph.text):
            return _NATION
        found = _named_before_a_body(paragraph.text, context)
        if found := found or _named_in_english(paragraph.text, context):
            return found
    return _named_often(structure.paragraphs)


def _named_before_a_body(text: str, context: str) -> Government | None:
    """Return the place named before a congress or a government: 云南省第十四届人民代表大会."""
    for match in _BEFORE_A_BODY.finditer(text):
        found = _of(_last(places_in(match["place"])), match["place"] + context)
        if found:
            return found
    return None


def _named_in_english(text: str, context: str) -> Government | None:
    for match in _ENGLISH_PLACE.finditer(text):
        places = _english(match.group())
        if places:
            return _of(places, context, in_english=True)
    for match in _ENGLISH_BODY.finditer(text):
        name = match["name"].strip()
        kind = _ENGLISH_KINDS.get(match["kind"], match["kind"])
        places = _english(f"{name} {kind}") or _english(f"{name} City")
        if places:
            return _of(places, context, in_english=True)
    return None


def _english(name: str) -> tuple[Place, ...]:
    """Return the governments of a name, with or without a word that stands before it."""
    _, _, rest = name.partition(" ")
    found = english_places(name) or (english_places(rest) if " " in rest else ())
    if found or not name.endswith(_MUNICIPALITY):
        return found
    return _english(f"{name.removesuffix(_MUNICIPALITY)}{_CITY}")


def _named_often(paragraphs: Sequence[Paragraph]) -> Government | None:
    """Return the place an untitled text names again and again, and no other as often."""
    opening = "\n".join(paragraph.text for paragraph in paragraphs)[:_OPENING_CHARACTERS]
    places = [p for p in places_in(opening) if p[0].level != "province"]
    ranked = Counter(places).most_common(2)
    if not ranked or ranked[0][1] < _OFTEN:
        return None
    if len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]:
        return None
    return _of(ranked[0][0], opening)


def _last(places: Sequence[tuple[Place, ...]]) -> tuple[Place, ...]:
    return places[-1] if places else ()


def _of(places: tuple[Place, ...], context: str, *, in_english: bool = False) -> Government | None:
    """Return the government meant by a name; without its code where several bear the name."""
    if not places:
        return None
    place = choose(places, context)
    name = places[0].english if in_english else places[0].name
    if place is None:
        levels = {one.level for one in places}
        return Government(name, None, Level(levels.pop()) if len(levels) == 1 else None)
    return Government(place.english if in_english else place.name, place.code, Level(place.level))
