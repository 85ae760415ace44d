"""Attached documents are what their bytes say."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError

from news.documents import BYTE_LIMIT, document_format

DOCX_PARTS = ("[Content_Types].xml", "word/document.xml")


def zipped(*names, content=b"<x/>"):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return buffer.getvalue()


def test_pdf_and_docx_are_known_by_their_content():
    assert document_format(b"%PDF-1.7\n...") == "pdf"
    assert document_format(zipped(*DOCX_PARTS, "word/styles.xml")) == "docx"


REFUSED = {
    "nothing": b"",
    "text": b"Dear reader",
    "a page": b"<html><script>alert(1)</script></html>",
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "a program": b"MZ\x90\x00",
    "a page before a PDF": b"<script>alert(1)</script>%PDF-1.7",
    "an old Word document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "an archive": zipped("a.txt"),
    "a spreadsheet": zipped("[Content_Types].xml", "xl/workbook.xml"),
    "a document with macros": zipped(*DOCX_PARTS, "word/vbaProject.bin"),
    "half an archive": zipped(*DOCX_PARTS)[:60],
    "the end of an archive": zipped(*DOCX_PARTS)[-22:],
    "a page before a document": b"<script>alert(1)</script>" + zipped(*DOCX_PARTS),
    "a signature alone": b"PK\x03\x04",
    "an empty archive": zipped(),
}


@pytest.mark.parametrize("name", REFUSED)
def test_everything_else_is_refused(name):
    with pytest.raises(ValidationError) as refusal:
        document_format(REFUSED[name])
    assert refusal.value.messages == ["This is neither a PDF nor a DOCX document."]


def test_a_damaged_document_is_refused_or_read_and_never_breaks_the_form():
    whole = zipped(*DOCX_PARTS)
    answers = set()
    for place in range(len(whole)):
        for damaged in (whole[:place], whole[:place] + b"\xff" + whole[place + 1 :]):
            try:
                answers.add(document_format(damaged))
            except ValidationError:
                answers.add("refused")
    assert answers == {"docx", "refused"}


def test_a_document_has_a_largest_size():
    assert document_format(b"%PDF-".ljust(BYTE_LIMIT)) == "pdf"
    with pytest.raises(ValidationError) as refusal:
        document_format(b"%PDF-".ljust(BYTE_LIMIT + 2**20))
    assert refusal.value.messages == ["The document is too large: 21.0 MB; the limit is 20 MB."]
