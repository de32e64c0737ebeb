"""Make src/duixian/language/zh/word_topics.csv: what Chinese words are about, in numbers.

Words that stand in the same sentences of reports get numbers that are alike: positive pointwise
mutual information of words in near clauses, brought down to few dimensions. The words are those of
CC-CEDICT. Nothing of the reports is kept but the numbers.

    python tools/make_word_topics.py src/duixian/language/zh/word_topics.csv report.txt ...
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from duixian.accounting.knowledge import knowledge_of
from duixian.accounting.matching.topics import DIMENSIONS, LARGEST
from duixian.bilingual.dictionary import load_dictionary
from duixian.language.normal_form import normal_form

SENTENCE_END = re.compile(r"[。；！？\n]")
CLAUSE_END = re.compile(r"[，：、]")
FEWEST_SENTENCES = 6  # of a word
MOST_OF_SENTENCES = 0.1  # a word in more of them is about nothing
FURTHEST = 3  # clauses apart
IN_ONE_CLAUSE = 2.0
SMOOTHED = 0.75  # so that rare words do not count too much beside others
SPARE, ROUNDS = 20, 6  # of the search for the dimensions

Numbers = npt.NDArray[np.float32]
Sentence = list[list[str]]


def sentences_of(text: str) -> list[Sentence]:
    """Return the words of each clause of each sentence."""
    knowledge, dictionary = knowledge_of("zh"), load_dictionary()
    found: list[Sentence] = []
    for sentence in SENTENCE_END.split(normal_form(text)):
        clauses = [
            [
                word
                for word in dictionary.words_of(
                    knowledge.same_words(knowledge.numbers.sub(" ", clause))
                )
                if len(word) > 1
            ]
            for clause in CLAUSE_END.split(sentence)
        ]
        if any(clauses):
            found.append([clause for clause in clauses if clause])
    return found


def words_kept(sentences: Sequence[Sentence]) -> list[str]:
    """Return the words that are neither too rare nor in every field."""
    counts = Counter(
        word for sentence in sentences for word in {word for clause in sentence for word in clause}
    )
    most = MOST_OF_SENTENCES * len(sentences)
    return sorted(word for word, count in counts.items() if FEWEST_SENTENCES <= count < most)


def counted_together(sentences: Sequence[Sentence], words: Sequence[str]) -> Numbers:
    """Return how often two words stand near each other, the nearer the more."""
    number = {word: index for index, word in enumerate(words)}
    counts = np.zeros((len(words), len(words)), np.float32)
    for sentence in sentences:
        clauses = [[number[word] for word in clause if word in number] for clause in sentence]
        for first, ours in enumerate(clauses):
            for second in range(first, min(len(clauses), first + FURTHEST + 1)):
                weight = 1 / (second - first) if second > first else IN_ONE_CLAUSE / 2
                for mine in ours:
                    for other in clauses[second]:
                        if mine != other:
                            counts[mine, other] += weight
                            counts[other, mine] += weight
    return counts


def topics_of(counts: Numbers) -> Numbers:
    """Return the numbers of each word, each row of length 1."""
    each = counts.sum(axis=1)
    smoothed = each**SMOOTHED / (each**SMOOTHED).sum()
    expected = each[:, None] * smoothed[None, :]
    likely = np.maximum(counts, 1e-9) / np.maximum(expected, 1e-9)
    shared = np.where(counts > 0, np.maximum(np.log(likely), 0), 0)
    found = np.random.default_rng(0).standard_normal((len(counts), DIMENSIONS + SPARE))
    for _ in range(ROUNDS):
        found, _rest = np.linalg.qr(shared @ (shared.T @ found))
    left, lengths, _right = np.linalg.svd(found.T @ shared, full_matrices=False)
    topics = (found @ left)[:, :DIMENSIONS] * np.sqrt(lengths[:DIMENSIONS])
    kept: Numbers = topics / np.maximum(np.linalg.norm(topics, axis=1, keepdims=True), 1e-9)
    return kept


def main(target: str, *sources: str) -> None:
    """Read ``sources`` and write ``target``."""
    sentences = [
        sentence
        for source in sources
        for sentence in sentences_of(Path(source).read_text(encoding="utf-8"))
    ]
    words = words_kept(sentences)
    topics = np.rint(topics_of(counted_together(sentences, words)) * LARGEST).astype(np.int8)
    with Path(target).open("w", encoding="utf-8", newline="") as output:
        writer = csv.writer(output, lineterminator="\n")
        writer.writerow(["word", "topics"])
        writer.writerows(
            (word, row.tobytes().hex()) for word, row in zip(words, topics, strict=True)
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
