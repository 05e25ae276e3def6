"""`python -m sotk`: the same as `sotk`."""

from sotk.cli.main import main

main()
