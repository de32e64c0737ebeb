"""The interface as a whole: its version, errors, limits and two halves."""

from __future__ import annotations

from ninja import NinjaAPI

import duixian
from duixian.web.api import reading, writing
from duixian.web.api.errors import answer_errors
from duixian.web.api.limits import Limit
from duixian.web.api.numbers import JsonRenderer
from duixian.web.api.parameters import only_known
from duixian.web.environment import read_environment

api = NinjaAPI(
    title="Duixian",
    version=duixian.__version__,
    description=(
        "Government work reports as records: every promise, result and figure with the sentence"
        " it came from. Spans are half-open [start, end) in Unicode code points of the report's"
        " text. Reading needs no account; writing needs an editor's token."
    ),
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api-1",
    renderer=JsonRenderer(),
    throttle=[Limit(read_environment().requests_per_minute)],
)
answer_errors(api)
api.add_decorator(only_known, mode="operation")
writing.add_to(reading.router)
api.add_router("", reading.router)
