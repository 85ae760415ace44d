"""Uploaded files, where no web server stands before the application."""

import mimetypes
import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

_SERVED = re.compile(
    r"(images/[0-9a-f]{16}(-\d{1,4})?\.(jpg|webp|avif)|attachments/[0-9a-f]{16}\.(pdf|docx))\Z"
)


@require_safe
def serve(request, name):
    """Serve a picture, or hand over a document as a download. Neither can run anything in the reader's browser."""
    if not _SERVED.match(name) or not default_storage.exists(name):
        raise Http404(name)
    response = FileResponse(
        default_storage.open(name),
        as_attachment=name.startswith("attachments/"),
        content_type="image/avif" if name.endswith(".avif") else mimetypes.guess_type(name)[0],
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    # Names are random and a changed picture gets a new one.
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
