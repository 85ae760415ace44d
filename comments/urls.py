"""Addresses of the comments app, below the language."""

from django.urls import path

from comments.views import comments, messages, reports

urlpatterns = [
    path("contact/", messages.contact, name="contact"),
    path("contact/sent/", messages.sent, name="contact-sent"),
    path("news/<int:pk>/<slug:slug>/comment/", comments.comment, name="comment"),
    path("news/<int:pk>/<slug:slug>/comment/sent/", comments.sent, name="comment-sent"),
    path("news/<int:pk>/<slug:slug>/report/", reports.report, name="report"),
    path("news/<int:pk>/<slug:slug>/report/sent/", reports.sent, name="report-sent"),
]
