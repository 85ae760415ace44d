"""The library of pictures."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminFileWidget, AdminTextareaWidget
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
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
from news.admin.keeping import NothingOverwritten
from news.admin.picking import PickingPictures
from news.admin.picture_words import EDITION_WORDS, MissingWords, lacking
from news.admin.uploading import SeveralAtOnce
from news.models import Image


class ImageForm(forms.ModelForm):
    """A picture, judged by decoding it."""

    class Meta:
        model = Image
        fields = "__all__"
        labels = {name: capfirst(label) for name, label in EDITION_WORDS.items()}
        widgets = {
            **{name: AdminTextareaWidget(attrs={"rows": 3, "lang": name[-2:]}) for name in EDITION_WORDS},
            **dict.fromkeys(("focus_x", "focus_y"), forms.NumberInput({"min": 0, "max": 1, "step": 0.01})),
            "original": AdminFileWidget({"accept": images.MEDIA_TYPES}),
        }

    def clean(self):
        """Words stand on one line, wherever they were copied from."""
        for name in EDITION_WORDS:
            if self.cleaned_data.get(name):
                self.cleaned_data[name] = " ".join(self.cleaned_data[name].split())
        return super().clean()

    def clean_original(self):
        """Decode a new file; refuse what is no picture, is too large, or is in the library already."""
        file = self.cleaned_data["original"]
        if "original" in self.changed_data:
            file.seek(0)
            data = file.read()
            read_picture(self.instance, data)
            same = find_picture(data)
            if same and same.pk != self.instance.pk:
                reason = Image._meta.get_field("digest").error_messages["unique"]
                raise forms.ValidationError(format_html("{} {}", reason, _link(same)))
            return self.instance.original
        return file


def _link(row):
    """A picture, story or page by its kind and name, leading to its form."""
    address = reverse(f"admin:news_{row._meta.model_name}_change", args=[row.pk])
    return format_html('{}: <a href="{}">{}</a>', capfirst(row._meta.verbose_name), address, row)


@admin.register(Image)
class ImageAdmin(NothingOverwritten, SeveralAtOnce, PickingPictures, admin.ModelAdmin):
    """Pictures with their words; the file cannot be changed later, for stories show it."""

    form = ImageForm
    delete_confirmation_template = "admin/news/image/delete_confirmation.html"
    delete_selected_confirmation_template = "admin/news/image/delete_selected_confirmation.html"
    list_display = ["thumbnail", "__str__", lacking, "credit", "created_at"]
    list_display_links = ["__str__"]
    list_filter = [MissingWords]
    search_fields = ["alt_en", "alt_ru", "caption_en", "caption_ru", "credit"]
    show_full_result_count = False
    readonly_fields = ["focal_point", lacking, "size", "address_in_texts"]
    fieldsets = [
        (None, {"fields": ["original", "focal_point", ("focus_x", "focus_y"), "size", "address_in_texts"]}),
        (
            _("Words"),
            {"fields": [lacking, ("alt_en", "alt_ru"), ("caption_en", "caption_ru"), "credit"]},
        ),
    ]

    class Media:
        css = {"all": ["css/pictures.css"]}
        js = ["js/focal.js", "js/unsaved.js"]

    def get_fieldsets(self, request, obj=None):
        """A file that stories may show stays what it is; of one that is being added nothing is known yet."""
        left_out = {"original"} if obj else {lacking, "size", "address_in_texts"}
        return [
            (title, {"fields": [name for name in options["fields"] if name not in left_out]})
            for title, options in self.fieldsets
        ]

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

    @admin.display(description=_("preview"))
    def thumbnail(self, image):
        """A small view of the picture."""
        address = images.served_url(image.token, min(image.widths, default=None))
        return format_html('<img class="thumbnail" src="{}" alt="" loading="lazy">', address)

    @admin.display(description=_("focal point"))
    def focal_point(self, image):
        """The picture with its focal point, and what is cut around it. A script lets the point be moved."""
        whole = images.served_url(image.token) if image.pk else ""
        shown = dict.fromkeys((images.CARD, images.SOCIAL), whole)
        if crop := image.made(images.CARD):
            shown[images.CARD] = images.served_url(image.token, image.crops[images.CARD][-1], crop=crop)
        if crop := image.made(images.SOCIAL):
            shown[images.SOCIAL] = images.served_url(image.token, crop=crop)
        return render_to_string(
            "admin/news/image/_focal.html", {"image": image, "whole": whole, "shown": shown}
        )

    @admin.display(description=_("size"))
    def size(self, image):
        """Width and height of the upload."""
        return _("%(width)d × %(height)d pixels") % {"width": image.width, "height": image.height}

    @admin.display(description=_("address for texts"))
    def address_in_texts(self, image):
        """What to give the editor of a text as the address of a figure."""
        return images.served_url(image.token)
