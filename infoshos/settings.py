"""Settings of the portal, read from the environment.

DATA_DIR         folder of database, uploads and keys; `var/` beside manage.py
DATABASE_URL     a PostgreSQL address; without it, SQLite in DATA_DIR
PUBLIC_URL       the one address under which readers know the site; hosts, secure cookies and HSTS follow from it
TRUSTED_PROXIES  addresses of our own web servers in front, which say in X-Forwarded-For who asks; nobody by default
PORT             the port that `make run` listens on
EMAIL_URL        the mail server, such as smtps://user:password@mail.example.org; without it, no mail leaves
CONTACT_EMAIL    where messages of readers are mailed to; without it, to the address in the imprint
DEFAULT_FROM_EMAIL  the sender of mails; without it, infoshos@ and the host of PUBLIC_URL
SECRET_KEY       without it, a random one is kept in DATA_DIR
DEMO             1 loads the demonstration stories into any new database, 0 never does
DEBUG            1 for development only
"""

import zoneinfo
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.http.request import split_domain_port
from django.utils.translation import gettext_lazy as _

from infoshos import env, keys
from infoshos.private import keep_private
from infoshos.static_headers import add_static_headers

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.text("DATA_DIR") or BASE_DIR / "var").resolve()

DEBUG = env.flag("DEBUG", default=False)
PORT = env.port("PORT", 8000)
PUBLIC_URL = env.address("PUBLIC_URL", f"http://127.0.0.1:{PORT}")
_public_host = split_domain_port(urlsplit(PUBLIC_URL).netloc)[0]
PUBLIC_IS_LOOPBACK = _public_host in env.LOOPBACK
PUBLIC_IS_SECURE = PUBLIC_URL.startswith("https:")
DEMO = env.flag("DEMO")

SECRET_KEY = env.text("SECRET_KEY") or keys.read_or_make(DATA_DIR / "secret-key")
ALLOWED_HOSTS = env.LOOPBACK if PUBLIC_IS_LOOPBACK else [_public_host]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, whose classes it extends
    "news.apps.NewsConfig",
    "comments.apps.CommentsConfig",
    "infoshos.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_prose_editor",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "infoshos.middleware.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # static files need nothing of what follows
    "infoshos.compression.CompressionMiddleware",  # whatever answers from here on
    "infoshos.middleware.BodyLimitMiddleware",  # before anything reads the body
    "infoshos.editorial.SessionMiddleware",
    "infoshos.editorial.AuthenticationMiddleware",
    "infoshos.editorial.LastSeenMiddleware",
    "infoshos.middleware.LanguageMiddleware",  # after authentication: editors have a language of their own
    "django.middleware.common.CommonMiddleware",
    "infoshos.middleware.OldAddressMiddleware",
    "infoshos.editorial.CsrfViewMiddleware",
    "infoshos.editorial.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "infoshos.urls"
WSGI_APPLICATION = "infoshos.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "infoshos.context_processors.portal",
            ],
        },
    }
]

# Database ------------------------------------------------------------------------------------------------------

DATABASE_IS_BUILT_IN = not env.text("DATABASE_URL")
if DATABASE_IS_BUILT_IN:
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA_DIR / "db.sqlite3"}}
else:
    DATABASES = {"default": env.database("DATABASE_URL")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # Readers never wait for a writer; a writer waits for another instead of failing half-way (IMMEDIATE takes
        # the lock at the start, where waiting is possible). Django itself switches foreign keys on.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
if DATABASE_IS_BUILT_IN:
    keep_private(database=DATABASES["default"]["NAME"], folder=DATA_DIR / "originals")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People --------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "news.User"
AUTHENTICATION_BACKENDS = ["infoshos.authentication.PortalBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
# Groups whose members do nothing without a second factor: all that put words before readers, or read readers' names.
# Superusers need one wherever the site is public; the account of the demonstration never does.
SECOND_FACTOR_GROUPS = ["editor", "moderator", "chief-editor"]
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PUBLIC_IS_SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = (
    "django.contrib.messages.storage.session.SessionStorage"  # its own cookie would have the path /
)

# Languages and time --------------------------------------------------------------------------------------------

LANGUAGES = [("en", _("English")), ("ru", _("Russian"))]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["infoshos.formats"]
USE_I18N = True
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_LANGUAGES = ("en", "ru")
# An edition that is missing is missing: text of the other language never stands in for it.
MODELTRANSLATION_ENABLE_FALLBACKS = False

USE_TZ = True
TIME_ZONE = "Europe/Moscow"
# The locked table of time zones, not the one that the machine happens to have.
zoneinfo.reset_tzpath(to=())

# Files ---------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # What was uploaded, byte for byte. Never served: it may carry positions and names.
    "originals": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": DATA_DIR / "originals",
            "base_url": None,
            "directory_permissions_mode": 0o700,
            "file_permissions_mode": 0o600,
        },
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = not DEBUG
WHITENOISE_ADD_HEADERS_FUNCTION = add_static_headers  # WhiteNoise takes the function, not its name
FILE_UPLOAD_PERMISSIONS = 0o644

# Limits --------------------------------------------------------------------------------------------------------

# Bytes of a whole request. A reader's form holds 64 KB of text at most, three times that when it is encoded;
# an editor's two editions of 1 MB and the files that go with them.
READER_BODY_LIMIT = 512 * 1024
EDITOR_BODY_LIMIT = 64 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# Security ------------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "infoshos.account.given_back.refused"
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if PUBLIC_IS_SECURE else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W003",  # the middleware of Django's token is there: a subclass that passes readers' pages by
    "security.W005",  # HSTS is promised for this host alone: its subdomains may be somebody else's
    "security.W008",  # plain http never comes so far: the server in front redirects it
    "security.W021",  # for the same reason, browsers are not asked to build the promise in
]

# Mail ----------------------------------------------------------------------------------------------------------

_mail = env.mail_server("EMAIL_URL")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _mail.host else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_SSL, EMAIL_USE_TLS = _mail.ssl, _mail.starttls
EMAIL_TIMEOUT = 10  # seconds; only the worker waits for it
DEFAULT_FROM_EMAIL = env.email(
    "DEFAULT_FROM_EMAIL", f"infoshos@{'localhost' if PUBLIC_IS_LOOPBACK else _public_host}"
)
CONTACT_EMAIL = env.email("CONTACT_EMAIL")

# Background work and logs --------------------------------------------------------------------------------------

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django.security.DisallowedHost": {"level": "ERROR"},
        # A 404 is the reader's news, not ours.
        "django.request": {"level": "ERROR"},
        # It names the passkey of everybody who logs in.
        "fido2": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
    },
}
