"""`coalition extract`: everything, one JSON object a document, as it is done."""

from __future__ import annotations

from coalition_cli.cli import options
from coalition_cli.cli.groups import expand

NAME = "extract"


@expand
def command(reading: options.Reading) -> None:
    """Print everything, one JSON object a document in input order, each as soon as it is done.

    Names are not unified across documents here: that would need all documents before the first is printed.
    """
    from coalition_cli.cli.output import write
    from coalition_cli.cli.run import Run
    from coalition_cli.render.flat import as_jsonl

    run = Run(reading)
    write(as_jsonl(run.checked(one) for one in run.extractions()))
    run.finish()
