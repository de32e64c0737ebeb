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
