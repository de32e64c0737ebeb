"""Findings for a person at a terminal: errors first, both quotations, what was compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import BinaryIO

from rich.padding import Padding
from rich.text import Text

from duixian.bilingual.records import Finding, Severity
from duixian.tables.clean_text import for_terminal
from duixian.tables.terminal import open_console

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_LONGEST_QUOTE = 400
_COUNTS = {
    "zh_quantities": "figures in the Chinese",
    "en_quantities": "in the English",
    "pairs": "compared",
    "agreed": "agree",
    "unaligned": "sentences without a partner",
    "sentences": "sentences",
    "quantities": "figures",
    "documents": "documents",
    "agreeing": "claims that agree",
    "differing": "claims that differ",
}


def write_findings(
    stream: BinaryIO,
    findings: Sequence[Finding],
    compared: Mapping[str, int],
    *,
    is_terminal: bool = False,
    language: str = "en",
) -> None:
    """Write the findings and the counts as text, what is wrong in "zh" or "en"."""
    console = open_console(stream, is_terminal=is_terminal)
    for finding in findings:
        head = Text(finding.severity.value.upper(), style=_STYLES[finding.severity])
        head.append(f" {for_terminal(finding.kind)}: ", style="bold")
        message = finding.message_zh if language == "zh" else ""
        head.append(for_terminal(message or finding.message), style="default")
        console.print(head, soft_wrap=False)
        is_remark = finding.severity is Severity.INFO
        for label, text in [] if is_remark else _quotations(finding):
            console.print(Padding(Text(f"{label}  {text}", style="dim"), (0, 0, 0, 2)))
        if not is_remark:
            console.print()
    console.print(Text(_summary(findings, compared), style="bold"))


def _quotations(finding: Finding) -> list[tuple[str, str]]:
    quotations = [
        ("zh", finding.zh_text),
        ("en", finding.en_text),
        ("  ", finding.other_text),
    ]
    return [(label, _shortened(text)) for label, text in quotations if text]


def _shortened(text: str) -> str:
    text = for_terminal(text)
    if len(text) <= _LONGEST_QUOTE:
        return text
    return text[: _LONGEST_QUOTE - 1] + "…"


def _summary(findings: Sequence[Finding], compared: Mapping[str, int]) -> str:
    found = ", ".join(
        _counted(sum(each.severity is severity for each in findings), name)
        for severity, name in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "remark"),
        )
    )
    looked = ", ".join(
        f"{compared[key]} {name}" for key, name in _COUNTS.items() if key in compared
    )
    return f"{found}; {looked}" if looked else found


def _counted(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
