"""The library of pictures."""

from django import forms
from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from news import images
from news.actions.pictures import find_picture, read_picture, save_picture
from news.admin.fields import EditionsMedia, editions
from news.models import Image


class ImageForm(forms.ModelForm):
    """A picture, judged by decoding it."""

    class Meta:
        model = Image
        fields = "__all__"

    def clean_original(self):
        """Decode a new file; refuse what is no picture, is too large, or is in the library already."""
        file = self.cleaned_data["original"]
        if "original" in self.changed_data:
            data = file.read()
            read_picture(self.instance, data)
            same = find_picture(data)
            if same and same.pk != self.instance.pk:
                raise forms.ValidationError(Image._meta.get_field("digest").error_messages["unique"])
            return self.instance.original
        return file


@admin.register(Image)
class ImageAdmin(EditionsMedia, admin.ModelAdmin):
    """Pictures with their words; the file cannot be changed later, for stories show it."""

    form = ImageForm
    list_display = ["thumbnail", "__str__", "credit", "created_at"]
    search_fields = ["alt_en", "alt_ru", "caption_en", "caption_ru", "credit"]
    show_full_result_count = False
    readonly_fields = ["thumbnail", "address_in_texts"]
    fieldsets = [
        (None, {"fields": ["original", "thumbnail", "address_in_texts", "credit", ("focus_x", "focus_y")]}),
        *editions("alt", "caption"),
    ]

    def get_readonly_fields(self, request, obj=None):
        """A file that stories may show stays what it is."""
        return [*self.readonly_fields, "original"] if obj else self.readonly_fields

    def save_model(self, request, obj, form, change):
        """Write the files with the row."""
        save_picture(obj)

    @admin.display(description=_("picture"))
    def thumbnail(self, image):
        """A small view of the picture."""
        if not image.pk:
            return "–"
        return format_html('<img class="thumbnail" src="{}" alt="">', images.served_url(image.token))

    @admin.display(description=_("address for texts"))
    def address_in_texts(self, image):
        """What to give the editor of a text as the address of a figure."""
        return images.served_url(image.token) if image.pk else "–"
