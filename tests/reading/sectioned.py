"""The sections of a text, as tests of headings and of their roles look at them."""

from __future__ import annotations

from duixian.documents.document import Document
from duixian.reading.furniture import find_furniture
from duixian.reading.records import Section
from duixian.reading.structure.sections import build_sections

DONE = "去年，全县新建了农村公路一百二十公里，改造了乡镇卫生院八所，群众办事比上年更加方便。"
TO_DO = "今年，我们要新建农村公路八十公里，必须确保乡镇卫生院改造年内完工，努力让群众办事更加方便。"
WAS_DONE = (
    "The county built three schools last year and repaired forty kilometres of village roads."
)
WILL_DO = "The county will build four schools and will repair thirty kilometres of village roads."


def document(text: str) -> Document:
    return Document("-", "text/plain", "", 0, text, furniture=find_furniture(text))


def sections(text: str) -> tuple[Section, ...]:
    return build_sections(document(text))


def headed(text: str) -> list[tuple[int, str | None, str, str]]:
    """Return level, number, heading and role of every section that has a heading."""
    return [(s.level, s.number, s.heading, s.role.value) for s in sections(text) if s.heading]


def innermost(found: tuple[Section, ...], position: int) -> Section:
    holders = [section for section in found if section.start <= position < section.end]
    return max(holders, key=lambda section: section.level)


def section_at(text: str, words: str) -> Section:
    return innermost(sections(text), text.index(words))


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs) + "\n"
