"""Members of English lists that leave out what they share, and pairs of subjects with a number each."""

from __future__ import annotations

import pytest

from duixian.reading.records import Basis
from tests.reading.texts import claims_of


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "The number of mill fires fell to 9, of floods to 4.",
            ["number of mill fires", "number of floods"],
        ),
        (
            "Output of tea reached 9 million tons, silk 5 million tons and rice 3 million tons.",
            ["Output of tea", "Output of silk", "Output of rice"],
        ),
        (
            "Sales of tea rose by 4%, revenue by 3%.",
            ["Sales of tea rose", "revenue"],
        ),
        (
            "Grants were given to 40 hill schools and 30 valley schools.",
            ["Grants given hill schools", "Grants given valley schools"],
        ),
        (
            "We closed down capacity of 9 tons of lime, 6 tons of tar and 4 tons of soot.",
            ["closed down capacity lime", "closed down capacity tar", "closed down capacity soot"],
        ),
        (
            "Work safety accidents and deaths fell by 4% and 6% respectively.",
            ["Work safety accidents", "Work safety deaths fell"],
        ),
        (
            "Incomes reached 5,000 yuan, with city and hill residents seeing increases of 4% and 6%, respectively.",
            [
                "Incomes",
                "Incomes of city residents increases",
                "Incomes of hill residents increases",
            ],
        ),
        (
            "Pensions of retired weavers were raised, bringing the monthly average to 900 yuan.",
            ["Pensions of retired weavers monthly average"],
        ),
        (
            "Foreign trade totaled 9 million yuan, growing by 3%, of which exports of tea were 4 million yuan.",
            ["Foreign trade", "Foreign trade growing", "exports of tea"],
        ),
        (
            "Incomes of urban and rural weavers reached 90 yuan and 70 yuan, respectively increased by 4% and 6%.",
            [
                "Incomes of urban weavers",
                "Incomes of rural weavers",
                "Incomes of urban weavers increased",
                "Incomes of rural weavers increased",
            ],
        ),
        (
            "Incomes of urban and rural weavers rose by 4% and 6%, to 90 yuan and 70 yuan respectively.",
            [
                "Incomes of urban weavers rose",
                "Incomes of rural weavers rose",
                "Incomes of urban weavers",
                "Incomes of rural weavers",
            ],
        ),
        (
            "Urban and rural incomes rose by 4% and 6% to 90 yuan and 70 yuan, respectively.",
            ["Urban incomes rose", "rural incomes rose", "Urban incomes", "rural incomes"],
        ),
        (
            "Incomes of urban and rural weavers rose by 4% and 6%.",
            ["Incomes of urban weavers rose", "Incomes of rural weavers rose"],
        ),
        (
            "Last year the bank raised the tea quota four times and silk and rice quotas twice.",
            ["bank raised tea quota", "silk and rice quotas"],
        ),
        (
            "About 90 rowers from 40 towns took part in the race.",
            ["rowers took part in race", "rowers towns took part in race"],
        ),
        (
            "90 mills were newly set up, total number 4,000.",
            ["mills newly set", "mills total number"],
        ),
        (
            "The output of tea was 9 tons, with an output value of 3 million yuan.",
            ["output of tea", "tea output value"],
        ),
    ],
)
def test_members_of_a_list_have_what_stands_with_the_first(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of("review", text, language="en")] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "The number of schools rose to 12, the city closed 3.",
            ["number of schools", "city closed"],
        ),
        (
            "The number of firms rose to 400, and banks lent to 300.",
            ["number of firms", "banks lent"],
        ),
        (
            "The number of contracts rose to 12, awards 3.",
            ["number of contracts", "number of awards"],
        ),
        (
            "Exports of tea reached 4 tons, and the plant employs 9,000.",
            ["Exports of tea", "plant employs"],
        ),
        (
            "We invested 5 million yuan in mills, weirs and dams were built.",
            ["invested mills"],
        ),
        (
            "The bridge linking urban and rural weavers was extended by 3 km and 2 km.",
            ["bridge linking urban and rural weavers extended"] * 2,
        ),
        (
            "The 20 schools, which were opened last year, have 3,000 pupils.",
            ["schools", "pupils"],
        ),
    ],
)
def test_words_with_a_verb_of_their_own_share_nothing_with_the_first(
    text: str, measures: list[str]
) -> None:
    claims = claims_of("review", text, language="en")
    assert [claim.measure for claim in claims if claim.quantity] == measures


