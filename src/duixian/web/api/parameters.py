"""What may stand behind the question mark of an address: one nobody knows is refused by name.

So is one given twice: only one of the two would be taken.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, get_type_hints

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Schema

from duixian.web.api.errors import ApiError

View = Callable[..., Any]


def only_known(view: View) -> View:
    """Refuse a request with a parameter that would be ignored, as the view asks for none such."""
    known = frozenset(_names(view))

    @wraps(view)
    def answered(request: HttpRequest, *arguments: Any, **named: Any) -> Any:
        unknown = sorted(set(request.GET) - known)
        if unknown:
            said = _("The request has a parameter that is not known here.")
            raise ApiError(422, "unknown_parameter", said, *(f"query.{name}" for name in unknown))
        twice = sorted(name for name, values in request.GET.lists() if len(values) > 1)
        if twice:
            said = _("The request gives a parameter twice.")
            raise ApiError(422, "repeated_parameter", said, *(f"query.{name}" for name in twice))
        return view(request, *arguments, **named)

    return answered


def _names(view: View) -> set[str]:
    """List the fields of all that a view takes from the query."""
    names: set[str] = set()
    for hint in get_type_hints(view, include_extras=True).values():
        schema = getattr(hint, "__origin__", None)  # of Annotated[Schema, Query()]
        if getattr(hint, "__metadata__", ()) and isinstance(schema, type):
            names |= set(schema.model_fields) if issubclass(schema, Schema) else set()
    return names
