"""What a number says of its measure, common to both languages."""

from __future__ import annotations

import msgspec

from duixian.reading.records import Basis


class Context(msgspec.Struct, frozen=True):
    """The reading of one mention inside its sentence."""

    basis: Basis
    measure: str
    is_background: bool  # a baseline, threshold, term or forecast
    why: str
    is_reached: bool = False  # its own words say so (已达), whatever its sentence promises
    is_intended: bool = False  # its own words say that it was planned, whatever its sentence tells
    is_aimed_at: bool = False  # its own words call it a goal, whatever its sentence tells
