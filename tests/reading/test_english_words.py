"""Which words are an English number's own, where another number tells of the same thing."""

from __future__ import annotations

import pytest

from tests.reading.texts import claims_of


def told(text: str, *, role: str = "review") -> list[tuple[str, str]]:
    return [(claim.text, claim.measure) for claim in claims_of(role, text, language="en")]


def measures(text: str, *, role: str = "review") -> dict[str, str]:
    found = claims_of(role, text, language="en")
    return {claim.quantity.text: claim.measure for claim in found if claim.quantity}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nine lanes with a length of 4 km were paved.",
            [
                ("Nine lanes with a length of 4 km were paved", "lanes paved"),
                ("Nine lanes with a length of 4 km were paved", "lanes length"),
            ],
        ),
        (
            "We mended 90 old mills for the benefit of 700 families.",
            [
                ("We mended 90 old mills", "mended old mills"),
                (
                    "We mended 90 old mills for the benefit of 700 families",
                    "families benefiting mended old mills",
                ),
            ],
        ),
        (
            "All 90 hill villages have collective income of over 700 yuan.",
            [
                (
                    "All 90 hill villages have collective income of over 700 yuan",
                    "hill villages collective income",
                )
            ]
            * 2,
        ),
        (
            "Some 90 canteens served over 7,000 meals.",
            [
                ("Some 90 canteens served over 7,000 meals", "canteens served"),
                ("Some 90 canteens served over 7,000 meals", "canteens served meals"),
            ],
        ),
        (
            "Rents rose by 3 percent with a growth of 4 points.",
            [
                ("Rents rose by 3 percent", "Rents rose"),
                ("Rents rose by 3 percent with a growth of 4 points", "Rents rose growth"),
            ],
        ),
    ],
)
def test_no_words_break_off_inside_what_tells_of_a_thing(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "Some 900 helpers from 40 mills and bakeries went through five days of lessons.",
            "Some 900 helpers",
            "Some 900 helpers from 40 mills and bakeries went through five days of lessons",
        ),
        (
            "Nine halls were built, rebuilt or widened to provide 900 seats.",
            "Nine halls were built, rebuilt or widened",
            "Nine halls were built, rebuilt or widened to provide 900 seats",
        ),
        (
            "We opened 40 mills and the bakeries baked 900 loaves.",
            "We opened 40 mills",
            "the bakeries baked 900 loaves",
        ),
    ],
)
def test_an_and_parts_neither_two_subjects_nor_verbs_of_one(
    text: str, first: str, last: str
) -> None:
    words = [words for words, _ in told(text)]

    assert (words[0], words[-1]) == (first, last)


def test_moves_told_off_are_of_the_numbers_in_the_clauses_before() -> None:
    text = (
        "The fair drew 700 visits, and sales were 9 million yuan, an increase of 3% and 4% "
        "respectively."
    )

    assert measures(text) == {
        "700": "fair drew visits",
        "9 million yuan": "sales",
        "3%": "fair drew visits increase",
        "4%": "sales increase",
    }


def test_moves_told_off_of_one_number_alone_stay_with_it() -> None:
    text = "Sales were 9 million yuan, up 3% and 4% on last year and the year before respectively."

    assert all(measure.startswith("Sales") for measure in measures(text).values())


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Incomes of urban and rural residents grew by 5% and 6% respectively, the latter "
            "growing faster for the third consecutive year.",
            "third",
            "Incomes of rural residents growing faster",
        ),
        (
            "The tea planting area was 90 mu, and the output was 7 tons.",
            "7 tons",
            "tea output",
        ),
        (
            "All 20 mills were mended, 4 of which have been exceeded.",
            "4",
            "mills exceeded",
        ),
        (
            "We dropped 900 permits, which accounted for 40 percent of the original number.",
            "40 percent",
            "dropped permits share of original number",
        ),
        (
            "Sales reached 9 million yuan, with two-year average growth of 6 percent.",
            "6 percent",
            "Sales two-year average growth",
        ),
    ],
)
def test_a_number_leans_on_the_clause_before(text: str, number: str, expected: str) -> None:
    assert measures(text)[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "We closed or moved 900 mills that need a new permit.",
            "900",
            "closed or moved mills",
        ),
        ("Work was completed on six of the 14 big tea mills.", "six", "completed big tea mills"),
        (
            "We hold that 11 of the 16 tea projects got under way.",
            "11",
            "tea projects got under way",
        ),
        (
            "Since July 2005 the coin has gained by 13 percent against the U.S. dollar.",
            "13 percent",
            "coin gained",
        ),
    ],
)
def test_a_measure_keeps_the_words_of_its_clause(text: str, number: str, expected: str) -> None:
    assert measures(text)[number] == expected


def test_no_clause_ends_at_the_full_stop_of_an_abbreviation() -> None:
    ((words, _),) = told("The coin has gained by 13 percent against the U.S. dollar.")

    assert words.endswith("against the U.S. dollar")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Third, pursuing shared wealth, we will do more for the tea villages.",
            "we will do more for the tea villages",
        ),
        (
            "Second, for the growth of the hills, we will plant more tea gardens.",
            "we will plant more tea gardens",
        ),
        (
            "Bring all tea markets up to standard, and keep the lanes of the town clean.",
            "Bring all tea markets up to standard",
        ),
        (
            "To meet the needs of farms, measures such as loans, grants, and rebates should be improved.",
            "measures such as loans, grants, and rebates should be improved",
        ),
    ],
)
def test_a_frame_in_front_of_what_is_done_is_no_measure(text: str, expected: str) -> None:
    assert told(text, role="plan")[0][1] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("We will add 40 km of lanes and 7 hectares of lawn.", "7 hectares", "add lawn"),
        (
            "We will cut red tape by 70 percent and waiting time by half.",
            "half",
            "cut waiting time",
        ),
        (
            "Old capacity of 50 tons in the tea trade, 6 tons in the salt trade and 3 tons in "
            "the silk trade will be dropped.",
            "6 tons",
            "Old capacity salt trade",
        ),
        (
            "We will cut red tape by 70 percent, and rents will fall by half.",
            "half",
            "rents fall",
        ),
    ],
)
def test_the_verb_or_the_head_at_one_end_of_a_list_holds_for_all(
    text: str, number: str, expected: str
) -> None:
    assert measures(text, role="plan")[number] == expected


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("A total of 31.5 km of greenway was opened.", "greenways"),
        ("The 40 km of village-level roads were repaired.", "rural-roads"),
        ("All 20 key livelihood matters were completed.", "livelihood-projects"),
        ("We will trim general expenditure by 10%.", "general-expenditure"),
        ("The hotline accepted 2,400 demands from the public.", "hotline-requests"),
        ("The canteens for the elderly served meals 9,000 times.", None),
    ],
)
def test_indicators_are_named_in_the_singular_and_not_by_what_is_served(
    text: str, indicator: str | None
) -> None:
    assert [claim.indicator for claim in claims_of("review", text, language="en")] == [indicator]


def test_a_deed_with_a_number_behind_another_deed_is_a_claim_of_its_own() -> None:
    found = told("Open the Qinghe Tea Park (Phase II) and recruit 900 engineers.", role="plan")

    assert [words for words, _ in found] == [
        "Open the Qinghe Tea Park (Phase II)",
        "recruit 900 engineers",
    ]
