"""Bytes to text: find the encoding, decode, make line ends one, and say what was done.

The text returned can always be written as UTF-8: what cannot be decoded becomes U+FFFD
and is told in a note, and bytes that are no text at all raise one clear error.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from duixian.errors import DamagedSourceError, UnsupportedFormatError

_SAMPLE_BYTES = 64 * 1024
_REPLACEMENT = "\ufffd"

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What a page declares, and what it must mean: browsers read the older sets as the wider ones.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
}
_LABELS = {
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
    "cp1252": "Windows-1252",
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 (little-endian)",
    "utf-16-be": "UTF-16 (big-endian)",
    "utf-32-le": "UTF-32 (little-endian)",
    "utf-32-be": "UTF-32 (big-endian)",
}

# The most frequent characters of running text, simplified and traditional: a wrong
# decoding of Chinese gives well-formed but rare characters, so these tell the two apart.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国以要到他会就年设建发展工作经济社会全区市政府民新"
    "加快推进实现完成提高强化管理服务文化环境生产业家重点目万亿元长增"
    "這個為國發設實現進業產環點萬億長會經濟區務強來時們過對學後說"
    "，。、；：（）“”‘’—…·《》"
)
# Common characters in running Chinese are about half; in a wrong decoding under a fiftieth.
_LEAST_COMMON_SHARE = 0.08
_MOST_DAMAGE = 0.01
_NUL_SHARE = 0.001

_GB2312 = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xf7][\xa1-\xfe])*+[\xa1-\xf7]?")
# Unicode has line ends of its own, which some programs write on saving; a form feed or vertical
# tab is one where no other stands beside it.
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]|(?<![\n\r\f\v])[\f\v](?![\n\r])")
_SURROGATES = re.compile("[\ud800-\udfff]")
_HIGH_RUNS = re.compile(rb"[\x80-\xff]+")
# What Chinese and English texts are written with.
_ORDINARY = re.compile(
    "[ -~\t\r\n\u00a0-\u00ff\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the name of its encoding, and what a person should know of the decoding."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, name: str, declared: str | None = None) -> Decoded:
    """Decode bytes to text with ``\\n`` line ends, and say in which encoding they were.

    A byte order mark decides and is not part of the text; then strict UTF-8, then what is
    `declared` (by HTTP or the page), then UTF-16 without a mark, GB18030, Big5, Windows-1252.
    Raises DamagedSourceError or UnsupportedFormatError where the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _finish(data[len(mark) :], encoding, name=name, said=encoding != "utf-8")
    if data.count(b"\x00") > len(data) * _NUL_SHARE:
        wide = _wide_encoding(data)
        if wide is None:
            raise UnsupportedFormatError(name, "binary data, not text")
        return _finish(data, wide, name=name, said=True)
    for encoding, said in _candidates(data, declared):
        if _decodes(data, encoding):
            return _finish(data, encoding, name=name, said=said)
    return _least_damaged(data, declared, name=name)


def normal_charset(declared: str | None) -> str | None:
    """Give the codec to use for a declared charset, or None where it is unknown."""
    if not declared:
        return None
    try:
        found = codecs.lookup(declared.strip().strip("\"'")).name
        "".encode(found)
    except (LookupError, ValueError, TypeError):
        return None
    return _WIDER.get(found, found)


def _candidates(data: bytes, declared: str | None) -> Iterator[tuple[str, bool]]:
    """Offer encodings from the surest to the last resort, and whether to mention each."""
    yield "utf-8", False
    sample = data[:_SAMPLE_BYTES]
    wide = _wide_encoding(sample)
    if wide:
        yield wide, True
    charset = normal_charset(declared)
    if charset and _is_plausible(sample, charset):
        yield charset, charset != "utf-8"
    if _is_single_byte(sample):
        yield "cp1252", True
    shares = {encoding: _common_share(sample, encoding) for encoding in ("gb18030", "big5hkscs")}
    for encoding in sorted(shares, key=lambda each: -shares[each]):
        if shares[encoding] >= _LEAST_COMMON_SHARE:
            yield encoding, True
    if _GB2312.fullmatch(sample[:-1]):  # too little text to count, but all of its shape
        yield "gb18030", True
    guess = _guess(sample)
    if guess:
        yield guess, True


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeError, ValueError):
        return False
    return True


