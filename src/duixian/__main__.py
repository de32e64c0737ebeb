"""``python -m duixian`` is the command ``duixian``."""

from __future__ import annotations

from duixian.cli.start import main

main()
