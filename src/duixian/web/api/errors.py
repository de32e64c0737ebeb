"""One shape for every error, in the language of the reader."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from duixian.web.api.faults import fault_in_words
from duixian.web.intake.failures import told
from duixian.web.ledger.errors import ChangedMeanwhileError, LedgerError

_USUAL_WAIT = 60  # seconds


class ErrorBody(Schema):
    """What went wrong: a code for programs, a sentence for people."""

    code: str
    message: str
    status: int
    details: list[str]


class Error(Schema):
    """The body of every answer that is no success."""

    error: ErrorBody


class ApiError(Exception):
    """Ends a request with an error of this shape."""

    def __init__(self, status: int, code: str, message: str, *details: str) -> None:
        self.status = status
        self.code = code
        self.message = message
        self.details = details
        super().__init__(message)


def answer_errors(api: NinjaAPI) -> None:
    """Give every kind of failure its answer."""
    for failure, tell in _ANSWERS.items():
        api.add_exception_handler(failure, partial(_answer, api, tell))


def _answer(
    api: NinjaAPI, tell: Callable[[Any], ApiError], request: HttpRequest, failure: Exception
) -> HttpResponse:
    told = tell(failure)
    body = {
        "code": told.code,
        "message": told.message,
        "status": told.status,
        "details": list(told.details),
    }
    answer = api.create_response(request, {"error": body}, status=told.status)
    if told.status == 401:
        answer.headers["WWW-Authenticate"] = 'Bearer realm="duixian"'
    if isinstance(failure, Throttled):
        answer.headers["Retry-After"] = str(math.ceil(failure.wait or _USUAL_WAIT))
    return answer


def _missing(_failure: Http404) -> ApiError:
    return ApiError(404, "not_found", _("There is nothing at this address."))


def _denied(_failure: PermissionDenied) -> ApiError:
    return ApiError(403, "forbidden", _("You may not change records of this government."))


def _unknown(_failure: AuthenticationError) -> ApiError:
    return ApiError(401, "unauthorized", _("Give a valid token."))


def _throttled(_failure: Throttled) -> ApiError:
    return ApiError(429, "too_many", _("Too many requests; wait a little."))


def _invalid(*details: str) -> ApiError:
    return ApiError(422, "invalid", _("The request is not as it should be."), *details)


def _http(failure: HttpError) -> ApiError:
    is_unreadable = failure.status_code == 400
    said = _("The request cannot be read.") if is_unreadable else str(failure)
    return ApiError(failure.status_code, "bad_request", said)


def _changed(failure: ChangedMeanwhileError) -> ApiError:
    said = _("Somebody else changed this record meanwhile.")
    return ApiError(409, "changed", said, told(failure))


_ANSWERS: dict[type[Exception], Callable[[Any], ApiError]] = {
    ApiError: lambda failure: failure,
    Http404: _missing,
    PermissionDenied: _denied,
    AuthenticationError: _unknown,
    ValidationError: lambda failure: _invalid(*map(_detail, failure.errors)),
    Throttled: _throttled,
    HttpError: _http,
    ChangedMeanwhileError: _changed,
    LedgerError: lambda failure: _invalid(told(failure)),
}


def _detail(error: dict[str, Any]) -> str:
    place = ".".join(str(each) for each in error.get("loc", ()))
    return f"{place}: {fault_in_words(error)}"
