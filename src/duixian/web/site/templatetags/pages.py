"""The numbers under a list in parts."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.core.paginator import Paginator

register = template.Library()


@register.filter
def shown_pages(paginator: Paginator[object], number: int) -> Iterable[int | None]:
    """Give the numbers worth a link; None where some are left out."""
    for each in paginator.get_elided_page_range(number, on_each_side=2, on_ends=1):
        yield each if isinstance(each, int) else None
