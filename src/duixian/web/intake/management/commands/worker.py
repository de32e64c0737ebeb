"""``python -m duixian.web.manage worker``: reads what is queued."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from duixian.web.intake.worker import run_worker


class Command(BaseCommand):
    """Runs a worker."""

    help = "Read what is waiting in the queue, until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--until-empty", action="store_true", help="stop when nothing is waiting any more"
        )

    def handle(self, *_args: object, until_empty: bool, **_options: object) -> None:
        run_worker(until_empty=until_empty)
