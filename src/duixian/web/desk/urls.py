"""The addresses of the desk."""

from __future__ import annotations

from django.urls import path

from duixian.web.desk import views_reports, views_review

app_name = "desk"
urlpatterns = [
    path("", views_reports.home, name="home"),
    path("changes/", views_reports.changes, name="changes"),
    path("changes/<int:pk>/put-back/", views_reports.put_back, name="put-back"),
    path("reports/<int:pk>/", views_reports.report, name="report"),
    path("reports/<int:pk>/publish/", views_reports.publish, name="publish"),
    path("reports/<int:pk>/read-again/", views_reports.read_again, name="read-again"),
    path("reports/<int:pk>/<slug:table>/", views_review.review, name="review"),
    path("reports/<int:pk>/<slug:table>/accept/", views_review.accept_many, name="accept-many"),
    path("reports/<int:pk>/<slug:table>/undo/", views_review.undo, name="undo"),
    path("reports/<int:pk>/<slug:table>/<int:record>/", views_review.decide, name="decide"),
]
