"""The library of pictures."""

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from news import images
from news.actions.pictures import (
    PictureInUseError,
    find_picture,
    picture_users,
    read_picture,
    remove_picture,
    save_picture,
)
from news.admin.fields import EditionsMedia, editions
from news.admin.saving import WholeSaves
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
            file.seek(0)
            data = file.read()
            read_picture(self.instance, data)
            same = find_picture(data)
            if same and same.pk != self.instance.pk:
                raise forms.ValidationError(Image._meta.get_field("digest").error_messages["unique"])
            return self.instance.original
        return file


def _link(row):
    """A story or page as the confirmation of a removal lists it."""
    address = reverse(f"admin:news_{row._meta.model_name}_change", args=[row.pk])
    return format_html('{}: <a href="{}">{}</a>', capfirst(row._meta.verbose_name), address, row)


@admin.register(Image)
class ImageAdmin(WholeSaves, EditionsMedia, admin.ModelAdmin):
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

    def get_deleted_objects(self, objs, request):
        """Say before the removal which stories and pages show the pictures; while any does, it is refused."""
        to_delete, counts, perms_needed, _protected = super().get_deleted_objects(objs, request)
        places = dict.fromkeys(_link(user) for image in objs for user in picture_users(image))
        return to_delete, counts, perms_needed, list(places)

    def delete_model(self, request, obj):
        """Remove the files with the row."""
        remove_picture(obj)

    def delete_queryset(self, request, queryset):
        """Remove the chosen pictures, all or none: see `changelist_view`."""
        for image in queryset:
            remove_picture(image)

    def delete_view(self, request, object_id, extra_context=None):
        """Remove a picture, or say who began to show it at this moment."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except PictureInUseError as error:
            return self._still_shown(request, error)

    def changelist_view(self, request, extra_context=None):
        """The list; what an action removes may be shown by somebody at this moment too."""
        if request.method != "POST":
            return super().changelist_view(request, extra_context)
        try:
            with transaction.atomic():
                return super().changelist_view(request, extra_context)
        except PictureInUseError as error:
            return self._still_shown(request, error)

    def _still_shown(self, request, error):
        messages.error(request, str(error))
        return HttpResponseRedirect(request.get_full_path())

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
