"""True or false: a single choice between two words, shown side by side."""

from quizapp.core.facts.fact import WrittenQuestion
from quizapp.core.responses.choice import Choice


class TrueFalse(Choice):
    """A statement is called true or false; a format of its own for the way it is shown."""

    name = "true_false"

    def missing(self, question: WrittenQuestion) -> str | None:
        """Ask for yes or no, and nothing else."""
        if question.right not in (("yes",), ("no",)):
            return "whether the statement is true: write right: yes or right: no"
        return (
            "a true/false question has no wrong options: remove wrong" if question.wrong else None
        )