def _is_plausible(sample: bytes, encoding: str) -> bool:
    if encoding == "cp1252":  # declared by default on many a Chinese page
        return _is_single_byte(sample)
    return not _is_damaged(sample.decode(encoding, "replace"))


def _is_single_byte(sample: bytes) -> bool:
    """Tell Western text: its high bytes stand alone, those of Chinese in pairs."""
    runs = _HIGH_RUNS.findall(sample)
    alone = sum(len(run) == 1 for run in runs)
    return bool(runs) and alone > 0.8 * len(runs) and sum(map(len, runs)) < 0.2 * len(sample)


def _common_share(sample: bytes, encoding: str) -> float:
    """Give the share of frequent characters among those outside ASCII."""
    wide = [each for each in sample.decode(encoding, "replace") if each > "\x7f"]
    return sum(each in _COMMON for each in wide) / len(wide) if wide else 0.0


def _wide_encoding(data: bytes) -> str | None:
    """Find UTF-16 or UTF-32 without a mark, by what the characters would be."""
    sample = data[: _SAMPLE_BYTES // 4 * 4]
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        width = 4 if "32" in encoding else 2
        if len(sample) < 2 * width:
            continue
        text = sample[: len(sample) // width * width].decode(encoding, "replace")
        ordinary = len(_ORDINARY.findall(text))
        if ordinary >= 0.95 * len(text) and _has_frequent(text):
            return encoding
    return None


def _has_frequent(text: str) -> bool:
    """Tell text from pairs of ASCII bytes, which also fall among Chinese characters."""
    frequent = sum(each in _COMMON or each in " etaoin\n" for each in text)
    return frequent >= _LEAST_COMMON_SHARE * len(text)


def _guess(sample: bytes) -> str | None:
    """Ask charset-normalizer, as the last resort."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample[: 32 * 1024], threshold=0.1).best()
    charset = normal_charset(best.encoding) if best else None
    if charset is None or charset.startswith(("utf-16", "utf-32", "utf-7")):
        return None
    return charset


def _least_damaged(data: bytes, declared: str | None, *, name: str) -> Decoded:
    """Decode with replacements where the damage is slight; raise where it is not."""
    charset = normal_charset(declared)
    encodings = ["utf-8", "gb18030", "big5hkscs", *([charset] if charset else [])]
    encoding = min(encodings, key=lambda each: data.decode(each, "replace").count(_REPLACEMENT))
    is_likely = encoding == "utf-8" or (
        _common_share(data[:_SAMPLE_BYTES], encoding) >= _LEAST_COMMON_SHARE
    )
    text = data.decode(encoding, "replace")
    if not is_likely or _is_damaged(text) or _is_binary(text):
        raise UnsupportedFormatError(name, "not text in any encoding Duixian knows")
    return _finish(data, encoding, name=name, said=encoding != "utf-8")


def _is_damaged(text: str) -> bool:
    return text.count(_REPLACEMENT) > 1 + len(text) * _MOST_DAMAGE


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    return len(_CONTROLS.findall(sample)) > 1 + len(sample) / 20


def _finish(data: bytes, encoding: str, *, name: str, said: bool) -> Decoded:
    """Decode for good, and note what was replaced."""
    notes = [f"decoded as {_LABELS.get(encoding, encoding)}"] if said else []
    try:
        text = data.decode(encoding)
    except UnicodeError:
        text = data.decode(encoding, "replace")
    text = _SURROGATES.sub(_REPLACEMENT, text)
    if _is_damaged(text):
        label = _LABELS.get(encoding, encoding)
        raise DamagedSourceError(name, f"marked as {label} but mostly not decodable as such")
    nuls, damage = text.count("\x00"), text.count(_REPLACEMENT)
    if nuls > 1 + len(text) * _NUL_SHARE or _is_binary(text):
        raise UnsupportedFormatError(name, "binary data, not text")
    if nuls:
        text = text.replace("\x00", _REPLACEMENT)
        notes.append(f"{nuls} NUL characters replaced by U+FFFD")
    if damage:
        notes.append(f"{damage} places could not be decoded and hold U+FFFD")
    return Decoded(_LINE_ENDS.sub("\n", text), encoding, tuple(notes))