@pytest.mark.parametrize(
    "text",
    [
        "Mills and weirs fell by 4% and 6% respectively",
        "Tea prices and silk prices rose by 4% and 6%",
        "The use of lime and the use of tar fell for the first time, by 4% and 6% respectively",
    ],
)
def test_numbers_of_two_subjects_go_with_both(text: str) -> None:
    claims = claims_of("review", f"{text}.", language="en")

    assert [claim.text for claim in claims] == [text, text]
    assert [claim.quantity and claim.quantity.basis for claim in claims] == [Basis.CHANGE] * 2


def test_more_than_some_years_before_is_a_change() -> None:
    claims = claims_of(
        "review",
        "The fund had 90 million yuan, 40 million yuan more than five years before.",
        language="en",
    )

    assert [claim.quantity and claim.quantity.basis for claim in claims] == [
        Basis.LEVEL,
        Basis.CHANGE,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The town's two mills, Beihe and Nanhe, sold 90 tons of tea.",
            [("The town's two mills, Beihe and Nanhe, sold 90 tons of tea", "two mills sold tea")],
        ),
        (
            "The three old trades, namely tea, silk and rice, had a combined output of 9 million yuan.",
            [
                (
                    "The three old trades, namely tea, silk and rice, had a combined output of 9 million yuan",
                    "three old trades combined output",
                )
            ],
        ),
        (
            "Fahe Road, Fuxing Road and 8 other roads were opened.",
            [("Fahe Road, Fuxing Road and 8 other roads were opened", "other roads opened")],
        ),
        (
            "We spent 9 million yuan on mills, weirs and dams.",
            [("We spent 9 million yuan on mills, weirs and dams", "spent on mills weirs and dams")],
        ),
        (
            "90 kilometers of water, gas and sewage pipes were laid.",
            [
                (
                    "90 kilometers of water, gas and sewage pipes were laid",
                    "water gas and sewage pipes laid",
                )
            ],
        ),
        (
            "We drew 70 million yuan ($10 million) of new loans.",
            [("We drew 70 million yuan ($10 million) of new loans", "drew new loans")],
        ),
        (
            "Trade came to 70 million yuan (about $10 million).",
            [("Trade came to 70 million yuan (about $10 million)", "Trade")],
        ),
    ],
)
def test_lists_and_names_are_not_cut_at_their_comma(
    text: str, expected: list[tuple[str, str]]
) -> None:
    claims = claims_of("review", text, language="en")

    assert [(claim.text, claim.measure) for claim in claims] == expected


def test_a_promise_for_a_list_of_works_is_one() -> None:
    claims = claims_of(
        "plan",
        "Ensure that Ruihe Mill, Huaxing Mill and 9 other works start on time.",
        language="en",
    )

    assert [claim.text for claim in claims] == [
        "Ensure that Ruihe Mill, Huaxing Mill and 9 other works start on time"
    ]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("9 new schools were built, adding 900 places.", ["schools-built", None]),
        (
            "All 90 proposals of CPPCC members were handled, with a satisfaction rate of 98%.",
            ["cppcc-proposals", None],
        ),
    ],
)
def test_what_a_deed_led_to_is_not_what_was_done(text: str, indicators: list[str | None]) -> None:
    assert [claim.indicator for claim in claims_of("review", text, language="en")] == indicators


def test_a_clause_that_is_set_beside_another_is_a_claim() -> None:
    text = "Ground was broken on 9 mills, while the new hill plant delivered its first boat."

    assert [claim.text for claim in claims_of("review", text, language="en")] == [
        "Ground was broken on 9 mills",
        "the new hill plant delivered its first boat",
    ]
