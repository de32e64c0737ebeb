"""The addresses of the site that belong to no language."""

from __future__ import annotations

from django.urls import path, re_path

from duixian.web.site import root_views
from duixian.web.site.commitments.views import to_commitment

urlpatterns = [
    path("", root_views.to_language, name="root"),
    path("robots.txt", root_views.robots, name="robots"),
    path("sitemap.xml", root_views.sitemap, name="sitemap"),
    re_path(r"^commitments/(?P<key>[0-9a-f]{16})/$", to_commitment, name="commitment-address"),
    path("favicon.svg", root_views.favicon, name="favicon"),
    path("favicon.ico", root_views.favicon),
]
