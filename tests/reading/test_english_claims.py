"""English claims: where their words begin and end, and which results they tell."""

from __future__ import annotations

import pytest

from duixian.reading.records import Relation, Specificity
from tests.reading.texts import claims_of, figures, only


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            "We will improve the systems for milk collection, storage, and sale.",
            "We will improve the systems for milk collection, storage, and sale",
        ),
        (
            "We will improve water, gas, heating, and lighting networks, reform the registers of land, and deepen trust.",
            "We will improve water, gas, heating, and lighting networks",
        ),
        (
            "Prices should stay stable at a flexible, predictable level.",
            "Prices should stay stable at a flexible, predictable level",
        ),
        (
            "We will pursue joint reform of schooling, science and technology, and talent systems.",
            "We will pursue joint reform of schooling, science and technology, and talent systems",
        ),
        (
            "We will promote orderly farming, improve villages and towns, and protect rivers.",
            "We will promote orderly farming",
        ),
        (
            "We aim both to keep the old mills and to plan, build, and run new mills for tea.",
            "We aim both to keep the old mills and to plan, build, and run new mills for tea",
        ),
        (
            "Acting on the belief that rivers are the wealth of all, we will keep the river banks clean.",
            "we will keep the river banks clean",
        ),
        (
            "We will protect the farms without delay, because rivers, lakes and woods are at risk.",
            "We will protect the farms without delay",
        ),
    ],
)
def test_a_comma_in_an_english_list_ends_no_clause(text: str, measure: str) -> None:
    assert only(claims_of("plan", text, language="en")).measure == measure


def test_an_english_claim_starts_with_the_list_that_is_its_subject() -> None:
    text = "Costs of receptions, foreign trips and cars were cut by 7.5%, and rents fell by 2%."
    claims = claims_of("review", text, language="en")

    assert [claim.text for claim in claims] == [
        "Costs of receptions, foreign trips and cars were cut by 7.5%",
        "rents fell by 2%",
    ]


def test_a_full_stop_of_an_english_abbreviation_ends_no_clause() -> None:
    text = "Complete the widening of Qinghe No. 3 Street."

    assert only(claims_of("plan", text, language="en")).text == text.rstrip(".")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Total trade rose by 7.4% to 52 billion yuan.",
            ["Total trade rose by 7.4%", "Total trade rose by 7.4% to 52 billion yuan"],
        ),
        (
            "We answered 21 motions and letters of deputies and 38 proposals of members.",
            ["We answered 21 motions and letters of deputies", "38 proposals of members"],
        ),
        (
            "All ten kinds of works (42 items in total) were finished.",
            ["All ten kinds of works (42 items in total) were finished"] * 2,
        ),
        (
            "The shares of the three sectors shifted to 2.1:40.3:57.6.",
            ["The shares of the three sectors shifted to 2.1:40.3:57.6"] * 3,
        ),
        (
            "Incomes in towns and villages rose by 4% and 6% respectively.",
            [
                "Incomes in towns and villages rose by 4% and 6% respectively",
                "Incomes in towns and villages rose by 4% and 6% respectively",
            ],
        ),
    ],
)
def test_words_of_an_english_number_never_end_open(text: str, words: list[str]) -> None:
    claims = claims_of("review", text, language="en")

    assert [claim.text for claim in claims][-len(words) :] == words


def test_an_attribute_is_no_english_claim_of_its_own() -> None:
    berths = only(claims_of("plan", "Work will start on two 300-tonne oil berths.", language="en"))
    farm = only(claims_of("plan", "We will start the 1.2-GW Donghai wind farm.", language="en"))
    growth = only(claims_of("review", "Exports saw a 30-percent increase.", language="en"))

    assert (berths.text, figures([berths])[0]) == (
        "Work will start on two 300-tonne oil berths",
        ("oil berths", "=", 2),
    )
    assert (farm.specificity, farm.quantity) == (Specificity.SPECIFIC, None)
    assert growth.quantity is not None


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Trade grew fast, and the Willow River Archive was inaugurated.",
            ["the Willow River Archive was inaugurated"],
        ),
        ("Services improved, and Metro Line 5 entered service.", ["Metro Line 5 entered service"]),
        (
            "We built 3 schools, and the town was named a model of clean air.",
            ["We built 3 schools", "the town was named a model of clean air"],
        ),
        (
            "The tunnel of Line 8 passed final acceptance, and people are content.",
            ["The tunnel of Line 8 passed final acceptance"],
        ),
    ],
)
def test_english_results_told_in_the_passive_are_claims(text: str, rows: list[str]) -> None:
    assert [claim.text for claim in claims_of("review", text, language="en")] == rows


