"""One shape for every error, in the language of the reader."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from duixian.web.ledger.errors import ChangedMeanwhileError, LedgerError


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

    def __init__(self, status: int, code: str, message: str) -> None:
        self.status = status
        self.code = code
        self.message = message
        super().__init__(message)


def answer_errors(api: NinjaAPI) -> None:
    """Give every kind of failure its answer."""

    def answer(
        request: HttpRequest, status: int, code: str, message: str, *details: str
    ) -> HttpResponse:
        body = {"code": code, "message": message, "status": status, "details": list(details)}
        return api.create_response(request, {"error": body}, status=status)

    @api.exception_handler(ApiError)
    def _own(request: HttpRequest, error: ApiError) -> HttpResponse:
        return answer(request, error.status, error.code, error.message)

    @api.exception_handler(Http404)
    def _missing(request: HttpRequest, _error: Http404) -> HttpResponse:
        return answer(request, 404, "not_found", _("There is nothing at this address."))

    @api.exception_handler(PermissionDenied)
    def _denied(request: HttpRequest, _error: PermissionDenied) -> HttpResponse:
        return answer(
            request, 403, "forbidden", _("You may not change records of this government.")
        )

    @api.exception_handler(AuthenticationError)
    def _unknown(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
        said = answer(request, 401, "unauthorized", _("Give a valid token."))
        said.headers["WWW-Authenticate"] = 'Bearer realm="duixian"'
        return said

    @api.exception_handler(ValidationError)
    def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        details = [_detail(each) for each in error.errors]
        return answer(request, 422, "invalid", _("The request is not as it should be."), *details)

    @api.exception_handler(Throttled)
    def _throttled(request: HttpRequest, error: Throttled) -> HttpResponse:
        said = answer(request, 429, "too_many", _("Too many requests; wait a little."))
        said.headers["Retry-After"] = str(round(error.wait or 60))
        return said

    @api.exception_handler(HttpError)
    def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
        said = {400: _("The request cannot be read.")}.get(error.status_code, str(error))
        return answer(request, error.status_code, "bad_request", said)

    @api.exception_handler(ChangedMeanwhileError)
    def _changed(request: HttpRequest, error: ChangedMeanwhileError) -> HttpResponse:
        return answer(
            request, 409, "changed", _("Somebody else changed this record meanwhile."), str(error)
        )

    @api.exception_handler(LedgerError)
    def _refused(request: HttpRequest, error: LedgerError) -> HttpResponse:
        return answer(request, 422, "invalid", _("The request is not as it should be."), str(error))


def _detail(error: dict[str, Any]) -> str:
    place = ".".join(str(each) for each in error.get("loc", ()))
    return f"{place}: {error.get('msg', '')}"
