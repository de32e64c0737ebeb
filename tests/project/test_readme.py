"""What the documents tell a reader to type or to open is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest

import duixian
from duixian.cli.main import cli
from tests.project.files import ROOT

README = ROOT / "README.md"
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").glob("*.md")]
)


def typed_commands(program: str) -> list[str]:
    """Find the command lines of the README that start a program."""
    pattern = re.compile(rf"^(?:\$ )?(?:\.venv/bin/)?{program} ([^#\n]+)", re.MULTILINE)
    return [line.strip() for line in pattern.findall(README.read_text(encoding="utf-8"))]


def test_every_make_command_of_the_readme_is_a_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    asked = {line.split()[0] for line in typed_commands("make")}
    assert {"demo", "test"} <= asked <= targets


def test_every_duixian_command_of_the_readme_and_its_options_are_there() -> None:
    lines = typed_commands("duixian")
    assert lines
    for line in lines:
        name, *words = line.split()
        command = cli.get_command(click.Context(cli), name)
        assert command is not None, line
        known = {option for parameter in command.params for option in parameter.opts}
        asked = {word for word in words if word.startswith("-") and word != "-"}
        assert asked <= known, line


def test_the_claims_shown_are_those_of_the_example() -> None:
    rows = re.findall(r"^\| commitment \|.*$", README.read_text(encoding="utf-8"), re.MULTILINE)
    shown = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows]
    claims = duixian.read(ROOT / "examples" / "district-2024.zh.txt").claims
    found = {
        (
            claim.kind,
            claim.text,
            claim.measure,
            claim.quantity.relation,
            str(claim.quantity.value),
            str(claim.due),
            str(claim.indicator),
            str(claim.start),
            str(claim.end),
        )
        for claim in claims
        if claim.quantity
    }
    assert len(shown) == 3
    assert set(shown) <= found


def test_the_python_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    report = (ROOT / "examples" / "district-2024.zh.txt").read_bytes()
    (tmp_path / "report.txt").write_bytes(report)
    monkeypatch.chdir(tmp_path)
    values: dict[str, Any] = {}
    exec(code.replace("report.pdf", "report.txt"), values)  # noqa: S102  # our own README
    assert "云亭科技园收入 > 460000000000 CNY" in capsys.readouterr().out
    assert values["table"].num_rows == len(values["report"].quantities)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing == []


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^make\b.* test\b", script, re.MULTILINE)
