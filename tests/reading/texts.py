"""Makes small reports out of a sentence, and finds the shared texts beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from duixian.documents.document import Document
from duixian.reading.quantities.describe import describe_quantities
from duixian.reading.read import read_document
from duixian.reading.records import Claim, Language, Report
from duixian.reading.sentences import Sentence

SHARED = Path(__file__).resolve().parents[3] / "shared"

needs_shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared texts are not beside the checkout"),
]

_OPENINGS = {
    ("zh", "review"): "清河县政府工作报告（2025年）\n一、2024年工作回顾\n",
    ("zh", "plan"): "清河县政府工作报告（2025年）\n一、2025年重点工作\n",
    ("en", "review"): "Report on the Work of the Government of Qinghe County, 2025\n\n"
    "I. Review of Work in 2024\n\n",
    ("en", "plan"): "Report on the Work of the Government of Qinghe County, 2025\n\n"
    "I. Major Tasks for 2025\n\n",
}


def document(text: str, *, name: str = "-") -> Document:
    """Make a plain document of a text, as if read from a file."""
    return Document(name, "text/plain", "", len(text), text)


def read(text: str) -> Report:
    """Read a text as it stands."""
    return read_document(document(text))


def opening(language: str, role: str) -> str:
    """Return the title and heading of a report up to where a sentence of that role may follow."""
    return _OPENINGS.get((language, role), "")


def read_in(role: str, text: str, *, language: str = "zh") -> Report:
    """Read a text inside a review or a plan of 2025, or inside neither."""
    return read(f"{opening(language, role)}{text}\n")


def claims_of(role: str, text: str, *, language: str = "zh") -> list[Claim]:
    """Return the claims of a text inside a review or a plan of 2025, without its opening."""
    report = read_in(role, text, language=language)
    return [claim for claim in report.claims if claim.start >= len(opening(language, role))]


def figures(claims: list[Claim]) -> list[tuple[str, str, int] | None]:
    """Return what a reader would compare: measure, relation and value of every claim."""
    return [
        (c.measure, c.quantity.relation.value, int(c.quantity.value)) if c.quantity else None
        for c in claims
    ]


def only(claims: list[Claim]) -> Claim:
    (claim,) = claims
    return claim


def measures(text: str, language: Language = Language.ZH) -> list[tuple[str, str]]:
    """Return every number of a sentence with what it measures."""
    sentence = Sentence(0, len(text), language)
    return [
        (text[d.mention.start : d.mention.end], d.context.measure)
        for d in describe_quantities(text, sentence)
    ]
