"""What is edited on the page of an article."""

from types import SimpleNamespace

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminFileWidget
from django.urls import reverse

from news.actions.attachments import remove_attachment, save_attachment
from news.actions.related import save_related_links
from news.admin.fields import address_field
from news.admin.stale_rows import StaleRows
from news.documents import document_format
from news.models import Attachment, RelatedLink


class RelatedLinkForm(forms.ModelForm):
    """One link."""

    class Meta:
        model = RelatedLink
        fields = "__all__"
        field_classes = {"url": address_field}


class RelatedLinkFormSet(StaleRows, forms.BaseInlineFormSet):
    """The links of one story, judged and written together."""

    def validate_unique(self):
        """Refuse a link to the story itself, and two links to one story: beside the field, in the rules' own words.

        Django leaves out rules that name the parent of an inline form.
        """
        kept = [form for form in self.forms if form not in self.deleted_forms and form.is_valid()]
        on_page = [form.instance.pk for form in self.initial_forms]
        linked = set()
        if self.known is None:
            linked = set(self.get_queryset().exclude(pk__in=on_page).values_list("target", flat=True))
        for form in kept:
            target = form.cleaned_data.get("target")
            if target is None:
                continue
            if target.pk == self.instance.pk:
                form.add_error("target", _told("related_not_to_itself"))
            elif target.pk in linked:
                form.add_error("target", _told("related_target_once"))
            linked.add(target.pk)

    def save_existing_objects(self, commit=True):
        """Leave the writing to `save_new_objects`, which comes after."""
        self.saved_forms = []
        return super().save_existing_objects(commit=False)

    def save_new_objects(self, commit=True):
        """Write all links at once, so that their order on the page does not matter."""
        new = super().save_new_objects(commit=False)
        if commit:
            changed = [row for row, _fields in self.changed_objects]
            save_related_links(self.instance, changed=changed, new=new, removed=self.deleted_objects)
        return new


def _told(name: str) -> str:
    """The message of a rule of related links."""
    rule = next(rule for rule in RelatedLink._meta.constraints if rule.name == name)
    return rule.violation_error_message


class RelatedLinkInline(admin.StackedInline):
    """Related stories: of this portal by their title, of others by their address."""

    model = RelatedLink
    form = RelatedLinkForm
    formset = RelatedLinkFormSet
    fk_name = "article"
    autocomplete_fields = ["target"]
    template = "admin/news/relatedlink/inline.html"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("target", "pin", "excluded"),
                    "url",
                    ("title_en", "title_ru"),
                    ("source", "date", "time"),
                ]
            },
        )
    ]
    extra = 0

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A field; a story is chosen here, and written and changed on its own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "target":
            field.widget.can_add_related = field.widget.can_change_related = False
        return field

    class Media:
        css = {"all": ["css/related.css"]}
        js = ["js/related.js"]


class DocumentInput(AdminFileWidget):
    """A file with a link that editors can follow before readers can."""

    def format_value(self, value):
        """The stored document, under its title."""
        if not self.is_initial(value):
            return None
        url = reverse("admin:news_attachment_file", args=[value.instance.pk])
        return _Shown(url=url, title=value.instance.title)


class _Shown(SimpleNamespace):
    """What the widget prints of a stored file."""

    def __str__(self):
        return self.title


class AttachmentForm(forms.ModelForm):
    """A document, judged by its content."""

    class Meta:
        model = Attachment
        fields = ["title", "language", "file", "order"]
        widgets = {"file": DocumentInput}

    def clean_file(self):
        """Note the format and the size of a new file; refuse what is neither PDF nor DOCX."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            file.seek(0)
            self.instance.format = document_format(file.read())
            self.instance.size = file.size
            file.seek(0)
        return file


class AttachmentFormSet(StaleRows, forms.BaseInlineFormSet):
    """The documents of one story. Their files come and go with them."""

    def save_new(self, form, commit=True):
        """Add a document."""
        return self._save(super().save_new(form, commit=False), commit)

    def save_existing(self, form, obj, commit=True):
        """Change a document; the form has filled in its values."""
        return self._save(form.instance, commit)

    def delete_existing(self, obj, commit=True):
        """Remove a document."""
        if commit:
            remove_attachment(obj)

    def _save(self, attachment, commit):
        if commit:
            save_attachment(attachment)
        return attachment


class AttachmentInline(admin.StackedInline):
    """Documents that readers can download."""

    model = Attachment
    form = AttachmentForm
    formset = AttachmentFormSet
    fieldsets = [(None, {"fields": [("title", "language"), ("file", "order")]})]
    extra = 0
