"""Lists the messages of code and templates that no catalogue translates, as lines of a .po file.

    python tools/missing_messages.py [FOLDER...]

Without folders all of the web room is looked at. A message may stand in the catalogue of any app.
Found are the functions of Django by whatever name a module imports them, and the functions of a
module that hand what they are given on to one of those.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages import pofile
from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "src" / "duixian" / "web"
KEYWORDS: dict[str, Any] = {
    "_": None,  # what templates become
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}

Key = tuple[str, str]  # context, message in the singular
Message = tuple[int, str | tuple[str, ...], str | None]  # line, message with its forms, context


def used_messages(folder: Path, *, root: Path = ROOT) -> dict[Key, tuple[str, str]]:
    """Find the messages below a folder: where each is first used, and its plural."""
    found: dict[Key, tuple[str, str]] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".py", ".html", ".txt", ".xml"} and "migrations" not in path.parts:
            for line, message, context in _messages_of(path):
                forms = (message,) if isinstance(message, str) else message
                singular, plural = forms[-2:] if len(forms) > 1 else (forms[0], "")
                where = f"{path.relative_to(root)}:{line}"
                found.setdefault((context or "", singular), (where, plural))
    return found


def _messages_of(path: Path) -> Iterator[Message]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield from _extracted(templatize(text), KEYWORDS)
        return
    tree = ast.parse(text)
    keywords = KEYWORDS | _imported(tree)
    yield from _extracted(text, keywords)
    yield from _handed_on(tree, keywords)


def _extracted(text: str, keywords: Mapping[str, Any]) -> Iterator[Message]:
    for line, message, _, context in extract("python", io.BytesIO(text.encode()), keywords):
        yield line, message, context


def _imported(tree: ast.Module) -> dict[str, Any]:
    """Find under which other names a module calls the functions of Django."""
    return {
        each.asname: KEYWORDS[each.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for each in node.names
        if each.asname and each.name in KEYWORDS
    }


def _handed_on(tree: ast.Module, keywords: Mapping[str, Any]) -> Iterator[Message]:
    """Find what is given to a function of the module that has it translated."""
    contexts = {
        node.name: context
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for context in _contexts(node, keywords)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            message = node.args[0]
            if node.func.id in contexts and _is_text(message):
                yield node.lineno, ast.literal_eval(message), contexts[node.func.id]


def _contexts(function: ast.FunctionDef, keywords: Mapping[str, Any]) -> Iterator[str | None]:
    """Give the context in which a function has its first argument translated, where it does."""
    first = function.args.args[0].arg if function.args.args else None
    for node in ast.walk(function):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        *context, message = node.args or [node.func]
        is_own = isinstance(message, ast.Name) and message.id == first
        if is_own and node.func.id in keywords and all(map(_is_text, context)):
            yield ast.literal_eval(context[0]) if context else None


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def translated_messages() -> set[Key]:
    """Read what the catalogues translate, drafts (fuzzy) apart."""
    found = set()
    for path in WEB.rglob("LC_MESSAGES/django.po"):
        with path.open("rb") as lines:
            for message in pofile.read_po(lines, locale="zh_Hans"):
                forms = message.string if isinstance(message.string, tuple) else (message.string,)
                if message.id and all(forms) and not message.fuzzy:
                    singular = message.id if isinstance(message.id, str) else message.id[0]
                    found.add((message.context or "", singular))
    return found


def missing_messages(folder: Path) -> dict[Key, tuple[str, str]]:
    """Find the messages below a folder that no catalogue translates."""
    translated = translated_messages()
    used = used_messages(folder)
    return {key: value for key, value in used.items() if key not in translated}


def _entry(key: Key, where: str, plural: str) -> str:
    context, message = key
    lines = [f"#: {where}"]
    lines += [f"msgctxt {_quoted(context)}"] if context else []
    lines += [f"msgid {_quoted(message)}"]
    lines += [f"msgid_plural {_quoted(plural)}", 'msgstr[0] ""'] if plural else ['msgstr ""']
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def main(arguments: list[str]) -> int:
    """Print what is missing; return 1 if anything is."""
    missing: dict[Key, tuple[str, str]] = {}
    for folder in [Path(each).resolve() for each in arguments] or [WEB]:
        missing |= missing_messages(folder)
    for key, (where, plural) in missing.items():
        print(_entry(key, where, plural), end="\n\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
