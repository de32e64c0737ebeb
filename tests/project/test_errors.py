"""Errors pass between the reading processes, so each must come out as it went in."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from duixian import errors
from duixian.errors import DuixianError, LanguageDataError, MissingExtraError, OutputError


def _every_error(kind: type[DuixianError] = DuixianError) -> Iterator[type[DuixianError]]:
    """Give the errors of the tree, but for those of the web room, which stay in their process."""
    yield kind
    for below in kind.__subclasses__():
        if below.__module__ == errors.__name__:
            yield from _every_error(below)


@pytest.mark.parametrize("kind", list(_every_error()), ids=lambda kind: str(kind.__name__))
def test_every_error_survives_the_way_to_another_process(kind: type[DuixianError]) -> None:
    is_plain = kind.__init__ is Exception.__init__
    error = kind("one thing") if is_plain else kind("one thing", "another")
    returned = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own pickle
    assert type(returned) is kind
    assert str(returned) == str(error)
    assert vars(returned) == vars(error)


def test_the_parts_of_an_error_can_still_be_asked_for() -> None:
    missing = pickle.loads(pickle.dumps(MissingExtraError("Parquet", "parquet")))  # noqa: S301
    assert (missing.feature, missing.extra) == ("Parquet", "parquet")
    unwritten = pickle.loads(pickle.dumps(OutputError("a.xlsx", "the disk is full")))  # noqa: S301
    assert (unwritten.path, unwritten.cause) == ("a.xlsx", "the disk is full")
    broken = pickle.loads(pickle.dumps(LanguageDataError("a.toml", "line 7")))  # noqa: S301
    assert (broken.path, broken.cause) == ("a.toml", "line 7")


def test_the_page_of_errors_names_every_class() -> None:
    for kind in _every_error():
        assert kind.__name__ in str(errors.__doc__)
