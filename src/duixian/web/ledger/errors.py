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


class NobodysReportError(LedgerError):
    """A report whose government is not known is shown to nobody but editors."""

    def __init__(self, report: str) -> None:
        super().__init__(f"{report}: say first whose report this is")


class NoNumberError(LedgerError):
    """What states no number cannot be called quantified."""

    def __init__(self, record: str) -> None:
        super().__init__(f"{record}: there is no number in it, so it is not quantified")


class NotCorrectableError(LedgerError):
    """A field that people do not change."""

    def __init__(self, record: str, field: str) -> None:
        super().__init__(f"{record}: {field} cannot be corrected")
