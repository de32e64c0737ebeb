"""The forms in which people correct what the machine says."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from duixian.language.indicator_data import load_indicators
from duixian.web.desk.labels import FIELDS
from duixian.web.desk.queues import Queue
from duixian.web.ledger import history
from duixian.web.ledger.models import Government, Report
from duixian.web.site.commitments.labels import indicator_name
from duixian.web.site.names import government_name

_TIME = r"\d{4}(-\d{2}(-\d{2})?)?"
_TIMES = {
    "due": RegexValidator(
        rf"^{_TIME}$", _("Write a year, month or day: 2025, 2025-10, 2025-10-31.")
    ),
    "period": RegexValidator(
        rf"^{_TIME}(/{_TIME})?$", _("Write a year, month or day, or two parted by a slash.")
    ),
}
_FUNCTIONS = RegexValidator(
    re.compile(r"^(0[1-9]|10)( (0[1-9]|10))*$"), _("Write divisions of COFOG: 04 07.")
)
_YEARS = (MinValueValidator(1949), MaxValueValidator(2100))
_LONGEST = 500


class _RecordForm(forms.Form):
    """The form of one record, which knows it."""

    record: Any = None

    def clean_specificity(self) -> str:
        """Refuse to call quantified what states no number."""
        chosen = str(self.cleaned_data["specificity"])
        if history.lacks_number(self.record, chosen):
            raise forms.ValidationError(
                gettext("There is no number in it, so it is not quantified.")
            )
        return chosen


def correction_form(queue: Queue, record: Any, *, data: Any = None) -> forms.Form:
    """Make the form of one record; its fields carry a prefix of their own on a page of many."""
    fields = {name: _field(queue, name, record) for name in queue.model.CORRECTABLE}
    fields["reason"] = forms.CharField(
        label=_("Why (for the history)"), required=False, max_length=_LONGEST
    )
    form_class = type("CorrectionForm", (_RecordForm,), {**fields, "record": record})
    initial = {name: getattr(record, name) for name in queue.model.CORRECTABLE}
    form: forms.Form = form_class(data, initial=initial, prefix=f"r{record.pk}")
    return form


def _field(queue: Queue, name: str, record: Any) -> forms.Field:
    column = queue.model._meta.get_field(name)
    label, choices = FIELDS[name], getattr(column, "choices", None)
    # What is measured is corrected, not emptied; where none was found none need be given.
    is_kept = name == "measure" and bool(record.measure)
    is_needed = is_kept or not getattr(column, "blank", False)
    if choices:
        empty = [] if is_needed else [("", "—")]
        return forms.ChoiceField(label=label, choices=[*empty, *choices], required=is_needed)
    if name == "indicator":
        return IndicatorField(label=label, required=False, max_length=_LONGEST)
    checks = [_TIMES[name]] if name in _TIMES else [_FUNCTIONS] if name == "functions" else []
    longest = getattr(column, "max_length", None) or _LONGEST
    return forms.CharField(label=label, required=is_needed, max_length=longest, validators=checks)


class IndicatorField(forms.CharField):
    """The name of an indicator, in either language; the page offers all of them, once."""

    widget = forms.TextInput(attrs={"list": "indicators", "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        """Show the name of what the record holds."""
        return indicator_name(value) if value else value

    def clean(self, value: Any) -> str:
        """Return the identifier of what was named."""
        said = str(super().clean(value))
        known = load_indicators()
        if not said or said in known:
            return said
        for key, each in known.items():
            if said.casefold() in (each.name_zh.casefold(), each.name_en.casefold()):
                return key
        raise forms.ValidationError(
            gettext("No indicator has this name: choose one of those offered.")
        )


class ReportForm(forms.Form):
    """What people know better of a report than its text says."""

    title = forms.CharField(label=FIELDS["title"], required=False, max_length=500)
    government_id = forms.ModelChoiceField(
        label=FIELDS["government_id"], queryset=Government.objects.none(), required=False
    )
    year_reviewed = forms.IntegerField(
        label=FIELDS["year_reviewed"], required=False, validators=_YEARS
    )
    year_planned = forms.IntegerField(
        label=FIELDS["year_planned"], required=False, validators=_YEARS
    )
    delivered = forms.DateField(
        label=FIELDS["delivered"],
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(label=_("Why (for the history)"), required=False, max_length=_LONGEST)

    def __init__(self, report: Report, governments: QuerySet[Government], data: Any = None) -> None:
        initial = {name: getattr(report, name) for name in Report.CORRECTABLE}
        super().__init__(data, initial=initial)
        self.fields["title"].required = bool(report.title)  # corrected, not emptied
        choice: Any = self.fields["government_id"]
        choice.queryset, choice.label_from_instance = governments, government_name

    def values(self) -> dict[str, Any]:
        """Return the columns as they are to be."""
        values = {name: self.cleaned_data[name] for name in Report.CORRECTABLE}
        government = values["government_id"]
        return values | {"government_id": government.pk if government else None}
