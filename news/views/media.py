"""Uploaded files, where no web server stands before the application; documents always, for some are not public."""

import mimetypes
import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from news.models import Attachment

_PICTURE = re.compile(r"images/[0-9a-f]{16}(-(card|social)\d{1,9})?(-\d{1,4})?\.(jpg|webp|avif)\Z")
_DOCUMENT = re.compile(r"attachments/[0-9a-f]{16}\.(pdf|docx)\Z")
# Names are random and a changed picture gets a new one.
_FOR_EVER = "public, max-age=31536000, immutable"
# An edition that is withdrawn takes its documents with it, from shared caches too, after five minutes at most.
_SHORTLY = "public, max-age=300"


@require_safe
def serve(request, name):
    """Serve a picture, or hand over a document that is published. Neither can run anything in a reader's browser."""
    if _PICTURE.match(name):
        response = hand_over(name)
        response.headers["Cache-Control"] = _FOR_EVER
        return response
    if _DOCUMENT.match(name) and Attachment.objects.published().filter(file=name).exists():
        response = hand_over(name)
        response.headers["Cache-Control"] = _SHORTLY
        return response
    raise Http404(name)


def hand_over(name: str) -> FileResponse:
    """A stored file as an answer: a document as a download, everything in a sandbox. Raises Http404."""
    if not default_storage.exists(name):
        raise Http404(name)
    response = FileResponse(
        default_storage.open(name),
        as_attachment=name.startswith("attachments/"),
        content_type="image/avif" if name.endswith(".avif") else mimetypes.guess_type(name)[0],
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
