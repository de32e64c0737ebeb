"""The address of the interface: ``/api/v1/``, and its description ``/api/v1/openapi.json``."""

from __future__ import annotations

from django.urls import path

from duixian.web.api.endpoints import api

urlpatterns = [path("v1/", api.urls)]
