"""``python -m quizapp``: the command line."""

from quizapp.cli.commands import main

main(prog_name="quizapp")
