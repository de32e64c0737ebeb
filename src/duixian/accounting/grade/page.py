"""The grade as one page: bars, what is missing, and the ten least checkable promises quoted.

One HTML file that needs nothing else, works without scripts and prints on one sheet of A4.
Bars are drawn as SVG, since browsers leave out backgrounds when they print.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from duixian.accounting.grade.reasons import LACKS, reasons_of
from duixian.accounting.grade.records import Grade, Graded, Group, Lack, percent
from duixian.bilingual.page.frame import framed
from duixian.bilingual.page.labels import Label
from duixian.bilingual.page.markup import both, safe, short_name
from duixian.reading.records import Language, Specificity

_TITLE = Label("How far the promises can be checked", "承诺可核查程度")
_NAMES = {
    Specificity.QUANTIFIED: Label("quantified", "有数字"),
    Specificity.SPECIFIC: Label("specific", "有事项"),
    Specificity.GENERAL: Label("general", "笼统"),
}
_NO_NAME = {
    "section": Label("under no heading", "无标题"),
    "function": Label("function not told", "职能未识别"),
}
_MOST_SECTIONS = 12
_LONGEST_QUOTE = {Language.ZH: 72, Language.EN: 190}
_LONGEST_HEADING = {Language.ZH: 24, Language.EN: 56}


def grade_page(grade: Grade) -> str:
    """Return the grade of a report as one HTML page."""
    body = "\n".join(
        (
            _header(grade),
            _whole(grade),
            '<div class="columns">',
            _groups(Label("By section", "按章节"), grade.sections, grade.language),
            _groups(
                Label("By function of government", "按政府职能"), grade.functions, grade.language
            ),
            "</div>",
            _missing(grade.whole),
            _least(grade),
        )
    )
    return _page(body)


def _page(body: str) -> str:
    style = files("duixian.accounting.grade").joinpath("page.css").read_text(encoding="utf-8")
    return framed(body, title=f"{_TITLE.en} {_TITLE.zh}", style=style)


def _header(grade: Grade) -> str:
    report = grade.report
    name = short_name(report.document.name)
    title = f"{report.title} · " if report.title else ""
    year = f"{report.year_planned} · " if report.year_planned else ""
    notes = "".join(f"<li>{safe(note)}</li>" for note in grade.notes)
    notes = f'<ul class="notes">{notes}</ul>' if notes else ""
    return (
        f"<header><h1>{both(_TITLE)}</h1>\n"
        f'<p>{safe(title)}{year}<span class="soft">{safe(name)}</span></p>\n{notes}</header>'
    )


def _whole(grade: Grade) -> str:
    whole = grade.whole
    key = "".join(
        f'<li><svg viewBox="0 0 8 8" aria-hidden="true"><rect class="{each}" width="8" height="8"/>'
        f"</svg> <strong>{_percent(whole.of(each), whole.count)}</strong> {both(_NAMES[each])} "
        f'<span class="soft">{whole.of(each):,}</span></li>'
        for each in Specificity
    )
    count = Label(f"{whole.count:,} promises", f"{whole.count:,} 项承诺")
    return (
        f'<main><section class="whole"><h2>{both(count)}</h2>\n{_bar(whole)}\n'
        f'<ul class="key">{key}</ul></section>'
    )


def _bar(group: Group) -> str:
    """Draw the three shares side by side; the numbers stand in words beside it."""
    rects, at = "", 0.0
    for each in Specificity:
        width = 100 * group.of(each) / group.count if group.count else 0.0
        rects += f'<rect class="{each}" x="{at:.2f}" width="{width:.2f}" height="8"/>'
        at += width
    shares = ", ".join(f"{_NAMES[each].en} {group.of(each)}" for each in Specificity)
    return (
        f'<svg viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="{shares}">'
        f"{rects}</svg>"
    )


def _groups(label: Label, groups: Sequence[Group], language: Language) -> str:
    rows = "".join(_row(group, language) for group in groups[:_MOST_SECTIONS])
    left = len(groups) - _MOST_SECTIONS
    more = Label(f"{left} more sections in the table of grades", f"另有 {left} 节，见数据表")
    rest = f'<p class="soft">{both(more)}</p>' if left > 0 else ""
    heads = "".join(f'<th scope="col">{both(_NAMES[each])}</th>' for each in Specificity)
    return (
        f'<section><h2>{both(label)}</h2><table class="groups"><thead><tr><th></th>{heads}'
        f'<th scope="col">{both(Label("shares", "分布"))}</th></tr></thead>\n'
        f"<tbody>{rows}</tbody></table>{rest}</section>"
    )


def _row(group: Group, language: Language) -> str:
    if group.name is None:
        name = both(_NO_NAME[group.kind])
    elif group.kind == "function":
        name = both(Label(group.name, (group.name_zh or "").partition(" ")[2]))
    else:
        name = safe(_shortened(group.name, _LONGEST_HEADING[language]))
    cells = "".join(f"<td>{group.of(each):,}</td>" for each in Specificity)
    return f'<tr><th scope="row">{name}</th>{cells}<td class="bar">{_bar(group)}</td></tr>\n'


def _missing(whole: Group) -> str:
    quantified = whole.of(Specificity.QUANTIFIED)
    rows = (
        (Lack.DATE, whole.count, Label("of all promises", "占全部承诺")),
        (Lack.OFFICE, whole.count, Label("of all promises", "占全部承诺")),
        (Lack.PLACE, whole.count, Label("of all promises", "占全部承诺")),
        (Lack.UNIT, quantified, Label("of targets in numbers", "占量化目标")),
        (Lack.BASELINE, quantified, Label("of targets in numbers", "占量化目标")),
    )
    cells = "".join(
        f'<tr><th scope="row">{both(LACKS[lack])}</th><td>{whole.lacking(lack):,} / {of:,}</td>'
        f"<td>{_percent(whole.lacking(lack), of)}</td><td>{both(words)}</td></tr>\n"
        for lack, of, words in rows
    )
    label = Label("What is not stated", "缺少的要素")
    return f"<section><h2>{both(label)}</h2><table><tbody>{cells}</tbody></table></section>"


def _least(grade: Grade) -> str:
    if not grade.least:
        none = Label("Every promise names a number or a deed.", "每项承诺都有数字或具体事项。")
        return f"<p>{both(none)}</p></main>"
    items = "".join(_item(each, grade) for each in grade.least)
    label = Label("The least checkable promises", "最难核查的承诺")
    return f"<section><h2>{both(label)}</h2><ol>\n{items}</ol></section></main>"


def _item(graded: Graded, grade: Grade) -> str:
    claim = graded.promise.claim
    lang = "zh-Hans" if grade.language is Language.ZH else "en"
    text = grade.report.document.text[claim.start : claim.end]
    text = _shortened(text, _LONGEST_QUOTE[grade.language])
    reasons = reasons_of(graded)
    english = "; ".join(reason.en for reason in reasons)
    chinese = "；".join(reason.zh for reason in reasons)
    return (
        f'<li><q lang="{lang}">{safe(text)}</q> '
        f'<span class="place">{claim.start:,}–{claim.end:,}</span> '
        f'<span class="why">{safe(english)} · <span lang="zh-Hans">{safe(chinese)}</span></span>'
        "</li>\n"
    )


def _shortened(text: str, longest: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _percent(part: int, whole: int) -> str:
    return percent(part, whole) or "–"
