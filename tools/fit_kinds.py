"""Fit the weights by which the sentences of a Chinese report that argues are told apart.

    pip install -r requirements/fit.txt
    python tools/fit_kinds.py FOLDER ... [--texts FOLDER] [--leave-out] [--write]

A folder, such as annotations/kinds, holds NAME.sentences.tsv, rows of start, end, kind and
specificity as in the annotation guidelines; sentences may be left out. The report is NAME.txt
beside it, or NAME.zh.txt in the folder of texts. NAME.variants.tsv, if there, holds rows of start,
kind and words: sentences written to stand in place of the one that begins there, most of another
kind in nearly its words. ``--leave-out`` scores every report by weights fitted to the others, in
six parts; ``--write`` writes kind_words.csv and kind_weights.toml.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from duixian.documents.sources import load
from duixian.language.normal_form import normal_form
from duixian.reading.placing import place_sentences, with_furniture
from duixian.reading.records import Language
from duixian.reading.statements.arguing import share_of_reasons
from duixian.reading.statements.kind_weights import (
    HUNDREDTH,
    KINDS,
    WEIGHTS,
    WORDS,
    Triple,
)
from duixian.reading.statements.kinds import ARGUES, weighable_of
from duixian.reading.statements.signs import Signs
from duixian.reading.statements.weighing import (
    Weighable,
    bounded,
    inputs_around,
    pairs_of,
    signs_of,
)

DATA = Path(__file__).resolve().parents[1] / "src" / "duixian" / "language"
HEAD = """\
# What the signs of a Chinese sentence weigh for each kind: result, commitment, context. Fitted by
# tools/fit_kinds.py to annotated reports; words are in kind_words.csv, in hundredths.

