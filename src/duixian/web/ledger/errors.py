"""What can go wrong in the ledger; each is one clear line to the person."""

from __future__ import annotations

from duixian.errors import DuixianError


class LedgerError(DuixianError):
    """The ledger refuses what was asked."""


class ChangedMeanwhileError(LedgerError):
    """Somebody else changed the record after it was shown. Nothing was written."""

    def __init__(self, record: str, *, by: str) -> None:
        self.record = record
        self.by = by
        super().__init__(
            f"{record}: {by or 'somebody'} changed this meanwhile;"
            " look at the new state and make your change again"
        )


class NotCorrectableError(LedgerError):
    """A field that people do not change."""

    def __init__(self, record: str, field: str) -> None:
        super().__init__(f"{record}: {field} cannot be corrected")
