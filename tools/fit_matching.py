"""Fit the weights of the matching of Chinese promises and passages to annotated pairs of reports.

    python tools/fit_matching.py FOLDER ... [--twice NAME] [--leave-one-out] [--write]

A folder holds pairs as NAME.plan.txt, NAME.review.txt and NAME.account.tsv; a row of the last has
a quote of the plan, the measure, the target, quotes of the review joined by " || " ("-" for none),
the outcome and the verdict. The pair named after ``--twice`` counts double. ``--leave-one-out``
fits to all pairs but one and scores that one, for each in turn; ``--write`` writes weights.toml.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from duixian.accounting.account import Accounting
from duixian.accounting.matching.by_terms import LEAST_SUM
from duixian.accounting.matching.model import (
    PATH,
    First,
    Second,
    Standing,
    Weights,
    standings,
    sum_of,
)
from duixian.accounting.matching.signs import Signs
from duixian.documents.document import Span
from duixian.documents.sources import load
from duixian.reading.read import read_document

SIGNS = Signs.__struct_fields__
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "duixian" / PATH
HEAD = """\
# How much each sign counts that a passage answers a promise (signs.py), fitted by logistic
# regression to annotated pairs of reports with tools/fit_matching.py. A score is
# 1 / (1 + exp(-sum)).

"""
BETWEEN = "\n# A passage belongs to the promise it answers best, and a promise to the passage.\n"
SHIFTS = (0.4, 0.6, 0.8, 1.0, 1.2, 1.4)
LEAST_PRECISION = 0.8
_HELD_BACK = 0.3  # keeps weights small where few examples speak for them
_MOST_STEPS, _SMALLEST_STEP = 60, 1e-6

Numbers = npt.NDArray[np.float64]
Places = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One annotated commitment: its place, the places that answer it, the verdict."""

    plan: Span
    answers: tuple[Span, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated pair of reports with the signs of what may be linked, and what is."""

    name: str
    accounting: Accounting
    rows: tuple[Row, ...]
    signs: dict[Places, Signs]
    links: dict[Places, bool]
    counts: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of the links; share of right verdicts, exceeded being met."""

    precision: float
    recall: float
    f1: float
    lenient: float


def overlap(first: Span, second: Span) -> int:
    """Return how many characters two spans share; below zero how far they are apart."""
    return min(first[1], second[1]) - max(first[0], second[0])


def read_rows(text: str, plan: str, review: str) -> tuple[Row, ...]:
    """Read annotations. Raises ValueError where a quote does not stand in its text."""
    rows: list[Row] = []
    for line in filter(str.strip, text.split("\n")):
        promise, _, _, told, _, verdict, *_ = line.split("\t")
        quotes = [] if told == "-" else told.split(" || ")
        rows.append(
            Row(_place(promise, plan), tuple(_place(each, review) for each in quotes), verdict)
        )
    return tuple(rows)


def _place(quote: str, text: str) -> Span:
    start = text.index(quote)
    return start, start + len(quote)


def best_of(span: Span, others: Sequence[Span]) -> int | None:
    """Return which span fits one best, if any overlaps it."""
    length = span[1] - span[0]
    fits = [
        (overlap(span, other) / (length + other[1] - other[0]), number)
        for number, other in enumerate(others)
        if overlap(span, other) > 0
    ]
    return max(fits)[1] if fits else None


def read_example(folder: Path, name: str, *, counts: float) -> Example:
    """Read one annotated pair of reports."""
    plan, review = (
        read_document(load(str(folder / f"{name}.{side}.txt"))) for side in ("plan", "review")
    )
    annotated = (folder / f"{name}.account.tsv").read_text(encoding="utf-8")
    rows = read_rows(annotated, plan.document.text, review.document.text)
    accounting = Accounting(plan, review, weights=unweighted())
    spans = [(each.start, each.end) for each in accounting.commitments]
    answers = defaultdict[int, list[Span]](list)
    for row in rows:
        if (number := best_of(row.plan, spans)) is not None:
            answers[number].extend(row.answers)
    signs = accounting.pairing.signs()
    told = [(each.start, each.end) for each in accounting.pairing.candidates()]
    links = {
        (number, index): any(overlap(told[index], span) > 0 for span in answers[number])
        for number, index in signs
        if number in answers
    }
    return Example(name, accounting, rows, signs, links, counts)


def unweighted() -> Weights:
    """Return weights under which nothing that is compared is dropped."""
    return Weights(
        First(0.0, dict.fromkeys(SIGNS, 0.0)), Second(0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    )


def fit(examples: Sequence[Example], *, shift: float) -> Weights:
    """Return the weights that make the links of the examples most likely."""
    chosen = [(each, pair) for each in examples for pair in each.links]
    linked = np.array([each.links[pair] for each, pair in chosen], dtype=np.float64)
    counts = np.array([each.counts for each, _ in chosen])
    signs = [[getattr(each.signs[pair], name) for name in SIGNS] for each, pair in chosen]
    base, *weights = regress(np.array(signs), linked, counts)
    first = First(base, dict(zip(SIGNS, weights, strict=True)))
    return Weights(first, fit_second(examples, first, shift=shift))


def fit_second(examples: Sequence[Example], first: First, *, shift: float) -> Second:
    """Return the weights of how pairs stand among their rivals."""
    known = Weights(first, unweighted().second)
    rows: list[tuple[float, ...]] = []
    linked: list[bool] = []
    counts: list[float] = []
    for example in examples:
        sums = {pair: sum_of(signs, known) for pair, signs in example.signs.items()}
        near = {pair: total for pair, total in sums.items() if total >= LEAST_SUM}
        for pair, standing in standings(near):
            if pair in example.links:
                rows.append(astuple(standing))
                linked.append(example.links[pair])
                counts.append(example.counts)
    base, *weights = regress(np.array(rows), np.array(linked, dtype=np.float64), np.array(counts))
    named = zip((each.name for each in fields(Standing)), weights, strict=True)
    return Second(base=base, shift=shift, **dict(named))


def regress(signs: Numbers, linked: Numbers, counts: Numbers) -> list[float]:
    """Return the base and the weights of a logistic regression, by Newton's method."""
    columns = np.column_stack([np.ones(len(signs)), signs])
    weights = np.zeros(columns.shape[1])
    for _ in range(_MOST_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(columns @ weights, -30, 30)))
        slope = columns.T @ (counts * (likely - linked)) + _HELD_BACK * weights
        spread = (columns * (counts * likely * (1 - likely))[:, None]).T @ columns
        step = np.linalg.solve(spread + _HELD_BACK * np.eye(len(weights)), slope)
        weights = weights - step
        if float(np.abs(step).max()) < _SMALLEST_STEP:
            break
    return [round(float(weight), 2) for weight in weights]


def fit_with_shift(examples: Sequence[Example]) -> Weights:
    """Return fitted weights, shifted to where F1 and verdicts are best at enough precision."""

    def worth(weights: Weights) -> float:
        found = average([(each, figures_of(each, weights)) for each in examples])
        lacking = max(0.0, LEAST_PRECISION - found.precision)
        return found.f1 - 3 * lacking + 0.25 * found.lenient

    weights = fit(examples, shift=0.0)
    tried = [
        Weights(weights.first, msgspec.structs.replace(weights.second, shift=shift))
        for shift in SHIFTS
    ]
    return max(tried, key=worth)


def figures_of(example: Example, weights: Weights) -> Figures:
    """Score the account of one pair of reports under some weights."""
    example.accounting.pairing.weigh(weights)
    entries = example.accounting.entries()
    spans = [(each.commitment.start, each.commitment.end) for each in entries]
    right = wrong = missing = verdicts = 0
    for row in example.rows:
        number = best_of(row.plan, spans)
        entry = None if number is None else entries[number]
        told = [(each.start, each.end) for each in entry.evidence] if entry else []
        hits = sum(any(overlap(span, each) > 0 for each in told) for span in row.answers)
        right, missing = right + hits, missing + len(row.answers) - hits
        wrong += sum(all(overlap(span, each) <= 0 for span in row.answers) for each in told)
        verdict = entry.judgement.verdict.value if entry else None
        verdicts += _lenient(verdict) == _lenient(row.verdict)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missing)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return Figures(precision, recall, f1, verdicts / max(1, len(example.rows)))


