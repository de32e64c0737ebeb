"""The marks and numbers in front of the items of a list, as reports and programs set them."""

from __future__ import annotations

# A circle is also a zero (二○二四年), so that one counts only in front of a space or a capital.
_SHAPES = "·•●◆◇◎■□▪▫★☆▲△►▶▷▸➢➤➔✓✔√※❖‣⁃◦∙*"
BULLET = rf"(?:[{_SHAPES}]|○(?=[\sA-Z]))"
_FEW = "[一二三四五六七八九十]"
_COUNTED = "(?:[二三四]?十[一二三四五六七八九]?|[一二三四五六七八九])"  # no 五一、国庆两节
# The number of an item, and no part of 第一、第三产业, 二、三产业 or 3.5万人.
ITEM_NUMBER = (
    rf"(?:第{_COUNTED}(?:，|、(?!第?{_FEW}))|{_COUNTED}、(?!{_FEW})"
    rf"|[（(](?:{_FEW}{{1,3}}|\d{{1,2}})[）)]|[①-⒛]|(?<!\d)\d{{1,2}}[.．、](?!\d))"
)
# What either of them opens with, for a set: one look at a character before all their forms.
OPENING = rf"{_SHAPES}○第一二三四五六七八九十（(①-⒛\d"
