"""The table of governments is whole, and names lead to the right one."""

from __future__ import annotations

import pytest

from duixian.errors import LanguageDataError
from duixian.language import governments
from duixian.language.governments import (
    choose,
    english_places,
    names_of_speaker,
    places_in,
    short_name,
)


def codes(text: str) -> list[list[str]]:
    return [[place.code for place in places] for places in places_in(text)]


def test_all_levels_are_there() -> None:
    levels = [place.level for place in governments.governments()]
    assert levels.count("province") == 34
    assert levels.count("prefecture") > 300
    assert levels.count("county") > 2800


def test_codes_are_unique_and_every_place_has_its_province() -> None:
    places = governments.governments()
    by_code = {place.code: place for place in places}
    assert len(by_code) == len(places)
    assert all(f"{place.code[:2]}0000" in by_code for place in places)


def test_the_longest_name_wins() -> None:
    assert codes("吉林省吉林市") == [["220000"], ["220200"]]
    assert codes("内蒙古自治区人民政府") == [["150000"]]
    assert codes("全县人民") == []


def test_the_places_around_a_name_tell_which_one_is_meant() -> None:
    (both,) = places_in("朝阳区")
    for context, code in {"北京的朝阳区": "110105", "吉林长春的朝阳区": "220104"}.items():
        place = choose(both, context)
        assert place is not None
        assert place.code == code
    assert choose(both, "哪一个") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Chaoyang District", "110105"),
        ("Shijingshan District", "110107"),
        ("Shaanxi Province", "610000"),
        ("Shanxi Province", "140000"),
        ("Xi'an City", "610100"),
        ("Chongqing Municipality", "500000"),
        ("Guangxi Zhuang Autonomous Region", "450000"),
    ],
)
def test_english_names_are_spelled_as_they_are_used(name: str, code: str) -> None:
    assert code in [place.code for place in english_places(name)]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("北京市", "北京"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("新疆维吾尔自治区", "新疆"),
        ("香港特别行政区", "香港"),
        ("黔东南苗族侗族自治州", "黔东南"),
        ("伊犁哈萨克自治州", "伊犁"),
    ],
)
def test_short_names_are_those_people_say(name: str, short: str) -> None:
    assert short_name(name) == short


def test_people_leave_out_the_peoples_of_an_autonomous_government() -> None:
    spoken = {place.names[0]: place.names[1:] for place in governments.governments()}
    assert spoken["化隆回族自治县"] == ("化隆县",)
    assert spoken["积石山保安族东乡族撒拉族自治县"] == ("积石山县",)
    assert spoken["内蒙古自治区"] == spoken["朝阳区"] == ()


@pytest.mark.parametrize(
    "row", [["11", "北京市", "province", ""], ["110000", "北京市", "city", ""], []]
)
def test_a_row_that_is_no_government_is_named_with_its_line(row: list[str]) -> None:
    with pytest.raises(LanguageDataError, match=r"governments\.csv: line 7"):
        governments._place(row, 7)


def test_an_english_report_calls_its_government_with_and_without_what_it_is() -> None:
    own = names_of_speaker("Chaoyang District", "110105")

    assert {"Chaoyang District", "Chaoyang", "Beijing", "China", "朝阳", "北京市"} <= own
    assert "Linhai" in names_of_speaker("Linhai City", None)
