"""Mail where no mail server is set: printed, so that a sign-in link is never lost."""

from django.core.mail.backends.console import EmailBackend


class ToConsole(EmailBackend):
    """Django's own printing backend under a name of ours, for docs/operate to point at."""
