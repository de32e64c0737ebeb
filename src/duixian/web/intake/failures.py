"""Why something could not be read, in the reader's language; the detail stays as it was told."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

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


def cause_of(error_kind: str) -> str | Promise:
    """Return the cause a kind of error stands for."""
    return CAUSES.get(error_kind, _OTHER)
