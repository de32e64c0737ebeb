"""Numbers that were only meant: the plan, the budget or the promise told beside what came of it.

In a review 未完成8%的预期目标 and the originally planned 50 bus shelters are no results.
"""

from __future__ import annotations

import re

_NUMBER = "#"  # stands for the number between the words around it


def is_intended(pattern: re.Pattern[str], sign: re.Pattern[str], clause: str, behind: str) -> bool:
    """Tell whether the words around a number say that it was meant, and not that it came.

    ``sign`` is what its clause or the words behind must have for ``pattern`` to match.
    """
    if not (sign.search(clause) or sign.search(behind)):
        return False
    return pattern.search(f"{clause}{_NUMBER}{behind}") is not None
