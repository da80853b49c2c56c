"""`python -m etl` is the `warehouse` command."""

from etl.cli import main

main()
