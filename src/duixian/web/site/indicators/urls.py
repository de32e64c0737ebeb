"""The addresses of these pages, in the namespace ``site``."""

from __future__ import annotations

from django.urls import path

from duixian.web.site.indicators import views

urlpatterns = [
    path("", views.indicators, name="indicators"),
    path("<slug:indicator>/", views.indicator, name="indicator"),
    path("<slug:indicator>/data.<str:format_>", views.indicator_file, name="indicator-file"),
]
