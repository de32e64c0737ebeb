"""The addresses of the public pages.

Those of commitments, accounts and indicators are in the same namespace: ``site:commitments``,
``site:commitment``, ``site:account``, ``site:indicators``, ``site:indicator``.
"""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

app_name = "site"
urlpatterns: list[URLPattern | URLResolver] = [
    path("commitments/", include("duixian.web.site.commitments.urls")),
    path("accounts/", include("duixian.web.site.accounts.urls")),
    path("indicators/", include("duixian.web.site.indicators.urls")),
]
