"""Two figures taken for one."""

from __future__ import annotations

from dataclasses import dataclass

from duixian.bilingual.audit.agreement import Agreement
from duixian.bilingual.audit.figures import Figure
from duixian.bilingual.audit.slips import Slip


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures taken for one."""

    zh: Figure
    en: Figure
    agreement: Agreement
    slip: Slip | None = None
    evidence: float = 0.0  # of a pair that differs
