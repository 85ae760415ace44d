"""Accounts."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from news.actions.sessions import end_after_new_password
from news.admin.groups import TranslatedRights
from news.admin.keeping import NothingOverwritten
from news.models import User
from news.models.group import group_label

# Whoever could set these could give themselves every right.
_FOR_SUPERUSERS = {"is_superuser", "user_permissions"}


class GroupFilter(admin.SimpleListFilter):
    """People by their group."""

    title = _("group")
    parameter_name = "group"

    def lookups(self, request, model_admin):
        """The groups by the names that people know."""
        return [(str(group.pk), group_label(group)) for group in Group.objects.order_by("name")]

    def queryset(self, request, queryset):
        """The members of the chosen group."""
        chosen = dict(self.lookup_choices)
        return queryset.filter(groups=self.value()) if self.value() in chosen else queryset


@admin.register(User)
class UserAdmin(NothingOverwritten, TranslatedRights, DjangoUserAdmin):
    """Django's accounts with the language of the interface.

    A chief editor gives others the groups whose rights the chief editor has; superusers are beyond reach.
    """

    change_form_template = "admin/news/user/change_form.html"
    list_display = ["username", "first_name", "last_name", "group_names", "is_staff", "interface_language"]
    list_filter = ["is_staff", "is_active", GroupFilter]
    readonly_fields = ["last_login", "date_joined"]
    filter_horizontal = []
    fieldsets = [*DjangoUserAdmin.fieldsets, (_("Interface"), {"fields": ["interface_language"]})]
    add_fieldsets = [*DjangoUserAdmin.add_fieldsets, (_("Interface"), {"fields": ["interface_language"]})]

    def get_queryset(self, request):
        """With the groups, which the list names."""
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request, obj=None):
        """Without what only superusers give."""
        sets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return sets
        return [
            (title, options | {"fields": [name for name in options["fields"] if name not in _FOR_SUPERUSERS]})
            for title, options in sets
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        """Offer the groups that the person may give, and those that the account has."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if "groups" in form.base_fields and not request.user.is_superuser:
            offered = grantable_groups(request.user)
            if obj:
                offered = offered | Group.objects.filter(user=obj)
            form.base_fields["groups"].queryset = offered.distinct().order_by("name")
        return form

    def has_change_permission(self, request, obj=None):
        """A superuser's account is changed by superusers only."""
        return super().has_change_permission(request, obj) and _in_reach(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        """A superuser's account is removed by superusers only."""
        return super().has_delete_permission(request, obj) and _in_reach(request.user, obj)

    @method_decorator([sensitive_post_parameters(), transaction.atomic])
    def user_change_password(self, request, id, form_url=""):
        """Give somebody a new password; whoever is logged in with the old one is not any more."""
        key = request.session.session_key
        answer = super().user_change_password(request, id, form_url)
        # Where nothing was changed, the answer is the page, or leads back to it.
        if answer.status_code == 302 and answer.headers["Location"] != request.get_full_path():
            person = User.objects.get(pk=unquote(id))
            end_after_new_password(person, by=request.user, request=request, key_before=key)
        return answer

    @admin.display(description=_("groups"))
    def group_names(self, user):
        """The groups in the language of the page."""
        return ", ".join(sorted(group_label(group) for group in user.groups.all())) or "–"


def grantable_groups(person):
    """The groups that a person may give: they hold no right that the person lacks."""
    held = person.get_all_permissions()
    everything = Permission.objects.select_related("content_type")
    lacking = [row.pk for row in everything if f"{row.content_type.app_label}.{row.codename}" not in held]
    return Group.objects.exclude(permissions__in=lacking)


def _in_reach(person, account) -> bool:
    return person.is_superuser or account is None or not account.is_superuser
