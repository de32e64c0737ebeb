"""English numbers that lean on a subject in front of them or a pronoun have its words."""

from __future__ import annotations

import pytest

from duixian.reading.quantities.describe import describe_quantities
from duixian.reading.records import Language
from duixian.reading.sentences import Sentence
from tests.reading.texts import claims_of


def measures(text: str) -> dict[str, str]:
    sentence = Sentence(0, len(text), Language.EN)
    return {
        text[one.mention.start : one.mention.end]: one.context.measure
        for one in describe_quantities(text, sentence)
    }


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Qinghe Port, handling 3 million passengers, was the busiest for the third year running.",
            "3 million",
            "Qinghe Port handling passengers",
        ),
        (
            "Qinghe Port, handling 3 million passengers, was the busiest for the third year running.",
            "third",
            "Qinghe Port busiest",
        ),
        (
            "The Qinghe Tea Fair attracted 12% more buyers and 8% more brands.",
            "8%",
            "Qinghe Tea Fair attracted more brands",
        ),
        (
            "All 12 lakes met the standard, and the share of those open to bathers rose to 40 percent.",
            "40 percent",
            "share of lakes open to bathers",
        ),
        (
            "Widening started on 30 streets and was completed on 14 others.",
            "14",
            "Widening completed streets",
        ),
        (
            "A total of 5,000 jobs were created, and 900 of those out of work found a place.",
            "900",
            "people out of work found place",
        ),
        (
            "We looked after the old, to whom 12 percent of public spending was devoted.",
            "12 percent",
            "public spending devoted to old",
        ),
        (
            "The grant for herders was raised by 20 yuan a month, some 8,000 people benefiting.",
            "8,000",
            "people benefiting grant for herders raised",
        ),
        (
            "Of the 40 lanes covered by the plan, 16 will see paving begin and six will be closed.",
            "16",
            "lanes paving begin",
        ),
        (
            "Forty small workshops and 12 larger plants moved into the new Qinghe park.",
            "Forty",
            "small workshops moved into new Qinghe park",
        ),
        (
            "Investment of 3 billion yuan will go into 40 key projects.",
            "3 billion yuan",
            "Investment in key projects",
        ),
        (
            "We hired 30 crews and brought spending on meals, cars and trips down by 6 percent.",
            "6 percent",
            "spending on meals cars and trips",
        ),
        (
            "Paving got under way in 30 lanes.",
            "30",
            "Paving lanes",
        ),
        (
            "We will train the skills of 3,000 herders over two years.",
            "3,000",
            "train skills herders",
        ),
    ],
)
def test_a_number_has_the_subject_it_leans_on(text: str, number: str, expected: str) -> None:
    assert measures(text)[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("In spring, handling 3 million parcels, we hired 90 drivers.", "90", "hired drivers"),
        ("Of the crews hired, those rated good were 40.", "40", "rated good"),
    ],
)
def test_what_is_no_subject_lends_no_words(text: str, number: str, expected: str) -> None:
    assert measures(text)[number] == expected


def test_a_claim_of_what_a_subject_does_besides_begins_with_the_subject() -> None:
    text = "Trade held up, and Qinghe Port, handling 3 million passengers, was the busiest."

    assert "Qinghe Port, handling 3 million passengers" in [
        claim.text for claim in claims_of("review", text, language="en")
    ]


def test_the_first_of_two_subjects_has_the_words_of_both() -> None:
    text = "Forty small workshops and 12 larger plants moved into the new Qinghe park."

    first, second = claims_of("review", text, language="en")
    assert first.text == text.rstrip(".")
    assert second.text == "12 larger plants moved into the new Qinghe park"


def test_the_whole_that_a_promise_takes_a_part_of_is_no_claim() -> None:
    text = "Of the 40 lanes covered by the plan, 16 will see paving begin and six will be closed."

    assert [claim.text for claim in claims_of("plan", text, language="en")] == [
        "16 will see paving begin",
        "six will be closed",
    ]


def test_money_that_goes_into_things_is_told_with_them() -> None:
    text = "Investment of 3 billion yuan will go into 40 key projects."

    money, things = claims_of("plan", text, language="en")
    assert money.text == text.rstrip(".")
    assert (things.measure, things.indicator) == ("key projects", "major-projects")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Spending on libraries, old theaters and sports grew by 3, 4 and 5 percent respectively.",
            ["Spending on libraries", "Spending on old theaters", "Spending on sports grew"],
        ),
        (
            "Sales of furniture and building materials rose by 2 and 9 percent respectively.",
            ["Sales of furniture", "Sales of building materials rose"],
        ),
        (
            "The incomes of urban and rural families rose by 2 and 9 percent respectively.",
            ["incomes of urban families rose", "incomes of rural families rose"],
        ),
        (
            "Investment in fixed assets, exports and tax revenue grew by 3, 4 and 5 percent respectively.",
            ["Investment in fixed assets", "exports", "tax revenue grew"],
        ),
    ],
)
def test_what_opens_a_list_told_off_holds_for_all_members_without_a_name_of_their_own(
    text: str, expected: list[str]
) -> None:
    assert list(measures(text).values()) == expected


