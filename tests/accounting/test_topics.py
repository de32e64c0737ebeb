"""What words are about, and how a promise and a passage stand among their neighbours."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from duixian.accounting.matching import topics
from duixian.accounting.matching.model import standings
from duixian.accounting.matching.topics import Topics, load_topics
from duixian.errors import LanguageDataError


def test_words_of_one_field_are_more_alike_than_words_of_two() -> None:
    words = Topics([{"外贸": 1.0}, {"进出口": 1.0}, {"养老": 1.0}], [0, 1, 2])
    assert words.likeness(0, words, 1)[0] > words.likeness(0, words, 2)[0]


def test_unknown_words_are_like_nothing() -> None:
    words = Topics([{"外贸": 1.0}, {"不知所云": 1.0}], [0, 1])
    assert words.likeness(0, words, 1) == (0.0, 0.0)


def test_passages_of_one_paragraph_are_about_the_same() -> None:
    words = Topics([{"外贸": 1.0}, {"养老": 1.0}], [3, 3])
    assert words.likeness(0, words, 1)[1] == pytest.approx(1.0)


def test_nothing_to_compare_is_no_error() -> None:
    none = Topics([], [])
    assert Topics([{"外贸": 1.0}], [0]).near(0, none) == []


def test_a_broken_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / topics.TABLE
    table.parent.mkdir()
    table.write_text("word,topics\n外贸,0z\n", encoding="utf-8")
    monkeypatch.setattr(topics, "files", lambda package: tmp_path)
    load_topics.cache_clear()
    with pytest.raises(LanguageDataError, match="word_topics"):
        load_topics()
    load_topics.cache_clear()


def test_the_table_holds_as_many_numbers_as_are_read() -> None:
    _, table = load_topics()
    assert table.shape[1] == topics.DIMENSIONS
    assert files("duixian.language").joinpath(topics.TABLE).is_file()


def test_a_pair_whose_neighbours_fit_stands_better() -> None:
    found = dict(standings({(0, 0): 2.0, (1, 1): 0.0, (8, 9): 0.0}))
    assert found[1, 1].beside > found[8, 9].beside == 0.0


def test_the_best_of_its_rivals_leads() -> None:
    found = dict(standings({(0, 0): 2.0, (0, 1): 0.0}))
    assert found[0, 0].better_passage < 0 < found[0, 1].better_passage
    assert found[0, 0].share_of_promise > found[0, 1].share_of_promise
