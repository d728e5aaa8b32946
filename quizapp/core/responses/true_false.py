"""True or false: a single choice between two words, shown side by side."""

from quizapp.core.responses.choice import Choice


class TrueFalse(Choice):
    """A statement is called true or false; a format of its own for the way it is shown."""

    name = "true_false"
