"""How reports and governments are called on the pages."""

from __future__ import annotations

from django.utils.translation import gettext as _

from duixian.web.language_prefix import reader_language
from duixian.web.ledger.models import Government, Report


def government_name(government: Government | None) -> str:
    """Name a government in the reader's language."""
    if government is None:
        return _("Government not known")
    return government.name_in(reader_language())


def report_name(report: Report) -> str:
    """Name a report so that no other has the name: government, year, and what it is."""
    year = report.year_planned or report.year_reviewed
    if report.government is None or year is None:
        return report.title or report.document.name
    return _("%(government)s %(year)s") % {
        "government": government_name(report.government),
        "year": _("work report %(year)s") % {"year": year},
    }


def language_name(code: str) -> str:
    """Name a language of a text in the reader's language."""
    return {"zh": _("Chinese"), "en": _("English")}.get(code, code)


def languages_name(report: Report) -> str:
    """Name the languages a report is in."""
    return _(" and ").join(map(language_name, report.languages))
