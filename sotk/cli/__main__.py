"""`python -m sotk.cli`: the same as `sotk`."""

from sotk.cli.main import main

main()
