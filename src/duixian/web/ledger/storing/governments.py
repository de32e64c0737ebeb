"""The government of a report as a row, with those above it."""

from __future__ import annotations

from hashlib import blake2b

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


def _parent(place: Place, places: dict[str, Place]) -> Government | None:
    holders = [f"{place.code[:4]}00", f"{place.code[:2]}0000"]
    holder = next((code for code in holders if code != place.code and code in places), None)
    return by_code(holder) if holder else nation()


def _unknown(named: Named) -> Government:
    digest = blake2b(named.name.encode(), digest_size=5).hexdigest()
    made, _ = Government.objects.get_or_create(
        key=f"x-{digest}",
        defaults={"name": named.name, "level": named.level.value if named.level else ""},
    )
    return made
