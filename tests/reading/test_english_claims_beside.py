"""English claims whose subject, or whose measure, stands beside the clause of the number."""

from __future__ import annotations

import pytest

from duixian.reading.records import Specificity
from tests.reading.texts import claims_of, only


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Forty projects worth at least 100 million yuan each were signed, six of them with firms abroad.",
            ["projects signed", "projects signed firms abroad"],
        ),
        (
            "Four new schools with 3,200 places opened.",
            ["new schools opened", "new school places"],
        ),
        (
            "All 60 hill villages earned over 2 million yuan from tea.",
            ["hill villages earned tea", "hill villages earned tea"],
        ),
        ("Coal output was held at the 90-million-ton level.", ["Coal output held"]),
        ("Grants of $10 million (70 million yuan) came in.", ["Grants"]),
        (
            "Grants came to 70 million yuan (over USD 10 million of it from abroad).",
            ["Grants", "Grants abroad"],
        ),
        (
            "Of 9,300 calls to the 12345 hotline, 97 percent were answered at once.",
            ["calls to 12345 hotline", "calls to 12345 hotline answered at once"],
        ),
        (
            "Of the 12 crops listed in the plan, nine topped the targets.",
            ["crops listed in plan", "crops topped targets"],
        ),
        (
            "Exports reached 8 billion yuan, with green tea, the mainstay of trade, contributing two thirds.",
            ["Exports", "green tea contributing Exports"],
        ),
        (
            "We planted 9,000 mu of bamboo, pooled by 40 village cooperatives.",
            ["planted bamboo", "village cooperatives pooled bamboo"],
        ),
        (
            "Output of iron was 3 million tons; of coal, 6 million tons.",
            ["Output of iron", "Output of coal"],
        ),
        (
            "CNY 20 million of provincial and municipal funds was raised to mend 9 bridges.",
            ["provincial and municipal funds raised", "mend bridges"],
        ),
        (
            "Output grew, and spending on schools, roads and parks made up 15 percent of the budget.",
            ["spending on schools roads and parks of budget"],
        ),
        (
            "The boards, offices and agencies under the State Council were cut from 90 to 50.",
            ["boards offices and agencies under State Council cut"],
        ),
        (
            "We produced 3 tons of yarn, 9 tons of cloth and 5 tons of thread.",
            ["produced yarn", "produced cloth", "produced thread"],
        ),
        (
            "Six halls, 12 canteens and one clinic were put into service.",
            ["halls put into service", "canteens put into service", "clinic put into service"],
        ),
        (
            "Traffic accidents and deaths fell by 6 percent and 4 percent.",
            ["Traffic accidents fell", "Traffic deaths fell"],
        ),
        (
            "The belt, which covers 55 counties, is growing.",
            ["counties covered by belt"],
        ),
    ],
)
def test_a_number_is_told_of_what_its_clause_leaves_to_the_words_beside_it(
    text: str, measures: list[str]
) -> None:
    claims = claims_of("review", text, language="en")
    assert [claim.measure for claim in claims if claim.quantity] == measures


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        (
            "The belt, which covers 55 counties, is taking shape.",
            "The belt, which covers 55 counties, is taking shape",
            "The belt is taking shape",
        ),
        (
            "The dam, with a height of 90 m, was completed.",
            "The dam, with a height of 90 m, was completed",
            "The dam was completed",
        ),
        (
            "Eight halls, including the Old Mill, were opened.",
            "Eight halls, including the Old Mill, were opened",
            "halls opened",
        ),
        (
            "Sixty halls, 12 canteens and one clinic were put into service.",
            "Sixty halls, 12 canteens and one clinic were put into service",
            "halls put into service",
        ),
        (
            "Output of iron was 3 million tons; of coal, 6 million tons.",
            "of coal, 6 million tons",
            "Output of coal",
        ),
        (
            "Beginning this June 1, the tax on salt will be abolished.",
            "Beginning this June 1, the tax on salt will be abolished",
            "the tax on salt will be abolished",
        ),
        (
            "We made 5 tons of yarn, and cloth, which was rationed before, is now sold freely.",
            "cloth, which was rationed before, is now sold freely",
            "cloth is now sold freely",
        ),
    ],
)
def test_a_claim_has_the_subject_that_is_parted_from_its_verb(
    text: str, words: str, measure: str
) -> None:
    claims = claims_of("plan" if " will " in text else "review", text, language="en")

    assert (words, measure) in [(claim.text, claim.measure) for claim in claims]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            "The old rules, which farmers hold dear, will remain in force for years to come.",
            "The old rules will remain in force for years to come",
        ),
        (
            "Facing the combined blow of floods and storms, we will keep every mill at work.",
            "we will keep every mill at work",
        ),
        (
            "This will not be easy, so we need to work with greater care.",
            "we need to work with greater care",
        ),
        (
            "We will provide long-term, sustained help to farmers in the hills.",
            "We will provide long-term, sustained help to farmers in the hills",
        ),
        (
            "With a love of plain, honest, and rule-based work, we will mend our ways in every town.",
            "we will mend our ways in every town",
        ),
        (
            "We will, with an eye on the weather, foster sound habits among growers.",
            "We will foster sound habits among growers",
        ),
        (
            "We will go on to fully, faithfully, and calmly implement the policy of open doors.",
            "We will go on to fully implement the policy of open doors",
        ),
        (
            "We will quickly, and with care, mend the roads.",
            "We will quickly mend the roads",
        ),
        (
            "Thanks to the supply, demand for tea will rise.",
            "demand for tea will rise",
        ),
        (
            "Thanks to the help of many, the valley will keep its old character.",
            "the valley will keep its old character",
        ),
    ],
)
def test_the_clause_that_promises_is_the_measure(text: str, measure: str) -> None:
    assert only(claims_of("plan", text, language="en")).measure == measure


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The number of kilns, which once stood at 60, was brought down to zero.",
            ["The number of kilns, which once stood at 60, was brought down to zero"],
        ),
        (
            "The canal grew to 90 kilometers, the longest in the province, and 3 locks were built.",
            [
                "The canal grew to 90 kilometers, the longest in the province",
                "3 locks were built",
            ],
        ),
        (
            "We set the rent at 7 percent, slightly lower than that of last year, and sold 2 mills.",
            [
                "We set the rent at 7 percent, slightly lower than that of last year",
                "sold 2 mills",
            ],
        ),
        (
            "Service Point Willow put into operation in August, serving 900 firms of the upper valley and beyond.",
            [
                "Service Point Willow put into operation in August",
                "serving 900 firms of the upper valley and beyond",
            ],
        ),
        (
            "The 14 new rules in the Pilot Zone of Green and Joint Growth of the Valley brought the total to 112.",
            [
                "The 14 new rules in the Pilot Zone of Green and Joint Growth of the Valley",
                "The 14 new rules in the Pilot Zone of Green and Joint Growth of the Valley brought the total to 112",
            ],
        ),
    ],
)
def test_the_words_of_a_claim_hold_its_subject_and_whole_names(text: str, words: list[str]) -> None:
    assert [claim.text for claim in claims_of("review", text, language="en")] == words


