"""The reasons for a passage in Chinese, beside those in English."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the column; older passages get theirs when their account is made again."""

    dependencies = (("ledger", "0002_search"),)
    operations = (
        migrations.AddField(
            model_name="evidence",
            name="reasons_zh",
            field=models.JSONField(blank=True, default=list),
        ),
    )
