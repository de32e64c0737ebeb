"""The benchmark leaves out what it cannot have, and times all contenders alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.measures import Contender, SkippedError, time_contender
from bench.peers.timing import Job, Text, run_contender
from bench.texts import as_document, texts

SAMPLE: Text = {"name": "sample", "language": "zh", "text": "增长5%。", "sentences": ["增长5%。"]}


def test_the_examples_are_always_among_the_texts() -> None:
    names = {text["name"] for text in texts()}
    assert "examples/district-2025.zh.txt" in names


@pytest.mark.parametrize("text", texts(), ids=lambda text: text["name"])
def test_the_sentences_of_a_text_hold_all_of_it(text: Text) -> None:
    assert "".join("".join(text["sentences"]).split()) == "".join(text["text"].split())


def test_a_peer_without_its_environment_is_left_out_with_the_reason(tmp_path: Path) -> None:
    absent = Contender("absent", "bench.peers.quantulum", tmp_path / "python", ("one",))
    with pytest.raises(SkippedError, match="environment is not there"):
        time_contender(absent, [SAMPLE])


def test_a_peer_that_does_not_start_is_left_out_with_its_last_words(tmp_path: Path) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho 'No module named peer' >&2\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    with pytest.raises(SkippedError, match="No module named peer"):
        time_contender(Contender("broken", "peer", broken, ("one",)), [SAMPLE])


def test_every_way_is_run_once_more_than_it_is_timed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    calls: list[str] = []

    def read(text: Text) -> int:
        calls.append(text["name"])
        return 7

    job: Job = {"repeats": 3, "texts": [SAMPLE]}
    (tmp_path / "job.json").write_text(json.dumps(job), encoding="utf-8")
    with (tmp_path / "job.json").open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        run_contender(lambda language: {"only": read})
    (timing,) = json.loads(capsys.readouterr().out)
    assert len(calls) == 4
    assert len(timing["seconds"]) == 3
    assert timing["found"] == 7


def test_a_text_becomes_the_document_its_file_would_give() -> None:
    document = as_document("甲\n", name="a.txt")
    assert (document.text, document.size, document.media_type) == ("甲\n", 4, "text/plain")
