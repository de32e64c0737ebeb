"""Read government work reports; keep every promise, result and figure with its sentence.

    import duixian
    report = duixian.read("report.pdf")
    report.claims.to_pandas()

What stands in ``__all__`` is the public interface; it is loaded when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from duixian.errors import DuixianError, SourceError

if TYPE_CHECKING:
    from duixian.corpus.accounts import account, cascade, chains, grade, tasks
    from duixian.corpus.interface import read, read_many
    from duixian.corpus.many import Failure, Progress
    from duixian.corpus.versions import align, audit
    from duixian.tables.read_report import ReadReport, RecordTable

__version__ = "0.1.0"

__all__ = [
    "DuixianError",
    "Failure",
    "Progress",
    "ReadReport",
    "RecordTable",
    "SourceError",
    "__version__",
    "account",
    "align",
    "audit",
    "cascade",
    "chains",
    "grade",
    "read",
    "read_many",
    "tasks",
]

_LOADED_WHEN_USED = {
    "Failure": "duixian.corpus.many",
    "Progress": "duixian.corpus.many",
    "ReadReport": "duixian.tables.read_report",
    "RecordTable": "duixian.tables.read_report",
    "account": "duixian.corpus.accounts",
    "align": "duixian.corpus.versions",
    "audit": "duixian.corpus.versions",
    "cascade": "duixian.corpus.accounts",
    "chains": "duixian.corpus.accounts",
    "grade": "duixian.corpus.accounts",
    "read": "duixian.corpus.interface",
    "read_many": "duixian.corpus.interface",
    "tasks": "duixian.corpus.accounts",
}


def __getattr__(name: str) -> Any:
    if name not in _LOADED_WHEN_USED:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_LOADED_WHEN_USED[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
