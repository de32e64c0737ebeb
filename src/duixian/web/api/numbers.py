"""Numbers in JSON are numbers, exact to the last digit."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import msgspec
from django.http import HttpRequest
from ninja.renderers import BaseRenderer
from pydantic import PlainSerializer, WithJsonSchema

Number = Annotated[
    Decimal,
    WithJsonSchema({"type": "number"}),
    PlainSerializer(lambda value: value, return_type=Any),
]


class JsonRenderer(BaseRenderer):
    """Writes JSON in which a `Decimal` keeps its digits."""

    media_type = "application/json"
    _encoder = msgspec.json.Encoder(decimal_format="number")

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        """Encode an answer."""
        return self._encoder.encode(data)
