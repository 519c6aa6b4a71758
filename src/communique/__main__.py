"""`python -m communique` becomes the command `communique`."""

from communique.cli import main

main()
