"""Groups: what people of one kind of work may do."""

from itertools import groupby

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.models import Group, Permission
from django.forms.models import ModelChoiceIterator
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news.admin.keeping import NothingOverwritten
from news.models.group import GROUP_NAMES, group_label

_VERBS = {"add": _("add"), "change": _("change"), "delete": _("delete"), "view": _("view")}
# Django's own tables and those of the queue have no pages, and so no rights that anybody could use.
_APPS = ["auth", "comments", "news"]
_WITHOUT_PAGES = ["loginattempt", "opensession", "permission", "revision"]


def permission_label(permission: Permission) -> str:
    """What a permission allows, in the language of the page; Django stores it in English."""
    model = permission.content_type.model_class()
    name = str(model._meta.verbose_name if model else permission.content_type)
    verb = _VERBS.get(permission.codename.partition("_")[0])
    standard = model and permission.codename.partition("_")[2] == model._meta.model_name
    return f"{capfirst(name)}: {verb if verb and standard else gettext(permission.name)}"


class GroupChoice(forms.ModelMultipleChoiceField):
    """Groups by the names that people know."""

    def label_from_instance(self, obj):
        return group_label(obj)


class Ticked(forms.CheckboxSelectMultiple):
    """Boxes to tick. Those under a heading say it to whoever does not see it."""

    def __init__(self, name: str):
        super().__init__({"class": f"ticked of-{name}"})

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        """One box."""
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        option["attrs"].pop("class", None)
        if isinstance(label, Right):
            option["attrs"]["aria-label"] = label.whole
        return option


class Right(str):
    """A permission under the heading of its kind; `whole` is its name with the kind."""

    __slots__ = ("whole",)

    def __new__(cls, whole: str):
        right = super().__new__(cls, whole.partition(": ")[2])
        right.whole = whole
        return right


class _ByKind(ModelChoiceIterator):
    """Permissions under the kinds of rows that they are about."""

    def __iter__(self):
        rows = self.queryset.select_related("content_type")
        labelled = sorted((permission_label(row), row.pk) for row in rows)
        for kind, found in groupby(labelled, key=lambda pair: pair[0].partition(": ")[0]):
            yield kind, [(number, Right(label)) for label, number in found]


class PermissionChoice(forms.ModelMultipleChoiceField):
    """Permissions in the language of the page."""

    iterator = _ByKind

    def label_from_instance(self, obj):
        return permission_label(obj)


class TranslatedRights:
    """Before ModelAdmin: groups and permissions are ticked, under names that people understand."""

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        """The field of groups or permissions."""
        if db_field.name in {"permissions", "user_permissions"}:
            kwargs["form_class"] = PermissionChoice
            offered = Permission.objects.filter(content_type__app_label__in=_APPS)
            kwargs["queryset"] = offered.exclude(content_type__model__in=_WITHOUT_PAGES)
        elif db_field.name == "groups":
            kwargs["form_class"] = GroupChoice
        return super().formfield_for_manytomany(
            db_field, request=request, **kwargs, widget=Ticked(db_field.name)
        )

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without a way to add a group or a right from here."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field


admin.site.unregister(Group)


@admin.register(Group)
class GroupAdmin(NothingOverwritten, TranslatedRights, DjangoGroupAdmin):
    """Groups. Whoever could change one could give themselves every right: that is for superusers."""

    list_display = ["label"]
    search_fields = []
    filter_horizontal = []

    def get_readonly_fields(self, request, obj=None):
        """The key of a group that every installation has is what its rights and its name hang on."""
        return ["label"] if obj and obj.name in GROUP_NAMES else []

    def get_fields(self, request, obj=None):
        """The name that people know in the place of the key."""
        return ["label" if obj and obj.name in GROUP_NAMES else "name", "permissions"]

    def has_delete_permission(self, request, obj=None):
        """The groups that every installation has stay."""
        return super().has_delete_permission(request, obj) and not (obj and obj.name in GROUP_NAMES)

    @admin.display(description=_("name of the group"))
    def label(self, group):
        """The name in the language of the page."""
        return group_label(group)
