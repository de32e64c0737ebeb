"""The government of a report as a row, with those above it."""

from __future__ import annotations

from hashlib import blake2b

from duixian.errors import UsageError
from duixian.language.governments import Place, governments
from duixian.reading.records import Government as Named
from duixian.reading.records import Report as Reading
from duixian.web.ledger.choices import Level
from duixian.web.ledger.models import Government

NATION = "china"


def government_of(reading: Reading) -> Government | None:
    """Find or make the row of the government a report names; None where it names none."""
    named = reading.government
    if named is None:
        return None
    if named.level is not None and named.level.value == Level.NATION:
        return nation()
    if named.code is None:
        return _unknown(named)
    return by_code(named.code)


def nation() -> Government:
    """Find or make the national government."""
    made, _ = Government.objects.get_or_create(
        key=NATION,
        defaults={"name": "中华人民共和国", "name_en": "China", "level": Level.NATION},
    )
    return made


def by_code(code: str) -> Government | None:
    """Find or make the government of a GB/T 2260 code, and those it lies in."""
    places = {place.code: place for place in governments()}
    place = places.get(code)
    if place is None:
        return None
    made, _ = Government.objects.get_or_create(
        key=code,
        defaults={
            "code": code,
            "name": place.name,
            "name_en": place.english,
            "level": place.level,
            "parent": _parent(place, places),
        },
    )
    return made


def said(words: str) -> Government:
    """Find or make the government a person names: by its code, or by names no table knows.

    Raises UsageError for a code that is none.
    """
    if words.isdigit():
        found = by_code(words)
        if found is None:
            raise UsageError(f"{words}: no such code in GB/T 2260")
        return found
    name, _, name_en = (part.strip() for part in words.partition("/"))
    if not name:
        raise UsageError("the government has no name: give a code of GB/T 2260, or its name")
    return by_name(name, name_en=name_en)


def by_name(name: str, *, name_en: str = "") -> Government:
    """Find or make a government that no table knows, by the names a person gives it."""
    digest = blake2b(name.encode(), digest_size=5).hexdigest()
    made, _ = Government.objects.get_or_create(
        key=f"x-{digest}", defaults={"name": name[:200], "name_en": name_en[:200]}
    )
    return made


def _parent(place: Place, places: dict[str, Place]) -> Government | None:
    holders = [f"{place.code[:4]}00", f"{place.code[:2]}0000"]
    holder = next((code for code in holders if code != place.code and code in places), None)
    return by_code(holder) if holder else nation()


def _unknown(named: Named) -> Government:
    made = by_name(named.name)
    if named.level and not made.level:
        made.level = named.level.value
        made.save(update_fields=["level"])
    return made
