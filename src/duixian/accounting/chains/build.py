"""Reports of several years to chains: each pair accounted for, the promises joined by measure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from duixian.accounting.account import language_of, make_account
from duixian.accounting.chains.linking import Linker, Thread
from duixian.accounting.chains.records import Actual, Chain, Chains, Link, State
from duixian.accounting.chains.series import told_in
from duixian.accounting.commitments import commitments_of
from duixian.accounting.knowledge import knowledge_of
from duixian.accounting.records import Commitment, Entry
from duixian.accounting.rules import load_rules
from duixian.accounting.sides import put_in_order
from duixian.errors import UsageError
from duixian.language.indicator_data import Indicator, comparable, load_indicators
from duixian.reading.records import Report

FEWEST = 3
_LONGEST_NAME = 60


def chain_reports(reports: Sequence[Report], *, is_forced: bool = False) -> Chains:
    """Follow every measure through three or more reports of one government.

    Raises UsageError for fewer reports, for two of one year or of an unknown one, and for
    reports of different governments unless it is forced.
    """
    ordered, notes = _in_order(reports)
    entries: dict[tuple[int, Commitment], Entry] = {}
    for index, (plan, review) in enumerate(pairwise(ordered)):
        _, _, remarks = put_in_order(plan, review, is_forced=is_forced)
        notes.extend(remarks)
        if plan.year_planned == review.year_reviewed:
            account = make_account(plan, review)
            entries.update({(index, each.commitment): each for each in account.entries})
    plans = [(report, commitments_of(report)) for report in ordered]
    linker = Linker(plans, knowledge_of(language_of(ordered[0])))
    for report, commitments in plans:
        linker.add(_year(report), commitments)
    build = _Builder(ordered, entries, linker.threads)
    chains = sorted((build.chain(thread) for thread in linker.threads), key=_rank)
    return Chains(tuple(ordered), build.years, tuple(chains), tuple(notes), load_rules().version)


def _in_order(reports: Sequence[Report]) -> tuple[list[Report], list[str]]:
    if len(reports) < FEWEST:
        raise UsageError(f"chains need {FEWEST} reports or more; {len(reports)} given")
    unknown = [report.document.name for report in reports if report.year_planned is None]
    if unknown:
        raise UsageError(
            f"{unknown[0]}: does not say which year it plans; "
            "add its title with the year as the first line, or leave it out"
        )
    ordered = sorted(reports, key=_year)
    for before, after in pairwise(ordered):
        if _year(before) == _year(after):
            names = f"{before.document.name} and {after.document.name}"
            raise UsageError(f"{names} both plan {_year(after)}; give one report a year")
    turned = list(reports) != ordered
    return ordered, ["the reports were put in order of their years"] if turned else []


def _year(report: Report) -> int:
    return report.year_planned or 0


class _Builder:
    """Makes chains of threads: adds what was reached and how each year was judged."""

    def __init__(
        self,
        reports: Sequence[Report],
        entries: dict[tuple[int, Commitment], Entry],
        threads: Sequence[Thread],
    ) -> None:
        self._reports = reports
        self._entries = entries
        self._plans = {_year(report): index for index, report in enumerate(reports)}
        self._reviews = {
            report.year_reviewed: index
            for index, report in enumerate(reports)
            if report.year_reviewed is not None
        }
        self.years = tuple(sorted({*self._plans, *self._reviews}))
        self._language = language_of(reports[0])
        self._main = _main_threads(threads)

    def chain(self, thread: Thread) -> Chain:
        """Finish one thread."""
        last = thread.last
        links = tuple(self._link(year, thread) for year in self.years)
        return Chain(self._name(last), last.indicator, _unit(links), self._state(thread), links)

    def _link(self, year: int, thread: Thread) -> Link:
        commitment = thread.commitments.get(year)
        if commitment is None:
            return Link(year, None, None, self._told(year, thread), None, None)
        plan = self._plans[year]
        entry = self._entries.get((plan, commitment))
        actual = _actual(entry, plan + 1) if entry else None
        judgement = entry.judgement if entry else None
        return Link(year, plan, commitment, actual, judgement, thread.whys.get(year))

    def _told(self, year: int, thread: Thread) -> Actual | None:
        """Return what is told of a year without a target, once for each indicator."""
        review = self._reviews.get(year)
        if review is None or self._main.get(thread.last.indicator or "") is not thread:
            return None
        numbered = next(
            (each for each in reversed(thread.commitments.values()) if each.quantity), None
        )
        return told_in(self._reports[review], review, numbered) if numbered else None

    def _state(self, thread: Thread) -> State:
        promised = set(thread.commitments)
        if promised == set(self._plans):
            return State.EVERY_YEAR
        if max(self._plans) not in promised:
            return State.DROPPED
        return State.AGAIN if len(promised) > 1 else State.NEW

    def _name(self, commitment: Commitment) -> str:
        indicator = load_indicators().get(commitment.indicator or "")
        if indicator is not None:
            return _called(commitment, indicator, self._language)
        name = commitment.measure if commitment.quantity else commitment.text
        name = " ".join((name or commitment.text).split())
        return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _called(commitment: Commitment, indicator: Indicator, language: str) -> str:
    """Return an indicator's name as the promise has it: countries and places name one otherwise."""
    own, others = indicator.name_zh, indicator.aliases_zh
    if language == "en":
        own, others = indicator.name_en, indicator.aliases_en
    text = comparable(commitment.text, language=language)
    name = max((each for each in (own, *others) if each in text), key=len, default=None)
    if name is None:
        return own
    start = text.index(name)
    return commitment.text[start : start + len(name)]


def _main_threads(threads: Sequence[Thread]) -> dict[str, Thread]:
    """Return the longest thread of each indicator that was promised more than once."""
    main: dict[str, Thread] = {}
    for thread in sorted(threads, key=lambda each: len(each.commitments)):
        if thread.last.indicator and len(thread.commitments) > 1:
            main[thread.last.indicator] = thread
    return main


def _actual(entry: Entry, review: int) -> Actual | None:
    if not entry.evidence:
        return None
    return Actual(
        entry.outcome,
        review,
        tuple((each.start, each.end) for each in entry.evidence),
        tuple(each.text for each in entry.evidence),
    )


def _unit(links: Sequence[Link]) -> str | None:
    """Return the unit of the latest target in numbers, else that of what was told."""
    targets = [
        link.commitment.quantity.unit
        for link in links
        if link.commitment and link.commitment.quantity
    ]
    told = [
        link.actual.outcome.unit
        for link in links
        if link.actual and link.actual.outcome and link.commitment and link.commitment.indicator
    ]
    return next(reversed(targets or told), None)


def _rank(chain: Chain) -> tuple[bool, bool, int, int]:
    """Put indicators first, then other numbers, then words; the longest chains first."""
    first = chain.promised[0].commitment
    return (
        chain.indicator is None,
        chain.unit is None,
        -len(chain.promised),
        first.start if first else 0,
    )