def test_a_sum_that_is_issued_is_no_change_beside_one_that_is_raised() -> None:
    text = "Costs were cut by 3 million yuan over the year and 2 million yuan of bonds was issued."
    claims = claims_of("review", text, language="en")
    assert [claim.quantity and claim.quantity.basis.value for claim in claims] == [
        "change",
        "level",
    ]


def test_less_than_the_year_before_tells_the_way_of_the_change() -> None:
    text = "Investment was $90 million, which was 2.6 percent less than in the year before."
    claims = claims_of("review", text, language="en")
    assert [claim.measure for claim in claims] == ["Investment", "Investment less"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "We will complete the new mill in the valley and extend radio coverage to all villages.",
            [
                "We will complete the new mill in the valley",
                "extend radio coverage to all villages",
            ],
        ),
        (
            "We will complete the new mill in the upper valley and put it into operation.",
            ["We will complete the new mill in the upper valley and put it into operation"],
        ),
        (
            "We will build a school in the upper valley and protect and improve woods.",
            ["We will build a school in the upper valley and protect and improve woods"],
        ),
    ],
)
def test_an_and_in_front_of_a_verb_adds_a_deed_of_its_own(text: str, words: list[str]) -> None:
    assert [claim.text for claim in claims_of("plan", text, language="en")] == words


