"""Addresses. Every page for readers lives under its language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from news.views import errors, media, previews, root

urlpatterns = [
    path("", root.choose_language, name="root"),
    path("time", root.time_now, name="time"),
    path("media/<path:name>", media.serve, name="media"),
    path("admin/", admin.site.urls),
    path("preview/<str:token>/", previews.shared, name="preview"),
    *i18n_patterns(path("", include("comments.urls")), path("", include("news.urls"))),
]

handler400 = errors.bad_request
handler403 = errors.refused
handler404 = errors.not_found
handler500 = errors.broken
