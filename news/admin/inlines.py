"""What is edited on the page of an article."""

from django import forms
from django.contrib import admin

from news.admin.fields import address_field
from news.documents import document_format
from news.models import Attachment, RelatedLink


class RelatedLinkForm(forms.ModelForm):
    """One link."""

    class Meta:
        model = RelatedLink
        fields = "__all__"
        field_classes = {"url": address_field}


class RelatedLinkInline(admin.TabularInline):
    """Related stories: of this portal by their title, of others by their address."""

    model = RelatedLink
    form = RelatedLinkForm
    fk_name = "article"
    autocomplete_fields = ["target"]
    fields = ["target", "url", "title_en", "title_ru", "source", "date", "time", "pin"]
    extra = 0


class AttachmentForm(forms.ModelForm):
    """A document, judged by its content."""

    class Meta:
        model = Attachment
        fields = ["title", "language", "file", "order"]

    def clean_file(self):
        """Note the format and the size of a new file; refuse what is neither PDF nor DOCX."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            self.instance.format = document_format(file.read())
            self.instance.size = file.size
            file.seek(0)
        return file


class AttachmentInline(admin.TabularInline):
    """Documents that readers can download."""

    model = Attachment
    form = AttachmentForm
    extra = 0
