"""Characters that no reader sees: joiners, direction marks, soft hyphens, marks of byte order.

Pages and editors leave them inside words and numbers, where they would cut 1,200 in two.
"""

from __future__ import annotations

import re

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # of a character class

_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def without_invisible(text: str) -> str:
    """Return the text without characters that are not seen."""
    return _INVISIBLE.sub("", text)
