"""The bundled examples: two years, two languages, four formats, always the same bytes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
YEARS = ("2024", "2025")
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def build(out: Path) -> Path:
    subprocess.run([sys.executable, EXAMPLES / "build.py", out], check=True, capture_output=True)
    return out


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("examples"))


def text_of(year: str, language: str) -> str:
    return (EXAMPLES / f"district-{year}.{language}.txt").read_text(encoding="utf-8")


def test_every_report_comes_in_every_format(built: Path) -> None:
    expected = {
        f"district-{year}.{language}.{suffix}"
        for year in YEARS
        for language in ("zh", "en")
        for suffix in ("txt", "html", "docx", "pdf")
    }
    assert {path.name for path in built.iterdir()} == expected


def test_building_again_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = build(tmp_path)
    different = [
        path.name
        for path in built.iterdir()
        if path.read_bytes() != (again / path.name).read_bytes()
    ]
    assert different == []


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_word_and_web_versions_hold_every_paragraph_of_the_text(
    built: Path, year: str, language: str
) -> None:
    page = (built / f"district-{year}.{language}.html").read_text(encoding="utf-8")
    word = docx.Document(str(built / f"district-{year}.{language}.docx"))
    in_word = {paragraph.text for paragraph in word.paragraphs}
    for line in text_of(year, language).splitlines():
        assert not line or f">{line}<" in page
        assert not line or line in in_word


@pytest.mark.parametrize("year", YEARS)
def test_both_languages_have_the_same_paragraphs(year: str) -> None:
    chinese, english = text_of(year, "zh").split("\n\n"), text_of(year, "en").split("\n\n")
    assert len(chinese) == len(english)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_report_has_about_sixty_sentences(year: str, language: str) -> None:
    ends = r"[。！]" if language == "zh" else r"[.!](?=\s|$)"
    body = text_of(year, language).split("\n\n", 1)[1]
    assert 50 <= len(re.findall(ends, body)) <= 80


def test_no_sentence_of_one_year_returns_as_a_result_of_the_next() -> None:
    plan = set(re.split(r"[。！\n]", text_of("2024", "zh").split("三、2024年主要任务")[1]))
    review = set(re.split(r"[。！\n]", text_of("2025", "zh").split("二、")[0]))
    assert {sentence for sentence in plan & review if FIGURE.search(sentence)} == set()
