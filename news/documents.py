"""Checks of attached documents: what a file is, by its content and not by its name."""

import io
import zipfile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

BYTE_LIMIT = 20 * 1024 * 1024


def document_format(data: bytes) -> str:
    """Return `pdf` or `docx`; raise ValidationError for anything else, and for files that are too large."""
    if len(data) > BYTE_LIMIT:
        raise ValidationError(
            _("The document is too large: %(size).1f MB; the limit is %(limit)d MB."),
            params={"size": len(data) / 2**20, "limit": BYTE_LIMIT / 2**20},
        )
    if data.startswith(b"%PDF-"):
        return "pdf"
    if _is_docx(data):
        return "docx"
    raise ValidationError(_("This is neither a PDF nor a DOCX document."))


def _is_docx(data: bytes) -> bool:
    if not data.startswith(b"PK"):  # an archive may follow anything, a page for example
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception:  # damaged archives raise whatever the reader stumbles over
        return False
    # A document with macros has another content type and a part of this name.
    return {"[Content_Types].xml", "word/document.xml"} <= names and "word/vbaProject.bin" not in names
