"""Write docs/indicators.md from the indicators of src/duixian/language/indicators.toml."""

from __future__ import annotations

from pathlib import Path

from duixian.language.functions import Division, divisions
from duixian.language.indicators import Indicator, load_indicators

PAGE = Path(__file__).resolve().parents[1] / "docs" / "indicators.md"

_OPENING = """\
# Indicators 指标

This page is made by `python tools/make_indicator_page.py` from
`src/duixian/language/indicators.toml`; change the indicators there, where every other name of
each stands too.

An indicator is a measure that reports know by name, so that the same one can be followed from
report to report and from place to place. The column `indicator` of the table `claims` holds its
id. One indicator is one measure: its number may state the level, in one of the units below, or a
change. A rate changes by points (`pp`), everything else by `%`, as a multiple (`x`) or in the
units of the level, unless other units are given after "change". A claim whose unit or basis does
not fit an indicator does not get it, whatever its words.

| direction | a result is as good as its target where it is |
|---|---|
| higher | as high or higher |
| lower | as low or lower |
| ceiling | no higher: the target is a limit |
| target | near: a result far off on either side misses it |
| none | not a matter of better or worse |

There are {count} indicators, by the functions of government (COFOG divisions).
"""


def page() -> str:
    """Give the whole page."""
    indicators = load_indicators().values()
    sections = [
        _section(division, [entry for entry in indicators if entry.cofog == division.code])
        for division in divisions()
    ]
    return "\n".join([_OPENING.format(count=len(indicators)), *sections])


def _section(division: Division, indicators: list[Indicator]) -> str:
    lines = [
        f"## {division.code} {division.en} {division.zh}",
        "",
        "| id | 指标 | indicator | units | direction | 定义 | definition |",
        "|---|---|---|---|---|---|---|",
        *map(_line, indicators),
    ]
    return "\n".join(lines) + "\n"


def _line(entry: Indicator) -> str:
    cells = (
        f"`{entry.id}`",
        entry.name_zh,
        entry.name_en,
        _units(entry),
        entry.direction,
        entry.definition_zh,
        entry.definition_en,
    )
    return f"| {' | '.join(cells)} |"


def _units(entry: Indicator) -> str:
    levels = " ".join(f"`{unit}`" for unit in (entry.unit, *entry.units))
    changes = " ".join(f"`{unit}`" for unit in entry.change_units)
    return f"{levels}; change {changes}" if changes else levels


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
