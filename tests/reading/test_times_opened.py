"""What the words that open a passage say of time, and what only looks as if it did."""

from __future__ import annotations

import pytest

from tests.reading.texts import claims_of, read


@pytest.mark.parametrize(
    "text", ["今年，五年内新建学校100所。", "今年，我们要抓好发展。五年内新建学校100所。"]
)
def test_a_year_that_ends_as_plans_do_is_no_plan_of_its_own(text: str) -> None:
    assert claims_of("plan", text)[-1].due == "2029"


@pytest.mark.parametrize(
    ("since", "period"),
    [
        ("党的二十大召开以来", None),
        ("党的十二大以来", None),
        ("十一届三中全会以来", None),
        ("党的二十大召开", "2024"),
    ],
)
def test_since_a_congress_is_a_time_whose_beginning_no_number_tells(
    since: str, period: str | None
) -> None:
    assert claims_of("review", f"{since}新建学校100所。")[0].period == period


@pytest.mark.parametrize("opening", ["2024年同2019年相比", "同2019年相比"])
def test_what_opens_by_comparing_goes_on_to_the_end_of_its_paragraph(opening: str) -> None:
    told = claims_of("review", f"{opening}，城市道路长度增加30公里。新建学校2所。")

    assert {one.period for one in told} == {"2020/2024"}


@pytest.mark.parametrize(
    "opening",
    [
        "The past five years have been years of steady growth.",
        "The last five years saw many changes.",
        "The past five years were not easy.",
    ],
)
def test_years_that_a_sentence_is_about_are_those_of_its_passage(opening: str) -> None:
    told = claims_of("review", f"{opening} We built 30 bridges.", language="en")

    assert told[-1].period == "2020/2024"


@pytest.mark.parametrize(
    ("clause", "period"),
    [
        (
            "The share of residents with a car in the total population rose from 20 to 30 percent.",
            "2024",
        ),
        ("The water supply now reaches 200 villages.", "2024"),
        ("The length of roads was raised to more than 300 kilometers.", "2024"),
        ("New jobs reached a total of 50,000.", "2020/2024"),
        ("We built more than 30 bridges.", "2020/2024"),
    ],
)
def test_where_years_end_up_is_of_the_last_of_them(clause: str, period: str) -> None:
    opening = "Over the past five years, we carried out many works."

    assert claims_of("review", f"{opening} {clause}", language="en")[-1].period == period


@pytest.mark.parametrize("plan", ["15th Five-Year Plan", "15TH FIVE-YEAR PLAN"])
def test_a_plan_named_in_a_heading_is_that_of_its_section(plan: str) -> None:
    text = (
        "Report on the Work of the Government of Qinghe County, 2026\n\n"
        "I. Review of Work in 2025\n\nWe built 20 bridges.\n\n"
        f"II. Major Objectives for the {plan} Period\n\nWe will build 30 bridges.\n"
    )

    assert read(text).claims[-1].due == "2030"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Fares stood at 2 yuan in 1990 and rose to 5 yuan last year. Trade grew by 6 percent.",
            {"5 yuan": "2024", "6 percent": "2024"},
        ),
        (
            "Wages, which were 90 yuan in 1990, have doubled, and trade grew by 6 percent.",
            {"6 percent": "2024"},
        ),
        (
            "In 1990, fares were 2 yuan, and wages were 90 yuan. Trade grew by 6 percent.",
            {"2 yuan": "1990", "90 yuan": "1990", "6 percent": "2024"},
        ),
        ("In 2022, we built 40 roads. They carry 90,000 cars.", {"90,000": "2022"}),
        ("We built 40 roads in 2022. Trade grew by 6 percent.", {"6 percent": "2024"}),
    ],
)
def test_a_year_told_in_passing_is_of_its_own_words(text: str, periods: dict[str, str]) -> None:
    told = claims_of("review", text, language="en")
    found = {one.quantity.text: one.period for one in told if one.quantity}

    assert periods.items() <= found.items()


