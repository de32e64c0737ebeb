"""The addresses of reports, in the namespace ``site``."""

from __future__ import annotations

from django.urls import path

from duixian.web.site.reports import (
    checkability,
    downloads,
    findings,
    listing,
    reader,
    side_by_side,
    statement,
)

urlpatterns = [
    path("", listing.reports, name="reports"),
    path("<int:pk>/", reader.read, name="report"),
    path("<int:pk>/part/<int:number>/", reader.read, name="report-part"),
    path("<int:pk>/at/<int:start>/", reader.at, name="report-place"),
    path("<int:pk>/statements/<int:start>/", statement.statement, name="statement"),
    path("<int:pk>/side-by-side/", side_by_side.side_by_side, name="side-by-side"),
    path("<int:pk>/findings/", findings.findings, name="findings"),
    path("<int:pk>/checkability/", checkability.checkability, name="checkability"),
    path("<int:pk>/data/", downloads.data, name="report-data"),
    path("<int:pk>/data/original/", downloads.original, name="report-original"),
    path("<int:pk>/data/text/", downloads.text, name="report-text"),
    path("<int:pk>/data/<slug:table>.<slug:form>", downloads.table, name="report-table"),
]
