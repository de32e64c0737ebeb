"""A report that speaks in whole arguments tells troubles, stands and times past among its deeds."""

from __future__ import annotations

import pytest

from tests.reading.texts import read_in

_REASONS = "山里的水历来流得很急，这是人们十分清楚的。邻县的经验也是这样，许多人已经去看过了。"
_TASKS = "全县要修好水渠，保证灌溉用水。各乡必须抓紧春耕生产，不误农时。"
_DEEDS = "我们修好了水渠，农业生产有了很大的发展。各乡的粮食产量比上年有所增长。"


def _kind(role: str, said: str, *, around: str) -> str:
    report = read_in(role, f"{_REASONS * 10}{around * 4}{said}")
    return report.statements[-1].kind.value


@pytest.mark.parametrize(
    "said",
    [
        "一些企业盲目扩大规模，造成了严重的浪费。",
        "但是也应当看到，水利建设中的薄弱环节还没有根本改变。",
        "有些同志认为水渠可以不修，这种看法是不正确的。",
        "建国初期，我们在沿河各乡修过几条小水渠。",
        "上述事实充分说明，我们的方针是正确的。",
    ],
)
def test_troubles_opinions_and_times_past_are_no_results(said: str) -> None:
    assert _kind("review", said, around=_DEEDS) == "context"


@pytest.mark.parametrize(
    "said",
    ["我们扭转了比例失调的局面。", "尽管水灾严重，粮食仍然获得了丰收。"],
)
def test_a_trouble_that_was_mended_is_a_result(said: str) -> None:
    assert _kind("review", said, around=_DEEDS) == "result"


@pytest.mark.parametrize(
    "said",
    [
        "修好水渠，就能够更好地发展农业生产。",
        "这不但可以增加收入，而且将促进各业的发展。",
        "全国人民热烈拥护这项决定，十分关心水利建设。",
        "希望社会各方面都来支持水利建设。",
    ],
)
def test_reasons_feelings_and_appeals_promise_nothing(said: str) -> None:
    assert _kind("plan", said, around=_TASKS) == "context"


def test_what_is_done_and_goes_on_is_a_result_in_a_plan() -> None:
    said = "各乡已经建立起水利管理制度，并将不断加以完善。"

    assert _kind("plan", said, around=_TASKS) == "result"


def test_the_words_of_a_reason_are_named() -> None:
    said = "水渠的事情目前很需要时间，这不是几个人就能够办到的。"
    report = read_in("plan", f"{_REASONS * 10}{_TASKS * 4}{said}")

    assert report.statements[-1].kind.value == "context"
    assert report.statements[-1].why.startswith(("argues", "describes", "says what"))


def test_where_a_report_lists_its_deeds_a_word_of_trouble_is_what_was_dealt_with() -> None:
    report = read_in("review", "新建水渠九条。修复堤防十里。" * 10 + "资助家庭经济困难学生。")

    assert report.statements[-1].kind.value == "result"


@pytest.mark.parametrize("said", ["一、要修路。", "（一）要修。"])
def test_a_task_stays_one_however_short_the_line_it_stands_on(said: str) -> None:
    report = read_in("plan", f"{_REASONS * 10}{_TASKS * 4}\n\n{said}\n各乡要管好水，不误农时。\n")

    assert [each.kind.value for each in report.statements[-2:]] == ["commitment", "commitment"]
