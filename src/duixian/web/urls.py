"""All addresses: those of people in two languages, those of machines in none."""

from __future__ import annotations

from django.urls import include, path

from duixian.web.language_prefix import in_each_language

urlpatterns = [
    path("", include("duixian.web.operation.urls")),
    path("api/", include("duixian.web.api.urls")),
    path("", include("duixian.web.site.root_urls")),
    *in_each_language(
        path("", include("duixian.web.people.urls")),
        path("desk/", include("duixian.web.desk.urls")),
        path("desk/intake/", include("duixian.web.intake.urls")),
        path("", include("duixian.web.site.urls")),
    ),
]

handler400 = "duixian.web.operation.errors.bad_request"
handler500 = "duixian.web.operation.errors.server_error"
