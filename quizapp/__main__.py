"""``python -m quizapp``: the command line."""

from quizapp.library.sweeping import unswept

with unswept():
    from quizapp.cli.commands import main

if __name__ == "__main__":
    main(prog_name="quizapp")
