"""Accounts."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.utils.translation import gettext_lazy as _

from news.models import User


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    """Django's accounts with the language of the interface."""

    list_display = ["username", "first_name", "last_name", "is_staff", "interface_language"]
    fieldsets = [*DjangoUserAdmin.fieldsets, (_("Interface"), {"fields": ["interface_language"]})]
    add_fieldsets = [*DjangoUserAdmin.add_fieldsets, (_("Interface"), {"fields": ["interface_language"]})]
