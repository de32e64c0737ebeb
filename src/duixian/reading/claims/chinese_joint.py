"""Chinese numbers that hold for each of two measures: 游客人次、旅游花费均增长8%.

The words name both before 均, 都 or 双双. Each is a claim of its own where both are measures known
across reports; what else is listed there is one claim, as it is one number.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import compile_any, load_toml
from duixian.language.indicators import find_indicator
from duixian.reading.quantities.chinese.shares import Share, members_of
from duixian.reading.records import Quantity

_MOST = 4
_CLAUSE_MARK = re.compile(r"[，。；：]")


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    of_each: list[str]
    joints: list[str]


class _Words(msgspec.Struct, frozen=True):
    of_each: re.Pattern[str]
    joints: re.Pattern[str]


@cache
def _words() -> _Words:
    path = "zh/joint.toml"
    data = load_toml(path, _Data)
    return _Words(compile_any(data.of_each, path=path), compile_any(data.joints, path=path))


def measures_of_each(normal: str, low: int, quantity: Quantity) -> list[str]:
    """Return the measures that one number holds for, where its clause, from ``low``, lists them."""
    words = _words()
    clause = _CLAUSE_MARK.split(normal[low : quantity.start])[-1]
    marks = list(words.of_each.finditer(clause))
    if not marks:
        return []
    members, verb = clause[: marks[-1].start()], clause[marks[-1].end() :]
    size = len(words.joints.findall(members)) + 1
    if not 1 < size <= _MOST:
        return []
    names = members_of(Share(0, size, members, verb))
    measures = [f"{name} {_verb(quantity, verb)}".rstrip() for name in names]
    known = {_indicator(measure, quantity) for measure in measures}
    return measures if len(known) == len(measures) > 1 and None not in known else []


def _verb(quantity: Quantity, verb: str) -> str:
    """Return what is said of each as far as it stands in the measure of all: 增长, but not 达到."""
    return verb.strip() if quantity.measure.endswith(verb.strip()) else ""


def _indicator(measure: str, quantity: Quantity) -> str | None:
    found = find_indicator(measure, unit=quantity.unit, basis=quantity.basis, language="zh")
    return found.id if found else None
