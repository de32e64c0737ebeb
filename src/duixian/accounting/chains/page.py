"""The page of chains: years as columns, a chart and the words for each measure, then what was
promised every year and what was dropped. One file; it opens offline and reads without scripts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from importlib.resources import files

from duixian.accounting.chains import words
from duixian.accounting.chains.chart import chart
from duixian.accounting.chains.records import Actual, Chain, Chains, Link, State
from duixian.accounting.chains.series import actual_value, target_value
from duixian.accounting.knowledge import language_of
from duixian.accounting.page.labels import VERDICTS
from duixian.bilingual.page.frame import TO_TOP, framed, skip_link
from duixian.bilingual.page.labels import Label
from duixian.bilingual.page.markup import both, in_language, safe, short_name
from duixian.reading.records import Specificity

# A table wider than the screen can be moved from the keyboard too.
_WIDE = '<div class="wide" tabindex="0" role="group">'


def chains_page(chains: Chains, *, language: str | None = None) -> str:
    """Return chains as one HTML page, its rules in "zh" or "en", else as the last report."""
    language = language or language_of(chains.reports[-1])
    numbered = [each for each in chains.chains if each.unit is not None]
    lasting = [each for each in numbered if len(each.promised) > 1]
    once = [each for each in numbered if len(each.promised) == 1]
    worded = [each for each in chains.chains if each.unit is None and len(each.promised) > 1]
    body = "\n".join(
        (
            _header(chains),
            '<main id="measures" tabindex="-1">',
            f"<section><h2>{both(words.SERIES)}</h2>",
            _overview(chains, lasting, language),
            *(_article(chains, each, language) for each in lasting),
            "</section>",
            _once(chains, once, language),
            _listed(chains, words.EVERY_YEAR, worded, State.EVERY_YEAR, language, is_open=True),
            _listed(chains, words.DROPPED, worded, State.DROPPED, language, is_open=True),
            _listed(chains, words.AGAIN, worded, State.AGAIN, language, is_open=False),
            _silent(chains),
            "</main>",
        )
    )
    skip = skip_link("measures", "measures")
    return framed(f"{skip}\n{body}\n{TO_TOP}", title=_title(chains), style=_styles(), kind="chains")


@cache
def _styles() -> str:
    parts = (
        files("duixian.bilingual.page").joinpath("style.css"),
        files("duixian.accounting.page").joinpath("account.css"),
        files("duixian.accounting.chains").joinpath("chains.css"),
    )
    return "".join(part.read_text(encoding="utf-8") for part in parts)


def _title(chains: Chains) -> str:
    government = next((each.government for each in chains.reports if each.government), None)
    years = f"{chains.years[0]}–{chains.years[-1]}"
    parts = [government.name if government else "", years, words.TITLE.en, words.TITLE.zh]
    return " ".join(filter(None, parts))


def _header(chains: Chains) -> str:
    names = " · ".join(safe(short_name(each.document.name)) for each in chains.reports)
    notes = "".join(f"<li>{safe(note)}</li>" for note in chains.notes)
    tallies = "".join(
        f"<div><dt>{both(words.STATES[state])}</dt><dd>{len(chains.of(state)):,}</dd></div>"
        for state in State
    )
    silent = sum(map(_is_silent, chains.chains))
    return "\n".join(
        (
            "<header>",
            f"<h1>{safe(_title(chains))}</h1>",
            f'<p class="names">{names}</p>',
            f'<ul class="notes">{notes}</ul>' if notes else "",
            f'<dl class="found">{tallies}</dl>',
            f"<p>{both(words.silent(silent))}</p>",
            f'<p class="compared">{both(words.KEY)} '
            f"Rules of verdicts: version {safe(chains.rules)}.</p>",
            "</header>",
        )
    )


def _is_silent(chain: Chain) -> bool:
    """Tell whether a number or a deed was dropped without a word."""
    last = chain.promised[-1].commitment
    return chain.is_silent and last is not None and last.specificity is not Specificity.GENERAL


def _once(chains: Chains, once: Sequence[Chain], language: str) -> str:
    """Fold the measures away that only one plan has."""
    if not once:
        return ""
    articles = "".join(_article(chains, each, language) for each in once)
    return (
        f"<section><h2>{both(words.ONCE)} ({len(once):,})</h2>"
        f"<details><summary>{len(once):,}</summary>{_overview(chains, once, language)}{articles}"
        "</details></section>"
    )


def _overview(chains: Chains, numbered: Sequence[Chain], language: str) -> str:
    """Return the table with one row a measure and years as columns."""
    heads = "".join(f'<th scope="col">{year}</th>' for year in chains.years)
    rows = "".join(
        f'<tr><th scope="row"><a href="#{_name(chain)}">{safe(chain.name)}</a> '
        f"{_unit(chain, language)}</th>"
        f"{''.join(_cell(chain, link, language) for link in chain.links)}</tr>\n"
        for chain in numbered
    )
    scales = "" if language == "zh" else f" {both(words.SCALES)}"
    return (
        f'<p class="compared">{both(words.OVERVIEW)}{scales}</p>'
        f'{_WIDE}<table class="over"><thead><tr><th scope="col">{both(words.MEASURE)}'
        f"</th>{heads}</tr></thead>\n<tbody>{rows}</tbody></table></div>"
    )


def _name(chain: Chain) -> str:
    """Return what links to a chain: the place of its first promise is its own."""
    first = chain.promised[0]
    start = first.commitment.start if first.commitment else 0
    return f"measure-{first.year}-{start}-{chain.indicator or chain.unit or ''}"


def _unit(chain: Chain, language: str) -> str:
    return f'<span class="place">{safe(words.unit_words(chain.unit, language))}</span>'


def _cell(chain: Chain, link: Link, language: str) -> str:
    """Return "target → reached" in short numbers; a dash stands for none."""
    target, actual = target_value(chain, link), actual_value(chain, link)
    if link.commitment is None and actual is None:
        return "<td></td>"
    in_words = words.IN_WORDS.zh if language == "zh" else words.IN_WORDS.en
    promised = in_words if link.commitment else "–"
    spell = partial(words.compact_words, language=language)
    if target is not None:
        promised = words.target_words(link, target, spell)
    reached = f"<strong>{safe(spell(actual))}</strong>" if actual else "–"
    return f"<td>{safe(promised)} → {reached}</td>"


def _numbers(chain: Chain, link: Link, language: str) -> tuple[str, str]:
    """Return target and actual of a year as HTML; empty where there is none."""
    target, actual = target_value(chain, link), actual_value(chain, link)
    promised = both(words.IN_WORDS) if link.commitment else ""
    spell = partial(words.number_words, language=language)
    return (
        safe(words.target_words(link, target, spell)) if target else promised,
        safe(spell(actual)) if actual else "",
    )


def _article(chains: Chains, chain: Chain, language: str) -> str:
    return (
        f'<article class="chain"><h3 id="{_name(chain)}">{safe(chain.name)} '
        f"{_unit(chain, language)} "
        f'<span class="state">{both(words.STATES[chain.state])}</span></h3>\n'
        f"{chart(chain, language)}{_words_of(chains, chain, language)}</article>\n"
    )


def _words_of(chains: Chains, chain: Chain, language: str) -> str:
    """Return the words a chain rests on: a row a year, with places, verdict and rule."""
    heads = "".join(
        f'<th scope="col">{both(label)}</th>'
        for label in (words.YEAR, words.TARGET, words.ACTUAL, words.VERDICT)
    )
    rows = "".join(
        _row(chains, chain, link, language)
        for link in chain.links
        if link.commitment or link.actual
    )
    return f"{_WIDE}<table><thead><tr>{heads}</tr></thead>\n<tbody>{rows}</tbody></table></div>"


def _row(chains: Chains, chain: Chain, link: Link, language: str) -> str:
    target, actual = _numbers(chain, link, language)
    number = f"<strong>{target}</strong> " if target and chain.unit else ""
    reached = f"<strong>{actual}</strong> " if actual else ""
    verdict = ""
    if link.judgement is not None:
        why = in_language(link.judgement.why, link.judgement.why_zh, language)
        verdict = (
            f'<span class="tone {link.judgement.verdict.value}">'
            f"{both(VERDICTS[link.judgement.verdict])}</span><br>{why}"
        )
    return (
        f'<tr><th scope="row">{link.year}</th><td>{number}{_promise(chains, link)}</td>'
        f"<td>{reached}{_told(chains, link.actual)}</td><td>{verdict}</td></tr>\n"
    )


def _promise(chains: Chains, link: Link) -> str:
    commitment = link.commitment
    if commitment is None or link.plan is None:
        return ""
    return _quoted(chains, link.plan, commitment.text, (commitment.start, commitment.end))


def _told(chains: Chains, actual: Actual | None) -> str:
    if actual is None:
        return ""
    quotes = zip(actual.texts, actual.places, strict=True)
    return "<br>".join(_quoted(chains, actual.report, text, place) for text, place in quotes)


def _quoted(chains: Chains, report: int, text: str, place: tuple[int, int]) -> str:
    language = "en" if text.isascii() else "zh-Hans"
    name = short_name(chains.reports[report].document.name)
    return (
        f'<q lang="{language}">{safe(text)}</q> '
        f'<span class="place">{safe(name)} [{place[0]}–{place[1]}]</span>'
    )


def _listed(
    chains: Chains,
    label: Label,
    worded: Sequence[Chain],
    state: State,
    language: str,
    *,
    is_open: bool,
) -> str:
    """List promises without numbers in one state, each unfolding to its words year by year."""
    items = "".join(
        f"<details><summary>{safe(chain.name)} "
        f'<span class="place">{", ".join(str(link.year) for link in chain.promised)}</span>'
        f"</summary>{_words_of(chains, chain, language)}</details>\n"
        for chain in worded
        if chain.state is state
    )
    if not items:
        return ""
    count = sum(chain.state is state for chain in worded)
    if not is_open:
        items = f"<details><summary>{count:,}</summary>{items}</details>"
    return f"<section><h2>{both(label)} ({count:,})</h2>{items}</section>"


def _silent(chains: Chains) -> str:
    """List every number or deed that was dropped without a word, in the words of its last plan."""
    links = [chain.promised[-1] for chain in chains.chains if _is_silent(chain)]
    if not links:
        return ""
    links.sort(key=lambda link: (link.year, link.commitment.start if link.commitment else 0))
    items = "".join(f"<li>{link.year}: {_promise(chains, link)}</li>\n" for link in links)
    return (
        f"<section><h2>{both(words.IN_SILENCE)} ({len(links):,})</h2>"
        f"<details><summary>{len(links):,}</summary><ul>{items}</ul></details></section>"
    )
