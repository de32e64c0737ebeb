"""Numbers and places in templates."""

from __future__ import annotations

import re

from django import template

from duixian.language.reasons import in_chinese
from duixian.web.language_prefix import is_chinese
from duixian.web.ledger.models import Verdict
from duixian.web.site.amounts import target_of
from duixian.web.site.commitments.labels import function_name, indicator_name, rule_name

register = template.Library()
_CHINESE = re.compile("[\u3400-\u9fff]")

register.filter("target", target_of)
register.filter("function_name", function_name)
register.filter("rule_name", rule_name)
register.filter("indicator_name", indicator_name)


@register.filter
def grouped(value: int) -> str:
    """Write a whole number with its thousands set off."""
    return f"{value:,}"


@register.filter
def text_tag(text: str) -> str:
    """Give the tag of the language a text is written in, for ``lang``."""
    return "zh-Hans" if _CHINESE.search(text) else "en"


@register.filter
def language_tag(code: str) -> str:
    """Give the tag of a language for ``lang``."""
    return "en" if code == "en" else "zh-Hans"


@register.filter
def reason(why: str) -> str:
    """Say a reason or a note of the program in the reader's language."""
    return in_chinese(why) if is_chinese() else why


@register.filter
def why(verdict: Verdict) -> str:
    """Give the rule of a verdict in the numbers at hand, in the reader's language if there."""
    return (verdict.why_zh or verdict.why) if is_chinese() else verdict.why
