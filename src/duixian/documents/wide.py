"""Which characters are wide: written without spaces between them, and drawn on two columns.

Ideographs with their parts and signs, kana, and full-width forms.
"""

from __future__ import annotations

import re

# For use inside the brackets of a pattern.
WIDE_RANGES = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_WIDE = re.compile(f"[{WIDE_RANGES}]")


def is_wide(character: str) -> bool:
    """Tell a wide character."""
    return _WIDE.match(character) is not None
