"""Groups: what people of one kind of work may do."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.models import Group, Permission
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news.admin.keeping import NothingOverwritten
from news.models.group import GROUP_NAMES, group_label

_VERBS = {"add": _("add"), "change": _("change"), "delete": _("delete"), "view": _("view")}


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


class PermissionChoice(forms.ModelMultipleChoiceField):
    """Permissions in the language of the page."""

    def label_from_instance(self, obj):
        return permission_label(obj)


class TranslatedRights:
    """Before ModelAdmin: groups and permissions are chosen by names that people understand."""

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        """The field of groups or permissions."""
        if db_field.name in {"permissions", "user_permissions"}:
            kwargs["form_class"] = PermissionChoice
        elif db_field.name == "groups":
            kwargs["form_class"] = GroupChoice
        return super().formfield_for_manytomany(db_field, request=request, **kwargs)


admin.site.unregister(Group)


@admin.register(Group)
class GroupAdmin(NothingOverwritten, TranslatedRights, DjangoGroupAdmin):
    """Groups. Whoever could change one could give themselves every right: that is for superusers."""

    list_display = ["label"]
    search_fields = []

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
