"""How documents come to a story, and how they leave it."""

from django.core.files.storage import default_storage
from django.db import transaction

from news.actions.files import delete_after_commit, on_failure, undone_on_failure
from news.models import Attachment


def save_attachment(attachment: Attachment) -> None:
    """Write a document's row and file; a file that it replaces is removed, and so is the new one if the row is not
    stored in the end.
    """
    with undone_on_failure(), transaction.atomic():
        held = Attachment.objects.filter(pk=attachment.pk).first()
        on_failure(lambda: _remove_unless(attachment, held))
        attachment.save()
        if held and held.file.name != attachment.file.name:
            delete_after_commit(held.file.name)


@transaction.atomic
def remove_attachment(attachment: Attachment) -> None:
    """Take a document from its story, with its file."""
    attachment.delete()
    delete_after_commit(attachment.file.name)


def _remove_unless(attachment: Attachment, held: Attachment | None) -> None:
    """Remove the file that was written for a row, but not one that it had before."""
    if attachment.file._committed and not (held and held.file.name == attachment.file.name):
        default_storage.delete(attachment.file.name)
