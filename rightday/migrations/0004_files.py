"""What is remembered of files: their shapes, fields of their own, ids of other systems."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("rightday", "0003_tracking")]
    operations = []