def test_a_deed_without_its_subject_is_no_english_claim() -> None:
    claims = claims_of("review", "The line, long awaited, went into operation.", language="en")

    assert [claim.text for claim in claims] == ["The line, long awaited, went into operation"]


@pytest.mark.parametrize("noun", ["surge", "expansion", "increase"])
def test_how_much_something_moved_is_no_attribute(noun: str) -> None:
    claim = only(claims_of("review", f"Coal output saw a 200-ton {noun}.", language="en"))

    assert claim.quantity is not None


def test_letters_that_only_look_like_s_and_i_are_read_as_these() -> None:
    (claim,) = claims_of("review", "No leſs than 5 roads were bu\u0131lt.", language="en")

    assert claim.quantity is not None
    assert claim.quantity.relation is Relation.AT_LEAST


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            "While widening the roads of the old town, we will plant trees along the lakes.",
            "we will plant trees along the lakes",
        ),
        (
            "We will lower the fees of small harbours so that fishermen can earn more, and rest.",
            "We will lower the fees of small harbours",
        ),
        (
            "We will make the town known for reading, walking, doing sports, and singing together.",
            "We will make the town known for reading, walking, doing sports, and singing together",
        ),
        (
            "We will better the rules for keeping the canals clean, and for guarding the lakes.",
            "We will better the rules for keeping the canals clean, and for guarding the lakes",
        ),
        (
            "In the contest of towns for the “Green Prize,” our town will strive for a good place.",
            "our town will strive for a good place",
        ),
        (
            "Keeping the rivers clean and making the shores green We will watch the water better.",
            "We will watch the water better",
        ),
    ],
)
def test_the_measure_of_a_deed_is_the_clause_that_tells_it(text: str, measure: str) -> None:
    assert only(claims_of("plan", text, language="en")).measure == measure


def test_a_comma_before_the_closing_quotation_mark_ends_a_clause() -> None:
    text = 'We will renew 25 "villages in the wood," build 30 reading rooms, and add 40 benches.'

    assert [claim.text for claim in claims_of("plan", text, language="en")] == [
        'We will renew 25 "villages in the wood,"',
        "build 30 reading rooms",
        "add 40 benches",
    ]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            "We have eased the return of lanes in the core area and completed the return of 90 homes.",
            "completed return homes",
        ),
        (
            "We started the work, renovating and upgrading 40 old factories.",
            "renovating and upgrading old factories",
        ),
    ],
)
def test_the_measure_begins_at_the_last_of_two_deeds(text: str, measure: str) -> None:
    assert claims_of("review", text, language="en")[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Willow Archive set up its reading room, and the Elm Hall was inaugurated.",
            ["The Willow Archive set up its reading room", "the Elm Hall was inaugurated"],
        ),
        (
            "The old ferry was linked with the new pier, and 30 boats were repaired.",
            ["The old ferry was linked with the new pier", "30 boats were repaired"],
        ),
        (
            "We met the wishes of the villagers, and the trial field of the garden school began planting.",
            [
                "We met the wishes of the villagers",
                "the trial field of the garden school began planting",
            ],
        ),
        (
            "We hosted the first Reed Lake Forum and restored the water meadows along the canal.",
            [
                "We hosted the first Reed Lake Forum",
                "restored the water meadows along the canal",
            ],
        ),
        (
            "We eased the rules for traders, kept prices steady so as to help all, and mended roads.",
            [
                "We eased the rules for traders",
                "kept prices steady so as to help all",
                "mended roads",
            ],
        ),
    ],
)
def test_english_deeds_side_by_side_are_claims_of_their_own(text: str, rows: list[str]) -> None:
    assert [claim.text for claim in claims_of("review", text, language="en")] == rows


