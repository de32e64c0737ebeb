"""The page: errors first, each with its sentences, figures, plain numbers and reason.

One file that needs nothing else, opens offline and prints. Filters work without scripts; a
small script only counts what is shown. Every word of the documents is escaped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from duixian.bilingual.page.frame import framed
from duixian.bilingual.page.labels import (
    HEADINGS,
    LANGUAGES,
    SEVERITIES,
    Label,
    count_label,
    kind_label,
)
from duixian.bilingual.page.markup import both, marked, safe, short_name
from duixian.bilingual.page.quotation import Quotation, quote
from duixian.bilingual.records import Finding, Severity
from duixian.documents.document import Document
from duixian.reading.records import Language

_TITLE = Label("Figures to check", "待核对的数字")
_MOST_NOTES_SHOWN = 10  # with more than these, notes are shown when asked for


def findings_page(
    findings: Sequence[Finding],
    *,
    documents: Sequence[Document],
    compared: Mapping[str, int],
    notes: Iterable[str] = (),
) -> str:
    """Return the findings of an audit as one HTML page.

    ``documents`` are those audited, ``compared`` says how much of what was looked at: its keys
    are the fields of ``audit.results.Compared`` or any words.
    """
    ordered = sorted(findings, key=_rank)  # stable: else as the audit has them
    kinds = Counter(finding.kind for finding in findings)
    numbers = {kind: index for index, (kind, _) in enumerate(kinds.most_common())}
    articles = dict.fromkeys(Severity, "")
    for number, finding in enumerate(ordered, start=1):
        articles[finding.severity] += _article(
            number, finding, documents, kind=numbers[finding.kind]
        )
    counts = Counter(finding.severity for finding in findings)
    body = "\n".join(
        (
            '<a class="skip" href="#findings">Skip to the findings '
            '<span lang="zh-Hans">跳到核对结果</span></a>',
            _header(documents, counts, compared, notes),
            _filters(counts, kinds, numbers) if findings else "",
            '<main id="findings" tabindex="-1">',
            *(_section(severity, counts[severity], articles[severity]) for severity in Severity),
            "" if findings else _nothing(),
            "</main>",
            '<footer><p><a href="#top">Back to the top <span lang="zh-Hans">返回顶部</span></a>'
            "</p></footer>",
        )
    )
    return _page(body, _rules(numbers))


_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def _rank(finding: Finding) -> tuple[int, bool]:
    """Put errors first, and what concerns no figure behind what does."""
    return _RANK[finding.severity], finding.kind == "unaligned"


@cache
def _resource(name: str) -> str:
    return files("duixian.bilingual.page").joinpath(name).read_text(encoding="utf-8")


def _page(body: str, rules: str) -> str:
    script = _resource("filter.js")
    title = f"{_TITLE.en} {_TITLE.zh}"
    style = f"{_resource('style.css')}{rules}"
    return framed(body, title=title, style=style, script=script)


def _rules(numbers: Mapping[str, int]) -> str:
    """Return the style rules that hide what a cleared box stands for."""
    hidden = [
        f"body:has(#show-{severity}:not(:checked)) .finding.{severity}" for severity in Severity
    ]
    hidden += [
        f"body:has(#kind-{number}:not(:checked)) .finding.kind-{number}"
        for number in numbers.values()
    ]
    hidden += [
        f"body:has(#show-{severity}:not(:checked)) section.{severity}" for severity in Severity
    ]
    return ",\n".join(hidden) + " { display: none; }\n"


def _header(
    documents: Sequence[Document],
    counts: Mapping[Severity, int],
    compared: Mapping[str, int],
    notes: Iterable[str],
) -> str:
    names = "".join(
        f'<li title="{safe(name)}">{safe(short_name(name))}</li>'
        for name in dict.fromkeys(document.name for document in documents)
    )
    found = "".join(
        f'<div class="tally {severity}"><dt>{both(SEVERITIES[severity])}</dt>'
        f"<dd>{counts[severity]:,}</dd></div>"
        for severity in Severity
    )
    looked_at = "".join(
        f"<div><dt>{both(count_label(name))}</dt><dd>{count:,}</dd></div>"
        for name, count in compared.items()
    )
    remarks = "".join(f"<li>{safe(note)}</li>" for note in notes)
    return "\n".join(
        (
            "<header>",
            f"<h1>{both(_TITLE)}</h1>",
            f'<ul class="names">{names}</ul>' if names else "",
            f'<ul class="notes">{remarks}</ul>' if remarks else "",
            f'<dl class="found">{found}</dl>',
            f'<dl class="compared">{looked_at}</dl>' if looked_at else "",
            "</header>",
        )
    )


def _filters(
    counts: Mapping[Severity, int], kinds: Counter[str], numbers: Mapping[str, int]
) -> str:
    has_much_else = counts[Severity.ERROR] + counts[Severity.WARNING] > 0
    boxes = ""
    for severity in Severity:
        if not counts[severity]:
            continue
        hides = (
            severity is Severity.INFO and has_much_else and (counts[severity] > _MOST_NOTES_SHOWN)
        )
        boxes += _box(f"show-{severity}", SEVERITIES[severity], counts[severity], checked=not hides)
    kind_boxes = "".join(
        _box(f"kind-{numbers[kind]}", kind_label(kind), count, checked=True)
        for kind, count in kinds.most_common()
    )
    return f"""<nav class="filters" aria-label="Filters 筛选">
