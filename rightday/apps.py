"""The one Django app: rooms are its packages."""

from django.apps import AppConfig


class RightdayConfig(AppConfig):
    name = "rightday"
    verbose_name = "Rightday"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from rightday.db import among  # noqa: F401 - makes the lookup known
