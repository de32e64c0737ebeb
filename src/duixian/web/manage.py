"""Django's command line with our settings: ``python -m duixian.web.manage migrate``."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

from duixian.web import SETTINGS


def main() -> None:
    """Run the command that the arguments name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