@pytest.mark.parametrize(
    "text",
    [
        "We will help towns to open their libraries and raise the wages of teachers.",
        "We will welcome guests who paint houses and build the best boats of our harbours.",
        "Work will go on so that fields are watered, and villages are lit at night.",
        "We will see that, in every town, needs are met, wages are paid, and schools are warm.",
    ],
)
def test_what_a_deed_is_for_or_tells_of_is_no_deed_beside_it(text: str) -> None:
    assert len(claims_of("plan", text, language="en")) == 1


def test_a_deed_beside_one_that_can_be_checked_says_how_far_it_can_be_checked_itself() -> None:
    text = "We will draw up plans for new crafts, hold fast to thrift in all our offices, and open the Elm Museum."
    claims = claims_of("plan", text, language="en")

    assert [claim.specificity for claim in claims] == [
        Specificity.SPECIFIC,
        Specificity.GENERAL,
        Specificity.SPECIFIC,
    ]


def test_vague_words_beside_a_number_are_no_claim() -> None:
    text = "Comprehensively promote rural progress, and repair 30 bridges."

    assert [claim.text for claim in claims_of("plan", text, language="en")] == ["repair 30 bridges"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Nine reading rooms and 4 floating stages were set up, taking the totals to 90 and 40 respectively.",
            [
                ("reading rooms set", 9),
                ("floating stages set", 4),
                ("reading rooms total", 90),
                ("floating stages total", 40),
            ],
        ),
        ("Salt output grew by 7.8 percent, 0.3 percentage points above target.", [("above", 0.3)]),
        (
            "Fisheries generated CNY 31 billion in added value (5.2% of GDP), 6.3% more year on year.",
            [("added value share of GDP", 5.2), ("added value more", 6.3)],
        ),
        (
            "Salt output exceeded 50 million tonnes for the sixth year in a row.",
            [("Salt output", 6)],
        ),
        (
            "Fees for small boats were raised twice, going up from 90 yuan a day to 110 yuan a day.",
            [("Fees for small boats going up", 110)],
        ),
    ],
)
def test_a_number_that_leans_on_those_before_it_has_their_measure(
    text: str, measures: list[tuple[str, float]]
) -> None:
    found = {
        float(claim.quantity.value): claim.measure
        for claim in claims_of("review", text, language="en")
        if claim.quantity
    }

    for measure, value in measures:
        assert found[value].endswith(measure) or measure in found[value]


def test_words_of_an_english_number_hold_the_predicate_it_shares() -> None:
    text = "Nine reading rooms and 4 stages were set up; for years, boats were rare."

    assert [claim.text for claim in claims_of("review", text, language="en")][:2] == [
        "Nine reading rooms and 4 stages were set up",
        "4 stages were set up",
    ]


def test_words_of_a_streak_say_what_went_on() -> None:
    claim = only(claims_of("review", "For five consecutive years, harvests grew.", language="en"))

    assert claim.text == "For five consecutive years, harvests grew"


def test_a_deed_that_which_goes_on_with_is_told_beside_the_number() -> None:
    text = "We opened the ferry to the whole coast, which lightened the burden of 300 villages."

    assert [claim.text for claim in claims_of("review", text, language="en")] == [
        "We opened the ferry to the whole coast",
        "which lightened the burden of 300 villages",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "We improved the rules on street markets, worked to lower the rents of stalls, and held six fairs.",
            "worked to lower the rents of stalls",
        ),
        (
            "Hours spent on paperwork shortened a great deal, and the number of shops rose to 3,000.",
            "Hours spent on paperwork shortened a great deal",
        ),
        (
            "We opened the harbor wider, and the economy of the islands went from strength to strength.",
            "the economy of the islands went from strength to strength",
        ),
    ],
)
def test_a_past_verb_before_to_is_a_deed_of_its_own(text: str, told: str) -> None:
    assert told in [claim.text for claim in claims_of("review", text, language="en")]


def test_a_participle_before_to_is_no_deed() -> None:
    text = "We improved the rules on street markets, aimed to lower rents, in all four towns."

    assert len(claims_of("review", text, language="en")) == 1


