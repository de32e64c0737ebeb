"""The command ``duixian``: finds the subcommand, runs it, and turns every ending into an exit code.

    0 done   1 some input failed   2 wrong use   70 internal error   141 reader gone
    129, 130, 143 ended by a closed terminal, by Ctrl-C, by the system

Subcommands are imported only when they run, so that ``duixian --help`` starts at once.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from importlib import import_module
from typing import Any, NoReturn

import click

import duixian
from duixian.cli import signals
from duixian.errors import DuixianError, OutputError, UsageError

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_INTERNAL = 70
EXIT_PIPE_CLOSED = 141

_HELP_OPTIONS = frozenset(("-h", "--help", "--version"))

# Name, module and one line of help, kept here so that listing them imports none of them.
COMMANDS = {
    "read": ("duixian.cli.read", "Read reports into tables of statements, quantities and claims."),
    "text": ("duixian.cli.text", "Write the text of a document, as its records count it."),
    "align": ("duixian.cli.align", "Put the sentences of two language versions beside each other."),
    "audit": ("duixian.cli.audit", "Find figures that cannot be right."),
    "account": ("duixian.cli.account", "Hold last year's promises against this year's report."),
    "cascade": (
        "duixian.cli.cascade",
        "Tell which of a city's commitments its districts carry.",
    ),
    "grade": ("duixian.cli.grade", "Tell how far a report's promises can be checked."),
    "tasks": (
        "duixian.cli.tasks",
        "Break a report into the table of tasks, or check a finished one.",
    ),
    "import": ("duixian.cli.import_", "Bring reports into the ledger of the web site."),
    "serve": (
        "duixian.cli.serve",
        "Run the web site, and the worker that reads what is brought in.",
    ),
    "backup": ("duixian.cli.backup", "Keep the whole ledger, documents and all, in one file."),
    "restore": (
        "duixian.cli.restore",
        "Bring the ledger back from a file that backup made.",
    ),
}


class LazyGroup(click.Group):
    """A group that imports a subcommand only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a subcommand."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name][0]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name][0]}.command is not a click command")
        return command

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        """Read the options, ``--help`` and ``--version`` among them."""
        try:
            return super().make_context(*arguments, **options)
        except BrokenPipeError as error:
            _forget_standard_output()
            raise click.exceptions.Exit(EXIT_PIPE_CLOSED) from error

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand; a reader that has gone is no failure of ours."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # click itself would make an exit code 1 of it
            _forget_standard_output()
            return EXIT_PIPE_CLOSED

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list without importing what it names."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(duixian.__version__, prog_name="duixian")
@click.option("--debug", is_flag=True, help="Show where in the program an internal error arose.")
def cli(*, debug: bool) -> None:
    """Read government work reports: every promise, result and figure with its sentence.

    \b
    duixian read report.pdf                  a summary on the screen
    duixian read report.pdf -o report.xlsx   all tables in a workbook
    duixian read reports/ -o claims.parquet  a folder of reports, one data set
    """


def main() -> NoReturn:
    """Run the command line and end the process with the exit code it deserves."""
    signals.end_in_order()
    code = _run(sys.argv[1:])
    signals.ignore_interrupts()
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    try:
        code = cli.main(arguments, prog_name="duixian", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return EXIT_USAGE
    except click.ClickException as error:
        return _say(_wrong_use(error), error.exit_code)
    except UsageError as error:
        return _say(error, EXIT_USAGE)
    except DuixianError as error:
        return _say(error, EXIT_FAILED)
    except (click.Abort, KeyboardInterrupt):
        return _say(signals.INTERRUPTED, signals.exit_code_of(signal.SIGINT))
    except OSError as error:
        if _HELP_OPTIONS.isdisjoint(arguments):
            return _internal_error(error, is_debugging="--debug" in arguments)
        _forget_standard_output()  # or Python would try, and complain, again
        return _say(
            OutputError("standard output", (error.strerror or str(error)).lower()), EXIT_FAILED
        )
    except Exception as error:  # noqa: BLE001  # the last resort: one line, never a traceback
        return _internal_error(error, is_debugging="--debug" in arguments)
    return code if isinstance(code, int) else 0


def say(message: object) -> None:
    """Write one line to standard error, whatever the message holds."""
    from duixian.tables.clean_text import for_terminal

    click.echo(f"duixian: {for_terminal(str(message))}", err=True)


def _say(message: object, code: int) -> int:
    say(message)
    return code


def _wrong_use(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    hint = f" (see {context.command_path} --help)" if context else ""
    return error.format_message() + hint


def _internal_error(error: Exception, *, is_debugging: bool) -> int:
    if is_debugging:
        traceback.print_exception(error)
    line = f"{type(error).__name__}: {error}".replace("\n", " ")[:300]
    hint = "" if is_debugging else " (duixian --debug shows where it arose)"
    return _say(f"internal error: {line}; please report it{hint}", EXIT_INTERNAL)


def _forget_standard_output() -> None:
    """Send what Python would still flush at its end to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
