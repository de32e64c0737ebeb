"""The frame of every page: one file that loads nothing and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib

from duixian.bilingual.page.markup import safe

TO_TOP = '<footer><a href="#top">Top <span lang="zh-Hans">回到页首</span></a></footer>'


def skip_link(target: str, name: str) -> str:
    """Return the link that leads a keyboard past the head of a page."""
    words = f'Skip to the {name} <span lang="zh-Hans">跳到正文</span>'
    return f'<a class="skip" href="#{target}">{words}</a>'


def framed(body: str, *, title: str, style: str, kind: str = "", script: str = "") -> str:
    """Return a whole page around the markup of its body.

    ``title`` is plain text, ``kind`` the class of the body. The policy lets nothing be loaded, and
    no script run but ``script``, so that words of a report can never act.
    """
    opening = f'<body class="{kind}">' if kind else "<body>"
    ending = f"<script>{script}</script>\n" if script else ""
    return f"""<!doctype html>
<html lang="en" id="top">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{safe(title)}</title>
<style>
{style}</style>
</head>
{opening}
{body}
{ending}</body>
</html>
"""


def _policy(script: str) -> str:
    rules = ["default-src 'none'", "style-src 'unsafe-inline'"]
    if script:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        rules.append(f"script-src 'sha256-{digest}'")
    return "; ".join([*rules, "img-src 'none'", "base-uri 'none'", "form-action 'none'"])
