"""The addresses of the public pages.

Those of commitments, accounts and indicators are in the same namespace: ``site:commitments``,
``site:commitment``, ``site:account``, ``site:indicators``, ``site:indicator``.
"""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from duixian.web.site import governments, home, search_page
from duixian.web.site.about import views as about

app_name = "site"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("search/", search_page.search, name="search"),
    path("governments/", governments.all_governments, name="governments"),
    path("governments/<slug:key>/", governments.one_government, name="government"),
    path("reports/", include("duixian.web.site.reports.urls")),
    path("about/", about.about, name="about"),
    path("about/<slug:page>/", about.about, name="about-page"),
    path("commitments/", include("duixian.web.site.commitments.urls")),
    path("governments/<slug:key>/<int:year>/account/", include("duixian.web.site.accounts.urls")),
    path("indicators/", include("duixian.web.site.indicators.urls")),
]
