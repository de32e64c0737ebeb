"""The addresses of these pages, in the namespace ``site``."""

from __future__ import annotations

from django.urls import path, re_path

from duixian.web.site.commitments import views

_KEY = r"^(?P<key>[0-9a-f]{16})/"

urlpatterns = [
    path("", views.commitments, name="commitments"),
    path("commitments.<str:format_>", views.commitments_file, name="commitments-file"),
    re_path(rf"{_KEY}$", views.commitment, name="commitment"),
    re_path(rf"{_KEY}record\.json$", views.record, name="commitment-record"),
    re_path(rf"{_KEY}annotation\.jsonld$", views.annotation, name="commitment-annotation"),
    re_path(rf"{_KEY}claim-review\.jsonld$", views.claim_review, name="commitment-claim-review"),
]
