"""Radicals and compatibility forms that stand for the ideographs that look the same.

The fonts of many PDF files name 民 by the code of the radical ⺠, and whoever copies from such a
file pastes radicals into pages and Word files. Each stands for one, so offsets stay.
"""

from __future__ import annotations

import re
import unicodedata

# Those for which Unicode names no ideograph, or the traditional one.
_ALIKE = dict(
    zip(
        "⺝⺟⺠⻁⻃⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⼾",
        "月母民虎西西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟户",
        strict=True,
    )
)
_LOOK_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def ideograph(character: str) -> str:
    """Give the ideograph that a radical or compatibility form looks like; others as they are."""
    if character in _ALIKE:
        return _ALIKE[character]
    if not _LOOK_ALIKE.match(character):
        return character
    normal = unicodedata.normalize("NFKC", character)
    return normal if len(normal) == 1 else character


def with_ideographs(text: str) -> str:
    """Return the text, of the same length, with ideographs for what looks like them."""
    if not _LOOK_ALIKE.search(text):
        return text
    return _LOOK_ALIKE.sub(lambda found: ideograph(found[0]), text)
