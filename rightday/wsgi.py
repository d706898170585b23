"""What the web server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rightday.settings")
application = get_wsgi_application()

# What was loaded stays for good: walked over again by the collector, it would cost some page 30 ms every few seconds.
get_resolver().url_patterns  # noqa: B018 - loads every room's views before the freeze
gc.collect()
gc.freeze()
