"""English days, months and quarters: told whole, and of their own clauses alone."""

from __future__ import annotations

import pytest

from tests.reading.texts import claims_of


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by October 31, 2025", "2025-10-31"),
        ("by 31 October 2025", "2025-10-31"),
        ("on October 31", "2025-10-31"),
        ("before Sept. 1", "2025-09-01"),
        ("by Oct. 15, 2025", "2025-10-15"),
        ("in Sept. 2025", "2025-09"),
        ("in Q3 2025", "2025-09-30"),
        ("by H1 2025", "2025-06-30"),
        ("in 2025Q4", "2025-12-31"),
        ("in 2026 Q2", "2026-06-30"),
        ("in the third quarter of 2026", "2026-09-30"),
        ("in the first half of 2026", "2026-06-30"),
        ("in the first half of the year", "2025-06-30"),
    ],
)
def test_a_date_belongs_to_its_claim_and_not_to_its_measure(words: str, due: str) -> None:
    claims = claims_of("plan", f"We will finish 3 bridges {words}.", language="en")

    assert [(claim.text, claim.due, claim.measure) for claim in claims] == [
        (f"We will finish 3 bridges {words}", due, "finish bridges")
    ]


def test_each_clause_has_a_date_of_its_own() -> None:
    text = (
        "We will finish the bridge by the end of June, and open the hospital in Q3 2025. "
        "We will open the museum by October 31, 2025, and build 3 schools."
    )

    assert [claim.due for claim in claims_of("plan", text, language="en")] == [
        "2025-06",
        "2025-09-30",
        "2025-10-31",
        "2025",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "by\nOctober 31, 2025.",
        "by the end of\nOctober.",
        "by October\n31, 2025.",
        "on October 31,\n2025, and plant trees.",
        "before Oct.\n31, and plant trees.",
    ],
)
def test_a_date_broken_over_two_lines_is_one(told: str) -> None:
    text = f"We will plant trees. We will finish the museum of the county {told}"
    claim = claims_of("plan", text, language="en")[1]

    assert (claim.due or "").startswith("2025-10")
    assert "Oct" in claim.text


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("in Q3 2024", "2024-07/2024-09"),
        ("in 2024Q2", "2024-04/2024-06"),
        ("in H1 2024", "2024-01/2024-06"),
        ("in Sept. 2024", "2024-09"),
        ("on 1 May 2024", "2024-05-01"),
        ("on May 1, 2024", "2024-05-01"),
    ],
)
def test_a_result_is_of_the_day_month_or_quarter_it_tells(words: str, period: str) -> None:
    claims = claims_of("review", f"We opened 3 halls {words}.", language="en")

    assert [(claim.period, claim.measure) for claim in claims] == [(period, "opened halls")]


def test_a_work_is_no_claim_by_its_completion_alone() -> None:
    text = (
        "Upon completion, the line will carry 3 million people. "
        "Scheduled for completion in May 2025, the centre will serve all of the county."
    )

    assert [claim.text for claim in claims_of("plan", text, language="en")] == [
        "the line will carry 3 million people",
        "Scheduled for completion in May 2025, the centre will serve all of the county",
    ]


def test_a_date_line_is_furniture_and_the_end_of_a_sentence_is_none() -> None:
    line = "October 31, 2025"
    broken = "We will open the museum of the river to the public by"

    claims = claims_of("plan", f"{broken}\n{line}.", language="en")
    assert [claim.text for claim in claims] == [f"{broken}\n{line}"]
    assert claims_of("plan", f"We will plant trees.\n\n{line}", language="en")[-1].text == (
        "We will plant trees"
    )
