"""Every text of the shared corpus is read whole, and every record quotes it exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from duixian.documents.sources import load
from duixian.reading.read import read_document
from duixian.reading.records import Kind
from tests.reading.test_laws import check
from tests.reading.texts import SHARED, needs_shared

pytestmark = needs_shared

TEXTS = sorted([*SHARED.glob("corpus/*.txt"), *SHARED.glob("seeds/*.txt")])


def test_the_corpus_is_there() -> None:
    assert len(list(SHARED.glob("corpus/*.txt"))) >= 72


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in TEXTS])
def test_a_real_report_keeps_every_law(path: Path) -> None:
    report = read_document(load(path))

    check(report)
    assert {statement.kind for statement in report.statements} & {Kind.RESULT, Kind.COMMITMENT}
    assert report.quantities
