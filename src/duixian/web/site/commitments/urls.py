"""The addresses of these pages, in the namespace ``site``."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
