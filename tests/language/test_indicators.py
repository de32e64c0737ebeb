"""Indicators: the data file is sound, and a text gets the indicator it names and no other."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.errors import LanguageDataError
from duixian.language.indicator_data import IndicatorFile, comparable, load_indicator_file
from duixian.language.indicators import (
    Indicator,
    find_indicator,
    find_indicators_in_text,
    load_indicators,
)

CASES = tomllib.loads(Path(__file__).with_name("indicator_cases.toml").read_text("utf-8"))["case"]
DATA = Path(__file__).parents[2] / "src/duixian/language/indicators.toml"


ENTRY = """
[[indicator]]
id = "{id}"
name_zh = "{name_zh}"
name_en = "{id} in words"
unit = "{unit}"
direction = "{direction}"
cofog = "04"
definition_zh = "一年内的数额"
definition_en = "An amount within a year"
aliases_zh = {aliases}
"""


def head() -> str:
    """Return the part of a data file in front of its entries, every list of words empty."""
    own = ("unit_codes", "words", "indicator")
    lists = [name for name in IndicatorFile.__struct_fields__ if name not in own]
    return "\n".join(
        ['unit_codes = ["CNY", "%"]', *(f"{each} = []" for each in lists), "[words]\n"]
    )


def entry(
    id: str = "gdp",
    *,
    name_zh: str = "生产总值",
    unit: str = "CNY",
    direction: str = "higher",
    aliases: str = "[]",
) -> str:
    return ENTRY.format(id=id, name_zh=name_zh, unit=unit, direction=direction, aliases=aliases)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']}|{case['unit']}")
def test_a_measure_gets_the_indicator_it_names(case: dict[str, str]) -> None:
    found = find_indicator(
        case["text"],
        unit=case["unit"],
        basis=case["basis"],
        language=case.get("language", "zh"),
    )
    assert (found.id if found else "") == case["id"]


@pytest.mark.parametrize("text", ["退出煤炭产能", "淘汰 水泥产能", "化解煤炭产能"])
def test_what_is_done_away_with_is_no_output(text: str) -> None:
    assert find_indicator(text, unit="t", basis="level", language="zh") is None


def test_the_list_is_as_long_as_reports_need() -> None:
    assert len(load_indicators()) >= 110


@pytest.mark.parametrize("indicator", load_indicators().values(), ids=lambda entry: entry.id)
def test_each_indicator_is_found_by_each_of_its_full_names(indicator: Indicator) -> None:
    for language, names in (("zh", indicator.aliases_zh), ("en", indicator.aliases_en)):
        for name in names:
            found = find_indicator(
                name, unit=indicator.unit, basis=indicator.bases[0], language=language
            )
            if indicator.bases[0] == "level":
                assert found is indicator, name


@pytest.mark.parametrize("indicator", load_indicators().values(), ids=lambda entry: entry.id)
def test_each_indicator_is_found_by_its_own_english_name(indicator: Indicator) -> None:
    """Also in capitals and behind an article, as a report has it; with a unit of its own basis."""
    basis = indicator.bases[0]
    unit = indicator.units_of(basis)[0]
    for name in (indicator.name_en, f"The {indicator.name_en.capitalize()}"):
        assert find_indicator(name, unit=unit, basis=basis, language="en") is indicator


def test_units_are_ones_the_readers_write() -> None:
    """A unit that no unit file knows would never match a quantity."""
    known = {"pp", "x", "1", "person", "household", "count", "%", "TEU"}
    for language in ("zh", "en"):
        units = tomllib.loads((DATA.parent / language / "units.toml").read_text("utf-8"))
        known |= {unit["code"] for unit in units["unit"]}
    assert load_indicator_file("indicators.toml").unit_codes <= known


def test_definitions_are_in_their_own_language_and_differ() -> None:
    indicators = load_indicators().values()
    assert all(indicator.definition_en.isascii() for indicator in indicators)
    assert not any(indicator.definition_zh.isascii() for indicator in indicators)
    assert len({indicator.definition_zh for indicator in indicators}) == len(indicators)
    assert len({indicator.definition_en for indicator in indicators}) == len(indicators)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (entry("GDP"), "id"),
        (entry() + entry(name_zh="总值"), "two indicators have the id gdp"),
        (entry() + entry("product"), "'生产总值' names both gdp and product"),
        (entry(unit="yuan"), "gdp: 'yuan' is not a unit code"),
        (entry(unit=""), "gdp: '' is not a unit code"),
        (entry(direction="upwards"), "direction"),
        (entry(aliases='["总{值"]'), "gdp: '总{值' is not a name"),
        (entry(aliases='["{值|总产值}"]'), "gdp: '值' is not a name"),
        (entry() + "colour = 'red'", "colour"),
        ("[[indicator]", "indicators.toml"),
    ],
)
def test_a_broken_file_is_refused_with_its_cause(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "indicators.toml"
    path.write_text(head() + content, encoding="utf-8")
    with pytest.raises(LanguageDataError) as raised:
        load_indicators(str(path))
    assert told in str(raised.value)


def test_patterns_stand_for_each_of_their_names(tmp_path: Path) -> None:
    path = tmp_path / "indicators.toml"
    words = 'product = ["产值", "总产值"]'
    aliases = '["{全省|}{product}增长"]'
    path.write_text(head() + words + entry(aliases=aliases), encoding="utf-8")
    names = load_indicators(str(path))["gdp"].aliases_zh
    assert names == ("生产总值", "全省产值增长", "全省总产值增长", "产值增长", "总产值增长")


def test_every_indicator_of_a_text_is_found_with_its_place() -> None:
    text = "城镇新增就业1244万人，单位国内生产总值能耗下降，居民消费价格上涨。"
    hits = find_indicators_in_text(text, language="zh")
    assert [(text[hit.start : hit.end], hit.id) for hit in hits] == [
        ("城镇新增就业", "new-urban-jobs"),
        ("单位国内生产总值能耗", "energy-intensity"),
        ("居民消费价格", "consumer-prices"),
    ]


def test_english_names_keep_to_whole_words_and_take_a_plural() -> None:
    text = "General public budget revenues rose; GDPs and a gdpx did not."
    hits = find_indicators_in_text(text, language="en")
    assert [text[hit.start : hit.end] for hit in hits] == ["General public budget revenues", "GDPs"]


@given(st.text(alphabet="国内生产总值能耗出口占比GDP gdp's (（新增İ", max_size=60))
def test_hits_are_in_order_and_are_names(text: str) -> None:
    for language in ("zh", "en"):
        hits = find_indicators_in_text(text, language=language)
        assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)
        for hit in hits:
            named = comparable(text[hit.start : hit.end], language=language)
            names = {
                comparable(name, language=language)
                for name in load_indicators()[hit.id].names(language)
            }
            assert named in names or named.removesuffix("s") in names


def test_a_long_list_of_bare_names_is_read_to_its_end() -> None:
    """No name may look back over the whole text."""
    names = find_indicators_in_text("出口、进口、棉花和水泥，" * 40_000, language="zh")

    assert len(names) > 40_000


def test_the_page_of_indicators_is_up_to_date() -> None:
    root = Path(__file__).parents[2]
    made = runpy.run_path(str(root / "tools" / "make_indicator_page.py"))["page"]()
    current = (root / "docs" / "indicators.md").read_text(encoding="utf-8")
    assert made == current, "run python tools/make_indicator_page.py"
