"""Where the command ``duixian`` begins: ready for Ctrl-C before anything else is loaded."""

from __future__ import annotations

from typing import NoReturn

from duixian.cli import signals


def main() -> NoReturn:
    """Load the command line and run it."""
    signals.end_at_once()
    from duixian.cli.main import main as run

    run()
