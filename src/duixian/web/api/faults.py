"""What is wrong with one value of a request, in the language of the reader.

The library that checks the values tells it in English; these are its kinds of faults in Chinese.
"""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from duixian.web.language_prefix import is_chinese

_WHOLE_NUMBER = _("give a whole number")
_YES_OR_NO = _("give true or false")
_TEXT = _("give text")
_OBJECT = _("give an object")
_FAULTS: dict[str, str | Promise] = {
    "missing": _("this is needed"),
    "int_parsing": _WHOLE_NUMBER,
    "int_type": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "int_parsing_size": _("the number is too large"),
    "greater_than_equal": _("give %(ge)s or more"),
    "less_than_equal": _("give %(le)s or less"),
    "string_type": _TEXT,
    "string_unicode": _TEXT,
    "string_too_short": _("give text"),
    "string_too_long": _("give %(max_length)s characters at most"),
    "string_pattern_mismatch": _("the text is empty, or has characters it may not have"),
    "enum": _("give one of %(expected)s"),
    "bool_type": _YES_OR_NO,
    "bool_parsing": _YES_OR_NO,
    "extra_forbidden": _("this cannot be changed here"),
    "uuid_parsing": _("this is no identifier"),
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
}
_OTHER = _("this is not as it should be")


def fault_in_words(error: dict[str, Any]) -> str:
    """Say what is wrong with a value."""
    if not is_chinese():
        return str(error.get("msg", ""))
    said = str(_FAULTS.get(error.get("type", ""), _OTHER))
    return said % dict(error.get("ctx", {}))
