"""What the desk calls things."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FACTS = {
    "verdict": _("Verdict"),
    "why": _("Why"),
    "score": _("Score"),
    "reasons": _("Reasons"),
    "kind": _("Kind"),
    "specificity": _("Specificity"),
    "measure": _("Measure"),
    "quantity": _("Number"),
    "due": _("Due"),
    "period": _("Period"),
    "severity": _("Severity"),
    "message": _("What was noticed"),
}

PASSAGES = {
    "source": _("In the report"),
    "promise": _("What was promised"),
    "evidence": _("Evidence"),
    "suggestion": _("Might answer it; not counted"),
    "zh": _("Chinese"),
    "en": _("English"),
    "other": _("The other place"),
}

FIELDS = {
    "kind": _("Kind"),
    "specificity": _("Specificity"),
    "measure": _("Measure"),
    "place": _("Place"),
    "due": _("Due"),
    "period": _("Period"),
    "indicator": _("Indicator"),
    "functions": _("Functions of government"),
    "verdict": _("Verdict"),
    "severity": _("Severity"),
    "title": _("Title"),
    "government_id": _("Government"),
    "year_reviewed": _("Year reviewed"),
    "year_planned": _("Year planned"),
    "delivered": _("Delivered on"),
}

# The columns that only the program fills, where a change is told of.
COLUMNS = {
    "state": _("State"),
    "why": _("Why"),
    "text": _("Text"),
    "heading": _("Heading"),
    "role": _("Role of the section"),
    "is_superseded": _("Found in the report"),
    "is_published": _("Published"),
    "withdrawn_at": _("Withdrawn at"),
    "quantity_id": _("Number"),
    "section_id": _("Section"),
    "statement_id": _("Sentence"),
    "value": _("Value"),
    "high": _("Upper value"),
    "unit": _("Unit"),
    "basis": _("Level or change"),
    "status": _("Target or result"),
    "score": _("Score"),
    "message": _("What was noticed"),
}

RECORDS = {
    "report": (_("report"), pgettext_lazy("table", "reports")),
    "section": (_("section"), pgettext_lazy("table", "sections")),
    "statement": (_("statement"), pgettext_lazy("table", "statements")),
    "quantity": (_("number"), pgettext_lazy("table", "numbers")),
    "claim": (_("claim"), pgettext_lazy("table", "claims")),
    "commitment": (_("commitment"), pgettext_lazy("table", "commitments")),
    "verdict": (_("verdict"), pgettext_lazy("table", "verdicts")),
    "evidence": (_("evidence"), pgettext_lazy("table", "evidence")),
    "finding": (_("finding"), pgettext_lazy("table", "findings")),
}