"""
LONGEST = 3  # characters of a word
FEWEST = 6  # sentences that have a word
MOST_WORDS = 10000
HELD_BACK = 0.15  # the smaller, the smaller the weights; of words and signs
HELD_BACK_AROUND = 0.1
VARIANT = 0.7  # as much as a variant counts beside a sentence of a report
PARTS = 6
_KIND_VALUES = [kind.value for kind in KINDS]
_WORD, _SHARE = "word ", "share"
_SENTENCES = ".sentences.tsv"

Numbers = npt.NDArray[np.float64]
Table = Any  # a sparse matrix of SciPy, which has no types


@dataclass(frozen=True, slots=True)
class Text:
    """One report: its sentences in order, the annotated kind of some, by its place in KINDS."""

    name: str
    share: float
    sentences: list[Weighable]
    kinds: dict[int, int]
    variants: list[tuple[Weighable, int]]  # with their kinds


@dataclass(frozen=True, slots=True)
class Model:
    """Both weighings, with the names of what they weigh."""

    names: DictVectorizer
    chosen: npt.NDArray[np.intp]
    own: LogisticRegression
    around_names: DictVectorizer
    around: LogisticRegression


def text_of(annotated: Path, texts: Path | None) -> Path:
    """Return where the report of a NAME.sentences.tsv is."""
    name = annotated.name.removesuffix(_SENTENCES)
    beside = annotated.with_name(f"{name}.txt")
    return beside if beside.exists() or texts is None else texts / f"{name}.zh.txt"


def read_text(path: Path, annotated: Path) -> Text:
    """Return a report with its annotated sentences."""
    document = load(str(path))
    normal = normal_form(document.text)
    placed = place_sentences(with_furniture(document, normal), normal)
    places, sentences = weighable_of(placed.situations)
    spans = [placed.sentences[place] for place in places]
    kinds: dict[int, int] = {}
    for start, end, kind, *_ in _rows(annotated):
        overlaps = [min(int(end), one.end) - max(int(start), one.start) for one in spans]
        if overlaps and max(overlaps) > 0:
            kinds[overlaps.index(max(overlaps))] = _KIND_VALUES.index(kind)
    begins = {span.start: one for span, one in zip(spans, sentences, strict=True)}
    variants = [
        (_in_place_of(begins[int(start)], words), _KIND_VALUES.index(kind))
        for start, kind, words in _rows(
            annotated.with_name(annotated.name.replace(_SENTENCES, ".variants.tsv"))
        )
    ]
    share = share_of_reasons(placed.spoken, Language.ZH)
    return Text(path.stem, share, sentences, kinds, variants)


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line.split("\t") for line in lines if line]


def _in_place_of(one: Weighable, words: str) -> Weighable:
    """Return a sentence of other words where one of a report stands."""
    signs = Signs(Language.ZH, normal_form(words))
    return msgspec.structs.replace(
        one, situation=msgspec.structs.replace(one.situation, signs=signs)
    )


def signs_in(text: Text, sentences: Iterable[Weighable]) -> list[dict[str, float]]:
    """Return what the first weighing of each sentence is of."""
    found: list[dict[str, float]] = []
    for one in sentences:
        words = bounded(one.situation.text)
        shown = {
            f"{_WORD}{words[start : start + length]}": 1.0
            for length in range(1, LONGEST + 1)
            for start in range(len(words) - length + 1)
        }
        shown |= {f"{_WORD}{pair}": 1.0 for pair in pairs_of(words)}
        found.append(shown | dict.fromkeys(signs_of(one.situation), 1.0) | {_SHARE: text.share})
    return found


def fit(texts: Sequence[Text]) -> Model:
    """Fit both weighings to the annotated sentences of some reports."""
    shown, kinds, counted = _annotated(texts)
    counts = Counter(name for one in shown for name in one)
    names = DictVectorizer()
    table = names.fit_transform(
        [{n: v for n, v in one.items() if counts[n] >= FEWEST} for one in shown]
    )
    chosen = _telling(names, table, kinds, counted)
    own = _regression(HELD_BACK).fit(table[:, chosen], kinds, counted)
    around_names, around = _fit_around(texts, names, chosen)
    return Model(names, chosen, own, around_names, around)


def _annotated(
    texts: Iterable[Text],
) -> tuple[list[dict[str, float]], list[int], list[float]]:
    """Return what each annotated sentence shows, its kind and how much it counts."""
    shown: list[dict[str, float]] = []
    kinds: list[int] = []
    counted: list[float] = []
    for text in texts:
        of_text = signs_in(text, text.sentences)
        shown += [of_text[place] for place in text.kinds]
        shown += signs_in(text, [one for one, _ in text.variants])
        kinds += [*text.kinds.values(), *(kind for _, kind in text.variants)]
        counted += [1.0] * len(text.kinds) + [VARIANT] * len(text.variants)
    return shown, kinds, counted


def _regression(held_back: float) -> LogisticRegression:
    return LogisticRegression(C=held_back, max_iter=2000)


def _telling(
    names: DictVectorizer, table: Table, kinds: list[int], counted: list[float]
) -> npt.NDArray[np.intp]:
    """Return the places of all signs and of the words that tell most."""
    fitted = _regression(HELD_BACK).fit(table, kinds, counted)
    spread = np.sqrt(np.asarray(table.power(2).mean(0)).ravel())
    tells = np.abs(fitted.coef_).max(0) * spread
    is_word = np.array([name.startswith(_WORD) for name in names.get_feature_names_out()])
    words = np.flatnonzero(is_word)
    best = words[np.argsort(-tells[words], kind="stable")[:MOST_WORDS]]
    return np.sort(np.concatenate([np.flatnonzero(~is_word), best]))


def _fit_around(
    texts: Sequence[Text], names: DictVectorizer, chosen: npt.NDArray[np.intp]
) -> tuple[DictVectorizer, LogisticRegression]:
    """Fit the second weighing to first ones of texts that these were not fitted to."""
    inputs: list[dict[str, float]] = []
    kinds: list[int] = []
    for left_out in _parts(texts):
        others = [text for text in texts if text not in left_out]
        shown, known, counted = _annotated(others)
        own = _regression(HELD_BACK).fit(names.transform(shown)[:, chosen], known, counted)
        for text in left_out:
            sums = _sums(own, names.transform(signs_in(text, text.sentences))[:, chosen])
            around = list(inputs_around(sums, text.sentences))
            inputs += [around[place] for place in text.kinds]
            kinds += text.kinds.values()
    around_names = DictVectorizer()
    table = around_names.fit_transform(inputs)
    return around_names, _regression(HELD_BACK_AROUND).fit(table, kinds)


def _parts(texts: Sequence[Text]) -> list[Sequence[Text]]:
    return [part for start in range(PARTS) if (part := texts[start::PARTS])]


def _sums(fitted: LogisticRegression, table: Table) -> list[Triple]:
    return [(float(a), float(b), float(c)) for a, b, c in fitted.decision_function(table)]


def read_by(model: Model, text: Text) -> list[int]:
    """Return the kind of each sentence of a report, by its place in KINDS."""
    own = _sums(model.own, model.names.transform(signs_in(text, text.sentences))[:, model.chosen])
    inputs = list(inputs_around(own, text.sentences))
    kinds: list[int] = model.around.predict(model.around_names.transform(inputs)).tolist()
    return kinds


def leave_out(texts: Sequence[Text]) -> None:
    """Score every report by weights fitted to the others."""
    known: list[int] = []
    read: list[int] = []
    for part in _parts(texts):
        model = fit([text for text in texts if text not in part])
        for text in part:
            kinds = read_by(model, text)
            of_text = [kinds[place] for place in text.kinds]
            wanted = list(text.kinds.values())
            rules = [KINDS.index(text.sentences[place].by_rules) for place in text.kinds]
            told = f"{_f1(wanted, of_text):.3f}, by rules {_f1(wanted, rules):.3f}"
            print(f"{text.name:32} {text.share:.2f} {len(wanted):5} sentences  F1 {told}")
            if text.share >= ARGUES:
                known, read = known + wanted, read + of_text
    print(f"all that argue: {len(known)} sentences, F1 {_f1(known, read):.3f}")


def _f1(wanted: list[int], read: list[int]) -> float:
    return float(f1_score(wanted, read, average="macro", labels=range(len(KINDS)), zero_division=0))


def write(model: Model) -> None:
    """Write the weights where the reading finds them."""
    names = model.names.get_feature_names_out()[model.chosen]
    signs = dict(zip(names, model.own.coef_.T, strict=True))
    with (DATA / WORDS).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["word", *(kind.value for kind in KINDS)])
        for name in sorted(signs):
            if name.startswith(_WORD):
                weights = [round(float(one) / HUNDREDTH) for one in signs[name]]
                table.writerow([name.removeprefix(_WORD), *weights])
    others = {name: signs[name] for name in sorted(signs) if not name.startswith((_WORD, _SHARE))}
    around = dict(
        zip(model.around_names.get_feature_names_out(), model.around.coef_.T, strict=True)
    )
    (DATA / WEIGHTS).write_text(
        f"{HEAD}start = {_written(model.own.intercept_)}\n"
        f"share = {_written(signs[_SHARE])}  # times the share of sentences that give reasons\n"
        f"\n[signs]\n{_lines(others)}"
        "\n# A sentence beside those around it: its sums above, how likely each kind is of the\n"
        "# others, and what the rules of a report that lists say.\n"
        f"[around]\nstart = {_written(model.around.intercept_)}\n"
        f"\n[around.inputs]\n{_lines(around)}",
        encoding="utf-8",
    )


def _lines(weights: dict[str, Numbers]) -> str:
    return "".join(f'"{name}" = {_written(weights[name])}\n' for name in sorted(weights))


def _written(weights: Numbers) -> str:
    return f"[{', '.join(f'{float(one):.2f}' for one in weights)}]"


def main() -> None:
    """Read the annotated reports, and score or write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--leave-out", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--texts", type=Path)
    options = parser.parse_args()
    paths = [each for one in options.folders for each in sorted(one.glob(f"*{_SENTENCES}"))]
    texts = [read_text(text_of(path, options.texts), path) for path in paths]
    texts = [text for text in texts if text.kinds]
    print(f"{len(texts)} reports, {sum(len(text.kinds) for text in texts)} sentences")
    if options.leave_out:
        leave_out(texts)
    if options.write:
        write(fit(texts))


if __name__ == "__main__":
    main()
