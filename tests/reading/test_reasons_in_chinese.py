"""Whatever the reading says of a record can be said in Chinese: no reason is without its wording."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import duixian.reading
from duixian.documents.sources import load
from duixian.language.reasons import in_chinese, without_chinese
from duixian.reading import records
from duixian.reading.claims.chinese_changes import _words
from duixian.reading.read import read_document
from duixian.reading.records import Language
from duixian.reading.statements.patterns import statement_patterns
from tests.reading.texts import SHARED

CORPUS = SHARED / "corpus"
EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = sorted([*EXAMPLES.glob("district-*.txt"), *EXAMPLES.glob("page.*.html")])
DECISIONS = ("Kind", "Basis", "Role", "Specificity")  # a reason stands behind what was decided
MEMBERS = {
    name for name, member in vars(records).items() if type(member).__name__ in DECISIONS
}  # that have a name of their own
CALLS = {"Decision": 1, "_told": 2, "_plain": 3, "_Piece": 4}  # and among these arguments
_WORDS = "count"  # stands for words of a document, and for another reason


def _unsaid(path: Path) -> set[str]:
    report = read_document(load(path))
    said = set(report.notes)
    for listed in (report.sections, report.statements, report.quantities, report.claims):
        said.update(each.why for each in listed)
    return {reason for why in said for reason in without_chinese(why)}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_reason_of_the_examples_has_its_chinese(path: Path) -> None:
    assert _unsaid(path) == set()


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside the checkout")
def test_every_reason_of_the_corpus_has_its_chinese() -> None:
    found = {path.name: _unsaid(path) for path in sorted(CORPUS.glob("*.txt"))}
    assert {name: reasons for name, reasons in found.items() if reasons} == {}


@pytest.mark.parametrize("language", Language)
def test_every_name_in_the_data_has_its_chinese(language: Language) -> None:
    patterns = statement_patterns(language)
    names = {each.name for each in patterns.context} | {
        each.name for each in patterns.specificity.deed
    }
    assert {name for name in names if without_chinese(name)} == set()


def test_every_name_of_a_change_has_its_chinese() -> None:
    assert {name for name, _ in _words().patterns if without_chinese(name)} == set()


def test_every_reason_in_the_code_has_its_chinese() -> None:
    said = set(_reasons_in_the_code())
    assert len(said) > 50
    assert {reason for reason in said if without_chinese(reason)} == set()


def _reasons_in_the_code() -> Iterator[str]:
    for path in Path(duixian.reading.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for expression in _reasons_at(node):
                reason = _sample(expression)
                if reason:
                    yield reason


def _reasons_at(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Tuple) and len(node.elts) == 2 and _is_decision(node.elts[0]):
        yield node.elts[1]
    if not isinstance(node, ast.Call):
        return
    yield from (each.value for each in node.keywords if each.arg == "why")
    place = CALLS.get(node.func.id, 0) if isinstance(node.func, ast.Name) else 0
    if place and len(node.args) > place:
        yield node.args[place]


def _is_decision(node: ast.expr) -> bool:
    while isinstance(node, ast.BoolOp):  # the basis before, or a level
        node = node.values[-1]
    if isinstance(node, ast.Name):
        return node.id in MEMBERS
    named = node.value if isinstance(node, ast.Attribute) else None
    return isinstance(named, ast.Name) and named.id in DECISIONS


def _sample(node: ast.expr) -> str:
    """Fill a reason with words of a document; one that is only made of others says nothing."""
    if isinstance(node, ast.IfExp):
        return "; ".join(filter(None, map(_sample, (node.body, node.orelse))))
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    said = "".join(map(_piece, node.values))
    return said if re.search(r"\w", said.replace(_WORDS, "")) else ""


def _piece(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    return "plan" if "role" in ast.unparse(part) else _WORDS


def test_the_words_of_the_document_stay() -> None:
    assert in_chinese("promised: 必须; states a number to be reached") == (
        "表示将要做：必须；写明了要达到的数"
    )
    assert (
        in_chinese("number: unit 大 from the table; after grew")
        == "数：表中的单位“大”；在“grew”之后"
    )
    assert in_chinese("inside a section that is plan") == "属于部署工作的一节"


def test_what_nobody_knows_stays_in_english() -> None:
    assert in_chinese("moonshine; heading") == "moonshine；标题"
    assert without_chinese("moonshine; heading") == ["moonshine"]
    assert in_chinese("") == ""
