"""In a report that argues a sentence is told by its words more than by its section."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duixian.errors import LanguageDataError
from duixian.language import data
from duixian.reading.records import Kind, Language, Role
from duixian.reading.statements import kind_weights as weights_data
from duixian.reading.statements.course import Situation
from duixian.reading.statements.kind_weights import WEIGHTS, WORDS, kind_weights
from duixian.reading.statements.signs import Signs
from duixian.reading.statements.weighing import Weighable, bounded, inputs_around, weigh
from tests.reading.texts import read_in

_REASONS = "山里的水历来流得很急，这是人们十分清楚的。邻县的经验也是这样，许多人已经去看过了。"
_TASKS = "全县要修好水渠，保证灌溉用水。各乡必须抓紧春耕生产，不误农时。"
_DEEDS = "我们修好了水渠，农业生产有了很大的发展。各乡的粮食产量比上年有所增长。"
_LISTED = "新建水渠九条。修复堤防十里。改造老旧小区三个。"


def _kind(role: str, said: str, *, around: str) -> str:
    report = read_in(role, f"{_REASONS * 10}{around * 4}{said}")
    return report.statements[-1].kind.value


@pytest.mark.parametrize(
    "said",
    [
        "但是，我们工作中还有许多缺点和错误，有些问题还相当严重。",
        "这种看法是不正确的，因为它不符合我国的实际情况。",
        "上述事实充分说明，我们的方针是正确的。",
        "这是因为农业是国民经济的基础。",
    ],
)
def test_troubles_and_reasons_are_no_results(said: str) -> None:
    assert _kind("review", said, around=_DEEDS) == "context"


@pytest.mark.parametrize(
    "said",
    ["去年全国粮食产量比上年增长百分之五。", "尽管水灾严重，粮食仍然获得了丰收。"],
)
def test_what_was_done_is_a_result(said: str) -> None:
    assert _kind("review", said, around=_DEEDS) == "result"


@pytest.mark.parametrize(
    "said",
    [
        "只有这样，才能更好地发展农业生产。",
        "水利是农业的命脉，对于农业的发展有重要的意义。",
        "如果不这样做，就会给国家造成很大的损失。",
    ],
)
def test_reasons_promise_nothing(said: str) -> None:
    assert _kind("plan", said, around=_TASKS) == "context"


@pytest.mark.parametrize(
    "said",
    ["必须大力加强水利建设。", "各级领导干部要深入基层，认真解决群众的困难。"],
)
def test_what_must_be_done_is_a_commitment(said: str) -> None:
    assert _kind("plan", said, around=_TASKS) == "commitment"


@pytest.mark.parametrize(
    "said",
    [
        "中国将一如既往，同爱好和平的各国人民一道，为制止军备竞赛和维护世界和平而努力。",
        "我们将继续在和平共处五项原则的基础上，同一切国家发展友好合作关系。",
    ],
)
def test_what_we_will_go_on_doing_is_promised_whatever_its_words_weigh(said: str) -> None:
    assert _kind("plan", said, around=_TASKS) == "commitment"


def test_what_is_over_is_no_promise_whatever_its_words_weigh() -> None:
    said = "去年各级行政机关共查处违法案件六万七千件，挽回损失三十六亿元。"

    assert _kind("plan", said, around=_TASKS) == "result"


def test_the_words_that_overrule_the_section_are_named() -> None:
    said = "社会主义国家的人民当然不允许这种情况长期存在，因为它不符合人民的利益。"
    report = read_in("review", f"{_REASONS * 10}{_DEEDS * 4}{said}")
    last = report.statements[-1]

    named = last.why.removeprefix("weighed: ")
    assert named != last.why
    assert all(word in said for word in named.split("、"))


def test_where_a_report_lists_its_deeds_its_sections_tell() -> None:
    report = read_in("review", _LISTED * 10 + "资助家庭经济困难学生。")

    assert {one.kind for one in report.statements[-4:]} == {Kind.RESULT}
    assert not any(one.why.startswith("weighed") for one in report.statements)


def test_numbered_headings_are_not_weighed_where_few_sentences_argue() -> None:
    said = (
        "大力发展特色产业，加强文化建设。修好水渠三条。做强绿色农业。这是大家看得到的，因为山多。"
    )
    report = read_in("plan", "\n".join(f"（{number}）{said}" for number in "一二三四五六"))

    kinds = [one.kind for one in report.statements if one.text.startswith("（")]
    assert kinds == [Kind.COMMITMENT] * 6


def test_what_a_disaster_cost_is_no_result_whatever_its_words_weigh() -> None:
    said = "特大洪水造成三个区二十万人受灾，直接经济损失达五亿元。"
    assert _kind("review", said, around=_DEEDS) == "context"


def test_english_has_no_weights() -> None:
    argued = "This is because the canal is the life of the county, and it cannot wait. "
    report = read_in("plan", argued * 20, language="en")

    assert not any(one.why.startswith("weighed") for one in report.statements)


@given(st.text(alphabet="要修渠了必须因为是的，。0１百\ud800 \n", max_size=60), st.integers(1, 4))
def test_any_text_is_weighed(text: str, number: int) -> None:
    sentences = [Weighable(_situation(text), Kind.CONTEXT, "heading")] * number

    assert len(weigh(sentences, 0.8)) == number
    assert "0" in bounded("三百六十五") == bounded("365")


@given(
    st.lists(st.tuples(*[st.floats(-900, 900)] * 3), min_size=1, max_size=6),
    st.data(),
)
def test_what_a_sentence_is_weighed_beside_is_known_by_name(
    own: list[tuple[float, float, float]], drawn: st.DataObject
) -> None:
    opens = [drawn.draw(st.booleans()) for _ in own]
    sentences = [Weighable(_situation("。", opens=one), Kind.RESULT, "") for one in opens]

    for place, inputs in enumerate(inputs_around(own, sentences)):
        assert inputs.keys() <= kind_weights().around.inputs.keys()
        before = ("before: ", "before, apart: ")
        likely = [value for name, value in inputs.items() if name.startswith(before)]
        assert sum(likely) == pytest.approx(1)
        assert ("before: result" in inputs) == (place > 0 and not opens[place])


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (
            WORDS,
            "word,result,commitment,context\n",
            "word,result,commitment,context\n了,much,1,2\n",
        ),
        (WORDS, "word,result,commitment,context\n", "word,result,commitment,context\n了,1\n"),
        (
            WEIGHTS,
            "start = [",
            'start = ["',
        ),
    ],
)
def test_spoiled_weights_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, path: str, old: str, new: str
) -> None:
    for name in (WORDS, WEIGHTS):
        content = files("duixian.language").joinpath(name).read_text(encoding="utf-8")
        spoiled = content.replace(old, new, 1) if name == path else content
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(spoiled, encoding="utf-8")
    for module in (data, weights_data):
        monkeypatch.setattr(module, "files", lambda _package: tmp_path)

    with pytest.raises(LanguageDataError, match=path):
        kind_weights.__wrapped__()


def _situation(text: str, *, opens: bool = True) -> Situation:
    return Situation(
        Signs(Language.ZH, text), Role.PLAN, role_is_certain=True, is_heading=False,
        opens_paragraph=opens, opens_section=False, year_planned=None,
    )  # fmt: skip
