"""Read government work reports; keep every promise, result and figure with its sentence."""

from __future__ import annotations

__version__ = "0.1.0"
