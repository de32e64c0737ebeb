"""The page of an account: how many promises were kept, then each with its evidence and rule.

One file that needs nothing else: it opens offline, reads without scripts and prints.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import groupby

from duixian.accounting.knowledge import language_of
from duixian.accounting.page.labels import (
    CERTAINTY,
    GENERAL,
    HOW,
    NO_HEADING,
    NOT_CHECKABLE,
    REASONS,
    RULES,
    SECTIONS,
    SILENCE,
    SOURCES,
    SUGGESTIONS,
    TITLE,
    VERDICTS,
)
from duixian.accounting.records import Account, Entry, Evidence, Verdict
from duixian.bilingual.page.frame import TO_TOP, framed, skip_link
from duixian.bilingual.page.labels import Label
from duixian.bilingual.page.markup import both, in_language, marked, safe, short_name
from duixian.reading.records import Report, Specificity


def account_page(account: Account, *, language: str | None = None) -> str:
    """Return an account as one HTML page, its rules in "zh" or "en", else as the plan."""
    language = language or language_of(account.plan)
    sections = [
        _Section(account, index, entries, language) for index, entries in _by_section(account)
    ]
    body = "\n".join((_header(account), _contents(sections), *map(str, sections), "</main>"))
    skip = skip_link("commitments", "commitments")
    return framed(
        f"{skip}\n{body}\n{TO_TOP}", title=_title(account), style=_styles(), kind="account"
    )


@cache
def _styles() -> str:
    shared = files("duixian.bilingual.page").joinpath("style.css").read_text(encoding="utf-8")
    return shared + files(__package__ or "").joinpath("account.css").read_text(encoding="utf-8")


def _title(account: Account) -> str:
    government = account.plan.government or account.review.government
    year = account.plan.year_planned or account.review.year_reviewed
    parts = [government.name if government else "", str(year or ""), TITLE.en, TITLE.zh or ""]
    return " ".join(filter(None, parts))


def _header(account: Account) -> str:
    counts = account.counts(checkable=True)
    general = account.counts(checkable=False)
    total = sum(counts.values())
    tallies = "".join(
        f'<div class="{verdict.value}"><dt>{both(VERDICTS[verdict])}</dt><dd>{count:,}</dd></div>'
        for verdict, count in counts.items()
    )
    rest = _in_words(general)
    notes = "".join(f"<li>{safe(note)}</li>" for note in account.notes)
    return "\n".join(
        (
            "<header>",
            f"<h1>{safe(_title(account))}</h1>",
            f'<p class="names">{_side("Plan 计划", account.plan)} · '
            f"{_side('Review 总结', account.review)}</p>",
            f'<ul class="notes">{notes}</ul>' if notes else "",
            f"<p>{both(_checkable(total))}</p>",
            _bar(counts),
            f'<dl class="found">{tallies}</dl>',
            f'<p class="compared">{both(rest)}<br>{both(RULES)} {safe(account.rules)}</p>',
            f'<p class="compared">{both(HOW)}</p>',
            "</header>",
        )
    )


def _checkable(total: int) -> Label:
    return Label(
        f"{total:,} commitments name a number or a deed and can be checked.",
        f"{total:,} 项承诺有数字或具体举措，可以核对。",
    )


def _in_words(general: dict[Verdict, int]) -> Label:
    """Tell how the commitments stand that are too general to be checked."""
    en = ", ".join(f"{count:,} {VERDICTS[each].en.lower()}" for each, count in general.items())
    zh = "，".join(f"{VERDICTS[each].zh}{count:,}" for each, count in general.items())
    return Label(f"{NOT_CHECKABLE.en}: {en}.", f"{NOT_CHECKABLE.zh}：{zh}。")


def _side(word: str, report: Report) -> str:
    return f"{word}: {safe(short_name(report.document.name))}"


def _bar(counts: dict[Verdict, int]) -> str:
    """Return the counts as one bar; the words beside it say the same."""
    total = sum(counts.values())
    if not total:
        return ""
    words = ", ".join(f"{VERDICTS[each].en} {count}" for each, count in counts.items())
    pieces, at = [], 0.0
    for verdict, count in counts.items():
        width = 1000 * count / total
        pieces.append(
            f'<rect class="{verdict.value}" x="{at:.1f}" width="{width:.1f}" height="28">'
            f"<title>{VERDICTS[verdict].en} {count}</title></rect>"
        )
        at += width
    return (
        f'<svg class="bar" viewBox="0 0 1000 28" preserveAspectRatio="none" role="img" '
        f'aria-label="{safe(words)}">{"".join(pieces)}</svg>'
    )


def _by_section(account: Account) -> Iterator[tuple[int, list[Entry]]]:
    for index, entries in groupby(account.entries, key=lambda each: each.commitment.section):
        yield index, list(entries)


def _contents(sections: list[_Section]) -> str:
    lines = "".join(f'<li><a href="#{each.name}">{each.heading}</a></li>' for each in sections)
    return (
        f'<nav aria-label="{SECTIONS.en}"><ul class="contents">{lines}</ul></nav>'
        '<main id="commitments" tabindex="-1">'
    )


class _Section:
    """The commitments under one heading: what can be checked, then the general ones, folded."""

    def __init__(self, account: Account, index: int, entries: list[Entry], language: str) -> None:
        self._account = account
        self._language = language
        self._entries = entries
        heading = account.plan.sections[index].heading
        self.heading = safe(heading) if heading else both(NO_HEADING)
        self.name = f"section-{index}-{entries[0].commitment.start}"

    def __str__(self) -> str:
        checkable = [each for each in self._entries if not _is_general(each)]
        general = [each for each in self._entries if _is_general(each)]
        folded = ""
        if general:
            items = "".join(map(self._entry, general))
            folded = (
                f"<details><summary>{both(GENERAL)} ({len(general)})</summary>{items}</details>"
            )
        items = "".join(map(self._entry, checkable))
        return (
            f'<section aria-labelledby="{self.name}"><h2 id="{self.name}">{self.heading}</h2>'
            f"{items}{folded}</section>"
        )

    def _entry(self, entry: Entry) -> str:
        commitment, verdict = entry.commitment, entry.judgement.verdict
        rule = in_language(entry.judgement.why, entry.judgement.why_zh, self._language)
        language = "en" if commitment.text.isascii() else "zh-Hans"
        answers = "".join(self._answer(each) for each in entry.evidence)
        if not answers:
            answers = f'<p class="answer">{both(SILENCE)}</p>'
        if entry.suggestions and verdict is Verdict.UNREPORTED:
            weak = "".join(self._answer(each) for each in entry.suggestions)
            answers += f"<details><summary>{both(SUGGESTIONS)}</summary>{weak}</details>"
        return (
            f'<article class="entry {verdict.value}" id="at-{commitment.start}">'
            f'<h3><span class="verdict">{both(VERDICTS[verdict])}</span></h3>'
            f'<p class="promise" lang="{language}">{_promise(self._account, entry)}</p>'
            f"{answers}"
            f'<p class="rule">{rule}</p></article>\n'
        )

    def _answer(self, evidence: Evidence) -> str:
        language = "en" if evidence.text.isascii() else "zh-Hans"
        reasons = in_language(
            "; ".join(evidence.reasons), "；".join(evidence.reasons_zh), self._language
        )
        why = f"<details><summary>{both(REASONS)}</summary>{reasons}</details>"
        return (
            f'<div class="answer">{both(SOURCES[evidence.source])} '
            f'<span class="place">[{evidence.start}–{evidence.end}] · {both(CERTAINTY)} '
            f"{evidence.score:.2f}</span>"
            f'<blockquote lang="{language}">{safe(evidence.text)}</blockquote>'
            f"{why if evidence.reasons else ''}</div>"
        )


def _promise(account: Account, entry: Entry) -> str:
    """Return the sentence of a commitment with its own words marked."""
    commitment = entry.commitment
    start, end = commitment.statement
    text = account.plan.document.text[start:end]
    return (
        f"{marked(text, [(commitment.start - start, commitment.end - start)])} "
        f'<span class="place">[{commitment.start}–{commitment.end}]</span>'
    )


def _is_general(entry: Entry) -> bool:
    return entry.commitment.specificity is Specificity.GENERAL
