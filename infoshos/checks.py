"""System checks: what would be dangerous or broken in service, said before it is."""

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register


@register(Tags.security, deploy=True)
def public_address(app_configs, **kwargs):
    """A portal for the public has an address of its own, over TLS."""
    if settings.PUBLIC_IS_LOOPBACK:
        return [
            Warning(
                "PUBLIC_URL is an address of this machine only.",
                hint="Set it to the address that readers use, such as https://news.example.org.",
                id="infoshos.W001",
            )
        ]
    if not settings.PUBLIC_IS_SECURE:
        return [
            Error(
                "PUBLIC_URL is not encrypted: passwords of editors would travel in the clear.",
                hint="Put a server with TLS before the application and set PUBLIC_URL=https://…",
                id="infoshos.E001",
            )
        ]
    return []


@register("mail", deploy=True)
def mail_server(app_configs, **kwargs):
    """Without a mail server, messages of readers are kept, and nobody hears of them by mail."""
    if settings.EMAIL_HOST:
        return []
    return [
        Warning(
            "No mail leaves: messages of readers are stored and can be read in the editors' pages only.",
            hint="Set EMAIL_URL to a mail server, such as smtps://user:password@mail.example.org.",
            id="infoshos.W002",
        )
    ]


@register(Tags.security)
def debug_in_public(app_configs, **kwargs):
    """Debug pages show settings and source to whoever causes an error."""
    if settings.DEBUG and not settings.PUBLIC_IS_LOOPBACK:
        return [
            Error(
                f"DEBUG is on while PUBLIC_URL is {settings.PUBLIC_URL}.",
                hint="Take DEBUG out of the environment.",
                id="infoshos.E002",
            )
        ]
    return []


@register(Tags.database)
def database_kind(app_configs, **kwargs):
    """Constraints are written for two databases; another would not hold them."""
    engine = settings.DATABASES["default"]["ENGINE"]
    if engine.rpartition(".")[2] in {"sqlite3", "postgresql"}:
        return []
    return [
        Error(
            f"{engine} is not supported.",
            hint="Leave DATABASE_URL out for SQLite, or give a postgres:// address.",
            id="infoshos.E003",
        )
    ]
