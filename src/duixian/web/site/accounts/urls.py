"""The addresses of these pages, under a government and year, in the namespace ``site``."""

from __future__ import annotations

from django.urls import path

from duixian.web.site.accounts import views

urlpatterns = [
    path("", views.account, name="account"),
    path("account.<str:format_>", views.account_file, name="account-file"),
]
