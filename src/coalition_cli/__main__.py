"""`python -m coalition_cli` is `coalition`."""

from coalition_cli.cli.app import main

main()
