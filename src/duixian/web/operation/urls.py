"""The addresses of this app: without a language, for programs."""

from __future__ import annotations

from django.urls import path

from duixian.web.operation import health

app_name = "operation"
urlpatterns = [
    path("health/", health.health, name="health"),
    path("ready/", health.ready, name="ready"),
]
