"""The form that takes files and addresses."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from duixian.web.ledger.models import Government
from duixian.web.site.names import government_name

_MOST_ADDRESSES = 50
_is_address = URLValidator(schemes=["http", "https"])


class _Files(forms.ClearableFileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    widget = _Files

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        one_by_one = super().clean
        given = data if isinstance(data, list | tuple) else [data]
        return [one_by_one(each, initial) for each in given if each]


class BringForm(forms.Form):
    """Files, addresses one a line, and whose reports they are where the person knows better."""

    documents = _FilesField(label=_("Files"), required=False, allow_empty_file=True)
    addresses = forms.CharField(
        label=_("Addresses of web pages or files"),
        help_text=_("One a line."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
        required=False,
    )
    government = forms.ModelChoiceField(
        label=_("Government"),
        queryset=Government.objects.none(),
        required=False,
        empty_label=_("as the report says"),
        help_text=_("Choose one where the report does not name its government."),
    )

    def __init__(
        self, *args: Any, governments: QuerySet[Government], too_large: list[str], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._too_large = too_large
        choice: Any = self.fields["government"]
        choice.queryset, choice.label_from_instance = governments, government_name

    def clean_addresses(self) -> list[str]:
        """Return the lines, each an http(s) address."""
        lines = [line.strip() for line in self.cleaned_data["addresses"].splitlines()]
        addresses = [line for line in lines if line]
        if len(addresses) > _MOST_ADDRESSES:
            raise forms.ValidationError(
                gettext("At most %(most)s addresses at a time.") % {"most": _MOST_ADDRESSES}
            )
        for address in addresses:
            try:
                _is_address(address)
                if "@" in urlsplit(address).netloc:  # a password would stand in the list
                    raise forms.ValidationError(address)
            except forms.ValidationError as error:
                raise forms.ValidationError(
                    gettext("%(line)s is no http or https address.") % {"line": address[:80]}
                ) from error
        return addresses

    def clean(self) -> dict[str, Any]:
        """Ask for at least one file or address."""
        cleaned = super().clean() or self.cleaned_data
        nothing = not cleaned.get("documents") and not cleaned.get("addresses")
        if nothing and not self._too_large and not self.errors:
            raise forms.ValidationError(_("Choose a file or give an address."))
        return cleaned
