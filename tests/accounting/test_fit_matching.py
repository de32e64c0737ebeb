"""Weights fitted to annotated pairs: a toy pair is enough to tell what a link is."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from duixian.accounting.matching.model import Weights
from tests.accounting.pairs import plan_text, review_text
from tools.fit_matching import (
    SHIFTS,
    Example,
    best_of,
    figures_of,
    fit,
    fit_with_shift,
    leave_one_out,
    read_example,
    read_rows,
    shown,
    written,
)

PROMISED = "新建东山水库1座。开工建设西山隧道。建成南山机场。整治清河河道。扩建北门小学。"
TOLD = "东山水库建成蓄水。西山隧道开工建设。南山机场建成通航。植树造林取得新进展。"
ROWS = (
    ("新建东山水库1座", "东山水库建成蓄水", "met"),
    ("开工建设西山隧道", "西山隧道开工建设", "met"),
    ("建成南山机场", "南山机场建成通航", "met"),
    ("整治清河河道", "-", "unreported"),
    ("扩建北门小学", "-", "unreported"),
)


def annotate(folder: Path, name: str) -> None:
    (folder / f"{name}.plan.txt").write_text(plan_text(PROMISED), encoding="utf-8")
    (folder / f"{name}.review.txt").write_text(review_text(TOLD), encoding="utf-8")
    rows = (f"{promise}\tit\t-\t{told}\t-\t{verdict}\n" for promise, told, verdict in ROWS)
    (folder / f"{name}.account.tsv").write_text("".join(rows), encoding="utf-8")


@pytest.fixture
def toy(tmp_path: Path) -> Example:
    annotate(tmp_path, "toy")
    return read_example(tmp_path, "toy", counts=1.0)


def test_links_are_those_annotated(toy: Example) -> None:
    assert sum(toy.links.values()) == 3
    assert toy.links.keys() <= toy.signs.keys()


def test_fitted_weights_find_the_links_again(toy: Example) -> None:
    figures = figures_of(toy, fit_with_shift([toy]))
    assert (figures.precision, figures.recall, figures.f1) == (1, 1, 1)


def test_what_is_written_is_read_as_the_same_weights(toy: Example) -> None:
    weights = fit(toy_and_again(toy), shift=SHIFTS[0])
    assert msgspec.toml.decode(written(weights), type=Weights) == weights


def test_leaving_one_out_scores_every_pair_and_the_mean(toy: Example) -> None:
    table = shown(leave_one_out(toy_and_again(toy)))
    assert [line.split("|")[1].strip() for line in table.splitlines()[2:]] == ["toy", "toy", "mean"]


def toy_and_again(toy: Example) -> list[Example]:
    return [toy, Example(toy.name, toy.accounting, toy.rows, toy.signs, toy.links, 2.0)]


def test_a_quote_that_is_not_in_its_text_is_refused() -> None:
    with pytest.raises(ValueError, match="substring"):
        read_rows("修路\tit\t-\t-\t-\tmet\n", "修桥", "")


def test_the_span_that_fits_best_is_chosen() -> None:
    assert best_of((0, 5), [(0, 20), (1, 5), (6, 9)]) == 1
    assert best_of((0, 5), [(6, 9)]) is None
