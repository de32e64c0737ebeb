"""The addresses of bringing in."""

from __future__ import annotations

from django.urls import path

from duixian.web.intake import views

app_name = "intake"
urlpatterns = [
    path("", views.bring, name="bring"),
    path("progress/", views.progress, name="progress"),
    path("again/", views.again, name="again"),
]
