"""Why something could not be done, in the reader's language alone.

Errors tell themselves in English, in detail; in Chinese the page says the cause they stand for.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from duixian.web.language_prefix import is_chinese
from duixian.web.ledger.errors import (
    ChangedMeanwhileError,
    NobodysReportError,
    NoNumberError,
)

CAUSES: dict[str, str | Promise] = {
    "SourceUnreadableError": _("The file cannot be opened."),
    "SourceNotFoundError": _("There is no such file or page."),
    "UnsupportedFormatError": _("This kind of file is not read. Bring PDF, DOCX, HTML or text."),
    "EmptySourceError": _("There is no text in it."),
    "EncryptedSourceError": _("It is protected by a password. Save it without one."),
    "DamagedSourceError": _("The file is broken or cut off. Save it again and bring that."),
    "SourceTooLargeError": _("It is larger than this site reads."),
    "ScannedSourceError": _("It is a scan without text; reading scans is not installed here."),
    "AddressRefusedError": _("This address is not fetched."),
    "FetchFailedError": _("The address did not answer. Try again, or bring the saved page."),
    "MissingExtraError": _("An optional part for this kind of file is not installed."),
    "GivenUpError": _("Reading it broke down again and again; it was given up."),
    "InternalError": _("The program itself failed on this document. Please report it."),
    "OSError": _("The file could not be fetched from the store of documents."),
}
_OTHER = _("It could not be read.")


def cause_of(error_kind: str, detail: str = "") -> str | Promise:
    """Say why something failed: the detail where it is in the reader's language, else the cause."""
    return CAUSES.get(error_kind, _OTHER) if is_chinese() or not detail else detail


def told(error: Exception) -> str:
    """Say what an error means to the reader."""
    if isinstance(error, ChangedMeanwhileError):
        said = gettext(
            "%(record)s: %(by)s changed this meanwhile;"
            " look at the new state and make your change again"
        )
        return said % {"record": error.record, "by": error.by or gettext("somebody")}
    if isinstance(error, NobodysReportError):
        return gettext("Say first whose report this is.")
    if isinstance(error, NoNumberError):
        return gettext("There is no number in it, so it is not quantified.")
    kinds = [each.__name__ for each in type(error).__mro__]
    kind = next((each for each in kinds if each in CAUSES), "")
    return str(cause_of(kind, str(error)))
