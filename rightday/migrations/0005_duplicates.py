"""Who may be the same person or company, what was decided, and merges with their way back."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("rightday", "0004_files")]
    operations = []
