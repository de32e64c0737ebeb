"""The pages of one's own account: overview, second factor, recovery codes, tokens, kept form."""

from __future__ import annotations

import secrets
from base64 import b32encode

import segno
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_otp import login as remember_device
from django_otp import user_has_device
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from duixian.web.people.forms import CodeForm, TokenForm, sent_fields
from duixian.web.people.kept_fields import written
from duixian.web.people.kept_form import forget_form, kept_form
from duixian.web.people.models import Token
from duixian.web.people.rights import editor_required, is_editor, signed_in_required, user_of
from duixian.web.people.second_factor import (
    confirm_device,
    device_of_code,
    make_recovery_codes,
    new_device,
    seconds_to_wait,
)
from duixian.web.people.tokens import make_token, revoke_token

_KEY_BYTES = 20
_KEY = "second_factor_key"  # in the session, until the app has shown a right code
_MOST_TOKENS = 50  # usable ones, for one person


class _HttpResponseSendAgain(HttpResponseRedirect):
    """The browser sends the same form on to another address."""

    status_code = 307


def _next_of(request: HttpRequest) -> str:
    """Return where the person was going, on this site alone."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    if is_ours:
        return address
    return resolve_url("desk:home" if is_editor(request.user) else "people:account")


@require_GET
@signed_in_required
def account(request: HttpRequest) -> HttpResponse:
    """Show who one is, and the ways to everything below."""
    user = user_of(request)
    left = StaticToken.objects.filter(device__user=user).count()
    return render(
        request,
        "people/account.html",
        {
            "has_second_factor": TOTPDevice.objects.filter(user=user, confirmed=True).exists(),
            "recovery_codes_left": left,
            "memberships": user.memberships.select_related("government")[:200],
            "is_editor": is_editor(user),
        },
    )


@never_cache
@require_http_methods(["GET", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for a code after name and password."""
    if not request.user.is_authenticated:
        return redirect("people:sign-in")
    user = user_of(request)
    form = CodeForm(sent_fields(request))
    status = 200
    if form.is_valid():
        code = form.cleaned_data["code"]
        device = device_of_code(user, code)
        if device is not None:
            request.session.cycle_key()
            remember_device(request, device)
            return redirect(_next_of(request))
        wait, status = seconds_to_wait(user, code), 400
        form.add_error("code", _refusal(wait))
    context = {"form": form, "next": request.GET.get("next", request.POST.get("next", ""))}
    return render(request, "people/second_factor.html", context, status=status)


def _refusal(wait: int) -> str:
    if wait > 1:
        return gettext("Not this code. Wait %(wait)s seconds before the next.") % {"wait": wait}
    return gettext("Not this code. Wait for the next one in the app, or use a recovery code.")


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in_required
def set_up_second_factor(request: HttpRequest) -> HttpResponse:
    """Show the QR code, and keep the app once it has shown a right code."""
    user = user_of(request)
    key = request.session.setdefault(_KEY, secrets.token_hex(_KEY_BYTES))
    device = new_device(user, key)
    form = CodeForm(sent_fields(request))
    if form.is_valid():
        codes = confirm_device(device, form.cleaned_data["code"])
        if codes is not None:
            request.session.cycle_key()
            del request.session[_KEY]
            remember_device(request, device)
            return _show_codes(request, codes)
        form.add_error("code", gettext("Not the code that the app shows. Is its clock right?"))
    picture = segno.make(device.config_url, error="m")
    context = {
        "form": form,
        "picture": picture.svg_data_uri(scale=5, border=4, dark="#000", light="#fff"),
        "key": b32encode(device.bin_key).decode(),
        "next": request.GET.get("next", request.POST.get("next", "")),
        "is_replaced": user_has_device(user),
    }
    return render(
        request, "people/set_up_second_factor.html", context, status=400 if form.errors else 200
    )


@never_cache
@require_POST
@signed_in_required
def new_recovery_codes(request: HttpRequest) -> HttpResponse:
    """Replace the recovery codes; only where there is an app they stand in for."""
    user = user_of(request)
    if not TOTPDevice.objects.filter(user=user, confirmed=True).exists():
        raise Http404
    return _show_codes(request, make_recovery_codes(user))


def _show_codes(request: HttpRequest, codes: list[str]) -> HttpResponse:
    context = {"codes": codes, "next": _next_of(request)}
    return render(request, "people/recovery_codes.html", context)


@require_http_methods(["GET", "POST"])
@editor_required
def tokens(request: HttpRequest) -> HttpResponse:
    """List one's tokens, and make one: its text is shown once, here."""
    user = user_of(request)
    form = TokenForm(sent_fields(request))
    text = ""
    if form.is_valid():
        if Token.objects.usable().filter(user=user).count() >= _MOST_TOKENS:
            form.add_error(None, gettext("You have too many tokens: revoke those nobody uses."))
        else:
            _, text = make_token(user, **form.cleaned_data)
            form = TokenForm()
    mine = Token.objects.filter(user=user)[:200]
    context = {"form": form, "tokens": mine, "new_token": text}
    return render(request, "people/tokens.html", context, status=400 if form.errors else 200)


@require_POST
@editor_required
def revoke(request: HttpRequest, key: int) -> HttpResponse:
    """End a token."""
    if revoke_token(user_of(request), key):
        messages.success(request, gettext("The token is revoked."))
    return redirect("people:tokens")


@require_http_methods(["GET", "POST"])
@signed_in_required
def kept(request: HttpRequest) -> HttpResponse:
    """Show a form that was sent without a session, and send it on when its writer says so."""
    form = kept_form(request)
    if form is None:
        return redirect(_next_of(request))
    if request.method == "POST":
        forget_form(request)
        return _HttpResponseSendAgain(form.address)
    context = {"kept": form, "written": written(form.fields, person=user_of(request))}
    return render(request, "people/kept_form.html", context)


@require_POST
@signed_in_required
def forget(request: HttpRequest) -> HttpResponse:
    """Drop that form."""
    forget_form(request)
    return redirect(_next_of(request))
