"""Signing in and out, and passwords: Django's own views with our pages."""

from __future__ import annotations

import math
from typing import Any

from axes.helpers import get_cool_off
from django.contrib import messages
from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from duixian.web.people.kept_form import kept_form
from duixian.web.people.rights import is_editor, signed_in_required


class SignIn(views.LoginView):
    """Name and password. The second factor is asked by the page the person goes on to."""

    template_name = "people/sign_in.html"
    authentication_form = AuthenticationForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, kept_form=kept_form(self.request))

    def get_default_redirect_url(self) -> str:
        return reverse("desk:home" if is_editor(self.request.user) else "people:account")


class SignOut(views.LogoutView):
    """Ends the session; by POST alone, so that no link or picture can do it."""


@method_decorator(signed_in_required, name="dispatch")
class ChangePassword(views.PasswordChangeView):
    """A new password for who knows the old one. Other sessions of the person end."""

    template_name = "people/change_password.html"
    success_url = reverse_lazy("people:account")

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        messages.success(self.request, _("Your password is changed."))
        return super().form_valid(form)


class ChoosePassword(views.PasswordResetConfirmView):
    """The page behind the link an administrator hands out: the person chooses a password."""

    template_name = "people/choose_password.html"
    success_url = reverse_lazy("people:sign-in")

    def form_valid(self, form: SetPasswordForm[Any]) -> HttpResponse:
        messages.success(self.request, _("Your password is set. Sign in with it."))
        return super().form_valid(form)


def locked(
    request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any]
) -> HttpResponse:
    """Say that too many attempts failed, and when to come back."""
    seconds = math.ceil(get_cool_off(request).total_seconds())
    page = render(request, "people/locked.html", {"minutes": math.ceil(seconds / 60)}, status=429)
    page.headers["Retry-After"] = str(seconds)
    return page
