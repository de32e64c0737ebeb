"""Brings the rows of one table to what a new reading says, without losing anything.

A row found again keeps its identity, its address and what people corrected in it; one that is
not found any more is marked as superseded and kept. The differences are known before anything is
written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from duixian.web.ledger.models.reviewed import Reviewed
from duixian.web.ledger.storing.rows import Key, Row

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a report: its model and the columns that find a row again."""

    model: type[models.Model]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Altered:
    """A kept row that a new reading says otherwise."""

    record: Any
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(slots=True)
class Difference:
    """What a new reading changes in one table."""

    table: Table
    added: list[Row] = field(default_factory=list)
    altered: list[Altered] = field(default_factory=list)
    gone: list[Any] = field(default_factory=list)
    kept: list[tuple[Row, Any]] = field(default_factory=list)  # every row found again

    @property
    def is_empty(self) -> bool:
        """Whether the new reading says the same."""
        return not (self.added or self.altered or self.gone)


def compare(table: Table, existing: Iterable[models.Model], rows: Iterable[Row]) -> Difference:
    """Hold new rows against the kept ones. Writes nothing."""
    found = Difference(table)
    kept = {tuple(getattr(each, name) for name in table.key): each for each in existing}
    for row in rows:
        record = kept.pop(row.key, None)
        if record is None:
            found.added.append(row)
            continue
        found.kept.append((row, record))
        altered = _altered(record, row)
        if altered is not None:
            found.altered.append(altered)
    found.gone = [each for each in kept.values() if _is_to_go(each)]
    return found


def _corrections(record: models.Model) -> dict[str, Any]:
    """Return the values people gave it, by field."""
    corrections: dict[str, Any] = getattr(record, "corrections", {})
    return corrections


def _is_to_go(record: models.Model) -> bool:
    """Tell whether it is to be marked as not found; what people brought back stays."""
    is_superseded: bool = getattr(record, "is_superseded", False)
    return not is_superseded and "is_superseded" not in _corrections(record)


def _altered(record: models.Model, row: Row) -> Altered | None:
    corrected = _corrections(record)
    wanted = {**row.values, "is_superseded": False}
    after = {
        name: value
        for name, value in wanted.items()
        if name not in corrected and getattr(record, name) != value
    }
    before = {name: getattr(record, name) for name in after}
    return Altered(record, before, after) if after else None


def write(
    difference: Difference,
    *,
    common: Mapping[str, Any],
    parents: Mapping[str, Mapping[Key, int]],
) -> dict[Key, int]:
    """Write a difference; return the primary key of every row of the new reading.

    ``common`` are columns all rows share; ``parents`` gives, for each foreign key, the primary
    keys of the rows it may point at.
    """
    model = difference.table.model
    made = [
        model(
            **dict(zip(difference.table.key, row.key, strict=True)),
            **row.values,
            **common,
            **_pointers(row, parents),
        )
        for row in difference.added
    ]
    model._default_manager.bulk_create(made, batch_size=_BATCH)
    _point_anew(difference, parents)
    _write_altered(difference)
    _write_gone(difference)
    keys = {row.key: record.pk for row, record in zip(difference.added, made, strict=True)}
    return keys | {row.key: record.pk for row, record in difference.kept}


def _pointers(row: Row, parents: Mapping[str, Mapping[Key, int]]) -> dict[str, int | None]:
    return {
        f"{name}_id": None if key is None else parents[name].get(key)
        for name, key in row.parents.items()
        if name in parents
    }


def _point_anew(difference: Difference, parents: Mapping[str, Mapping[Key, int]]) -> None:
    """Lead rows found again to those they belong to now; that is part of the difference."""
    known = {each.record.pk: each for each in difference.altered}
    for row, record in difference.kept:
        corrected = _corrections(record)
        after = {
            name: pk
            for name, pk in _pointers(row, parents).items()
            if name not in corrected and getattr(record, name) != pk
        }
        if not after:
            continue
        before = {name: getattr(record, name) for name in after}
        if record.pk in known:
            known[record.pk].before.update(before)
            known[record.pk].after.update(after)
        else:
            difference.altered.append(Altered(record, before, after))


def _write_altered(difference: Difference) -> None:
    names = {name for each in difference.altered for name in each.after}
    for each in difference.altered:
        for name, value in each.after.items():
            setattr(each.record, name, value)
        if isinstance(each.record, Reviewed):
            each.record.revision += 1  # who saw it before sees it anew before they change it
            names.add("revision")
    if names:
        difference.table.model._default_manager.bulk_update(
            [each.record for each in difference.altered], sorted(names), batch_size=_BATCH
        )


def _write_gone(difference: Difference) -> None:
    for record in difference.gone:
        record.is_superseded = True
    if difference.gone:
        difference.table.model._default_manager.bulk_update(
            difference.gone, ["is_superseded"], batch_size=_BATCH
        )
