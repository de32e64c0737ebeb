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
from duixian.reading.structure.heading_lines import is_furnishing, may_be_heading
from duixian.reading.structure.identity_words import chinese_words, english_words, words_of
from duixian.reading.structure.paragraphs import Paragraph
from duixian.reading.structure.sections import Structure, read_structure
from duixian.reading.structure.subtitle import title_on_one_line

_LEAST_SHARE = 0.1  # of a text that is written in a language, to count as its language
_SAMPLES, _SAMPLE = 10, 1000  # pieces of a text, and their characters, that tell its languages
_WORD = re.compile(r"[A-Za-z][A-Za-z]+")
_CHARACTERS_A_WORD = 1.7  # Chinese characters that say as much as an English word

_NAME_WITH_STOP = re.compile(r"\b(?:of|for) [A-Z][\w ]+\.$")  # Report … of Qinghe County.
_FULL_STOP = re.compile(r"[。！？.!?][”’\"')）]*$")
_HEAD_LINES = 12  # paragraphs among which a title is looked for
_LONGEST_TITLE = 160
_CONTEXT = 20000  # characters that tell which of several places of one name is meant
_OPENING = 6  # paragraphs of the body whose words may name the government

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
    if len(head) > 1 and _is_headline(head[0]) and any(map(_tells_of_a_report, head[1:])):
        return _one_line(text, head[0])
    first = structure.headings[0] if structure.headings else None
    if first is None or first.paragraph or first.style not in ("unnumbered", "markdown1"):
        return None
    if first.style == "unnumbered" and len(structure.headings) > 1:
        return None
    return text[slice(*first.span)].strip()


def _is_title(paragraph: Paragraph) -> bool:
    patterns = heading_patterns(paragraph.language)
    text = paragraph.text
    if len(text) > _LONGEST_TITLE:
        return False
    if not (patterns.title.search(text) or patterns.list_title.search(text)):
        return False
    if _FULL_STOP.search(text) and not _NAME_WITH_STOP.search(text):
        return False
    others = (patterns.salutation, *patterns.delivered)
    return not (patterns.opening.search(text) or any(other.search(text) for other in others))


def _is_headline(paragraph: Paragraph) -> bool:
    """Whether the first line of a text can be what news are headed with."""
    return may_be_heading(paragraph, _LONGEST_TITLE) and not is_furnishing(paragraph)


def _tells_of_a_report(paragraph: Paragraph) -> bool:
    """Whether a sentence of the opening names a report: 1月8日，县长作政府工作报告。"""
    text = paragraph.text
    named = heading_patterns(paragraph.language).title.search(text)
    return named is not None and _FULL_STOP.search(text) is not None


def _one_line(text: str, paragraph: Paragraph) -> str:
    return title_on_one_line(text[paragraph.start : paragraph.end], paragraph.language).lstrip("# ")


def _government(structure: Structure) -> Government | None:
    """Return whose report it is, from the surest words to the least sure."""
    return _known_government(structure) or _named_in_a_title(structure)


def _named_in_a_title(structure: Structure) -> Government | None:
    """Return a government that no list of codes knows, by the name its title gives."""
    head = structure.paragraphs[: structure.body + 1]
    titled = (words_of(each.language).titled.search(each.line) for each in head)
    titles = [paragraph.line for paragraph in head if _is_title(paragraph)]
    lines = [*titles, delivery_line(head) or ""]
    told = (words_of(language_of(line)).of_whom.search(line) for line in lines)
    found = next((match for match in (*titled, *told) if match), None)
    return Government(found["name"], None, _level_of(found["kind"])) if found else None


def _level_of(kind: str) -> Level | None:
    levels = (words_of(language).levels.get(kind) for language in Language)
    return next((level for level in levels if level), None)


def _is_national(text: str) -> bool:
    return any(words_of(language).national.search(text) for language in Language)


def _nation() -> Government:
    return Government(chinese_words().nation, None, Level.NATION)


def _known_government(structure: Structure) -> Government | None:
    context = structure.normal[:_CONTEXT]
    head = structure.paragraphs[: structure.body + 1]
    line = delivery_line(head)
    for paragraph in head[:_HEAD_LINES]:
        if _is_title(paragraph):
            title = paragraph.line
            if _is_national(title):
                return _nation()
            found = _of(_last(places_in(title)), title + context)
            if found := found or _named_in_english(title, context):
                return found
    if line:
        found = _named_before_a_body(line, context) or _named_in_english(line, context)
        return found or (_nation() if names_the_nation(line) else None)
    for paragraph in structure.paragraphs[: structure.body + _OPENING]:
        if _is_national(paragraph.text):
            return _nation()
        found = _named_before_a_body(paragraph.text, context)
        if found := found or _named_in_english(paragraph.text, context):
            return found
    return _named_often(structure.paragraphs)


def _named_before_a_body(text: str, context: str) -> Government | None:
    """Return the place named before a congress or a government: 云南省第十四届人民代表大会."""
    for match in chinese_words().before_a_body.finditer(text):
        found = _of(_last(places_in(match["place"])), match["place"] + context)
        if found:
            return found
    return None


def _named_in_english(text: str, context: str) -> Government | None:
    words = english_words()
    for match in words.place.finditer(text):
        if places := _english(match.group()):
            return _of(places, context, in_english=True)
    for match in words.body.finditer(text):
        name = match["name"].strip()
        for kind in words.kinds_of_body.get(match["kind"], ()):
            if places := _english(f"{name} {kind}"):
                return _of(places, context, in_english=True)
    return None


def _english(name: str) -> tuple[Place, ...]:
    """Return the governments of a name, with or without a word that stands before it."""
    _, _, rest = name.partition(" ")
    found = english_places(name) or (english_places(rest) if " " in rest else ())
    own, _, kind = name.rpartition(" ")
    other = english_words().other_kinds.get(kind)
    return found if found or not other else _english(f"{own} {other}")


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