def test_what_stands_between_a_name_and_its_verb_is_no_list() -> None:
    text = "■ The Qinghe Bonded Zone, the first in Asia to trade tea and salt, was approved by all."
    claim = claims_of("review", text, language="en")[0]

    assert claim.measure == "The Qinghe Bonded Zone was approved by all"
    assert claim.text.startswith("The Qinghe")  # without the bullet


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The fifth Qinghe Tea Fair was held with success, with 30 firms taking part.",
            ["The fifth Qinghe Tea Fair was held with success", "30 firms taking part"],
        ),
        (
            "The share of teachers with a degree reached 70%, ranking among the best of the province.",
            [
                "The share of teachers with a degree reached 70%, ranking among the best of the"
                " province"
            ],
        ),
        (
            "A total of 300 people were moved in time, with no casualties.",
            ["A total of 300 people were moved in time, with no casualties"],
        ),
    ],
)
def test_what_leads_to_a_number_or_ranks_it_is_told(text: str, words: list[str]) -> None:
    claims = claims_of("review", text, language="en")

    assert [claim.text for claim in claims] == words


def test_apply_is_a_verb_and_no_adverb() -> None:
    text = "Complete the repair of the Qinghe Mill and apply to have its north wing listed."
    claims = claims_of("plan", text, language="en")

    assert claims[-1].text == "apply to have its north wing listed"


@pytest.mark.parametrize(
    ("text", "specificity"),
    [
        ("Make every effort to create a first-rate tea base.", Specificity.GENERAL),
        ("Make every effort to complete the Qinghe Library.", Specificity.SPECIFIC),
        ("Strengthen the construction of the Qinghe Tea Center.", Specificity.GENERAL),
        ("We should expand market access.", Specificity.GENERAL),
        ("We will launch the Qinghe Stock Connect.", Specificity.SPECIFIC),
    ],
)
def test_an_effort_is_no_deed_and_the_launch_of_a_named_thing_is(
    text: str, specificity: Specificity
) -> None:
    assert only(claims_of("plan", text, language="en")).specificity is specificity


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The workforce reached 24,000, and its population reached 41,000.", "population"),
        ("Exports reached 9 million yuan, and imports exceeded 4 million yuan.", "imports"),
        ("Parks reached 90 hectares, and their number reached 7.", "Parks number"),
        ("Fares stood at 3 yuan in 2019 and then rose to 5 yuan in 2024.", "Fares"),
        ("We planned to build five halls and actually built eight.", "built halls"),
        ("It was planned to mend 9 lanes, but in the end 12 were mended.", "lanes mended"),
    ],
)
def test_the_last_number_has_the_subject_of_its_own_clause(text: str, measure: str) -> None:
    assert claims_of("review", text, language="en")[-1].measure == measure


@pytest.mark.parametrize(
    ("role", "text", "expected"),
    [
        (
            "plan",
            "The main goals for the valley are as follows: tea output will grow by 5 percent.",
            ["tea output will grow by 5 percent"],
        ),
        (
            "review",
            "The tea fund of the valley ran smoothly: by the end of June, it had 900 members.",
            ["The tea fund of the valley ran smoothly", "it had 900 members"],
        ),
        (
            "review",
            "Affordable homes completed in the hills: 900.",
            ["Affordable homes completed in the hills: 900"],
        ),
    ],
)
def test_a_colon_behind_a_whole_clause_ends_it_and_one_behind_a_label_does_not(
    role: str, text: str, expected: list[str]
) -> None:
    assert [claim.text for claim in claims_of(role, text, language="en")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Qinghe Tea Market was opened in May and the second hill road was topped with stone.",
            [
                "The Qinghe Tea Market was opened in May",
                "the second hill road was topped with stone",
            ],
        ),
        (
            "The trade of the valley remained stable and its mix was better.",
            ["The trade of the valley remained stable and its mix was better"],
        ),
    ],
)
def test_two_subjects_each_with_its_verb_are_two_claims(text: str, expected: list[str]) -> None:
    assert [claim.text for claim in claims_of("review", text, language="en")] == expected


def test_a_number_said_of_a_subject_over_an_insertion_has_that_subject() -> None:
    text = "Another work, the mending of the dam, involved a total investment of 7 million yuan."

    assert only(claims_of("review", text, language="en")).text == text.rstrip(".")
