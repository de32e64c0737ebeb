"""The wheel holds the program and its data, and installs by itself."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import duixian
from tests.project.files import ROOT, tracked_files

PACKAGE = ROOT / "src" / "duixian"


NEEDED = ("pyproject.toml", "README.md", "LICENSE", ".gitignore")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build it from a copy: a build writes the catalogues, which other tests read meanwhile."""
    folder = tmp_path_factory.mktemp("wheel")
    checkout = folder / "checkout"
    for name in ("src", "tools"):
        made = shutil.ignore_patterns("__pycache__", "*.mo")
        shutil.copytree(ROOT / name, checkout / name, ignore=made)
    for name in NEEDED:
        shutil.copy(ROOT / name, checkout)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=checkout,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    ours = {
        str(path.relative_to(ROOT / "src")) for path in tracked_files() if PACKAGE in path.parents
    }
    with zipfile.ZipFile(wheel) as archive:
        assert ours <= set(archive.namelist())


def test_the_wheel_speaks_chinese(wheel: Path) -> None:
    """Catalogues are compiled when it is built: git does not keep them."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    catalogues = [name for name in names if name.endswith("/django.po")]
    assert catalogues
    assert {name.removesuffix(".po") + ".mo" for name in catalogues} <= set(names)


def test_the_wheel_says_that_it_is_typed_and_under_which_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "duixian/py.typed" in names
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert tops == {"duixian", f"duixian-{duixian.__version__}.dist-info"}


def test_the_wheel_installs_into_a_fresh_environment_without_a_network(
    wheel: Path, tmp_path: Path
) -> None:
    venv.create(tmp_path / "fresh", with_pip=False)
    python = tmp_path / "fresh" / "bin" / "python"
    install = ["--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", *install], check=True, capture_output=True)
    show = "import duixian; print(duixian.__version__, duixian.__file__)"
    done = subprocess.run(
        [python, "-c", show], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    version, place = done.stdout.split()
    assert version == duixian.__version__
    assert Path(place).is_relative_to(tmp_path)
