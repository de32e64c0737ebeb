"""Make src/duixian/language/zh/word_clauses.csv: in how many clauses of reports a word stands.

The words are those of CC-CEDICT. Nothing of the reports is kept but the counts.

    python tools/make_word_clauses.py src/duixian/language/zh/word_clauses.csv report.txt ...
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from pathlib import Path

from duixian.bilingual.dictionary import load_dictionary
from duixian.language.normal_form import normal_form

CLAUSE_END = re.compile(r"[，；：。！？、\n]")
SHORTEST_CLAUSE = 3  # characters
FEWEST_CLAUSES = 3  # a word in fewer is as rare as one that is not listed
ALL = "*"


def main(target: str, *sources: str) -> None:
    """Count the words of ``sources`` and write ``target``."""
    dictionary = load_dictionary()
    counts: Counter[str] = Counter()
    for source in sources:
        for clause in CLAUSE_END.split(normal_form(Path(source).read_text(encoding="utf-8"))):
            if len(clause.strip()) < SHORTEST_CLAUSE:
                continue
            counts[ALL] += 1
            counts.update({word for word in dictionary.words_of(clause) if len(word) > 1})
    kept = sorted((word, count) for word, count in counts.items() if count >= FEWEST_CLAUSES)
    with Path(target).open("w", encoding="utf-8", newline="") as output:
        writer = csv.writer(output, lineterminator="\n")
        writer.writerow(["word", "clauses"])
        writer.writerows(kept)


if __name__ == "__main__":
    main(*sys.argv[1:])
