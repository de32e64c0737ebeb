"""What every page knows."""

from __future__ import annotations

from django.http import HttpRequest

import duixian


def site(request: HttpRequest) -> dict[str, str]:
    """The version, for the foot of the page."""
    return {"duixian_version": duixian.__version__}
