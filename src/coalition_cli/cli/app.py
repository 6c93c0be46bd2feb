"""The program from start to end: whatever happens, standard output, one line on standard error, an exit code.

Nothing heavy is imported before `main` runs, so that an interrupt at the start is as quiet as a later one.
"""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""As a shell says of a program that an interrupt (signal 2) has ended."""


def main() -> None:
    """Run the command line; an error is one line on standard error and exit code 2, never a traceback.

    In Python's development mode (`python -X dev -m coalition_cli`) an internal error shows its traceback.
    """
    try:
        from coalition_cli.cli.streams import settle

        code = _run()
        settle()
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def _run() -> int:
    from coalition_cli.cli.streams import prepare, tell
    from coalition_cli.errors import CoalitionError

    try:
        prepare()
        code = _command()
        sys.stdout.flush()
        return code
    except CoalitionError as error:
        tell(error)
    except OSError as error:
        # Every place that reads names its errors; one that comes this far is of the file it is written to.
        remedy = "is there room, and may it be written?"
        tell(f"{error.filename or 'standard output'}: {error.strerror or error} ({remedy})")
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        tell(f"internal error, please report it: {type(error).__name__}: {error}")
    return 2


def _command() -> int:
    """Run the command that is asked for; its exit code."""
    from typer import Abort
    from typer.main import get_command

    from coalition_cli.cli.commands import app
    from coalition_cli.cli.usage import told_usage

    try:
        code = get_command(app).main(prog_name="coalition", standalone_mode=False)
    except SystemExit as stop:  # completion ends so
        return stop.code if isinstance(stop.code, int) else 0
    except Abort:
        return INTERRUPTED
    except Exception as error:
        if told_usage(error):
            return 2
        raise
    return code if isinstance(code, int) else 0