def test_the_members_of_the_ratio_of_industries_are_named_in_their_order() -> None:
    found = measures("This brought the industrial structure to 6.2:41.3:52.5.")

    assert [measure.rsplit(" ", 1)[-1] for measure in found.values()] == [
        "primary",
        "secondary",
        "tertiary",
    ]
    assert set(measures("The ratio of teachers to pupils is 3:40:57.").values()) == {
        "ratio of teachers to pupils"
    }


def test_its_is_said_of_the_place_that_the_number_before_was_told_of() -> None:
    text = "Cargo handled at Qinghe Port hit 3 million tons, and its ferry traffic reached 9,000 trips."

    assert list(measures(text).values())[-1] == "ferry traffic trips at Qinghe Port"


def test_a_number_with_the_subject_of_an_earlier_clause_has_its_place() -> None:
    text = "Cargo handled at Qinghe Port hit 3 million tons, ranking second for the fifth year running."

    assert [claim.place for claim in claims_of("review", text, language="en")] == [
        "Qinghe Port"
    ] * 2


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            "The number of mills that joined the pool, most of which are small, rose to 900.",
            "number of mills",
        ),
        (
            "The stock of old grain, which had been a burden, fell by 9 percent.",
            "stock of old grain fell",
        ),
    ],
)
def test_a_subject_holds_over_what_is_told_of_it(text: str, measure: str) -> None:
    (claim,) = claims_of("review", text, language="en")

    assert claim.measure == measure
    assert claim.text == text.removeprefix("The ").rstrip(".")


def test_a_clause_with_its_own_subject_takes_none_over_a_relative_clause() -> None:
    found = measures("We laid tracks, which helped the mills, and tea output rose by 5 percent.")

    assert list(found.values()) == ["tea output rose"]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # Words that only lead to what is measured are none of it, but particles make deeds of them.
        (
            "Nine firms moved in, bringing the number of mills to 40.",
            "40",
            "number of mills",
        ),
        ("We will bring in 30 new firms.", "30", "bring new firms"),
        # A rate told behind the level that grew, and a share of a total behind a subject.
        (
            "Output rose to 9 billion yuan, registering an annual growth rate of 4 percent over five years.",
            "4 percent",
            "Output annual growth rate",
        ),
        (
            "The number of tea firms exceeded 90, nearly one third of the county's total.",
            "one third",
            "number of tea firms share of county's total",
        ),
        # A target that was passed, and a number up on that of another time.
        (
            "We created 900 new jobs, surpassing the year's target of 800 and setting a record.",
            "800",
            "created new jobs target",
        ),
        (
            "Grain output reached 60 tons, 3 tons up on the previous year.",
            "3 tons",
            "Grain output up",
        ),
        # Members of one list.
        (
            "Tin was mined, and the share of machines in sowing, weeding, and reaping rose to 9 percent.",
            "9 percent",
            "share of machines in sowing weeding and reaping",
        ),
        (
            "We closed old capacity including 40 tons of tin and 9 tons of lead.",
            "9 tons",
            "closed old capacity lead",
        ),
        (
            "Spending was 90 yuan, of which 44% was spent on roads, 16% on parks, and 3% on lamps.",
            "3%",
            "Spending spent on lamps",
        ),
        (
            "Ten zones were set up, and tea and silk export taxes were cut by 6 percent and 9 percent, respectively.",
            "6 percent",
            "tea export taxes cut",
        ),
        # A pair of adjectives inside a phrase, and a clause with who, are of its noun.
        (
            "We held 3 fairs and saw to it that subsidies for basic care for rural and jobless residents are raised by 9 yuan.",
            "9 yuan",
            "subsidies for basic care for rural and jobless residents raised",
        ),
        ("Farmers who found work in towns exceeded 900.", "900", "Farmers found work in towns"),
        # What an apposition or an adjective tells of.
        (
            "The bridge over the canal, 90 meters long, was opened.",
            "90 meters",
            "bridge canal long",
        ),
        ("We gave a 13% bonus to nurses.", "13%", "bonus to nurses"),
        (
            "Loans went to 90 mills, and prizes were paid to the young, with some 700 people benefiting.",
            "700",
            "people benefiting prizes paid to young",
        ),
    ],
)
def test_a_number_is_told_of_its_whole_phrase(text: str, number: str, expected: str) -> None:
    assert measures(text)[number] == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # What those of a number did, or had done to them, is told of what was counted before.
        (
            "We helped 90 herders out of debt, including 9 who were moved from the hills.",
            "9",
            "herders moved from hills",
        ),
        (
            "The first two parks were opened, as were 90 gardens of many kinds.",
            "90",
            "gardens opened",
        ),
        (
            "We drew up maps for 9 state farms and plans for 3 private ones.",
            "3",
            "plans private farms",
        ),
        (
            "Of this, 40 yuan is to be borne by the county and the remaining 20 yuan by the towns.",
            "20 yuan",
            "borne by towns",
        ),
    ],
)
def test_a_number_is_told_of_the_things_before_it(text: str, number: str, expected: str) -> None:
    assert measures(text)[number] == expected


def test_a_clause_that_opens_with_once_is_no_part_of_a_measure() -> None:
    found = measures("Revenue doubled in ten years once fees are added.")

    assert found == {"doubled": "Revenue"}
