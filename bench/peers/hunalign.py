"""hunalign with CC-CEDICT for its dictionary, as its users run it.

Chinese is cut into the words of that dictionary, English into words.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.peers.aligning import Groups, Pair, groups_between, run_aligner
from duixian.bilingual.dictionary import load_dictionary, stems_of


def align(pair: Pair) -> Groups:
    """Run hunalign on one pair; the path of the program is the first argument."""
    dictionary = load_dictionary()
    zh = [dictionary.words_of(sentence) for sentence in pair["zh"]]
    en = [stems_of(sentence) for sentence in pair["en"]]
    meanings = dictionary.stems_for({word for words in zh for word in words})
    entries = [f"{stem} @ {word}" for word, stems in sorted(meanings.items()) for stem in stems]
    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder, name) for name in ("words.dic", "zh.txt", "en.txt")]
        texts = [entries, *([" ".join(words) for words in side] for side in (zh, en))]
        for path, lines in zip(names, texts, strict=True):
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [sys.argv[1], "-utf", "-realign", *map(str, names)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    ladder = re.findall(r"^(\d+)\t(\d+)\t", done.stdout, re.MULTILINE)
    return groups_between([(int(i), int(j)) for i, j in ladder], (len(zh), len(en)))


if __name__ == "__main__":
    run_aligner(align)
