"""Last year's promises against this year's report, for ``import duixian``."""

from __future__ import annotations

import os

from duixian.accounting.account import make_account
from duixian.accounting.records import Account
from duixian.accounting.sides import put_in_order
from duixian.corpus.one import read_report
from duixian.documents.options import SourceOptions

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
    first, second, notes = put_in_order(
        read_report(os.fspath(plan), options=options),
        read_report(os.fspath(review), options=options),
        is_forced=force,
    )
    return make_account(first, second, notes=notes)
