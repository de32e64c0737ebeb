"""Feed broken files to the readers and see that each ends as it must.

Each input must give a document whose text can be written as UTF-8 and whose spans lie
inside it, or raise `SourceError`; within a time and within the memory set for the process.
What breaks this is kept under build/fuzz/ with the reason beside it.

    python tools/fuzz_readers.py --reader html --seconds 600
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import io
import random
import resource
import signal
import sys
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from duixian.documents.document import Document
from duixian.documents.limits import Limits
from duixian.documents.options import SourceOptions
from duixian.documents.sources import load_bytes
from duixian.errors import SourceError

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "build" / "fuzz"
MEMORY_BYTES = 4 * 1024**3
INPUT_SECONDS = 10
LARGEST_INPUT = 400_000
LIMITS = Limits(max_bytes=2_000_000, max_characters=2_000_000, max_pages=200)

SENTENCE = "2024年，地区生产总值增长5.2%，新增就业1.2万人。"
ENGLISH = "GDP grew by 5.2%; we will build 4 care centres in 2025.\n"
AWKWARD: tuple[bytes, ...] = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\r",
    b"\x81\x30\x81\x30",
)
AWKWARD += (b"\xf0\x9f", b"\x1b", b"\xc2\x85", b"\xd8\x00", b"\x00\xd8", b"%", b"99999999999")
NESTED_TAGS: tuple[str, ...] = (
    "div",
    "p",
    "b",
    "a",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "nav",
    "form",
    "pre",
    "svg",
)
NESTED_TAGS += ("title", "script", "h1", "header", "select")
NESTED_XML = ("w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:txbxContent", "w:hyperlink")
Mutation = Callable[[random.Random, bytes], bytes]


class TooSlowError(Exception):
    """An input took longer than `INPUT_SECONDS`."""


# Seeds: small valid files, built here so that none need be kept.


def text_seeds() -> list[bytes]:
    """Give the same words in every encoding."""
    text = (SENTENCE + "\r\n" + ENGLISH) * 4
    encodings = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "gb18030")
    traditional = "這是一個國家的發展計劃。".encode("big5")
    western = "The government’s plan – café".encode("cp1252")
    return [*(text.encode(encoding) for encoding in encodings), traditional, western, b"a\x00b\r"]


def html_seeds() -> list[bytes]:
    """Give pages with the parts the reader knows."""
    page = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>报告</title></head><body>
<nav><ul><li><a href="/">首页</a><li><a href=/b>公开</a></ul></nav><header><h1>报告</h1></header>
<p>{SENTENCE}<br>{ENGLISH}<p hidden>x<div style="display:none">y</div>&nbsp;&#8203;&lt;
<table><thead><tr><th>指标<th colspan=2>数值</thead><tr><td rowspan="2">GDP<td>1<td>2<tr><td>3<td>4
</table><!-- c --><script>if (a<b) x="</p>"</script><pre>a
b</pre><form><button>go</button></form><footer>版权</footer></body></html>"""
    return [page.encode(), page.replace("utf-8", "gb2312").encode("gb18030"), page.encode("utf-16")]


def pdf_seeds() -> list[bytes]:
    """Give PDFs with prose, a ruled table, a form, turned text and a password, packed or not."""
    canvas = importlib.import_module("reportlab.pdfgen.canvas")
    encryption = importlib.import_module("reportlab.lib.pdfencrypt")
    locked = encryption.StandardEncryption("", ownerPassword="x", strength=128)
    seeds = []
    for options in ({"pageCompression": 0}, {"pageCompression": 1}, {"encrypt": locked}):
        stream = io.BytesIO()
        sheet = canvas.Canvas(stream, **options)
        sheet.beginForm("grid")
        for at in range(5):
            sheet.line(0, 20 * at, 200, 20 * at)
            sheet.line(50 * at, 0, 50 * at, 80)
            sheet.drawString(50 * at + 5, 20 * at + 5, f"5.{at}")
        sheet.endForm()
        for page in range(2):
            for line in range(12):
                sheet.drawString(72, 720 - 20 * line, f"{page}.{line} {ENGLISH.strip()}")
            sheet.translate(200, 300)
            sheet.rotate(90 * page)
            sheet.doForm("grid")
            sheet.showPage()
        sheet.save()
        seeds.append(stream.getvalue())
    return seeds


