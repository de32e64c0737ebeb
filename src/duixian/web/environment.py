"""What the environment says, read once and checked, for `settings`.

Every name starts with ``DUIXIAN_``, but ``DATABASE_URL``, which other programs know too. Nothing
has to be set to try the site on one's own machine; in production the secret and the host names
must be.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, cast

import environ
from django.core.exceptions import ImproperlyConfigured

_SCHEMES = ("postgres", "postgresql", "sqlite")
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
SHORTEST_SECRET_KEY = 50  # characters; whoever guesses it signs in as anyone
DATA_FOLDER = "duixian-data"  # in the folder the site is started from

Mode = Literal["local", "production"]


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings that differ from one installation to the next."""

    mode: Mode
    data: Path  # the folder of the database and the documents
    secret_key: str
    hosts: tuple[str, ...]
    database: dict[str, Any]
    behind_proxy: bool
    log_format: Literal["text", "json"]
    max_upload: int  # bytes
    requests_per_minute: int  # for one address, at the API


def read_environment() -> Environment:
    """Read the environment. Raises ImproperlyConfigured, which names the variable."""
    env = environ.Env()
    mode = _mode(env)
    data = Path(env.str("DUIXIAN_DATA", DATA_FOLDER)).absolute()
    return Environment(
        mode=mode,
        data=data,
        secret_key=_secret_key(env, mode),
        hosts=_hosts(env, mode),
        database=_database(env, data),
        behind_proxy=_behind_proxy(env),
        log_format=_log_format(env, mode),
        max_upload=_positive(env, "DUIXIAN_MAX_UPLOAD_MEBIBYTES", 64) * 1024 * 1024,
        requests_per_minute=_positive(env, "DUIXIAN_API_REQUESTS_PER_MINUTE", 600),
    )


def _mode(env: environ.Env) -> Mode:
    mode = env.str("DUIXIAN_MODE", "local")
    if mode not in ("local", "production"):
        raise ImproperlyConfigured(f"DUIXIAN_MODE is {mode!r}: set it to local or production")
    return cast(Mode, mode)


def _secret_key(env: environ.Env, mode: Mode) -> str:
    key = env.str("DUIXIAN_SECRET_KEY", "")
    if mode == "production" and len(key) < SHORTEST_SECRET_KEY:
        raise ImproperlyConfigured(
            f"DUIXIAN_SECRET_KEY is {'too short' if key else 'not set'}:"
            f" give it {SHORTEST_SECRET_KEY} random characters or more"
        )
    if key:
        return cast(str, key)
    return secrets.token_urlsafe(64)  # sessions end with the server


def _hosts(env: environ.Env, mode: Mode) -> tuple[str, ...]:
    hosts = tuple(env.list("DUIXIAN_HOSTS", default=[]))
    if not hosts and mode == "production":
        raise ImproperlyConfigured("DUIXIAN_HOSTS is not set: name the hosts of the site")
    return hosts or LOCAL_HOSTS


def _behind_proxy(env: environ.Env) -> bool:
    said = env.str("DUIXIAN_BEHIND_PROXY", "false").lower()
    if said not in ("true", "false", ""):
        raise ImproperlyConfigured(f"DUIXIAN_BEHIND_PROXY is {said!r}: set it to true or false")
    return bool(said == "true")


def _database(env: environ.Env, data: Path) -> dict[str, Any]:
    if address := env.str("DATABASE_URL", ""):
        if address.partition("://")[0] not in _SCHEMES:
            raise ImproperlyConfigured(
                "DATABASE_URL names no database that is used here: set it to"
                " postgres://USER:PASSWORD@HOST:PORT/NAME, or leave it out for SQLite"
            )
        database = cast(dict[str, Any], env.db("DATABASE_URL"))
        if database["ENGINE"].endswith("postgresql") and find_spec("psycopg") is None:
            raise ImproperlyConfigured(
                "DATABASE_URL names PostgreSQL: pip install 'duixian[postgresql]' first"
            )
        database["CONN_MAX_AGE"] = 60
        database["CONN_HEALTH_CHECKS"] = True
        return database
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": data / "ledger.sqlite3"}


def _log_format(env: environ.Env, mode: Mode) -> Literal["text", "json"]:
    chosen = env.str("DUIXIAN_LOG_FORMAT", "json" if mode == "production" else "text")
    if chosen not in ("text", "json"):
        raise ImproperlyConfigured(f"DUIXIAN_LOG_FORMAT is {chosen!r}: set it to text or json")
    return cast(Literal["text", "json"], chosen)


def _positive(env: environ.Env, name: str, default: int) -> int:
    try:
        value = env.int(name, default=default)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is no whole number") from error
    if value < 1:
        raise ImproperlyConfigured(f"{name} is {value}: it must be 1 or more")
    return cast(int, value)