def test_the_names_of_what_was_counted_are_words_of_the_claim() -> None:
    text = (
        "We will finish four halls, including the Qinghe Library, and tend the parks of the city."
    )

    counted = claims_of("plan", text, language="en")[0]
    assert counted.text == "We will finish four halls, including the Qinghe Library"
    assert counted.project == "Qinghe Library"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Idle funds of 3 million yuan were called in.", "Idle funds called"),
        ("We mended 90 halls built before 1990.", "mended halls"),
        ("We opened 90 halls in 2019.", "opened halls"),
    ],
)
def test_what_was_done_is_told_and_when_a_thing_was_built_is_not(text: str, measure: str) -> None:
    assert claims_of("review", text, language="en")[0].measure == measure


def test_a_heading_run_into_a_frame_is_no_part_of_the_claim() -> None:
    text = (
        "Keeping the hills green and the rivers clean Acting on the belief that both are "
        "the wealth of all, we will plant more trees along the river banks."
    )

    (claim,) = claims_of("plan", text, language="en")
    assert claim.text.startswith("Acting on the belief")
    assert claim.measure == "we will plant more trees along the river banks"


def test_what_was_before_is_no_claim_beside_what_was_done() -> None:
    text = "Whereas only nine parks were built in the previous five years, we opened 12 in 2024."

    assert [one.text for one in claims_of("review", text, language="en")] == [
        "we opened 12 in 2024"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Losses fell from 19 percent in 2014 and 14 percent in 2019 to 9 percent in 2024.",
        "Fares stood at 2 yuan in 2019 and then rose to 5 yuan in 2024.",
        "Exports, which were 20 million yuan in 2010, reached 90 million yuan.",
        "Sales were 20 million yuan in 2018 and reached 90 million yuan.",
        "The bridge opened in 1975 was widened.",
    ],
)
def test_a_move_is_of_the_year_that_it_came_to(text: str) -> None:
    assert only(claims_of("review", text, language="en")).period == "2024"


LISTED = (
    "The main targets for 2025 are: – growth of around 5 percent – 900 new jobs – 30 new halls."
)


@pytest.mark.parametrize(
    "text",
    [
        LISTED,
        LISTED.replace("–", "—"),
        LISTED.replace("–", "--"),
        "We aim at\n– growth of around 5 percent\n– 900 new jobs\n– 30 new halls",
        "We aim at:\n\n— growth of around 5 percent;\n\n— 900 new jobs;\n\n— 30 new halls.",
    ],
)
def test_targets_told_off_by_dashes_have_each_their_own_words(text: str) -> None:
    told = [one.text for one in claims_of("plan", text, language="en") if one.quantity]

    assert told == ["growth of around 5 percent", "900 new jobs", "30 new halls"]


def test_a_dash_parts_a_change_from_what_changed() -> None:
    text = "Trade reached 30 billion yuan – up 10 percent on 2022 – and exports doubled."

    assert [one.text for one in claims_of("review", text, language="en")] == [
        "Trade reached 30 billion yuan",
        "up 10 percent on 2022",
        "exports doubled",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The port – the oldest by far – grew 5 percent.",
        "– 90 halls – the best – were built.",
        "Exports – a rise of 5 percent – were strong.",
    ],
)
def test_dashes_around_what_is_put_in_part_nothing(text: str) -> None:
    assert "–" in only(claims_of("review", text, language="en")).text


@pytest.mark.parametrize(("role", "verb"), [("review", "cut"), ("plan", "will cut")])
def test_the_time_that_a_deed_is_cut_to_is_claimed(role: str, verb: str) -> None:
    claim = only(
        claims_of(role, f"We {verb} approval times from over one month to ten days.", language="en")
    )

    assert (claim.quantity and claim.quantity.text, claim.measure) == (
        "ten days",
        "cut approval times",
    )


def test_a_clause_of_nothing_but_a_blank_breaks_nothing() -> None:
    told = "With care for all people, , we will mend the roads."

    assert [claim.text for claim in claims_of("plan", told, language="en")] == [told.rstrip(".")]
