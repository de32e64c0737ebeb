"""The forms of people: second factors, tokens, and who may do what."""

from __future__ import annotations

from django import forms
from django.contrib.auth.models import User
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from duixian.web.ledger.models import Government


def sent_fields(request: HttpRequest) -> QueryDict | None:
    """Return what a form sent, be it nothing; None where it is only shown."""
    return request.POST if request.method == "POST" else None


class CodeForm(forms.Form):
    """A code of the app, or a recovery code; spaces and capitals do not matter."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        return "".join(self.cleaned_data["code"].split()).lower()


class TokenForm(forms.Form):
    """What a token is called, and how long it lasts."""

    name = forms.CharField(label=_("Name"), max_length=100, help_text=_("Which program uses it."))
    days = forms.ChoiceField(
        label=_("Lasts"),
        initial="90",
        choices=[
            ("30", _("30 days")),
            ("90", _("90 days")),
            ("365", _("one year")),
            ("", _("until it is revoked")),
        ],
        required=False,
    )

    def clean_days(self) -> int | None:
        days = self.cleaned_data["days"]
        return int(days) if days else None


class PersonForm(forms.ModelForm[User]):
    """A person, whose records they edit, and whether they look after the whole site."""

    governments = forms.ModelMultipleChoiceField(
        label=_("Governments"),
        queryset=Government.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Whose reports they review and publish."),
    )

    class Meta:
        model = User
        fields = ("username", "first_name", "email", "is_superuser", "is_active")
        labels = {  # noqa: RUF012  # as Django reads it
            "username": _("Name to sign in with"),
            "first_name": _("Name to show"),
            "email": _("E-mail"),
            "is_superuser": _("Administrator"),
            "is_active": _("May sign in"),
        }
        help_texts = {  # noqa: RUF012  # as Django reads it
            "is_superuser": _("Changes the records of all governments and looks after people."),
            "is_active": _("Switch this off rather than removing a person: what they did stays."),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as given to this one
        if self.instance.pk:
            self.initial["governments"] = Government.objects.filter(memberships__user=self.instance)