def docx_seeds() -> list[bytes]:
    """Give a DOCX with numbered paragraphs, tracked changes, a text box and a merged table."""
    docx = importlib.import_module("docx")
    parse_xml = importlib.import_module("docx.oxml").parse_xml
    names = importlib.import_module("docx.oxml.ns").nsdecls("w")
    document = docx.Document()
    document.add_heading("报告", 1)
    document.add_paragraph(SENTENCE + ENGLISH)
    document.add_paragraph("一", style="List Number")
    document.add_paragraph("二", style="List Bullet")
    document.element.body.insert(0, parse_xml(WORD_EXTRAS.format(names=names)))
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).text = "指标"
    table.cell(1, 1).text = "5.2"
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 2).add_table(1, 2)
    stream = io.BytesIO()
    document.save(stream)
    return [stream.getvalue()]


WORD_EXTRAS = """<w:p {names}><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>
<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:ins w:id="2"><w:r><w:t>a</w:t></w:r></w:ins>
<w:del w:id="3"><w:r><w:delText>b</w:delText></w:r></w:del><w:r><w:drawing><w:txbxContent><w:p><w:r>
<w:t>c</w:t></w:r></w:p></w:txbxContent></w:drawing><w:sym w:char="F0B7"/><w:br/><w:tab/></w:r>
</w:p>"""


# Mutations of bytes, for every format.


def flip(chance: random.Random, data: bytes) -> bytes:
    """Change single bytes."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(chance: random.Random, data: bytes) -> bytes:
    """Take a piece out, or all behind a place."""
    start, end = sorted(chance.choices(range(len(data) + 1), k=2))
    return data[:start] if chance.random() < 0.5 else data[:start] + data[end:]


def repeat(chance: random.Random, data: bytes) -> bytes:
    """Repeat a piece many times."""
    start, end = sorted(chance.choices(range(len(data) + 1), k=2))
    end = min(end, start + chance.choice((1, 8, 64, 1024)))
    times = chance.choice((2, 10, 1000, 100_000))
    piece = data[start:end] * min(times, 1 + LARGEST_INPUT // max(1, end - start))
    return data[:start] + piece + data[end:]


def insert(chance: random.Random, data: bytes) -> bytes:
    """Put in bytes that programs stumble over."""
    piece = chance.choice((*AWKWARD, bytes(chance.randrange(256) for _ in range(16))))
    place = chance.randrange(len(data) + 1)
    return data[:place] + piece * chance.choice((1, 1, 3, 500)) + data[place:]


def nest(chance: random.Random, data: bytes) -> bytes:
    """Put in tags, entities and attributes, also in great depth."""
    name = chance.choice(NESTED_TAGS)
    pieces = (
        f"<{name}>",
        f"</{name}>",
        f"<{name} class='nav' hidden colspan=99999999999 rowspan=70000>",
        f"<{name} href='x",
        f"<{name}><td colspan=100 rowspan=100>",
        "<!--",
        "<![CDATA[",
        f"&#{chance.choice(('0', '55296', '1114112', '9' * 4400))};",
        "&nbsp;&zwj;&notit;",
        "<table><tr><td>x<tr><td>y<td>z</table>",
    )
    text = chance.choice(pieces) * chance.choice((1, 1, 5, 1000, 20_000))
    place = chance.randrange(len(data) + 1)
    return data[:place] + text[:LARGEST_INPUT].encode() + data[place:]


def disorder(chance: random.Random, data: bytes) -> bytes:
    """Change the number, name or keyword of a PDF object."""
    words = [b" obj", b"endobj", b"stream", b"xref", b"trailer", b"/Length", b"/Kids", b"/Count"]
    words += [b"/Root", b"/Type", b"/Font", b"/Contents", b"/Parent", b"startxref", b" 0 R"]
    word = chance.choice([each for each in words if each in data] or [b""])
    other = chance.choice([*words, b"", b"/Length 99999999", b"-1", b"/Kids [1 0 R 1 0 R]"])
    return data.replace(word, other, chance.choice((1, 1, -1))) if word else flip(chance, data)


def repack(chance: random.Random, data: bytes) -> bytes:
    """Change a part inside a ZIP and pack it again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {each.filename: archive.read(each) for each in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError):
        return flip(chance, data)
    if not parts:
        return data
    name = chance.choice([*parts, "word/document.xml"])
    part = parts.get(name, b"")
    parts[name] = chance.choice((flip, cut, repeat, insert, nest_xml))(chance, part)
    if chance.random() < 0.1:
        del parts[chance.choice(list(parts))]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return packed.getvalue()


