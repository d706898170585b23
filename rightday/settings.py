"""Settings, read from the environment; docs/operate/settings.md documents each variable."""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import structlog
from csp.constants import NONE, SELF


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool = False) -> bool:
    return text(name, "1" if default else "0").casefold() in {"1", "true", "yes", "on"}


def number(name: str, default: int) -> int:
    try:
        return int(text(name, str(default)))
    except ValueError:
        sys.exit(f"{name} must be a whole number, and is {text(name)!r}.")


def listed(name: str) -> list[str]:
    return [part.strip() for part in text(name).split(",") if part.strip()]


def data_folder() -> Path:
    """Where database and uploads live: RIGHTDAY_DATA, else `var` beside a checkout, else the home folder."""
    if given := text("RIGHTDAY_DATA"):
        return Path(given).expanduser().resolve()
    checkout = Path(__file__).resolve().parent.parent
    return checkout / "var" if (checkout / "pyproject.toml").exists() else Path.home() / ".rightday"


def secret_key() -> str:
    """RIGHTDAY_SECRET_KEY, else a key made once and kept in the data folder, readable by its owner alone."""
    if given := text("RIGHTDAY_SECRET_KEY"):
        return given
    kept, fresh = DATA / "secret_key", DATA / f".secret_key.{os.getpid()}"
    try:
        if not kept.exists():
            DATA.mkdir(parents=True, exist_ok=True)
            fresh.touch(0o600)
            fresh.write_text(secrets.token_urlsafe(48), encoding="ascii")
            with suppress(FileExistsError):  # another process was first: its key counts
                os.link(fresh, kept)
            fresh.unlink()
        return kept.read_text(encoding="ascii")
    except OSError as error:
        sys.exit(f"{DATA} cannot be used ({error.strerror}). Set RIGHTDAY_DATA to a folder of yours.")


def database(url: str) -> dict[str, Any]:
    """A database from its address: postgresql://user:password@host:port/name, or none for SQLite."""
    if not url:
        return {
            "ENGINE": "rightday.db.sqlite",
            "NAME": DATA / "rightday.sqlite3",
            "TEST": {"NAME": ":memory:"},
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;"
                    "PRAGMA cache_size=-65536; PRAGMA mmap_size=134217728; PRAGMA temp_store=MEMORY;"
                ),
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        sys.exit("RIGHTDAY_DATABASE must begin with postgresql://; leave it out for SQLite.")
    try:
        query, port = dict(parse_qsl(parts.query)), str(parts.port or "")
    except ValueError:  # whose own words would print a part of the password
        sys.exit("RIGHTDAY_DATABASE cannot be read. Write / # ? @ : and % of a password as %2F %23 %3F %40 %3A %25.")
    return {
        "ENGINE": "rightday.db.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", unquote(parts.hostname or "")),
        "PORT": query.pop("port", port),
        "CONN_MAX_AGE": None,
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": query,  # sslmode, sslrootcert, …
    }


BASE = Path(__file__).resolve().parent
DATA = data_folder()
UPLOADS = DATA / "uploads"
DEBUG = flag("RIGHTDAY_DEBUG")
SECRET_KEY = secret_key()
HOSTS = listed("RIGHTDAY_HOSTS")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver", *HOSTS]
HTTPS = flag("RIGHTDAY_HTTPS", default=bool(HOSTS))
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in HOSTS]
PORT = number("PORT", 8000)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "django_htmx",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "rightday.apps.RightdayConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "rightday.team.door.Door",
]
ROOT_URLCONF = "rightday.urls"
WSGI_APPLICATION = "rightday.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE, BASE / "team" / "pages"],
        "OPTIONS": {"environment": "rightday.ui.jinja_environment.environment", "auto_reload": DEBUG},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]
FORM_RENDERER = "django.forms.renderers.Jinja2"
DATABASES = {"default": database(text("RIGHTDAY_DATABASE"))}
OWNER_DATABASE = text("RIGHTDAY_DATABASE_OWNER")
DATABASE_POOLED = flag("RIGHTDAY_DATABASE_POOLED")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "rightday.Identity"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 60 * 15
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6}
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "rightday.team.sign_in.Adapter"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if flag("RIGHTDAY_BEHIND_PROXY") else 0
CSRF_FAILURE_VIEW = "rightday.team.views_errors.form_expired"

SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if flag("RIGHTDAY_BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {name: [NONE] for name in ("default-src", "frame-ancestors", "base-uri")}
    | {f"{name}-src": [SELF] for name in ("script", "style", "img", "font", "connect", "manifest")}
    | {"form-action": [SELF]}
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [BASE / "ui" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": UPLOADS}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or "pytest" in sys.modules
        else "rightday.ui.module_storage.ModuleStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or "pytest" in sys.modules
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# Onto disk and no further than the limit; imports are the only uploads.
FILE_UPLOAD_HANDLERS = ["rightday.intake.uploads.OntoDisk"]
UPLOAD_LIMIT = number("RIGHTDAY_UPLOAD_LIMIT_MB", 200) * 1024 * 1024

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if text("RIGHTDAY_SMTP_HOST") else "rightday.team.mail.ToConsole"
)
EMAIL_HOST = text("RIGHTDAY_SMTP_HOST")
EMAIL_PORT = number("RIGHTDAY_SMTP_PORT", 587)
EMAIL_HOST_USER = text("RIGHTDAY_SMTP_USER")
EMAIL_HOST_PASSWORD = text("RIGHTDAY_SMTP_PASSWORD")
EMAIL_USE_TLS = flag("RIGHTDAY_SMTP_TLS", default=True)
DEFAULT_FROM_EMAIL = text("RIGHTDAY_MAIL_FROM", "Rightday <rightday@localhost>")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
WORKER_BEAT = number("RIGHTDAY_WORKER_BEAT", 5)

LOG_LEVEL = text("RIGHTDAY_LOG_LEVEL", "INFO").upper()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django.server": {"level": "WARNING"},
        "django.request": {"level": "ERROR"},
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "ERROR"},
    },
}