@pytest.mark.parametrize(
    "opening", ["Last year alone, ", "In 2024 alone, ", "In the past year alone, "]
)
def test_last_year_alone_is_no_part_of_a_stretch(opening: str) -> None:
    text = f"Over the past five years, 90 schools opened. {opening}30 bridges were built."

    assert [one.period for one in claims_of("review", text, language="en")] == ["2020/2024", "2024"]


@pytest.mark.parametrize(
    ("heading", "due"),
    [
        ("Overall Goals for the Next Five Years", "2029"),
        ("Major Tasks for the Coming Three Years", "2027"),
        ("Objectives through 2035", "2035"),
        ("Long-Range Objectives Through the Year 2035", "2035"),
        ("Targets for the 2026-2030 Period", "2030"),
        ("Goals for 2030", "2030"),
    ],
)
def test_years_ahead_in_an_english_heading_are_those_of_its_section(heading: str, due: str) -> None:
    text = f"We built 20 bridges.\n\nII. {heading}\n\nWe will build 30 bridges."

    assert claims_of("review", text, language="en")[-1].due == due


def test_a_vision_of_years_far_ahead_is_not_the_year_that_a_report_plans() -> None:
    text = (
        "Report on the Work of the Government of Qinghe County\n\n"
        "Delivered on January 15, 2025\n\n"
        "I. Review of the Past Five Years\n\nWe built 20 bridges.\n\n"
        "II. Objectives through 2035\n\nWe will build 30 bridges.\n"
    )
    report = read(text)

    assert (report.year_reviewed, report.year_planned) == (2024, 2025)
    assert (report.claims[0].period, report.claims[-1].due) == ("2020/2024", "2035")


def test_a_heading_that_tells_what_was_done_is_of_the_years_its_passage_opened_with() -> None:
    text = (
        "Over the past five years, we carried out the following work:\n\n"
        "(1) We deepened the reform of tea farms and opened new markets. We built 30 bridges.\n\n"
        "(2) We mended the hill roads of the valley and cut the toll. We opened 9 mills.\n"
    )

    assert {one.period for one in claims_of("review", text, language="en")} == {"2020/2024"}


@pytest.mark.parametrize(
    "text", ["改革开放以来新建学校120所。", "近几年来，新建学校120所。", "这些年来新建学校120所。"]
)
def test_what_has_no_beginning_that_anyone_could_count_has_no_period(text: str) -> None:
    (claim,) = claims_of("review", text)

    assert claim.period is None


def test_recent_years_are_no_year() -> None:
    (claim,) = claims_of("review", "In recent years, we opened 120 schools.", language="en")

    assert claim.period is None


_STATES = "五年来，累计新建学校23所，常住人口城镇化率63.5%，森林覆盖率始终保持42%。"


def test_a_state_told_of_years_is_that_of_the_last_but_one_kept_is_of_all() -> None:
    periods = [claim.period for claim in claims_of("review", _STATES)]

    assert periods == ["2020/2024", "2024", "2020/2024"]


def test_a_figure_of_years_under_a_heading_of_one_year_is_of_its_paragraph() -> None:
    text = "五年来，累计新建学校23所，新增床位900张。\n新增公园3个。"

    assert [claim.period for claim in claims_of("review", text)] == ["2020/2024"] * 2 + ["2024"]


def test_words_of_years_without_a_figure_lead_into_the_paragraphs_behind() -> None:
    text = "五年来，我们主要做了以下工作。\n累计新建学校23所。"

    assert claims_of("review", text)[-1].period == "2020/2024"


def test_a_share_in_english_told_of_years_is_that_of_the_last() -> None:
    text = "Over the past five years, we built 23 schools. The urbanization rate was 63.5 percent."

    assert [claim.period for claim in claims_of("review", text, language="en")] == [
        "2020/2024",
        "2024",
    ]
