"""Promises held against reports, for ``import duixian``: of one plan, of many years, of a city."""

from __future__ import annotations

import os
from collections.abc import Iterable

from duixian.accounting.account import make_account
from duixian.accounting.cascade.build import cascade_reports
from duixian.accounting.cascade.records import Cascade
from duixian.accounting.chains.build import chain_reports
from duixian.accounting.chains.records import Chains
from duixian.accounting.grade.grading import grade_report
from duixian.accounting.grade.records import Grade
from duixian.accounting.records import Account
from duixian.accounting.sides import put_in_order
from duixian.accounting.tasks.making import tasks_by
from duixian.accounting.tasks.records import Tasks
from duixian.corpus.one import read_report
from duixian.documents.options import SourceOptions
from duixian.reading.records import Report

Source = str | os.PathLike[str]


def account(
    plan: Source,
    review: Source,
    *,
    force: bool = False,
    ocr: bool = False,
    allow_private: bool = False,
) -> Account:
    """Hold the promises of one report against the next report of the same government.

    `force` accounts for reports of different governments too. Raises SourceError for what cannot
    be read, UsageError for reports that cannot be held against each other.
    """
    options = SourceOptions(ocr=ocr, allow_private=allow_private)
    first, second, notes = put_in_order(*_read((plan, review), options), is_forced=force)
    return make_account(first, second, notes=notes)


def chains(
    *reports: Source, force: bool = False, ocr: bool = False, allow_private: bool = False
) -> Chains:
    """Follow every measure through three or more reports of one government, in any order.

    `force` follows reports of different governments too. Raises SourceError for what cannot be
    read, UsageError for fewer reports, and for two of one year or of an unknown one.
    """
    options = SourceOptions(ocr=ocr, allow_private=allow_private)
    return chain_reports(_read(reports, options), is_forced=force)


def cascade(
    city: Source,
    *districts: Source,
    force: bool = False,
    ocr: bool = False,
    allow_private: bool = False,
) -> Cascade:
    """Tell which of a city's commitments its districts carry, with their share of the numbers.

    `force` compares reports that are of no district of the city too. Raises SourceError for what
    cannot be read, UsageError where there is no district, or nothing is promised.
    """
    options = SourceOptions(ocr=ocr, allow_private=allow_private)
    return cascade_reports(_read((city,), options)[0], _read(districts, options), is_forced=force)


def grade(report: Source, *, ocr: bool = False, allow_private: bool = False) -> Grade:
    """Tell how far the promises of a report can be checked.

    Raises SourceError for what cannot be read or promises nothing.
    """
    options = SourceOptions(ocr=ocr, allow_private=allow_private)
    return grade_report(_read((report,), options)[0])


def tasks(
    report: Source,
    *,
    units: Source | None = None,
    earlier: Iterable[Source] = (),
    ocr: bool = False,
    allow_private: bool = False,
) -> Tasks:
    """Break a report into its table of tasks, with lead units suggested.

    `units` is the table of the government's own units (``units.toml``), `earlier` the finished
    tables (XLSX) of years before, whose units are suggested first. Raises SourceError for what
    cannot be read, and for a report that promises nothing.
    """
    options = SourceOptions(ocr=ocr, allow_private=allow_private)
    return tasks_by(
        _read((report,), options)[0],
        units=None if units is None else os.fspath(units),
        earlier=[os.fspath(each) for each in earlier],
    )


def _read(sources: Iterable[Source], options: SourceOptions) -> list[Report]:
    return [read_report(os.fspath(source), options=options) for source in sources]