def _lenient(verdict: str | None) -> str | None:
    return "met" if verdict == "exceeded" else verdict


def average(found: Sequence[tuple[Example, Figures]]) -> Figures:
    """Return the mean of some figures, each counted as its example is."""
    counts = [example.counts for example, _ in found]
    return Figures(*np.average([astuple(each) for _, each in found], axis=0, weights=counts))


def leave_one_out(examples: Sequence[Example]) -> list[tuple[Example, Figures]]:
    """Score each example under weights fitted to all the others."""
    return [
        (left, figures_of(left, fit_with_shift([each for each in examples if each is not left])))
        for left in examples
    ]


def shown(found: Sequence[tuple[Example, Figures]]) -> str:
    """Return a table of figures, with their mean."""
    rows = [(example.name, figures) for example, figures in found]
    rows.append(("mean", average(found)))
    lines = ["| pair | precision | recall | F1 | verdicts |", "|---|---|---|---|---|"]
    for name, figures in rows:
        cells = " | ".join(f"{number:.3f}" for number in astuple(figures))
        lines.append(f"| {name} | {cells} |")
    return "\n".join(lines)


def written(weights: Weights) -> str:
    """Return weights as the file holds them."""
    first = [f"base = {weights.first.base:.2f}", "", "[first.sign]"]
    first += [f"{name} = {weight:.2f}" for name, weight in weights.first.sign.items()]
    second = msgspec.structs.asdict(weights.second)
    lines = ["[first]", *first, BETWEEN + "[second]"]
    return (
        HEAD
        + "\n".join([*lines, *(f"{name} = {each:.2f}" for name, each in second.items())])
        + "\n"
    )


def read_examples(folders: Iterable[Path], twice: str | None) -> list[Example]:
    """Read every annotated pair of some folders."""
    return [
        read_example(folder, name, counts=2.0 if name == twice else 1.0)
        for folder in folders
        for name in sorted(path.name.split(".")[0] for path in folder.glob("*.account.tsv"))
    ]


def main() -> None:
    """Fit, score, and write where asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--twice", help="name of the pair that counts double")
    parser.add_argument("--leave-one-out", action="store_true")
    parser.add_argument("--write", action="store_true", help="write weights.toml")
    given = parser.parse_args()
    examples = read_examples(given.folders, given.twice)
    if given.leave_one_out:
        print(f"Each pair by weights fitted to the others:\n\n{shown(leave_one_out(examples))}\n")
    weights = fit_with_shift(examples)
    print("All pairs by weights fitted to all:\n")
    print(shown([(each, figures_of(each, weights)) for each in examples]))
    print(f"\n{written(weights)}", end="")
    if given.write:
        WEIGHTS.write_text(written(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
