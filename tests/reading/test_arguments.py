"""A plan that argues gives reasons between its tasks; a plan that lists its tasks has none."""

from __future__ import annotations

from tests.reading.texts import read, read_in

_TASKS = "要修好水渠，保证灌溉用水。各乡必须抓紧春耕生产，不误农时。"
_REASONS = "山里的水历来流得很急，人们对此十分清楚。邻县的经验也是这样，许多人去看过了。"
_UNSIGNED = "水渠的事情人人都在谈论，老人谈得最多。"
_DEEDS = "新建水渠九条。修复堤防十里。"
_TARGETS = "乡村面貌焕然一新，山上山下绿树成荫。"


def _kind_of(text: str, role: str, said: str) -> str:
    report = read_in(role, text)
    return next(one.kind.value for one in report.statements if said in one.text)


def test_where_a_plan_argues_a_sentence_that_asks_for_nothing_is_a_reason() -> None:
    assert _kind_of(f"{_TASKS * 5}{_REASONS * 5}{_UNSIGNED}", "plan", "人人都在谈论") == "context"


def test_where_a_plan_lists_tasks_a_sentence_without_any_sign_is_a_task() -> None:
    assert _kind_of(f"{_TASKS * 10}{_UNSIGNED}", "plan", "人人都在谈论") == "commitment"


def test_where_some_ask_for_nothing_only_words_of_a_reason_make_one() -> None:
    text = f"{_TASKS * 8}{_REASONS}{_UNSIGNED}"

    assert _kind_of(text, "plan", "邻县的经验") == "context"
    assert _kind_of(text, "plan", "人人都在谈论") == "commitment"


def test_a_short_plan_shows_no_manner() -> None:
    assert _kind_of(f"{_REASONS}{_UNSIGNED}", "plan", "人人都在谈论") == "commitment"


def test_targets_told_as_states_are_no_reasons() -> None:
    opening = "清河县政府工作报告（2025年）\n一、2024年工作回顾\n"
    text = f"{opening}{_DEEDS * 40}\n二、2025年主要目标\n{_REASONS * 8}{_TARGETS}\n"
    said = next(one for one in read(text).statements if "焕然一新" in one.text)

    assert said.kind == "commitment"


def test_a_figure_to_be_reached_is_no_reason() -> None:
    text = f"{_TASKS * 5}{_REASONS * 5}全县水渠总长三百公里，每年流水五千万吨。"

    assert _kind_of(text, "plan", "三百公里") == "commitment"


def test_hypothetical_figures_are_no_targets() -> None:
    report = read_in("plan", "每亩只要少用一成水，全县就可以节省五百万元。")

    assert [quantity.status for quantity in report.quantities] == ["other"] * len(report.quantities)
    assert any(quantity.unit == "CNY" for quantity in report.quantities)


def test_english_plans_list_their_tasks() -> None:
    text = "Canals matter to every village of the county, and everyone knows it. " * 20
    report = read_in("plan", text, language="en")

    assert "argues" not in "".join(one.why for one in report.statements)