def nest_xml(chance: random.Random, data: bytes) -> bytes:
    """Put elements of WordprocessingML and entity tricks into XML."""
    name = chance.choice(NESTED_XML)
    pieces = (
        f"<{name}>",
        f"</{name}>",
        f"<{name}/>",
        '<w:gridSpan w:val="999999999"/>',
        '<w:vMerge w:val="restart"/>',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        "&b;",
    )
    times = chance.choice((1, 1, 5, 1000, 20_000))
    place = chance.randrange(len(data) + 1)
    return data[:place] + (chance.choice(pieces) * times)[:LARGEST_INPUT].encode() + data[place:]


@dataclass(frozen=True, slots=True)
class Target:
    """A reader to try: its name for files, its seeds, its own mutations."""

    name: str
    seeds: Callable[[], list[bytes]]
    mutations: tuple[Mutation, ...] = ()


PLAIN_MUTATIONS: tuple[Mutation, ...] = (flip, cut, repeat, insert)
TARGETS = {
    "text": Target("fuzz.txt", text_seeds),
    "html": Target("fuzz.html", html_seeds, (nest, nest, nest)),
    "pdf": Target("fuzz.pdf", pdf_seeds, (disorder, disorder)),
    "docx": Target("fuzz.docx", docx_seeds, (repack, repack, repack)),
}


def inputs(target: Target, chance: random.Random) -> Iterator[bytes]:
    """Give the seeds, then mutations of them and of earlier mutations, for ever."""
    pool = target.seeds()
    yield from pool
    kept = len(pool)
    while True:
        data = chance.choice(pool)
        for _ in range(chance.choice((1, 1, 2, 4))):
            data = chance.choice(PLAIN_MUTATIONS + target.mutations)(chance, data)
        data = data[:LARGEST_INPUT]
        yield data
        if chance.random() < 0.2:
            pool.append(data)
        if len(pool) > 200:
            del pool[kept : kept + 100]


def check(document: Document) -> None:
    """Raise where a document breaks what everyone relies on."""
    length = len(document.text)
    document.text.encode("utf-8")
    spans = [*document.furniture, *((page.start, page.end) for page in document.pages)]
    for table in document.tables:
        spans.append((table.start, table.end))
        spans += [(cell.start, cell.end) for cell in table.cells]
    outside = [span for span in spans if not 0 <= span[0] <= span[1] <= length]
    if outside or "\r" in document.text:
        raise ValueError(f"spans outside of the text: {outside[:3]}")


def fault_of(data: bytes, name: str) -> str | None:
    """Read one input; give what went wrong, or None where it ended as it must."""
    signal.setitimer(signal.ITIMER_REAL, INPUT_SECONDS)
    try:
        check(load_bytes(data, name=name, options=SourceOptions(limits=LIMITS)))
    except SourceError as error:
        if "broke down" in str(error):  # the process that reads PDFs died
            return str(error)
        return None if "\n" not in str(error) else f"message of several lines: {error}"
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return None


def keep(data: bytes, fault: str, name: str) -> None:
    """Save an input that broke a reader, with the reason."""
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{hashlib.sha256(data).hexdigest()[:16]}{Path(name).suffix}"
    path.write_bytes(data)
    path.with_suffix(".reason.txt").write_text(fault, encoding="utf-8")
    print(f"{path}: {fault.strip().splitlines()[-1]}", file=sys.stderr, flush=True)


def run(target: Target, *, seconds: float, seed: int) -> int:
    """Try a reader for a time; give the number of distinct faults."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    until = time.monotonic() + seconds
    faults: Counter[str] = Counter()
    slowest, tried = 0.0, 0
    for data in inputs(target, chance):
        started = time.monotonic()
        if started > until:
            break
        fault = fault_of(data, target.name)
        tried += 1
        slowest = max(slowest, time.monotonic() - started)
        if fault:
            reason = "\n".join(fault.strip().splitlines()[-3:])
            faults[reason] += 1
            if faults[reason] <= 3:
                keep(data, fault, target.name)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{target.name}: {tried:,} inputs in {seconds:.0f} s, slowest {slowest:.2f} s, "
        f"peak {peak} MiB, {len(faults)} distinct faults",
        flush=True,
    )
    return len(faults)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the chosen readers one after the other."""
    parser = argparse.ArgumentParser(description="Feed broken files to the readers.")
    parser.add_argument("--reader", choices=[*TARGETS, "all"], default="all")
    parser.add_argument("--seconds", type=float, default=600, help="time for each reader")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args(arguments)

    def too_slow(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"took over {INPUT_SECONDS} s")

    signal.signal(signal.SIGALRM, too_slow)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    names = TARGETS if chosen.reader == "all" else [chosen.reader]
    return min(
        1, sum(run(TARGETS[each], seconds=chosen.seconds, seed=chosen.seed) for each in names)
    )


if __name__ == "__main__":
    sys.exit(main())
