"""The Chinese word for and, apart from the words and names that hold its character."""

from __future__ import annotations

# 和谐, 和平, 和田地区, 共和国; but 产量和平均收入, 问题和解决办法, 乡和县级道路.
AND = (
    r"(?:(?<![共总饱缓温调])和|和(?=\d|$))"
    "(?!谐|平(?![均台原价房])|美(?![国元洲化])|解(?![决放除读])|睦"
    "|县(?![级城域区乡委政])|田(?:地区|市|县|玉)|龙市|静县|硕县|布克赛尔|林格尔|顺县|政县)"
)
