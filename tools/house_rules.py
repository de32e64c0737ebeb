"""Prints the sizes of files and functions, and fails above the limits of CONTRIBUTING.md."""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("src", "tests", "bench", "examples", "tools")
LONGEST_FILE = 500  # lines; data files apart
LONGEST_FUNCTION = 60  # lines
SHORT_FUNCTION = 15  # lines: what functions should mostly be

Size = tuple[int, str]  # lines, and where


def file_sizes(root: Path) -> list[Size]:
    """Count the lines of every Python file of ours."""
    return [
        (len(path.read_text(encoding="utf-8").splitlines()), str(path.relative_to(root)))
        for path in python_files(root)
    ]


def function_sizes(root: Path) -> list[Size]:
    """Count the lines of every function of ours, decorators apart."""
    return [size for path in python_files(root) for size in _functions_of(path, root)]


def python_files(root: Path) -> Iterator[Path]:
    """Find the Python files of the folders that hold our code."""
    for folder in FOLDERS:
        yield from sorted((root / folder).rglob("*.py"))


def _functions_of(path: Path, root: Path) -> Iterator[Size]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield lines, f"{path.relative_to(root)}:{node.lineno} {node.name}"


def report(root: Path) -> list[str]:
    """Print the numbers and return what is over a limit."""
    files, functions = file_sizes(root), function_sizes(root)
    lengths = [lines for lines, _ in functions]
    short = sum(lines <= SHORT_FUNCTION for lines in lengths) / len(lengths)
    print(f"{len(files)} files, {sum(lines for lines, _ in files):,} lines, longest {max(files)}")
    print(
        f"{len(functions)} functions, median {statistics.median(lengths):.0f} lines, "
        f"{short:.0%} up to {SHORT_FUNCTION}, longest {max(functions)}"
    )
    over = [(*size, LONGEST_FILE) for size in files if size[0] > LONGEST_FILE]
    over += [(*size, LONGEST_FUNCTION) for size in functions if size[0] > LONGEST_FUNCTION]
    return [f"{where}: {lines} lines, at most {limit}" for lines, where, limit in over]


if __name__ == "__main__":
    violations = report(ROOT)
    print("\n".join(violations))
    sys.exit(bool(violations))
