"""What the desk calls things."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

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
