"""The addresses of the site that belong to no language."""

from __future__ import annotations

from django.urls import path

from duixian.web.site import root_views

urlpatterns = [
    path("", root_views.to_language, name="root"),
    path("robots.txt", root_views.robots, name="robots"),
    path("sitemap.xml", root_views.sitemap, name="sitemap"),
    path("favicon.svg", root_views.favicon, name="favicon"),
    path("favicon.ico", root_views.favicon),
]
