"""One record as the desk shows it: what the machine says, and the passage it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.forms import Form

from duixian.language.reasons import in_chinese
from duixian.web.desk.forms import correction_form
from duixian.web.desk.queues import Queue
from duixian.web.language_prefix import is_chinese
from duixian.web.ledger.models import Document, Evidence, Finding, Verdict

_END = re.compile(r"[。！？；\n]|[.!?;]\s")
_CUT_WORD, _WORD_CUT = re.compile(r"^[A-Za-z0-9,'’-]+\s"), re.compile(r"\s[A-Za-z0-9'’-]+$")
_EMPTY_LINES = re.compile(r"\s*\n\s*")
Fact = tuple[str, str]  # a name of `labels.FACTS`, and what stands there


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation in its place: what stands before it and after it, and on which page."""

    label: str  # of `labels.PASSAGES`
    before: str
    quote: str
    after: str
    page: int | None
    language: str


@dataclass(frozen=True, slots=True)
class Shown:
    """All that an item of the desk needs."""

    record: Any
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...]
    form: Form

    @property
    def certainty(self) -> int | None:
        """How sure the machine is, in percent; None where it says how grave a thing is instead."""
        if isinstance(self.record, Finding):
            return None
        doubt: float = self.record.doubt
        return round(100 * (1 - doubt))


def shown(queue: Queue, record: Any, *, data: Any = None) -> Shown:
    """Make a record ready for the page; `data` keeps what a person typed."""
    facts, passages = _MAKERS[queue.name](record)
    form = correction_form(queue, record, data=data)
    return Shown(record, tuple(fact for fact in facts if fact[1]), tuple(passages), form)


def _passage(label: str, document: Document, start: int, end: int, language: str) -> Passage:
    before, quote, after = document.around(start, end)
    page = document.page_at(start)
    if start > len(before):
        before = _from_a_whole_one(before)
    if end + len(after) < len(str(document.text)):
        after = _to_a_whole_one(after)
    return Passage(label, _close(before).lstrip(), quote, _close(after).rstrip(), page, language)


def _from_a_whole_one(text: str) -> str:
    """Leave out the sentence or line of which only the end is there; at least the cut word."""
    end = _END.search(text)
    if end and end.end() < len(text):
        return text[end.end() :]
    return f"…{_CUT_WORD.sub('', text, count=1)}" if text else text


def _to_a_whole_one(text: str) -> str:
    """Leave out the sentence or line of which only the beginning is there, or the cut word."""
    ends = [end.end() for end in _END.finditer(text)]
    if ends:
        return text[: ends[-1]]
    return f"{_WORD_CUT.sub('', text)}…" if text else text


def _close(text: str) -> str:
    """Leave out the empty lines of the surroundings, of which saved pages are full."""
    return _EMPTY_LINES.sub("\n", text)


def _verdict(record: Verdict) -> tuple[list[Fact], list[Passage]]:
    promise, review = record.commitment, record.account.review
    passages = [
        _passage("promise", promise.report.document, promise.start, promise.end, promise.language)
    ]
    for each in record.evidence.all():
        label = "suggestion" if each.is_suggestion else "evidence"
        passages.append(_passage(label, review.document, each.start, each.end, review.language))
    return [("verdict", record.get_verdict_display()), ("why", _why(record))], passages


def _why(record: Verdict) -> str:
    return record.why_zh or record.why if is_chinese() else record.why


def _reasons(record: Evidence) -> str:
    if is_chinese() and record.reasons_zh:
        return "；".join(record.reasons_zh)
    return "; ".join(record.reasons)


def _reason(why: str) -> str:
    return in_chinese(why) if is_chinese() else why


def _evidence(record: Evidence) -> tuple[list[Fact], list[Passage]]:
    promise, review = record.verdict.commitment, record.verdict.account.review
    facts = [
        ("score", f"{record.score:.2f}"),
        ("reasons", _reasons(record)),
        ("verdict", record.verdict.get_verdict_display()),
    ]
    label = "suggestion" if record.is_suggestion else "evidence"
    return facts, [
        _passage("promise", promise.report.document, promise.start, promise.end, promise.language),
        _passage(label, review.document, record.start, record.end, review.language),
    ]


def _of_report(record: Any) -> tuple[list[Fact], list[Passage]]:
    """Show a statement, claim or commitment: they hold the same columns, as far as they go."""
    quantity = getattr(record, "quantity", None)
    facts = [
        ("kind", _display(record, "kind")),
        ("specificity", _display(record, "specificity")),
        ("measure", getattr(record, "measure", "")),
        ("quantity", quantity.text if quantity else ""),
        ("due", getattr(record, "due", "")),
        ("period", getattr(record, "period", "")),
        ("why", _reason(getattr(record, "why", ""))),
    ]
    language = getattr(record, "language", record.report.language)
    document = record.report.document
    return facts, [_passage("source", document, record.start, record.end, language)]


def _display(record: Any, name: str) -> str:
    display = getattr(record, f"get_{name}_display", None)
    return str(display()) if display is not None and getattr(record, name) else ""


def _message(record: Finding) -> str:
    return record.message_zh or record.message if is_chinese() else record.message


def _finding(record: Finding) -> tuple[list[Fact], list[Passage]]:
    facts = [("severity", record.get_severity_display()), ("message", _message(record))]
    quoted = [
        ("zh", record.zh_text, "zh"),
        ("en", record.en_text, "en"),
        ("other", record.other_text, ""),
    ]
    return facts, [
        Passage(label, "", text, "", None, language) for label, text, language in quoted if text
    ]


_MAKERS: dict[str, Callable[[Any], tuple[list[Fact], list[Passage]]]] = {
    "verdicts": _verdict,
    "evidence": _evidence,
    "commitments": _of_report,
    "claims": _of_report,
    "statements": _of_report,
    "findings": _finding,
}
