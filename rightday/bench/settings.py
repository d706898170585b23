"""Settings of the server that is measured: the product's, and the bare page beside its addresses."""

from rightday.settings import *  # noqa: F403 - all of them, on purpose

ROOT_URLCONF = "rightday.bench.urls"