<fieldset><legend>{both(Label("Show", "显示"))}</legend>{boxes}</fieldset>
<details><summary>{both(Label("Kinds of findings", "问题类型"))}</summary>
<fieldset><legend class="unseen">Kinds of findings 问题类型</legend>{kind_boxes}</fieldset>
</details>
<p id="shown" role="status"></p>
</nav>"""


def _box(name: str, label: Label, count: int, *, checked: bool) -> str:
    state = " checked" if checked else ""
    return (
        f'<label><input type="checkbox" id="{name}"{state}> {both(label)} '
        f'<span class="count">{count:,}</span></label>'
    )


def _section(severity: Severity, count: int, articles: str) -> str:
    if not count:
        return ""
    return (
        f'<section class="{severity}" aria-labelledby="head-{severity}">\n'
        f'<h2 id="head-{severity}">{both(HEADINGS[severity])} '
        f'<span class="count">{count:,}</span></h2>\n{articles}</section>'
    )


def _nothing() -> str:
    text = Label("Nothing was found that needs a look.", "未发现需要核对之处。")
    return f'<p class="nothing">{both(text)}</p>'


def _article(number: int, finding: Finding, documents: Sequence[Document], *, kind: int) -> str:
    quotations = _quotations(finding, documents)
    shows_numbers = any(quotation.says_more for quotation in quotations)
    sides = "".join(_side(each, shows_numbers=shows_numbers) for each in quotations)
    sides = f'<div class="sides">{sides}</div>\n' if sides else ""
    label = kind_label(finding.kind)
    severity = SEVERITIES[finding.severity]
    return f"""<article class="finding {finding.severity} kind-{kind}" id="finding-{number}">
<h3><a class="number" href="#finding-{number}" aria-label="Finding {number}">{number}</a>
<span class="badge">{both(severity)}</span> <span class="kind">{both(label)}</span></h3>
<p class="message">{safe(_sentence(finding.message))}{_chinese(finding)}</p>
{sides}</article>
"""


def _chinese(finding: Finding) -> str:
    """Return the message in Chinese on a line of its own."""
    if not finding.message_zh:
        return ""
    return f'<br><span class="zh" lang="zh-Hans">{safe(finding.message_zh.rstrip("。"))}。</span>'


def _sentence(message: str) -> str:
    """Return a message with a capital and a full stop."""
    message = message[:1].upper() + message[1:]
    return message if message.endswith((".", "。", "!", "?")) else f"{message}."


def _quotations(finding: Finding, documents: Sequence[Document]) -> list[Quotation]:
    name = finding.document
    quotations = [
        quote(text, place, documents=documents, language=language, name=name)
        for text, place, language in (
            (finding.zh_text, finding.zh, Language.ZH),
            (finding.en_text, finding.en, Language.EN),
        )
        if text
    ]
    if finding.other_text:
        other_name = finding.other_document or name
        other = quote(finding.other_text, finding.other, documents=documents, name=other_name)
        first = quotations[0] if quotations else None
        if first is not None and first.text == other.text and first.document == other.document:
            merged = dict.fromkeys((*first.marks, *other.marks))
            numbers = dict.fromkeys((*other.numbers, *first.numbers))
            whole = Quotation(
                first.text, first.language, first.place, name, _apart(merged), tuple(numbers)
            )
            return [whole, *quotations[1:]]
        quotations.append(other)
    return quotations


def _apart(marks: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return marks in order without those that overlap one before them."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _side(quotation: Quotation, *, shows_numbers: bool) -> str:
    code = quotation.language.value
    where = [both(LANGUAGES[code])]
    if quotation.document:
        name = quotation.document
        where.append(f'<span class="name" title="{safe(name)}">{safe(short_name(name))}</span>')
    if quotation.place is not None:
        start, end = quotation.place
        where.append(f'<span class="place">{start:,}–{end:,}</span>')
    else:
        nothing = Label("no such figure", "无此数字")
        where.append(f'<span class="absent">{both(nothing)}</span>')
    numbers = "".join(f"<li>{safe(number)}</li>" for number in quotation.numbers)
    plain = f'<ul class="numbers" aria-label="In plain numbers 换算为数字">{numbers}</ul>'
    lang = "zh-Hans" if code == "zh" else "en"
    return (
        f"<figure><figcaption>{' · '.join(where)}</figcaption>"
        f'<blockquote lang="{lang}">{marked(quotation.text, quotation.marks)}</blockquote>'
        f"{plain if numbers and shows_numbers else ''}</figure>"
    )
